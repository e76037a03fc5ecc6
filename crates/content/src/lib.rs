//! How the content files become meaning: they are read, checked as a whole, and turned into [`adal_core::Content`].
//!
//! Native only: the widget holds the result, never this crate.

mod problem;
mod raw;
mod read;

mod expression;

mod check;
mod errata;
mod fluent;

mod cases;
mod loaded;
mod practice;
mod proof;

pub use cases::{Expected, WorkedCase, run_cases};
pub use fluent::{Key, VariableKind, Words};
pub use loaded::{Loaded, load, pack};
pub use problem::{Place, Problem, Problems, SourceFile};
pub use proof::{Proof, SituationProof, prove, prove_within};
