//! `profile.toml`: what is particular to the organisation whose Standard this is.

use std::sync::Arc;

use adal_core::{ChoiceIx, DraftLanguages, PersonIx};
use toml::Spanned;

use super::{Build, texts};
use crate::loaded::Commonest;
use crate::problem::{Place, SourceFile, list, suggestion};
use crate::raw;
use crate::read::{Items, Table};

/// The name of the file.
pub(super) const FILE: &str = "profile.toml";

/// The most common case with the file that names it. Its situation is not known yet when the file is read.
pub(super) type NamedCommonest = Option<(raw::Commonest, Arc<SourceFile>)>;

impl Build {
    /// Reads the file, except that the returned case is left to [`Build::commonest`].
    pub(super) fn profile(&mut self) -> NamedCommonest {
        let file = self.folder.required(FILE, &mut self.problems)?;
        let mut table = Table::parse(&file, &mut self.problems)?;
        let drafts = table.items("draft", &mut self.problems);
        self.draft_languages(&drafts, &file);
        let raw = table.rest::<raw::Profile>(&mut self.problems)?;
        let place = Place::at(&file, raw.staff.span());
        let profile = &mut self.content.profile;
        profile.terms = texts::prose(&raw.terms, "terms", &place, &mut self.problems);
        let place_of_words = Place::at(&file, raw.search.clause.span());
        profile.search_words =
            texts::quoted(&raw.search.words, "search.words", &place_of_words, &mut self.problems);
        let clause = self.clauses.find(&raw.search.clause, &file, &mut self.problems);
        profile.search_clause = clause.unwrap_or_default();
        let staff = self.people.find(&raw.staff, &file, &mut self.problems);
        self.outside = self.people.find(&raw.outside, &file, &mut self.problems);
        if let (Some(staff), Some(outside)) = (staff, self.outside) {
            self.content.profile.staff = staff;
            self.declared.outside = outside;
            self.staff_and_outside(staff, &place, outside, &Place::at(&file, raw.outside.span()));
        }
        Some((raw.commonest, file))
    }

    /// Everybody is staff, or is bound as staff are, except the one person outside.
    fn staff_and_outside(
        &mut self,
        staff: PersonIx,
        place_of_staff: &Place,
        outside: PersonIx,
        place_of_outside: &Place,
    ) {
        let people = &self.content.people;
        let id = |person: PersonIx| &people[person.place()].id;
        if people[staff.place()].alone {
            self.problems
                .add(
                    place_of_staff,
                    format!("`{}` is chosen alone, so it cannot be staff", id(staff)),
                )
                .help(
                    "name the person whose roles can be combined, or change `alone` in people.toml",
                );
        }
        if !people[outside.place()].alone {
            self.problems
                .add(place_of_outside, format!("`{}` can be combined with staff", id(outside)))
                .help("add `alone = true` in people.toml");
        }
        for (place_in_file, (person, place)) in people.iter().zip(&self.origins.people).enumerate()
        {
            let is_outside = person.stands_for.contains(outside);
            if person.alone && place_in_file < staff.place() {
                let message = format!("`{}` comes before staff on the start page", person.id);
                self.problems.add(place, message).help(format!(
                    "move it below `{}`, with others who are chosen alone",
                    id(staff)
                ));
            }
            if !is_outside && !person.stands_for.contains(staff) {
                let message = format!("`{}` is neither staff nor outside", person.id);
                self.problems
                    .add(place, message)
                    .help(format!("add `includes = [\"{}\"]`, or correct profile.toml", id(staff)));
            }
        }
    }

    fn draft_languages(&mut self, items: &Items<raw::Draft>, file: &Arc<SourceFile>) {
        self.drafts_are_whole = items.is_whole();
        for raw in items.good.iter().map(Spanned::get_ref) {
            let place = Place::at(file, raw.languages.span());
            let mut languages = Vec::new();
            for raw::Word(lang) in raw.languages.get_ref() {
                if languages.contains(lang) {
                    self.problems
                        .add(&place, format!("`{}` is listed twice", lang.tag()))
                        .help("keep one of the two");
                } else {
                    languages.push(*lang);
                }
            }
            if languages.is_empty() {
                self.problems
                    .add(&place, "no language is listed")
                    .help("list `kk`, `ru` or `en`, or take the entry out");
            }
            if self.content.profile.drafts.iter().any(|known| known.languages == languages) {
                self.problems
                    .add(&place, "the same languages are offered twice")
                    .help("keep one of the two");
            }
            let name = texts::prose(&raw.name, "name", &place, &mut self.problems);
            self.content.profile.drafts.push(DraftLanguages { languages, name });
        }
    }

    /// A draft needs a language.
    pub(super) fn drafts(&mut self) {
        let has_drafts = !self.content.notices.notices.is_empty();
        if has_drafts && self.content.profile.drafts.is_empty() && self.drafts_are_whole {
            self.problems
                .add(&self.folder.place(FILE), "the drafts of notices.toml have no language")
                .help("add a `[[draft]]` with `languages` and `name`");
        }
    }

    /// The most common case, for the proof.
    pub(super) fn commonest(&mut self, named: NamedCommonest) {
        let Some((raw, file)) = named else { return };
        let person = self.people.find(&raw.person, &file, &mut self.problems);
        let situation = self.situations.find(&raw.situation, &file, &mut self.problems);
        let question = self.questions.find(&raw.question, &file, &mut self.problems);
        let (Some(person), Some(situation), Some(question)) = (person, situation, question) else {
            return;
        };
        if !self.content[situation].questions.contains(&question) {
            let message = format!(
                "`{}` is not a question of `{}`",
                raw.question.get_ref(),
                raw.situation.get_ref()
            );
            self.problems
                .add(&Place::at(&file, raw.question.span()), message)
                .help("name a question of that situation");
        }
        let choices = (0_u8..).map(ChoiceIx).zip(&self.content[question].choices);
        let choice = choices.clone().find(|(_, choice)| choice.id == *raw.choice.get_ref());
        let Some((choice, _)) = choice else {
            let known: Vec<&str> = choices.map(|(_, choice)| choice.id.as_str()).collect();
            let (choice, question) = (raw.choice.get_ref(), raw.question.get_ref());
            let message = format!("`{choice}` is not a choice of `{question}`");
            self.problems.add(&Place::at(&file, raw.choice.span()), message).help =
                suggestion(choice, known.iter().copied())
                    .or_else(|| Some(format!("its choices are {}", list(&known))));
            return;
        };
        let answers = *raw.answers.get_ref();
        if answers == 0 {
            self.problems
                .add(
                    &Place::at(&file, raw.answers.span()),
                    "nothing can be decided without an answer",
                )
                .help("write how many answers the headline may need, at least 1");
        }
        self.declared.commonest = Commonest { person, situation, question, choice, answers };
    }
}
