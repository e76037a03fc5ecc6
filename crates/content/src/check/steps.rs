//! `steps.toml`: what a person can do, in the recommended order.

use adal_core::{Step, StepIx};

use super::names::check_id;
use super::{Build, texts};
use crate::problem::Place;
use crate::raw;
use crate::read::{Items, only_list};
use crate::wording::Speech;

impl Build {
    pub(super) fn steps(&mut self) {
        let file = self.folder.required("steps.toml", &mut self.problems);
        let items: Items<raw::Step> = only_list(file.as_ref(), "step", &mut self.problems);
        self.steps.note_broken(&items);
        let Some(file) = file else { return };
        for (ix, raw) in (0_u16..).map(StepIx).zip(&items.good) {
            let raw = raw.get_ref();
            let place = Place::at(&file, raw.id.span());
            check_id(&raw.id, &file, &mut self.problems);
            self.steps.add(raw.id.get_ref(), ix, &place, &mut self.problems);
            let mut clauses = self.clauses.find_list(&raw.clauses, &file, &mut self.problems);
            clauses.sort_unstable();
            if let Some(when) = &raw.when {
                self.steps_when.push((ix, when.clone()));
            }
            if raw.asks {
                self.declared.asking.insert(ix);
            }
            self.force.same(&raw.text, Speech::Told, &place, &mut self.problems);
            self.content.steps.push(Step {
                id: raw.id.get_ref().clone(),
                clauses,
                holds: raw.holds,
                text: texts::prose(&raw.text, "text", &place, &mut self.problems),
            });
            self.origins.steps.push(place);
        }
        self.steps_file = Some(file);
    }
}
