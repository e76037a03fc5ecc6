//! `standard.toml`: the sections and clauses of the Standard.

use std::sync::Arc;

use adal_core::{Check, Clause, ClauseIx, Passage as Part, People, Section};
use toml::Spanned;

use super::names::{Names, check_clause_number};
use super::{Build, texts};
use crate::errata::{self, Passage};
use crate::problem::{Place, Problems, SourceFile, list};
use crate::raw::{self, Id, Worded};
use crate::read::{Items, Table};

/// The value of `binds` for clauses that bind no person.
const COMPANY: &str = "company";

/// The maximum number of clauses.
const MOST_CLAUSES: usize = 255;

impl Build {
    pub(super) fn standard(&mut self) {
        let file = self.folder.required("standard.toml", &mut self.problems);
        let table = file.as_ref().and_then(|file| Table::parse(file, &mut self.problems));
        let (Some(file), Some(mut table)) = (&file, table) else {
            self.clauses.note_broken(&Items::<()>::unreadable());
            return;
        };
        let sections = table.items("section", &mut self.problems);
        let clauses = table.items("clause", &mut self.problems);
        self.clauses.note_broken(&clauses);
        let whole = sections.complete && sections.broken.is_empty();
        self.sections(&sections.good, file);
        self.clauses_in_order(&clauses.good, whole, file);
        let Some(head) = table.rest::<raw::Standard>(&mut self.problems) else { return };
        self.head(&head, file);
        if whole && clauses.complete && clauses.broken.is_empty() {
            let passages = passages(&head, &sections.good, &clauses.good, file);
            let (folder, problems) = (&mut self.folder, &mut self.problems);
            self.content.slips = errata::check(&passages, &head.edition, file, folder, problems);
        }
    }

    fn head(&mut self, head: &raw::Standard, file: &Arc<SourceFile>) {
        let place = Place::at(file, head.version.span());
        if head.version.get_ref().trim().is_empty() {
            self.problems.add(&place, "`version` is empty").help("write it like `2019.1`");
        }
        check_date(&head.date, file, &mut self.problems);
        self.content.version = head.version.get_ref().clone();
        self.content.date = head.date.get_ref().clone();
        self.content.title = texts::quoted(&head.title, "title", &place, &mut self.problems);
        self.content.place = texts::quoted(&head.place, "place", &place, &mut self.problems);
        self.content.approval =
            texts::quoted(&head.approval, "approval", &place, &mut self.problems);
    }

    fn sections(&mut self, sections: &[Spanned<raw::Section>], file: &Arc<SourceFile>) {
        let mut numbers = Names::new("section");
        for raw in sections.iter().map(Spanned::get_ref) {
            let place = Place::at(file, raw.number.span());
            numbers.add(raw.number.get_ref(), (), &place, &mut self.problems);
            let problems = &mut self.problems;
            let section = Section {
                number: raw.number.get_ref().clone(),
                heading: texts::quoted(&raw.heading, "heading", &place, problems),
                subheading: raw
                    .subheading
                    .as_ref()
                    .map(|text| texts::quoted(text, "subheading", &place, problems)),
                preamble: raw
                    .preamble
                    .iter()
                    .map(|text| texts::quoted(text, "preamble", &place, problems))
                    .collect(),
            };
            self.content.sections.push(section);
        }
    }

    fn clauses_in_order(
        &mut self,
        clauses: &[Spanned<raw::Clause>],
        all_sections: bool,
        file: &Arc<SourceFile>,
    ) {
        if clauses.len() > MOST_CLAUSES {
            self.problems
                .add(&Place::whole(file), format!("more than {MOST_CLAUSES} clauses"))
                .help("the engine can tell no more apart");
        }
        let clauses = &clauses[..clauses.len().min(MOST_CLAUSES)];
        for (ix, raw) in (0_u8..).map(ClauseIx).zip(clauses) {
            let id = &raw.get_ref().id;
            check_clause_number(id, file, &mut self.problems);
            let place = Place::at(file, id.span());
            self.clauses.add(id.get_ref(), ix, &place, &mut self.problems);
            self.origins.clauses.push(place);
        }
        for raw in clauses {
            let clause = self.clause(raw.get_ref(), file);
            let binds = &raw.get_ref().binds;
            if !binds.is_empty() && binds.iter().all(|id| id.get_ref() == COMPANY) {
                self.of_company.extend(self.clauses.known(&clause.id));
            }
            if all_sections && !self.content.sections.iter().any(|s| s.number == clause.section()) {
                let place = Place::at(file, raw.get_ref().id.span());
                self.problems
                    .add(&place, format!("there is no section for clause `{}`", clause.id))
                    .help(format!("add a `[[section]]` with number `{}`", clause.section()));
            }
            self.content.clauses.push(clause);
        }
    }

    fn clause(&mut self, raw: &raw::Clause, file: &Arc<SourceFile>) -> Clause {
        let place = Place::at(file, raw.id.span());
        let (kind, check) = (raw.kind.get_ref().0, raw.check.get_ref().0);
        if check == Check::Assessed && crate::law::load::effects(kind).is_empty() {
            let message = format!("a {} cannot be assessed: it allows no effect", kind.word());
            self.problems
                .add(&Place::at(file, raw.check.span()), message)
                .help("its check is `reminder` or `information`");
        }
        self.force.plain(kind, &raw.plain, &place, &mut self.problems);
        let problems = &mut self.problems;
        Clause {
            id: raw.id.get_ref().clone(),
            kind,
            check,
            text: texts::quoted(&raw.text, "text", &place, problems),
            items: raw
                .items
                .iter()
                .map(|text| texts::quoted(text, "items", &place, problems))
                .collect(),
            plain: texts::prose(&raw.plain, "plain", &place, problems),
            note: texts::optional(raw.note.as_ref(), "note", &place, problems),
            never_alone: raw.never_alone,
            folds_under: Vec::new(),
            binds: self.binds(&raw.binds, &place),
            ngo: raw.ngo.0,
            stem: raw.stem.as_ref().and_then(|stem| self.stem(stem, &raw.id, file)),
        }
    }

    fn binds(&mut self, ids: &[Id], place: &Place) -> People {
        if ids.is_empty() {
            self.problems
                .add(place, "`binds` names nobody")
                .help(format!("write `binds = [\"{COMPANY}\"]` for the Company as a whole"));
        }
        let people: Vec<Id> = ids.iter().filter(|id| id.get_ref() != COMPANY).cloned().collect();
        self.people.find_list(&people, &place.file, &mut self.problems).into_iter().collect()
    }

    fn stem(&mut self, stem: &Id, of: &Id, file: &Arc<SourceFile>) -> Option<ClauseIx> {
        let found = self.clauses.find(stem, file, &mut self.problems)?;
        if !of.get_ref().starts_with(&format!("{}.", stem.get_ref())) {
            let ids = list(&[of.get_ref(), stem.get_ref()]);
            self.problems
                .add(&Place::at(file, stem.span()), format!("the numbers do not fit: {ids}"))
                .help("the stem of `2.1.1` is `2.1`");
        }
        Some(found)
    }
}

/// All Kazakh passages of the Standard, by their names in `errata.toml`.
fn passages(
    head: &raw::Standard,
    sections: &[Spanned<raw::Section>],
    clauses: &[Spanned<raw::Clause>],
    file: &Arc<SourceFile>,
) -> Vec<Passage> {
    let near = &head.version;
    let mut all = vec![
        passage(Part::Title, "title".to_owned(), &head.title, near, file),
        passage(Part::Place, "place".to_owned(), &head.place, near, file),
        passage(Part::Approval, "approval".to_owned(), &head.approval, near, file),
    ];
    for (ix, raw) in (0_u8..).zip(sections.iter().map(Spanned::get_ref)) {
        let near = &raw.number;
        let number = near.get_ref();
        let name = format!("heading {number}");
        all.push(passage(Part::Heading(ix), name, &raw.heading, near, file));
        if let Some(text) = &raw.subheading {
            let name = format!("subheading {number}");
            all.push(passage(Part::Subheading(ix), name, text, near, file));
        }
        for (place, text) in (0_u8..).zip(&raw.preamble) {
            let name = format!("preamble {number}.{}", place + 1);
            all.push(passage(Part::Preamble(ix, place), name, text, near, file));
        }
    }
    for (ix, raw) in (0_u8..).map(ClauseIx).zip(clauses.iter().map(Spanned::get_ref)) {
        let id = raw.id.get_ref();
        all.push(passage(Part::Clause(ix), id.clone(), &raw.text, &raw.id, file));
        for (place, text) in (0_u8..).zip(&raw.items) {
            let name = format!("{id} item {}", place + 1);
            all.push(passage(Part::Item(ix, place), name, text, &raw.id, file));
        }
    }
    all
}

fn passage(
    part: Part,
    name: String,
    text: &raw::Text,
    near: &Id,
    file: &Arc<SourceFile>,
) -> Passage {
    let kk = text.kk.as_ref();
    Passage {
        part,
        name,
        kk: kk.map(|kk| kk.get_ref().trim().to_owned()),
        place: Place::at(file, kk.map_or(near.span(), Spanned::span)),
    }
}

/// Reports an invalid date.
pub(crate) fn check_date(date: &Spanned<String>, file: &Arc<SourceFile>, problems: &mut Problems) {
    if !is_date(date.get_ref()) {
        problems
            .add(&Place::at(file, date.span()), "`date` is not a date")
            .help("write it as `2026-11-22`");
    }
}

/// Whether this is an existing day, written as `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.parse::<toml::value::Datetime>().is_ok_and(|read| {
            read.time.is_none() && read.offset.is_none() && read.date.is_some_and(is_day)
        })
}

/// TOML’s own grammar allows 31 days in every month.
fn is_day(date: toml::value::Date) -> bool {
    let leap = date.year.is_multiple_of(4)
        && (!date.year.is_multiple_of(100) || date.year.is_multiple_of(400));
    let days = match date.month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (1..=12).contains(&date.month) && (1..=days).contains(&date.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        for (text, is) in [
            ("2026-11-22", true),
            ("2026-13-01", false),
            ("22.11.2026", false),
            ("2026-1-1", false),
            ("2026-02-31", false),
            ("2026-04-31", false),
            ("2028-02-29", true),
            ("2026-11-22T10:00:00", false),
        ] {
            assert_eq!(is_date(text), is, "{text}");
        }
    }
}
