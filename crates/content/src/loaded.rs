//! The content after all checks, and its packed form.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use adal_core::{ChoiceIx, ClauseIx, Content, People, QuestionIx, StepIx};

use crate::approval::Signature;
use crate::cases::WorkedCase;
use crate::check;
use crate::fluent::Words;
use crate::problem::{Place, Problems};

/// The content folder after all checks.
#[derive(Debug)]
pub struct Loaded {
    /// What the tool says.
    pub content: Content,
    /// The words of the interface; empty when there are none yet.
    pub words: Words,
    /// The words of what is printed for officers; empty when there are none yet.
    pub officer: Words,
    /// The words of the printed tables; empty when there are none yet.
    pub labels: Words,
    /// The worked cases.
    pub cases: Vec<WorkedCase>,
    /// Who read which text, and what the Company confirmed, whether it changed since or not.
    pub signatures: Vec<Signature>,
    /// Every file that was read.
    pub files: Vec<PathBuf>,
    pub(crate) origins: Origins,
    pub(crate) declared: Declared,
    pub(crate) unfinished: Option<Unfinished>,
}

/// Where the items of the content were written.
#[derive(Debug, Default)]
pub(crate) struct Origins {
    pub(crate) clauses: Vec<Place>,
    pub(crate) people: Vec<Place>,
    pub(crate) steps: Vec<Place>,
    pub(crate) questions: Vec<Place>,
    /// The choices of each question; none for yes and no, which stand in no file of their own.
    pub(crate) choices: Vec<Vec<Place>>,
    pub(crate) rules: Vec<Place>,
    pub(crate) situations: Vec<Place>,
}

/// What the content says of itself, to be checked; the engine does without it.
#[derive(Debug, Default)]
pub(crate) struct Declared {
    /// Choices that are the same for the Standard as another choice of their question, with the place of saying so.
    pub(crate) same_as: BTreeMap<(QuestionIx, ChoiceIx), (ChoiceIx, Place)>,
    /// Clauses whose wording is settled towards these people only.
    pub(crate) settled_for: BTreeMap<ClauseIx, People>,
    /// Clauses that are no ground of a result by themselves.
    pub(crate) never_alone: BTreeSet<ClauseIx>,
    /// Steps that say whom to ask.
    pub(crate) asking: BTreeSet<StepIx>,
}

/// The clauses that no situation covers yet.
#[derive(Debug)]
pub(crate) struct Unfinished {
    pub(crate) clauses: Vec<(ClauseIx, Place)>,
}

impl Loaded {
    /// Whether situations are still being added, so that some checks wait.
    pub fn is_unfinished(&self) -> bool {
        self.unfinished.is_some()
    }
}

/// Reads and checks the content folder. All problems of all files are found at once.
///
/// # Errors
///
/// Everything that is wrong, in the order of files and lines.
pub fn load(dir: &Path) -> Result<Loaded, Problems> {
    check::check(dir)
}

/// The content and the words of the interface as bytes, as the widget holds them.
///
/// # Errors
///
/// When the content cannot be written in the format at all, which would be a mistake in this crate.
pub fn pack(loaded: &Loaded) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(&(&loaded.content, &loaded.words.messages))
}
