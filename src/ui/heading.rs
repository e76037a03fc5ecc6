//! The heading of a page.

/// Its id: it takes the focus at a page turn.
pub const HEADING_ID: &str = "adal-heading";
