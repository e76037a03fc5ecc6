//! Questions of situations, and the questions of `shared.toml` from which they take texts and choices.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use adal_core::{Choice, ChoiceIx, Question, QuestionIx, Text};
use toml::Spanned;

use super::names::check_id;
use super::{Build, texts};
use crate::expression::{self, Known};
use crate::problem::{Place, SourceFile, suggestion};
use crate::raw;
use crate::read::{Items, Table};
use crate::wording::Speech;

/// The questions of `shared.toml`.
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

/// A question with everything that it takes from `shared.toml`, and the file of each part.
pub(super) struct Whole {
    pub(super) id: raw::Id,
    pub(super) only: Option<Spanned<String>>,
    text: Option<In<raw::Text>>,
    hint: Option<In<raw::Text>>,
    why: Option<In<raw::Text>>,
    find_out: Option<In<raw::Text>>,
    pub(super) choices: Vec<WholeChoice>,
    /// Whether the question in `shared.toml` exists.
    is_whole: bool,
}

/// A choice with everything that it takes from `shared.toml`.
pub(super) struct WholeChoice {
    id: In<raw::Id>,
    same_as: Option<In<raw::Id>>,
    text: Option<In<raw::Text>>,
    hint: Option<In<raw::Text>>,
    pub(super) sets: Option<In<raw::Sets>>,
    pub(super) leaves: bool,
}

/// Something with the file that contains it.
pub(super) struct In<T> {
    pub(super) of: T,
    pub(super) file: Arc<SourceFile>,
}

impl<T: Clone> In<T> {
    fn new(of: Option<&T>, file: &Arc<SourceFile>) -> Option<In<T>> {
        of.map(|of| In { of: of.clone(), file: Arc::clone(file) })
    }
}

impl Whole {
    fn new(raw: &raw::Question, file: &Arc<SourceFile>) -> Whole {
        Whole {
            id: raw.id.clone(),
            only: raw.only.clone(),
            text: In::new(raw.text.as_ref(), file),
            hint: In::new(raw.hint.as_ref(), file),
            why: In::new(raw.why.as_ref(), file),
            find_out: In::new(raw.find_out.as_ref(), file),
            choices: raw.choices.iter().map(|choice| WholeChoice::new(choice, file)).collect(),
            is_whole: true,
        }
    }

    /// Adds what the question does not define itself.
    fn borrow(&mut self, lent: Whole) {
        self.text = self.text.take().or(lent.text);
        self.hint = self.hint.take().or(lent.hint);
        self.why = self.why.take().or(lent.why);
        self.find_out = self.find_out.take().or(lent.find_out);
        let mut own = std::mem::take(&mut self.choices);
        for mut choice in lent.choices {
            if let Some(at) = own.iter().position(|own| own.name() == choice.name()) {
                let given = own.remove(at);
                choice.same_as = given.same_as.or(choice.same_as);
                choice.text = given.text.or(choice.text);
                choice.hint = given.hint.or(choice.hint);
                choice.sets = given.sets.or(choice.sets);
                choice.leaves |= given.leaves;
            }
            self.choices.push(choice);
        }
    }
}

impl WholeChoice {
    fn new(raw: &raw::Choice, file: &Arc<SourceFile>) -> WholeChoice {
        WholeChoice {
            id: In { of: raw.id.clone(), file: Arc::clone(file) },
            same_as: In::new(raw.same_as.as_ref(), file),
            text: In::new(raw.text.as_ref(), file),
            hint: In::new(raw.hint.as_ref(), file),
            sets: In::new(raw.sets.as_ref(), file),
            leaves: raw.leaves,
        }
    }

    fn name(&self) -> &str {
        self.id.of.get_ref()
    }

    fn place(&self) -> Place {
        Place::at(&self.id.file, self.id.of.span())
    }
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
                self.problems
                    .add(&place, format!("the shared question `{id}` is defined twice"))
                    .help("keep one of the two");
            }
        }
    }

    /// The question with missing texts and missing parts of choices taken from `shared.toml`.
    pub(super) fn whole(&mut self, raw: &raw::Question, file: &Arc<SourceFile>) -> Whole {
        let mut whole = Whole::new(raw, file);
        let Some(like) = &raw.like else { return whole };
        self.used.questions.insert(like.get_ref().clone());
        let Some(lender) = self.shared.questions.get(like.get_ref()) else {
            if self.shared.complete && !self.shared.broken.contains(like.get_ref()) {
                let known = self.shared.questions.keys().map(String::as_str);
                let help = suggestion(like.get_ref(), known);
                let message = format!("shared.toml has no question `{}`", like.get_ref());
                self.problems.add(&Place::at(file, like.span()), message).help =
                    help.or_else(|| Some("see the questions there".to_owned()));
            }
            self.used.unsure = true;
            whole.is_whole = false;
            whole.choices.clear();
            return whole;
        };
        let lent = &lender.question;
        for choice in &raw.choices {
            let id = choice.id.get_ref();
            let mut known = lent.choices.iter().map(|choice| choice.id.get_ref().as_str());
            if !known.clone().any(|known| known == id) {
                let message =
                    format!("`{id}` is not a choice of the shared question `{}`", like.get_ref());
                self.problems.add(&Place::at(file, choice.id.span()), message).help =
                    suggestion(id, &mut known)
                        .or_else(|| Some("take it out, or add it there".to_owned()));
            }
        }
        whole.borrow(Whole::new(lent, &lender.place.file));
        whole
    }

    /// Adds a question to the content.
    pub(super) fn question(&mut self, whole: &Whole, file: &Arc<SourceFile>) -> Known {
        let place = Place::at(file, whole.id.span());
        let id = whole.id.get_ref();
        let index = QuestionIx(u16::try_from(self.content.questions.len()).unwrap_or(u16::MAX));
        check_id(&whole.id, file, &mut self.problems);
        self.questions.add(id, index, &place, &mut self.problems);
        // If the question in `shared.toml` does not exist, what is missing here is not reported.
        let told = (!whole.is_whole).then(|| std::mem::take(&mut self.problems));
        let choices = self.choices(whole, &place);
        let known = Known {
            question: index,
            choices: choices.iter().map(|choice| choice.id.clone()).collect(),
        };
        self.same_as(index, &whole.choices);
        if let Some(why) = &whole.why {
            let place = Place::whole(&why.file);
            self.force.same(&why.of, Speech::About, &place, &mut self.problems);
        }
        let question = Question {
            id: id.clone(),
            text: self.needed(whole.text.as_ref(), "text", &place),
            hint: self.optional(whole.hint.as_ref(), "hint", &place),
            why: self.needed(whole.why.as_ref(), "why", &place),
            find_out: self.needed(whole.find_out.as_ref(), "find-out", &place),
            choices,
        };
        self.problems = told.unwrap_or_else(|| std::mem::take(&mut self.problems));
        self.content.questions.push(question);
        self.origins.questions.push(place);
        self.origins.choices.push(whole.choices.iter().map(WholeChoice::place).collect());
        known
    }

    /// A required text. A missing language is reported where the text is, a missing text at `place`.
    fn needed(&mut self, text: Option<&In<raw::Text>>, what: &str, place: &Place) -> Text {
        let found = self.optional(text, what, place);
        found
            .unwrap_or_else(|| texts::prose(&raw::Text::default(), what, place, &mut self.problems))
    }

    fn optional(
        &mut self,
        text: Option<&In<raw::Text>>,
        what: &str,
        place: &Place,
    ) -> Option<Text> {
        let text = text?;
        // A text without any language has no position in its file.
        let place = if text.file == place.file { place.clone() } else { Place::whole(&text.file) };
        Some(texts::prose(&text.of, what, &place, &mut self.problems))
    }

    /// Records which choices declare that they are the same for the Standard as one above them.
    fn same_as(&mut self, question: QuestionIx, choices: &[WholeChoice]) {
        let ids: Vec<&str> = choices.iter().map(WholeChoice::name).collect();
        for (ix, choice) in (0_u8..).map(ChoiceIx).zip(choices) {
            let Some(In { of: same, file }) = &choice.same_as else { continue };
            let place = Place::at(file, same.span());
            let above = &ids[..ix.place()];
            match (0_u8..).map(ChoiceIx).zip(above).find(|(_, id)| *id == same.get_ref()) {
                Some((other, _)) => {
                    self.declared.same_as.insert((question, ix), (other, place));
                }
                None => {
                    let message =
                        format!("`same-as` must name a choice above, not `{}`", same.get_ref());
                    self.problems.add(&place, message).help =
                        suggestion(same.get_ref(), above.iter().copied())
                            .or_else(|| Some("put the choice that it is like above it".to_owned()));
                }
            }
        }
    }

    fn choices(&mut self, whole: &Whole, place: &Place) -> Vec<Choice> {
        if whole.choices.len() < 2 {
            self.problems
                .add(place, format!("`{}` has fewer than two choices", whole.id.get_ref()))
                .help("give it at least two `choices`; “not sure” is added by itself");
        } else if whole.choices.iter().all(|choice| choice.leaves) {
            self.problems
                .add(place, format!("every choice of `{}` leaves", whole.id.get_ref()))
                .help("a choice with `leaves = true` ends the matter: keep one that goes on");
        }
        let mut seen = BTreeSet::new();
        whole.choices.iter().map(|choice| self.choice(choice, &mut seen)).collect()
    }

    fn choice(&mut self, whole: &WholeChoice, seen: &mut BTreeSet<String>) -> Choice {
        let place = whole.place();
        let id = whole.name();
        check_id(&whole.id.of, &whole.id.file, &mut self.problems);
        if id == "not-sure" {
            self.problems
                .add(&place, "`not-sure` is added to every question by itself")
                .help("take this choice out");
        }
        if !seen.insert(id.to_owned()) {
            self.problems
                .add(&place, format!("the choice `{id}` is listed twice"))
                .help("give each choice an id of its own");
        }
        let text = match (&whole.text, id) {
            (None, "yes") => self.yes_no[0].clone(),
            (None, "no") => self.yes_no[1].clone(),
            (text, _) => self.needed(text.as_ref(), "text", &place),
        };
        let hint = self.optional(whole.hint.as_ref(), "hint", &place);
        Choice { id: id.to_owned(), text, hint }
    }

    /// Reports a condition that has the same value for all answers.
    pub(super) fn not_constant(
        &mut self,
        condition: &adal_core::Condition,
        what: &str,
        place: &Place,
    ) {
        let questions = &self.content.questions;
        let choices = |question: QuestionIx| questions[question.place()].choices.len() as u8;
        let (message, help) = match expression::constant(condition, &choices) {
            Some(true) => {
                (format!("{what} always holds, whatever is answered"), "take it out, or correct it")
            }
            Some(false) => {
                let help = "correct it: there must be answers with which it holds";
                (format!("{what} contradicts itself: it can never hold"), help)
            }
            None => return,
        };
        self.problems.add(place, message).help(help);
    }
}
