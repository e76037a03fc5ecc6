//! `themes.toml`: the groups of situations on the start page.

use adal_core::Theme;

use super::names::check_id;
use super::{Build, texts};
use crate::problem::Place;
use crate::raw;
use crate::read::{Items, only_list};

impl Build {
    pub(super) fn themes(&mut self) {
        let Some(file) = self.folder.optional("themes.toml", &mut self.problems) else { return };
        let items: Items<raw::Theme> = only_list(Some(&file), "theme", &mut self.problems);
        self.themes.note_broken(&items);
        for (ix, raw) in (0_u8..=254).zip(&items.good) {
            let raw = raw.get_ref();
            let place = Place::at(&file, raw.id.span());
            check_id(&raw.id, &file, &mut self.problems);
            check_id(&raw.sign, &file, &mut self.problems);
            self.themes.add(raw.id.get_ref(), ix, &place, &mut self.problems);
            self.content.themes.push(Theme {
                sign: raw.sign.get_ref().clone(),
                title: texts::prose(&raw.title, "title", &place, &mut self.problems),
            });
        }
    }
}
