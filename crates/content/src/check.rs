//! Checks the content folder as a whole, all problems at once, and builds what the engine needs.

pub(crate) mod names;
mod notices;
mod people;
mod profile;
mod questions;
mod reading;
mod remarks;
mod situations;
mod standard;
mod steps;
mod texts;
mod themes;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use toml::Spanned;

use adal_core::{
    Check, ClauseIx, Content, People, PersonIx, QuestionIx, ReadingIx, SituationIx, StepIx, Text,
};

use crate::law::{FactIx, Law, ValueIx, View};
use crate::loaded::{Declared, Loaded, Origins, Unfinished};
use crate::problem::{Place, Problems, SourceFile, suggestion};
use crate::raw;
use crate::read::{Folder, Table};
use crate::wording::{self, Force};
use crate::{approval, cases, changes, editions, fluent, twins};
use names::Names;

pub(crate) use names::is_id;
pub(crate) use standard::check_date;
pub use texts::acquits;
pub(crate) use texts::{never_said, optional, prose, quoted};

/// Everything that may be in the content folder.
const FOLDER: [&str; 25] = [
    profile::FILE,
    "standard.toml",
    "glossary.toml",
    "expectations.toml",
    "terms.toml",
    "force.toml",
    "people.toml",
    "facts.toml",
    "readings.toml",
    "law",
    "remarks.toml",
    "themes.toml",
    "twins",
    "steps.toml",
    "notices.toml",
    "shared.toml",
    "unfinished.toml",
    "source",
    "situations",
    "cases",
    "spelling",
    "ui",
    "papers",
    changes::FILE,
    approval::FILE,
];

/// Reads and checks the content folder; `adopting` is false where what the Company adopted is to be open.
pub(crate) fn check(dir: &Path, adopting: bool) -> Result<Loaded, Problems> {
    let mut build = Build::new(dir);
    build.adopting = adopting;
    build.folder_itself();
    build.force = Force::load(&mut build.folder, &mut build.problems);
    build.people();
    build.standard();
    let commonest = build.profile();
    let unfinished = build.unfinished();
    editions::check(&mut build);
    changes::load(&mut build);
    build.steps();
    build.law();
    build.shared();
    build.themes();
    build.situations();
    build.commonest(commonest);
    build.remarks();
    build.glossary();
    build.expectations();
    build.notices();
    build.drafts();
    if !build.is_unfinished && !build.used.unsure && build.law_is_whole {
        build.unused();
    }
    let words = fluent::load(&mut build.folder, "ui", &mut build.problems);
    let papers = fluent::load(&mut build.folder, "papers", &mut build.problems);
    let cases = cases::load(&mut build);
    let twins = twins::load(&mut build);
    let signatures = approval::load(&mut build);
    build.finish(words, papers, cases, twins, signatures, unfinished)
}

/// Reads the words of the interface alone.
pub(crate) fn check_words(dir: &Path) -> Result<fluent::Words, Problems> {
    let (mut folder, mut problems) = (Folder::new(dir), Problems::default());
    let words = fluent::load(&mut folder, "ui", &mut problems);
    if problems.is_empty() { Ok(words) } else { Err(problems) }
}

/// The content while it is being built. After a mistake it goes on with the best guess: with any problem at the
/// end nothing of it is used.
pub(crate) struct Build {
    pub(crate) folder: Folder,
    pub(crate) problems: Problems,
    pub(crate) content: Content,
    pub(crate) origins: Origins,
    pub(crate) declared: Declared,
    pub(crate) clauses: Names<ClauseIx>,
    pub(crate) people: Names<PersonIx>,
    pub(crate) steps: Names<StepIx>,
    /// The conditions of steps as they are written, until the facts of the law are known.
    pub(crate) steps_when: Vec<(StepIx, Spanned<String>)>,
    pub(crate) steps_file: Option<Arc<SourceFile>>,
    pub(crate) questions: Names<QuestionIx>,
    pub(crate) situations: Names<SituationIx>,
    pub(crate) readings: Names<ReadingIx>,
    themes: Names<u8>,
    /// The words with which each language speaks with force.
    pub(crate) force: Force,
    pub(crate) fact_names: Names<FactIx>,
    pub(crate) element_names: Names<usize>,
    /// While the elements are being read, the ids of those that were not read yet.
    pub(crate) elements_below: BTreeSet<String>,
    pub(crate) law_rules: Names<()>,
    pub(crate) law: Law,
    /// Readings on which something turns besides the rules.
    pub(crate) used_readings: BTreeSet<ReadingIx>,
    /// The clauses that are said to bind the Company as a whole.
    pub(crate) of_company: BTreeSet<ClauseIx>,
    /// The person whom the Standard does not bind, if that is known.
    pub(crate) outside: Option<PersonIx>,
    /// People for whom the Company decided that the Standard does not bind them.
    pub(crate) unbound: People,
    /// Whether all languages of drafts could be read.
    pub(crate) drafts_are_whole: bool,
    /// Whether what the Company adopted is taken so.
    pub(crate) adopting: bool,
    /// Whether all of the law could be read, so that what is not used is surely not used.
    pub(crate) law_is_whole: bool,
    /// The facts with the values that some situation gives them.
    pub(crate) set_values: BTreeSet<(FactIx, ValueIx)>,
    /// The rules of the law that can hold in some situation, with the views from which they can.
    pub(crate) reached: BTreeSet<(usize, View)>,
    /// The labels of yes and no.
    yes_no: [Text; 2],
    /// The questions that lend their texts to others.
    shared: questions::Shared,
    pub(crate) used: Used,
    /// Whether situations and law are still being written, so that some of it may be unused.
    pub(crate) is_unfinished: bool,
}

/// The shared items that some situation uses.
#[derive(Default)]
pub(crate) struct Used {
    /// Something could not be read, so that nothing is surely unused.
    pub(crate) unsure: bool,
    pub(crate) steps: BTreeSet<StepIx>,
    questions: BTreeSet<String>,
}

impl Build {
    fn new(dir: &Path) -> Build {
        Build {
            folder: Folder::new(dir),
            problems: Problems::default(),
            content: Content::default(),
            origins: Origins::default(),
            declared: Declared::default(),
            clauses: Names::new("clause"),
            people: Names::new("person"),
            steps: Names::new("step"),
            steps_when: Vec::new(),
            steps_file: None,
            questions: Names::new("question"),
            situations: Names::new("situation"),
            readings: Names::new("reading"),
            themes: Names::new("theme"),
            force: Force::default(),
            fact_names: Names::new("fact"),
            element_names: Names::new("element"),
            elements_below: BTreeSet::new(),
            law_rules: Names::new("rule"),
            law: Law::default(),
            used_readings: BTreeSet::new(),
            of_company: BTreeSet::new(),
            outside: None,
            unbound: People::NOBODY,
            drafts_are_whole: false,
            adopting: true,
            law_is_whole: true,
            set_values: BTreeSet::new(),
            reached: BTreeSet::new(),
            yes_no: [Text::default(), Text::default()],
            shared: questions::Shared::default(),
            used: Used::default(),
            is_unfinished: false,
        }
    }

    /// A file with another name would be passed over in silence.
    fn folder_itself(&mut self) {
        for name in self.folder.list("") {
            if !FOLDER.contains(&name.as_str()) && !name.ends_with(".md") {
                let place = self.folder.place(&name);
                self.problems.add(&place, "nothing in the content folder has this name").help =
                    suggestion(&name, FOLDER);
            }
        }
    }

    /// The clauses that no situation covers yet, if the content says that it is unfinished.
    fn unfinished(&mut self) -> Option<Unfinished> {
        let file = self.folder.optional("unfinished.toml", &mut self.problems)?;
        let raw = Table::parse(&file, &mut self.problems)
            .and_then(|table| table.rest::<raw::Unfinished>(&mut self.problems))
            .unwrap_or_default();
        let mut clauses = Vec::new();
        for id in &raw.clauses {
            if let Some(clause) = self.clauses.find(id, &file, &mut self.problems) {
                clauses.push((clause, Place::at(&file, id.span())));
            }
        }
        self.is_unfinished = true;
        Some(Unfinished { clauses })
    }

    /// Reminders, steps and shared questions that nothing uses.
    fn unused(&mut self) {
        let clauses = (0_u8..).map(ClauseIx).zip(&self.content.clauses);
        for (ix, clause) in clauses.filter(|(_, clause)| clause.check == Check::Reminder) {
            let listed = self.content.situations.iter().any(|s| s.reminders.contains(&ix));
            if !listed {
                let message = format!("no situation lists the reminder `{}`", clause.id);
                self.problems
                    .add(&self.origins.clauses[ix.place()], message)
                    .help("list it under `reminders` where it helps");
            }
        }
        let steps = (0_u16..).map(StepIx).zip(&self.content.steps);
        for (ix, step) in steps.filter(|(ix, _)| !self.used.steps.contains(ix)) {
            self.problems
                .add(
                    &self.origins.steps[ix.place()],
                    format!("no rule uses the step `{}`", step.id),
                )
                .help("put it under a rule, or take it out");
        }
        for raw in self.shared.questions.values() {
            let name = raw.question.id.get_ref();
            if !self.used.questions.contains(name) {
                self.problems
                    .add(&raw.place, format!("no situation has a question like `{name}`"))
                    .help(format!("add `like = \"{name}\"` to a question, or take it out"));
            }
        }
    }

    fn finish(
        mut self,
        words: fluent::Words,
        papers: fluent::Words,
        cases: Vec<cases::WorkedCase>,
        twins: Vec<twins::Twins>,
        signatures: Vec<approval::Signature>,
        unfinished: Option<Unfinished>,
    ) -> Result<Loaded, Problems> {
        let own_texts = wording::own_texts(&self.folder.sources);
        wording::check(&own_texts, &mut self.folder, &mut self.problems);
        if !self.problems.is_empty() {
            self.problems.sort();
            return Err(self.problems);
        }
        let hashed = approval::Hashed {
            content: &self.content,
            law: &self.law,
            declared: &self.declared,
            words: &words,
        };
        self.content.confirmations = approval::confirmations(hashed, &signatures);
        Ok(Loaded {
            content: self.content,
            words,
            papers,
            cases,
            twins,
            signatures,
            own_texts,
            law: self.law,
            files: self.folder.files,
            origins: self.origins,
            declared: self.declared,
            unfinished,
        })
    }
}
