//! `people.toml`: who can ask, and which rules concern whom.

use std::sync::Arc;

use adal_core::{People, Person, PersonIx};
use toml::Spanned;

use super::names::check_id;
use super::{Build, texts};
use crate::problem::{Place, SourceFile};
use crate::raw;
use crate::read::{Items, only_list};

impl Build {
    pub(super) fn people(&mut self) {
        let file = self.folder.required("people.toml", &mut self.problems);
        let items = only_list(file.as_ref(), "person", &mut self.problems);
        self.people.note_broken(&items);
        let Some(file) = file else { return };
        if items.good.len() > People::LIMIT {
            let message = format!("more than {} people", People::LIMIT);
            self.problems
                .add(&Place::whole(&file), message)
                .help("the engine can tell no more apart: put some together");
        }
        for raw in items.good.iter().take(People::LIMIT) {
            self.person(raw, &file);
        }
        self.includes(&items, &file);
    }

    fn person(&mut self, raw: &Spanned<raw::Person>, file: &Arc<SourceFile>) {
        let raw = raw.get_ref();
        let place = Place::at(file, raw.id.span());
        let index = PersonIx(self.content.people.len() as u8);
        check_id(&raw.id, file, &mut self.problems);
        self.people.add(raw.id.get_ref(), index, &place, &mut self.problems);
        let note = texts::optional(raw.note.as_ref(), "note", &place, &mut self.problems);
        match (&raw.reading, &note) {
            (Some(reading), Some(_)) => {
                self.declared.people_readings.push((index, reading.clone()));
            }
            (Some(_), None) => {
                self.problems
                    .add(
                        &place,
                        format!("`{}` turns on a reading and has no `note`", raw.id.get_ref()),
                    )
                    .help(
                        "say in `note.kk`, `note.ru` and `note.en` why the Standard leaves it open",
                    );
            }
            (None, Some(_)) => {
                self.problems
                    .add(
                        &place,
                        format!("`{}` has a `note` and turns on no reading", raw.id.get_ref()),
                    )
                    .help("add `reading` with the id of a reading, or take the note out");
            }
            (None, None) => {}
        }
        self.content.people.push(Person {
            id: raw.id.get_ref().clone(),
            name: texts::prose(&raw.name, "name", &place, &mut self.problems),
            stands_for: People::NOBODY.with(index),
            alone: raw.alone,
            open: note.filter(|_| raw.reading.is_some()),
        });
        self.origins.people.push(place);
    }

    /// Resolves `includes` transitively.
    fn includes(&mut self, items: &Items<raw::Person>, file: &Arc<SourceFile>) {
        let direct: Vec<People> = items
            .good
            .iter()
            .take(People::LIMIT)
            .map(|raw| {
                let ids = &raw.get_ref().includes;
                self.people.find_list(ids, file, &mut self.problems).into_iter().collect()
            })
            .collect();
        for start in 0..self.content.people.len() {
            let reached = reached(&direct, start);
            let itself = PersonIx(start as u8);
            if reached.contains(itself) {
                let id = &self.content.people[start].id;
                let message = format!("`{id}` includes itself, through {}", self.names(reached));
                self.problems
                    .add(&self.origins.people[start], message)
                    .help("take one of them out of `includes`");
            }
            self.content.people[start].stands_for = reached.with(itself);
        }
    }

    /// The ids of these people.
    pub(super) fn names(&self, people: People) -> String {
        let ids: Vec<&str> = people
            .iter()
            .filter_map(|person| self.content.people.get(person.place()))
            .map(|person| person.id.as_str())
            .collect();
        crate::problem::list(&ids)
    }
}

/// Everyone who is included, directly or indirectly.
fn reached(direct: &[People], start: usize) -> People {
    let mut reached = direct[start];
    loop {
        let more = reached
            .iter()
            .filter_map(|person| direct.get(person.place()))
            .fold(reached, |all, people| all.union(*people));
        if more == reached {
            return reached;
        }
        reached = more;
    }
}
