//! The heading of a page.

use crate::ids::Id;

/// Its id: it takes the focus at a page turn.
pub const HEADING_ID: Id = Id("heading");
