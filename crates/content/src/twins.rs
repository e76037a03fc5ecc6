//! Twins: the same facts, told through several situations. They must have the same result.

use std::collections::BTreeSet;

use adal_core::{Case, ClauseIx, Lang, QuestionIx, Text};

use crate::cases::begin;
use crate::check::{Build, never_said};
use crate::problem::Place;
use crate::raw;
use crate::read::Table;

/// A group of twins.
#[derive(Debug)]
pub struct Twins {
    /// The name of its file.
    pub name: String,
    /// The facts; empty in languages without them.
    pub facts: Text,
    /// The clauses that are compared. Empty means all.
    pub clauses: BTreeSet<ClauseIx>,
    /// Clauses that must apply through each door.
    pub applies: Vec<ClauseIx>,
    /// Clauses that may at most be open through each door.
    pub may_apply: Vec<ClauseIx>,
    /// Clauses that must not be found through any door.
    pub neither: Vec<ClauseIx>,
    /// The doors.
    pub doors: Vec<Door>,
}

/// One way to tell the facts.
#[derive(Debug)]
pub struct Door {
    /// Who asks, about what, and with which answers.
    pub case: Case,
    /// Where it is in the file.
    pub place: Place,
    /// Each answer with its place, in the order of the file.
    pub answers: Vec<(QuestionIx, Place)>,
}

/// Reads the groups of twins and resolves their ids.
pub(crate) fn load(build: &mut Build) -> Vec<Twins> {
    let paths = build.folder.list("twins");
    paths.iter().filter_map(|path| read(build, path)).collect()
}

fn read(build: &mut Build, path: &str) -> Option<Twins> {
    let name = build.id_of_file(path)?;
    let file = build.folder.required(path, &mut build.problems)?;
    let raw = Table::parse(&file, &mut build.problems)?.rest::<raw::Twins>(&mut build.problems)?;
    let mut facts = [String::new(), String::new(), String::new()];
    let given = [(Lang::Kk, &raw.facts.kk), (Lang::Ru, &raw.facts.ru), (Lang::En, &raw.facts.en)];
    for (lang, text) in given {
        if let Some(text) = text {
            never_said(lang, text.get_ref(), &Place::at(&file, text.span()), &mut build.problems);
            facts[lang as usize] = text.get_ref().clone();
        }
    }
    if raw.door.len() < 2 {
        build
            .problems
            .add(&Place::whole(&file), "twins need two doors at least")
            .help("tell the same facts once more under `[[door]]`");
    }
    let mut doors = Vec::new();
    for door in &raw.door {
        let place = Place::at(&file, door.span());
        let door = door.get_ref();
        let begun = begin(build, &door.people, &door.situations, &door.answers, &file);
        doors.push(Door { case: begun.case, place, answers: begun.answers });
    }
    let mut clauses = |ids: &[raw::Id]| build.clauses.find_list(ids, &file, &mut build.problems);
    let [kk, ru, en] = facts;
    Some(Twins {
        name,
        facts: Text::new(kk, ru, en),
        clauses: clauses(&raw.clauses).into_iter().collect(),
        applies: clauses(&raw.expect.applies),
        may_apply: clauses(&raw.expect.may_apply),
        neither: clauses(&raw.expect.neither),
        doors,
    })
}
