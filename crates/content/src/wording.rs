//! The words of the tool’s own, whatever file they are in: what things are called, how strongly a text speaks, and how
//! long its sentences are. The Standard’s own text and its translations are not among them.

mod force;
mod lengths;
mod own_texts;
mod phrase;
mod terms;

use crate::problem::Problems;
use crate::read::Folder;

pub(crate) use force::{Force, Speech};
pub use lengths::{LONG, Sentence, VERY_LONG, sentences};
pub(crate) use own_texts::own_texts;
pub use own_texts::{OwnText, TextKind};

/// Reports what is wrong with the words of all texts.
pub(crate) fn check(texts: &[OwnText], folder: &mut Folder, problems: &mut Problems) {
    terms::check(texts, folder, problems);
    lengths::check(texts, problems);
}
