//! `remarks.toml`: useful information that no clause contains.

use adal_core::{Condition, Remark, RemarkIx, RemarkPlace, SituationIx};

use super::names::{Names, check_id};
use super::{Build, texts};
use crate::problem::Place;
use crate::raw;
use crate::read::{Items, only_list};

/// The maximum number of remarks.
const MOST: usize = 255;

impl Build {
    pub(super) fn remarks(&mut self) {
        let file = self.folder.required("remarks.toml", &mut self.problems);
        let items: Items<raw::Remark> = only_list(file.as_ref(), "remark", &mut self.problems);
        let items = items.at_most(MOST, "remarks", file.as_ref(), &mut self.problems);
        let Some(file) = file else { return };
        let scope = self.questions_of_all();
        let mut names: Names<RemarkIx> = Names::new("remark");
        for (ix, raw) in (0_u8..=254).map(RemarkIx).zip(&items.good) {
            let raw = raw.get_ref();
            let place = Place::at(&file, raw.id.span());
            check_id(&raw.id, &file, &mut self.problems);
            names.add(raw.id.get_ref(), ix, &place, &mut self.problems);
            let when = raw.when.as_ref().map(|when| {
                let read = scope.read(when, &file, &mut self.problems);
                if let Some(condition) = &read {
                    let place = Place::at(&file, when.span());
                    self.not_constant(condition, "this condition", &place);
                }
                read
            });
            let situations: Vec<SituationIx> =
                self.situations.find_list(&raw.situations, &file, &mut self.problems);
            if raw.people.is_empty()
                && situations.is_empty()
                && raw.when.is_none()
                && raw.rests_on.is_empty()
                && raw.steps.is_empty()
            {
                self.problems
                    .add(&place, "this remark would be shown with every result")
                    .help("say with `when`, `situations`, `people`, `steps` or `rests-on` where it belongs");
            }
            let people = self.people.find_list(&raw.people, &file, &mut self.problems);
            self.content.remarks.push(Remark {
                id: raw.id.get_ref().clone(),
                text: texts::prose(&raw.text, "text", &place, &mut self.problems),
                people: people.into_iter().collect(),
                situations,
                when: when.flatten().unwrap_or(Condition::ALWAYS),
                found: self.clauses.find_list(&raw.found, &file, &mut self.problems),
                place: raw.place.map_or(RemarkPlace::Top, |place| place.0),
                steps: self.steps.find_list(&raw.steps, &file, &mut self.problems),
                rests_on: self.clauses.find_list(&raw.rests_on, &file, &mut self.problems),
            });
        }
    }
}
