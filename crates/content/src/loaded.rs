//! The content after all checks.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use adal_core::{
    ChoiceIx, ClauseIx, Content, PersonIx, QuestionIx, Reading, ReadingIx, SituationIx, StepIx,
    Text,
};

use crate::approval::Signature;
use crate::cases::WorkedCase;
use crate::check;
use crate::fluent::Words;
use crate::law::load::PersonReading;
use crate::law::{Law, Mapping, Stand};
use crate::problem::{Place, Problems};
use crate::raw::Worded;
use crate::twins::Twins;
use crate::wording::OwnText;

/// The content folder after all checks.
#[derive(Debug)]
pub struct Loaded {
    /// What the tool says.
    pub content: Content,
    /// The words of the interface; empty when there are none yet.
    pub words: Words,
    /// The words of what is printed for officers; empty when there are none yet.
    pub papers: Words,
    /// The worked cases.
    pub cases: Vec<WorkedCase>,
    /// The same facts through several situations.
    pub twins: Vec<Twins>,
    /// The law, as the rules of the engine were made of it.
    pub law: Law,
    /// Who read which text, and what the Company confirmed, whether it changed since or not.
    pub signatures: Vec<Signature>,
    /// The texts of the tool’s own, as the files have them.
    pub own_texts: Vec<OwnText>,
    /// Every file that was read.
    pub files: Vec<PathBuf>,
    /// Where the items of the content were written.
    pub origins: Origins,
    /// What the content says of itself.
    pub declared: Declared,
    /// The clauses that no situation covers yet, if the content is unfinished.
    pub unfinished: Option<Unfinished>,
}

/// Where the items of the content were written, each list in the order of the content.
#[derive(Debug, Default)]
pub struct Origins {
    /// The clauses.
    pub clauses: Vec<Place>,
    /// The people.
    pub people: Vec<Place>,
    /// The steps.
    pub steps: Vec<Place>,
    /// The questions.
    pub questions: Vec<Place>,
    /// The choices of each question; those of a shared question are in the file of that one.
    pub choices: Vec<Vec<Place>>,
    /// The rules.
    pub rules: Vec<Place>,
    /// The situations.
    pub situations: Vec<Place>,
}

/// What the content says of itself, to be checked; the engine does without it.
#[derive(Debug, Default)]
pub struct Declared {
    /// The person whom the Standard does not bind, and who is told only what staff owe.
    pub outside: PersonIx,
    /// The most common case.
    pub commonest: Commonest,
    /// Choices that are the same for the Standard as another choice of their question, with the place of saying so.
    pub same_as: BTreeMap<(QuestionIx, ChoiceIx), (ChoiceIx, Place)>,
    /// For each reading the clauses that it says it bears on.
    pub reading_clauses: Vec<(BTreeSet<ClauseIx>, Place)>,
    /// For each reading whether it is open.
    pub stands: Vec<Stand>,
    /// For each reading why the text settles it.
    pub reasons: Vec<Option<Text>>,
    /// The readings on which it turns whether the Standard binds a person.
    pub people_readings: Vec<PersonReading>,
    /// For each rule of the engine the rules of the law that it comes from.
    pub rules_of_law: Vec<Vec<usize>>,
    /// For each situation what its answers mean.
    pub mappings: Vec<Mapping>,
    /// Steps that say whom to ask.
    pub asking: BTreeSet<StepIx>,
}

/// The most common case, which must have its headline after a few answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Commonest {
    /// Who asks.
    pub person: PersonIx,
    /// The situation.
    pub situation: SituationIx,
    /// The question that is answered first. It need not be asked first.
    pub question: QuestionIx,
    /// Its answer.
    pub choice: ChoiceIx,
    /// The most answers that the headline may need, this one included.
    pub answers: usize,
}

impl Declared {
    /// Whether the Company adopted any reading.
    pub fn adopts(&self) -> bool {
        self.stands.iter().any(|stand| matches!(stand, Stand::Adopted(_)))
    }

    /// Whether a reading is open, settled or adopted, in the words of the content files.
    pub(crate) fn stand_in_ids(&self, ix: ReadingIx, reading: &Reading) -> String {
        let stand = self.stands.get(ix.place()).copied().unwrap_or(Stand::Open);
        match (stand, &reading.adopted) {
            (Stand::Open, _) if reading.is_fact => "to find out".to_owned(),
            (Stand::Open, _) => "open".to_owned(),
            (Stand::Settled(side), _) => format!("settled {}", side.word()),
            (Stand::Adopted(side), adopted) => {
                let date = adopted.as_ref().map_or("", |adopted| adopted.date.as_str());
                format!("adopted {} {date}", side.word())
            }
        }
    }
}

/// The clauses that no situation covers yet.
#[derive(Debug)]
pub struct Unfinished {
    /// Each with the place where it is listed.
    pub clauses: Vec<(ClauseIx, Place)>,
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
    check::check(dir, true)
}

/// As [`load`], with every reading open that the Company adopted: what the text alone makes of the content.
///
/// # Errors
///
/// Everything that is wrong, in the order of files and lines.
pub fn load_unadopted(dir: &Path) -> Result<Loaded, Problems> {
    check::check(dir, false)
}

/// Reads and checks the words of the interface alone.
///
/// # Errors
///
/// Everything that is wrong in them.
pub fn load_words(dir: &Path) -> Result<Words, Problems> {
    check::check_words(dir)
}
