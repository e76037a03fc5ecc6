//! `notices.toml`: drafts that the steps call for, with their parts and fields.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use adal_core::{
    ClauseIx, Condition, DraftPart, Field, Lang, Message, Notice, StepIx, Style, Text,
};
use toml::Spanned;

use self::neutral::neutral;
use self::places::{cites, cut, fields_in};
use super::Build;
use super::names::{Names, check_id};
use crate::expression::Scope;
use crate::fluent::pattern;
use crate::problem::{Place, Problems, SourceFile};
use crate::raw;
use crate::read::{Items, Table};

mod neutral;
mod places;

/// A draft stores the indices of its parts and fields in one byte.
const MOST: usize = 255;

/// The lists of the file.
struct File {
    file: Arc<SourceFile>,
    fields: Names<u8>,
    parts: Names<u8>,
    part_places: Vec<Place>,
}

impl Build {
    pub(super) fn notices(&mut self) {
        let Some(file) = self.folder.required("notices.toml", &mut self.problems) else { return };
        let Some(mut table) = Table::parse(&file, &mut self.problems) else { return };
        let problems = &mut self.problems;
        let fields: Items<raw::Field> = table.items("field", problems);
        let parts: Items<raw::DraftPart> = table.items("part", problems);
        let notices: Items<raw::Notice> = table.items("notice", problems);
        table.rest::<raw::Notices>(problems);
        let is_whole = fields.is_whole() && parts.is_whole() && notices.is_whole();
        let mut file = File {
            file: Arc::clone(&file),
            fields: Names::new("field"),
            parts: Names::new("part"),
            part_places: Vec::new(),
        };
        file.fields.note_broken(&fields);
        file.parts.note_broken(&parts);
        let field_places = self.fields(&fields, &mut file);
        self.parts(&parts, &mut file);
        let mut served = BTreeMap::new();
        for raw in notices.good.iter().take(MOST) {
            self.notice(raw.get_ref(), &file, &mut served);
        }
        too_many("notices", notices.good.len(), &file.file, &mut self.problems);
        if is_whole {
            self.unused_in_notices(&field_places, &file);
        }
    }

    fn fields(&mut self, items: &Items<raw::Field>, file: &mut File) -> Vec<Place> {
        let mut places = Vec::new();
        for (ix, raw) in (0_u8..).zip(items.good.iter().take(MOST)) {
            let raw = raw.get_ref();
            let place = Place::at(&file.file, raw.id.span());
            let problems = &mut self.problems;
            check_id(&raw.id, &file.file, problems);
            file.fields.add(raw.id.get_ref(), ix, &place, problems);
            self.content.notices.fields.push(Field {
                id: raw.id.get_ref().clone(),
                label: neutral(&raw.label, "label", &place, problems),
                hint: raw.hint.as_ref().map(|hint| neutral(hint, "hint", &place, problems)),
                long: raw.long,
            });
            places.push(place);
        }
        too_many("fields", items.good.len(), &file.file, &mut self.problems);
        places
    }

    fn parts(&mut self, items: &Items<raw::DraftPart>, file: &mut File) {
        let scope = self.questions_of_all();
        for (ix, raw) in (0_u8..).zip(items.good.iter().take(MOST)) {
            let raw = raw.get_ref();
            let place = Place::at(&file.file, raw.id.span());
            check_id(&raw.id, &file.file, &mut self.problems);
            file.parts.add(raw.id.get_ref(), ix, &place, &mut self.problems);
            let (text, fields) = self.words_with_fields(raw, &place, file);
            let when = raw.when.as_ref().and_then(|when| self.part_when(when, &scope, file));
            self.content.notices.parts.push(DraftPart {
                style: raw.style.map_or(Style::Body, |style| style.0),
                when,
                optional: raw.optional,
                fields,
                text,
            });
            file.part_places.push(place);
        }
        too_many("parts", items.good.len(), &file.file, &mut self.problems);
    }

    fn part_when(
        &mut self,
        when: &Spanned<String>,
        scope: &Scope,
        file: &File,
    ) -> Option<Condition> {
        let condition = scope.read(when, &file.file, &mut self.problems)?;
        self.not_constant(&condition, "this condition", &Place::at(&file.file, when.span()));
        Some(condition)
    }

    /// The text of a part with its fields as variables, and the list of these fields, which must be the same in each
    /// language.
    fn words_with_fields(
        &mut self,
        raw: &raw::DraftPart,
        place: &Place,
        file: &File,
    ) -> (Message, Vec<u8>) {
        let before = self.problems.len();
        let text = neutral(&raw.text, "text", place, &mut self.problems);
        let spans = [&raw.text.kk, &raw.text.ru, &raw.text.en]
            .map(|words| words.as_ref().map(Spanned::span));
        let pieces = Lang::ALL.map(|lang| {
            let span = spans[lang as usize].clone();
            let place = span.map_or_else(|| place.clone(), |span| Place::at(&file.file, span));
            cut(text.get(lang), &place, &file.fields, &mut self.problems)
        });
        let [kk, ru, en] = [&pieces[0], &pieces[1], &pieces[2]].map(|pieces| fields_in(pieces));
        // After a mistake in the text, a missing field may be its consequence.
        let is_sound = self.problems.len() == before;
        if is_sound && (kk != ru || kk != en) {
            self.problems
                .add(place, "the languages of this part do not have the same fields")
                .help("each language says the same");
        } else if is_sound && raw.optional && kk.is_empty() {
            self.problems
                .add(place, "an optional part without a field would never be there")
                .help("put a field into it, or take `optional` out");
        }
        let [in_kk, in_ru, in_en] = Lang::ALL.map(|lang| pattern(lang, &pieces[lang as usize]));
        (Message(Text::new(in_kk, in_ru, in_en)), kk.into_iter().collect())
    }

    fn notice(&mut self, raw: &raw::Notice, file: &File, served: &mut BTreeMap<StepIx, Place>) {
        let place = Place::at(&file.file, raw.id.span());
        check_id(&raw.id, &file.file, &mut self.problems);
        let twice = self.content.notices.notices.iter().any(|n| n.id == *raw.id.get_ref());
        if twice {
            self.problems
                .add(&place, format!("the notice `{}` is defined twice", raw.id.get_ref()))
                .help("give each an id of its own");
        }
        let steps = self.steps.find_list(&raw.steps, &file.file, &mut self.problems);
        self.served_once(&steps, &place, served);
        let parts = file.parts.find_list(&raw.parts, &file.file, &mut self.problems);
        let problems = &mut self.problems;
        let mut text = |raw: &raw::Text, what: &str| neutral(raw, what, &place, problems);
        let notice = Notice {
            id: raw.id.get_ref().clone(),
            name: text(&raw.name, "name"),
            lead: text(&raw.lead, "lead"),
            title: text(&raw.title, "title"),
            subject: text(&raw.subject, "subject"),
            steps,
            parts,
        };
        self.addresses_first(&notice, &place);
        self.cites_its_clauses(&notice, &place, file);
        self.content.notices.notices.push(notice);
    }

    fn served_once(
        &mut self,
        steps: &[StepIx],
        place: &Place,
        served: &mut BTreeMap<StepIx, Place>,
    ) {
        if steps.is_empty() {
            self.problems.add(place, "`steps` names no step").help("say which step calls for it");
        }
        for step in steps {
            if let Some(first) = served.insert(*step, place.clone()) {
                let message =
                    format!("another notice serves `{}` too", self.content.steps[step.place()].id);
                self.problems.add(place, message).help(format!("the first one is at {first}"));
            }
        }
    }

    /// The title comes after the addresses.
    fn addresses_first(&mut self, notice: &Notice, place: &Place) {
        let styles = notice.parts.iter().map(|part| self.style_of(*part));
        let late = styles.skip_while(|style| *style == Style::Address).any(|s| s == Style::Address);
        if late {
            self.problems
                .add(place, "a part with `style = \"address\"` comes after another part")
                .help("put the addresses first in `parts`");
        }
    }

    fn style_of(&self, part: u8) -> Style {
        self.content.notices.parts.get(usize::from(part)).map_or(Style::Body, |part| part.style)
    }

    /// A draft may cite only the clauses of its steps.
    fn cites_its_clauses(&mut self, notice: &Notice, place: &Place, file: &File) {
        let content = &self.content;
        let mine: BTreeSet<ClauseIx> =
            notice.steps.iter().flat_map(|step| content[*step].clauses.iter().copied()).collect();
        let mut strange = Vec::new();
        for part in &notice.parts {
            let Some(words) = content.notices.parts.get(usize::from(*part)) else { continue };
            let said = words.text.format(Lang::Kk, &[]);
            let cited = content.clauses.iter().zip((0_u8..).map(ClauseIx));
            for (clause, ix) in cited.filter(|(clause, _)| cites(&said, &clause.id)) {
                if !mine.contains(&ix) {
                    strange.push((clause.id.clone(), file.part_places[usize::from(*part)].clone()));
                }
            }
        }
        for (clause, part) in strange {
            self.problems
                .add(&part, format!("`{}` cites {clause}, which none of its steps has", notice.id))
                .help(format!("the notice is at {place}"));
        }
    }

    fn unused_in_notices(&mut self, fields: &[Place], file: &File) {
        let notices = &self.content.notices;
        let used: BTreeSet<u8> =
            notices.parts.iter().flat_map(|part| part.fields.iter().copied()).collect();
        let idle_fields = (0_u8..).zip(fields).filter(|(ix, _)| !used.contains(ix));
        let in_notices: BTreeSet<u8> =
            notices.notices.iter().flat_map(|notice| notice.parts.iter().copied()).collect();
        let idle_parts = (0_u8..).zip(&file.part_places).filter(|(ix, _)| !in_notices.contains(ix));
        for (what, place) in idle_fields
            .map(|(_, place)| ("no part has this field", place))
            .chain(idle_parts.map(|(_, place)| ("no notice has this part", place)))
        {
            self.problems.add(place, what).help("use it, or take it out");
        }
    }
}

/// Reports a list with more items than its index type can hold.
fn too_many(what: &str, count: usize, file: &Arc<SourceFile>, problems: &mut Problems) {
    if count > MOST {
        problems
            .add(&Place::whole(file), format!("more than {MOST} {what}"))
            .help("put some together, or take some out");
    }
}
