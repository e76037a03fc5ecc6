//! Questions and named facts, of `shared.toml` and of each situation.

use std::collections::BTreeSet;
use std::sync::Arc;

use adal_core::{Choice, ChoiceIx, Question, QuestionIx, Text};

use super::names::check_id;
use super::{Build, texts};
use crate::expression::{self, Fact, Known, Scope};
use crate::problem::{Place, SourceFile, suggestion};
use crate::raw;
use crate::read::{Items, Table};

impl Build {
    pub(super) fn shared(&mut self) {
        let file = self.folder.required("shared.toml", &mut self.problems);
        let table = file.as_ref().and_then(|file| Table::parse(file, &mut self.problems));
        let (Some(file), Some(mut table)) = (&file, table) else {
            self.shared.complete = false;
            self.questions.note_broken(&Items::<()>::unreadable());
            return;
        };
        let questions: Items<raw::Question> = table.items("question", &mut self.problems);
        let rest = table.rest::<raw::Shared>(&mut self.problems).unwrap_or_default();
        let place = Place::whole(file);
        self.yes_no = [
            texts::prose(&rest.yes, "yes", &place, &mut self.problems),
            texts::prose(&rest.no, "no", &place, &mut self.problems),
        ];
        self.questions.note_broken(&questions);
        let mut scope = Scope::new(questions.broken.clone(), questions.complete);
        for raw in &questions.good {
            let known = self.question(raw.get_ref(), file);
            scope.questions.insert(raw.get_ref().id.get_ref().clone(), known);
        }
        self.facts(&rest.facts, &mut scope, file);
        self.shared = scope;
    }

    /// Adds a question to the content.
    pub(super) fn question(&mut self, raw: &raw::Question, file: &Arc<SourceFile>) -> Known {
        let place = Place::at(file, raw.id.span());
        let id = raw.id.get_ref();
        let index = QuestionIx(u16::try_from(self.content.questions.len()).unwrap_or(u16::MAX));
        check_id(&raw.id, file, &mut self.problems);
        self.questions.add(id, index, &place, &mut self.problems);
        let choices = self.choices(raw, &place);
        let known = Known {
            question: index,
            choices: choices.iter().map(|choice| choice.id.clone()).collect(),
        };
        self.same_as(index, &raw.choices, file);
        let problems = &mut self.problems;
        self.content.questions.push(Question {
            id: id.clone(),
            text: texts::prose(&raw.text, "text", &place, problems),
            hint: texts::optional(raw.hint.as_ref(), "hint", &place, problems),
            why: texts::prose(&raw.why, "why", &place, problems),
            find_out: texts::prose(&raw.find_out, "find-out", &place, problems),
            choices,
        });
        self.origins.questions.push(place);
        let places = raw.choices.iter().map(|choice| Place::at(file, choice.id.span()));
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

    fn choices(&mut self, raw: &raw::Question, place: &Place) -> Vec<Choice> {
        let id = raw.id.get_ref();
        if raw.yes_no {
            if !raw.choices.is_empty() {
                self.problems
                    .add(place, format!("`{id}` has both `yes-no` and `choices`"))
                    .help("keep one of them");
            }
            let [yes, no] = self.yes_no.clone();
            return vec![fixed_choice("yes", yes), fixed_choice("no", no)];
        }
        if raw.choices.len() < 2 {
            self.problems
                .add(place, format!("`{id}` has fewer than two choices"))
                .help("write `yes-no = true`, or at least two `choices`");
        }
        let mut seen = BTreeSet::new();
        raw.choices.iter().map(|choice| self.choice(choice, &mut seen, &place.file)).collect()
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
        Choice {
            id: id.clone(),
            text: texts::prose(&raw.text, "text", &place, &mut self.problems),
            hint: texts::optional(raw.hint.as_ref(), "hint", &place, &mut self.problems),
        }
    }

    /// Adds facts to a scope and checks each of them by itself.
    pub(super) fn facts(&mut self, raw: &raw::Facts, scope: &mut Scope, file: &Arc<SourceFile>) {
        for (id, when) in raw {
            let place = Place::at(file, id.span());
            let name = id.get_ref();
            check_id(id, file, &mut self.problems);
            if let Some(other) = scope.facts.get(name) {
                self.problems
                    .add(&place, format!("the fact `{name}` stands twice"))
                    .help(format!("the first one is at {}", other.place));
                continue;
            }
            if scope.questions.contains_key(name) {
                self.problems
                    .add(&place, format!("`{name}` is a question as well as a fact"))
                    .help("give the fact another name");
            }
            let expression = expression::parse(when, file, &mut self.problems);
            scope.facts.insert(name.clone(), Fact { expression, place });
        }
        for id in raw.keys() {
            let condition = scope.fact(id.get_ref(), &mut self.problems);
            if let Some(condition) = condition {
                let what = format!("the fact `{}`", id.get_ref());
                self.not_constant(&condition, &what, &Place::at(file, id.span()));
            }
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

fn fixed_choice(id: &str, text: Text) -> Choice {
    Choice { id: id.to_owned(), text, hint: None }
}
