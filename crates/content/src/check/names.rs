//! Ids: their syntax, their indices, and messages about unknown and duplicate ids.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::expression::{RESERVED, Word};
use crate::problem::{Place, Problems, SourceFile, suggestion};
use crate::raw::Id;
use crate::read::Items;

/// The ids of one type of item.
pub(crate) struct Names<T> {
    what: &'static str,
    known: BTreeMap<String, (T, Place)>,
    broken: BTreeSet<String>,
    complete: bool,
}

impl<T: Copy> Names<T> {
    pub(crate) fn new(what: &'static str) -> Self {
        Names { what, known: BTreeMap::new(), broken: BTreeSet::new(), complete: true }
    }

    /// Records items that could not be read, so that references to them are not reported too.
    pub(crate) fn note_broken<U>(&mut self, items: &Items<U>) {
        self.broken.extend(items.broken.iter().cloned());
        self.complete &= items.complete;
    }

    /// Records one item that could not be read.
    pub(crate) fn note_broken_id(&mut self, id: &str) {
        self.broken.insert(id.to_owned());
    }

    /// Adds an item. Reports a duplicate id.
    pub(crate) fn add(&mut self, id: &str, item: T, place: &Place, problems: &mut Problems) {
        if let Some((_, first)) = self.known.get(id) {
            problems
                .add(place, format!("the {} `{id}` is defined twice", self.what))
                .help(format!("the first is at {first}"));
            return;
        }
        self.known.insert(id.to_owned(), (item, place.clone()));
    }

    /// The item with this id. Reports an unknown id.
    pub(crate) fn find(
        &self,
        id: &Id,
        file: &Arc<SourceFile>,
        problems: &mut Problems,
    ) -> Option<T> {
        let name = id.get_ref().as_str();
        let found = self.known(name);
        if found.is_none() {
            self.report_unknown(name, &Place::at(file, id.span()), problems);
        }
        found
    }

    /// The item that a word of a condition refers to. Reports an unknown one.
    pub(crate) fn find_word(&self, word: &Word, problems: &mut Problems) -> Option<T> {
        let found = self.known(&word.text);
        if found.is_none() {
            self.report_unknown(&word.text, &word.place, problems);
        }
        found
    }

    /// The item with this id, if it exists.
    pub(crate) fn known(&self, name: &str) -> Option<T> {
        self.known.get(name).map(|(item, _)| *item)
    }

    /// Reports an unknown id, unless the item may exist but could not be read.
    pub(crate) fn report_unknown(&self, name: &str, place: &Place, problems: &mut Problems) {
        if self.complete && !self.broken.contains(name) {
            problems.add(place, format!("unknown {} `{name}`", self.what)).help =
                suggestion(name, self.known.keys().map(String::as_str))
                    .or_else(|| Some(format!("see {}", place_of_all(self.what))));
        }
    }

    /// The items with these ids. Reports unknown and repeated ids.
    pub(crate) fn find_list(
        &self,
        ids: &[Id],
        file: &Arc<SourceFile>,
        problems: &mut Problems,
    ) -> Vec<T> {
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        for id in ids {
            if !seen.insert(id.get_ref()) {
                let place = Place::at(file, id.span());
                problems
                    .add(&place, format!("`{}` is listed twice", id.get_ref()))
                    .help("keep one of the two");
                continue;
            }
            found.extend(self.find(id, file, problems));
        }
        found
    }
}

/// The file in which items of a type are written.
fn place_of_all(what: &str) -> &'static str {
    match what {
        "clause" => "standard.toml",
        "person" => "people.toml",
        "step" => "steps.toml",
        "reading" => "readings.toml",
        "fact" | "element" => "facts.toml",
        "field" | "part" => "notices.toml",
        "question" | "situation" => "the files in situations/",
        _ => "this file",
    }
}

/// Whether this is an id: lower-case Latin letters, digits and single hyphens between them.
pub(crate) fn is_id(text: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    text.split('-').all(part)
}

/// Reports an id with invalid syntax.
pub(crate) fn check_id(id: &Id, file: &Arc<SourceFile>, problems: &mut Problems) {
    let name = id.get_ref().as_str();
    let place = Place::at(file, id.span());
    if !is_id(name) {
        problems
            .add(&place, format!("`{name}` is not a valid id"))
            .help("an id is lower-case Latin letters, digits and hyphens, like `gift-from`");
    } else if RESERVED.contains(&name) {
        problems
            .add(&place, format!("`{name}` is a word that conditions use, so it cannot be an id"))
            .help("take another word");
    }
}

/// Reports a clause number with invalid syntax.
pub(crate) fn check_clause_number(id: &Id, file: &Arc<SourceFile>, problems: &mut Problems) {
    let numbers: Vec<&str> = id.get_ref().split('.').collect();
    let number = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    if numbers.len() < 2 || !numbers.iter().all(number) {
        problems
            .add(&Place::at(file, id.span()), format!("`{}` is not a clause number", id.get_ref()))
            .help("a clause number is like `3.6` or `2.1.1`");
    }
}
