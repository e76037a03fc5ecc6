//! Reads the content files, checks them as a whole and turns them into [`adal_core::Content`].
//!
//! Native only: the widget contains the result, never this crate. `adal-proof` proves properties of the content, and
//! `adal-papers` prints it.

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
mod packs;
mod practice;
mod signed;
mod twins;
mod wording;

pub use approval::{Reader, Signature, Signer, Subject, hash, reading_hash};
pub use cases::{Expected, Places, WorkedCase};
pub use check::acquits;
pub use fluent::{Key, VariableKind, Words};
pub use loaded::{
    Commonest, Declared, Loaded, Origins, Unfinished, load, load_unadopted, load_words,
};
pub use packs::{PackProblem, Packed, pack, schema};
pub use problem::{Place, Problem, Problems, SourceFile, list};
pub use raw::Worded;
pub use signed::{InWords, Item, ItemKind, Part, PartName, Source, question};
pub use twins::{Door, Twins};
pub use wording::{LONG, OwnText, Sentence, TextKind, VERY_LONG, sentences};
