//! Questions of situations, and those of `shared.toml` that lend them their texts and choices.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use adal_core::{Choice, ChoiceIx, Question, QuestionIx, Text};

use super::names::check_id;
use super::{Build, texts};
use crate::expression::{self, Known};
use crate::problem::{Place, SourceFile, suggestion};
use crate::raw;
use crate::read::{Items, Table};

/// The questions that lend their texts and choices.
#[derive(Default)]
pub(crate) struct Shared {
    pub(crate) questions: BTreeMap<String, Lender>,
    broken: BTreeSet<String>,
    complete: bool,
}

/// A question of `shared.toml`.
pub(crate) struct Lender {
    pub(crate) question: raw::Question,
    pub(crate) place: Place,
}

/// A question as it is asked: with what it borrows.
pub(super) struct Whole {
    pub(super) question: raw::Question,
    /// For each choice the file in which it stands.
    pub(super) files: Vec<Arc<SourceFile>>,
}

impl Build {
    pub(super) fn shared(&mut self) {
        let file = self.folder.required("shared.toml", &mut self.problems);
        let table = file.as_ref().and_then(|file| Table::parse(file, &mut self.problems));
        let (Some(file), Some(mut table)) = (&file, table) else { return };
        let questions: Items<raw::Question> = table.items("question", &mut self.problems);
        let rest = table.rest::<raw::Shared>(&mut self.problems).unwrap_or_default();
        let place = Place::whole(file);
        self.yes_no = [
            texts::prose(&rest.yes, "yes", &place, &mut self.problems),
            texts::prose(&rest.no, "no", &place, &mut self.problems),
        ];
        self.shared.broken = questions.broken;
        self.shared.complete = questions.complete;
        for raw in questions.good.into_iter().map(toml::Spanned::into_inner) {
            let place = Place::at(file, raw.id.span());
            check_id(&raw.id, file, &mut self.problems);
            let id = raw.id.get_ref().clone();
            let lender = Lender { question: raw, place: place.clone() };
            if self.shared.questions.insert(id.clone(), lender).is_some() {
                self.problems.add(&place, format!("the shared question `{id}` stands twice"));
            }
        }
    }

    /// The question with what it borrows: texts that it has not, and choices with what they have not.
    pub(super) fn whole(&mut self, raw: &raw::Question, file: &Arc<SourceFile>) -> Whole {
        let mut question = raw.clone();
        let mut files = vec![Arc::clone(file); question.choices.len()];
        let Some(like) = &raw.like else { return Whole { question, files } };
        self.used.questions.insert(like.get_ref().clone());
        let Some(lender) = self.shared.questions.get(like.get_ref()) else {
            if self.shared.complete && !self.shared.broken.contains(like.get_ref()) {
                let known = self.shared.questions.keys().map(String::as_str);
                let help = suggestion(like.get_ref(), known);
                let message = format!("shared.toml has no question `{}`", like.get_ref());
                self.problems.add(&Place::at(file, like.span()), message).help = help;
            }
            return Whole { question, files };
        };
        let lent = &lender.question;
        question.text = question.text.or_else(|| lent.text.clone());
        question.hint = question.hint.or_else(|| lent.hint.clone());
        question.why = question.why.or_else(|| lent.why.clone());
        question.find_out = question.find_out.or_else(|| lent.find_out.clone());
        let own: Vec<raw::Choice> = std::mem::take(&mut question.choices);
        files.clear();
        for choice in &lent.choices {
            let given = own.iter().find(|own| own.id.get_ref() == choice.id.get_ref());
            let mut choice = choice.clone();
            files.push(Arc::clone(&lender.place.file));
            if let Some(given) = given {
                choice.text = given.text.clone().or(choice.text);
                choice.hint = given.hint.clone().or(choice.hint);
                choice.leaves |= given.leaves;
                if given.sets.is_some() {
                    choice.sets = given.sets.clone();
                    if let Some(last) = files.last_mut() {
                        *last = Arc::clone(file);
                    }
                }
            }
            question.choices.push(choice);
        }
        for surplus in &own {
            if !lent.choices.iter().any(|choice| choice.id.get_ref() == surplus.id.get_ref()) {
                let message = format!(
                    "`{}` is no choice of the shared question `{}`",
                    surplus.id.get_ref(),
                    like.get_ref()
                );
                self.problems.add(&Place::at(file, surplus.id.span()), message);
            }
        }
        Whole { question, files }
    }

    /// Adds a question to the content.
    pub(super) fn question(&mut self, whole: &Whole, file: &Arc<SourceFile>) -> Known {
        let raw = &whole.question;
        let place = Place::at(file, raw.id.span());
        let id = raw.id.get_ref();
        let index = QuestionIx(u16::try_from(self.content.questions.len()).unwrap_or(u16::MAX));
        check_id(&raw.id, file, &mut self.problems);
        self.questions.add(id, index, &place, &mut self.problems);
        let choices = self.choices(whole, &place);
        let known = Known {
            question: index,
            choices: choices.iter().map(|choice| choice.id.clone()).collect(),
        };
        self.same_as(index, &raw.choices, file);
        let problems = &mut self.problems;
        let text = |raw: &Option<raw::Text>, what: &str, problems: &mut _| {
            texts::prose(raw.as_ref().unwrap_or(&raw::Text::default()), what, &place, problems)
        };
        self.content.questions.push(Question {
            id: id.clone(),
            text: text(&raw.text, "text", problems),
            hint: texts::optional(raw.hint.as_ref(), "hint", &place, problems),
            why: text(&raw.why, "why", problems),
            find_out: text(&raw.find_out, "find-out", problems),
            choices,
        });
        self.origins.questions.push(place);
        let places = raw.choices.iter().zip(&whole.files);
        let places = places.map(|(choice, file)| Place::at(file, choice.id.span()));
        self.origins.choices.push(places.collect());
        known
    }

    /// Notes which choices say that they are the same for the Standard as one above them.
    fn same_as(&mut self, question: QuestionIx, choices: &[raw::Choice], file: &Arc<SourceFile>) {
        let ids: Vec<&str> = choices.iter().map(|choice| choice.id.get_ref().as_str()).collect();
        for (ix, choice) in (0_u8..).map(ChoiceIx).zip(choices) {
            let Some(same) = &choice.same_as else { continue };
            let place = Place::at(file, same.span());
            let above = &ids[..ix.place()];
            match (0_u8..).map(ChoiceIx).zip(above).find(|(_, id)| *id == same.get_ref()) {
                Some((other, _)) => {
                    self.declared.same_as.insert((question, ix), (other, place));
                }
                None => {
                    let message = format!("`same-as` names no choice above: `{}`", same.get_ref());
                    self.problems.add(&place, message).help =
                        suggestion(same.get_ref(), above.iter().copied());
                }
            }
        }
    }

    fn choices(&mut self, whole: &Whole, place: &Place) -> Vec<Choice> {
        let raw = &whole.question;
        if raw.choices.len() < 2 {
            self.problems
                .add(place, format!("`{}` has fewer than two choices", raw.id.get_ref()))
                .help("give it at least two `choices`; “not sure” is added by itself");
        }
        let mut seen = BTreeSet::new();
        raw.choices
            .iter()
            .zip(&whole.files)
            .map(|(choice, file)| self.choice(choice, &mut seen, file))
            .collect()
    }

    fn choice(
        &mut self,
        raw: &raw::Choice,
        seen: &mut BTreeSet<String>,
        file: &Arc<SourceFile>,
    ) -> Choice {
        let place = Place::at(file, raw.id.span());
        let id = raw.id.get_ref();
        check_id(&raw.id, file, &mut self.problems);
        if id == "not-sure" {
            self.problems
                .add(&place, "`not-sure` is added to every question by itself")
                .help("take this choice out");
        }
        if !seen.insert(id.clone()) {
            self.problems.add(&place, format!("the choice `{id}` stands twice"));
        }
        let [yes, no] = &self.yes_no;
        let text = match (&raw.text, id.as_str()) {
            (None, "yes") => yes.clone(),
            (None, "no") => no.clone(),
            (text, _) => {
                let empty = raw::Text::default();
                let text = text.as_ref().unwrap_or(&empty);
                texts::prose(text, "text", &place, &mut self.problems)
            }
        };
        Choice {
            id: id.clone(),
            text: Text::clone(&text),
            hint: texts::optional(raw.hint.as_ref(), "hint", &place, &mut self.problems),
        }
    }

    /// Reports a condition that has the same value whatever is answered.
    pub(super) fn not_constant(
        &mut self,
        condition: &adal_core::Condition,
        what: &str,
        place: &Place,
    ) {
        let questions = &self.content.questions;
        let choices = |question: QuestionIx| questions[question.place()].choices.len() as u8;
        let message = match expression::constant(condition, &choices) {
            Some(true) => format!("{what} always holds, whatever is answered"),
            Some(false) => format!("{what} contradicts itself: it can never hold"),
            None => return,
        };
        self.problems.add(place, message);
    }
}
