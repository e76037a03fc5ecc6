//! How the content files become meaning: they are read, checked as a whole, and turned into [`adal_core::Content`].
//!
//! Native only: the widget holds the result, never this crate. What must hold of the meaning is proved in `adal-proof`;
//! what is printed of it is made in `adal-papers`.

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
mod signed;
mod twins;

pub use approval::{Reader, Signature, Signer, Subject, hash, reading_hash};
pub use cases::{Expected, Places, WorkedCase};
pub use check::{NGO, acquits};
pub use fluent::{Key, VariableKind, Words};
pub use loaded::{Declared, Loaded, Origins, Unfinished, load, load_unadopted, pack};
pub use problem::{Place, Problem, Problems, SourceFile, list};
pub use raw::Worded;
pub use signed::{InWords, Item, ItemKind, Part, PartName, Source, question};
pub use twins::{Door, Twins};
