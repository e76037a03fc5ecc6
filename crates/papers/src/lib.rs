//! What is printed for those who answer for the content: decision tables to sign, what differs between two contents, what
//! the adoption of a reading comes to, the amendment sheet, and who has signed what.
//!
//! Native only. Nothing here is written to a file or to the terminal: that is done by `cargo xtask content`.

mod certain;
mod conditions;
mod labels;

mod document;
mod sentences;
mod status;

mod adoption;
mod amendment_sheet;
mod diff;
mod review;
mod tables;

pub use adoption::{Adoption, changed_findings};
pub use amendment_sheet::amendment_sheet;
pub use diff::{
    After, CaseChange, ConditionsInWords, Difference, ItemChange, Outcome, PartChange, Stale, diff,
    diff_paper,
};
pub use document::Document;
pub use review::{Review, with_review};
pub use status::status;
pub use tables::Tables;
