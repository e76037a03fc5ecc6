//! Choices of equal effect: two choices of a question that never lead apart must say so, and only those may.

use std::collections::{BTreeMap, BTreeSet};

use adal_content::{Loaded, Place, Problems};
use adal_core::{ChoiceIx, QuestionIx};

/// A decision tree by two numbers: trees with the same number come to the same ends for all real answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tree {
    /// The same rules hold: the same words are shown.
    pub(super) words: usize,
    /// The same clauses apply or may apply: it is the same for the Standard.
    pub(super) outcomes: usize,
}

/// Two choices of a question, the upper one first.
type Pair = (QuestionIx, ChoiceIx, ChoiceIx);

/// What was seen of questions on all paths of all situations.
#[derive(Debug, Default)]
pub(super) struct Choices {
    /// Each question that was asked, with whether its answer ever changed something.
    asked: BTreeMap<QuestionIx, bool>,
    /// The choices that led apart somewhere.
    apart: BTreeSet<Pair>,
}

impl Choices {
    /// Notes that a question was asked, and to which tree each of its choices led.
    pub(super) fn note(&mut self, question: QuestionIx, trees: &[Tree]) {
        let all = || (0_u8..).map(ChoiceIx).zip(trees);
        let changes = self.asked.entry(question).or_default();
        for (lower, tree) in all() {
            for (upper, other) in all().take(lower.place()) {
                *changes |= other.words != tree.words;
                if other.outcomes != tree.outcomes {
                    self.apart.insert((question, upper, lower));
                }
            }
        }
    }

    /// Whether the answer to the question ever changed something; none when it was never asked.
    pub(super) fn changes(&self, question: QuestionIx) -> Option<bool> {
        self.asked.get(&question).copied()
    }

    /// Adds what was seen on other paths.
    pub(super) fn append(&mut self, other: &Choices) {
        for (question, changes) in &other.asked {
            *self.asked.entry(*question).or_default() |= *changes;
        }
        self.apart.extend(&other.apart);
    }

    /// Reports choices of equal effect that do not say so, and those that say so and are not.
    pub(super) fn check(&self, loaded: &Loaded, problems: &mut Problems) {
        for (question, changes) in &self.asked {
            if !changes {
                continue; // That the question changes nothing is said elsewhere.
            }
            let choices = loaded.content[*question].choices.len() as u8;
            for lower in (0..choices).map(ChoiceIx) {
                self.check_choice(loaded, *question, lower, problems);
            }
        }
    }

    fn check_choice(
        &self,
        loaded: &Loaded,
        question: QuestionIx,
        lower: ChoiceIx,
        problems: &mut Problems,
    ) {
        let id = |choice: ChoiceIx| &loaded.content[question].choices[choice.place()].id;
        let equal = |upper: &ChoiceIx| !self.apart.contains(&(question, *upper, lower));
        match loaded.declared.same_as.get(&(question, lower)) {
            Some((upper, place)) if !equal(upper) => {
                let message =
                    format!("`{}` is not the same for the Standard as `{}`", id(lower), id(*upper));
                problems
                    .add(place, message)
                    .help("on some path they lead to different clauses: take `same-as` out");
            }
            Some(_) => {}
            None => {
                if let Some(upper) = (0..lower.0).map(ChoiceIx).find(equal) {
                    let (lower_id, upper_id) = (id(lower), id(upper));
                    let message =
                        format!("`{lower_id}` is the same for the Standard as `{upper_id}`");
                    let help = format!(
                        "make one choice of them, or say `same-as = \"{upper_id}\"` if they differ \
                         for people"
                    );
                    problems.add(place(loaded, question, lower), message).help(help);
                }
            }
        }
    }
}

/// Where the choice stands; the choices of yes-no questions stand with their question.
fn place(loaded: &Loaded, question: QuestionIx, choice: ChoiceIx) -> &Place {
    let choices = &loaded.origins.choices[question.place()];
    choices.get(choice.place()).unwrap_or(&loaded.origins.questions[question.place()])
}
