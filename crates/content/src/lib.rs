//! How the content files become meaning: they are read, checked as a whole, and turned into [`adal_core::Content`].
//!
//! Native only: the widget holds the result, never this crate.

mod problem;
mod raw;
mod read;

mod expression;

mod amendment;
mod changes;
mod check;
mod editions;
mod errata;
mod fluent;
pub mod law;

mod approval;
mod cases;
mod loaded;
mod practice;
mod proof;
mod signed;
mod twins;

pub use approval::{Reader, Signature, Signer, Subject, hash, reading_hash};
pub use cases::{Expected, WorkedCase, run_cases};
pub use check::acquits;
pub use fluent::{Key, VariableKind, Words};
pub use loaded::{Loaded, load, pack};
pub use problem::{Place, Problem, Problems, SourceFile};
pub use proof::{Proof, SituationProof, prove, prove_within};
pub use signed::{InWords, Item, ItemKind, Part, PartName};
pub use twins::{Door, Twins};
