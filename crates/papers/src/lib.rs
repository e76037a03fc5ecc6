//! Printed papers for the people who are responsible for the content: decision tables to sign, differences between
//! two contents, effects of adopting a reading, the amendment sheet, and the state of signatures.
//!
//! Native only. This crate writes no files and prints nothing; `cargo xtask content` does.

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
