//! Conditions over answers: their truth, and what is left of them once some answers are known.

use serde::{Deserialize, Serialize};

use crate::{Answer, Answers, ChoiceIx, QuestionIx, Truth};

/// A boolean expression over answers. Named facts are expanded when the content is built.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// Holds when all parts hold; the empty list always holds.
    All(Vec<Condition>),
    /// Holds when at least one part holds; the empty list never holds.
    Any(Vec<Condition>),
    /// Holds when the part fails.
    Not(Box<Condition>),
    /// Holds when the question was answered with this choice.
    Is(QuestionIx, ChoiceIx),
    /// As [`Condition::Is`], for a choice that ends the matter (the employer’s own pay is no gift). A person for whom it
    /// were right would know, so “not sure” counts as no here and leaves nothing else in doubt.
    Leaves(QuestionIx, ChoiceIx),
}

impl Condition {
    /// The condition that always holds.
    pub const ALWAYS: Condition = Condition::All(Vec::new());
    /// The condition that never holds.
    pub const NEVER: Condition = Condition::Any(Vec::new());

    /// The value for these answers. "Not sure" and "not asked" are both unknown.
    pub fn truth(&self, answers: &Answers) -> Truth {
        match self {
            Condition::All(parts) => {
                parts.iter().fold(Truth::Yes, |truth, part| truth.and(part.truth(answers)))
            }
            Condition::Any(parts) => {
                parts.iter().fold(Truth::No, |truth, part| truth.or(part.truth(answers)))
            }
            Condition::Not(part) => part.truth(answers).negated(),
            Condition::Is(question, choice) => match answers.get(question) {
                Some(Answer::Choice(given)) => Truth::from(given == choice),
                Some(Answer::NotSure) | None => Truth::Unknown,
            },
            Condition::Leaves(question, choice) => match answers.get(question) {
                Some(answer) => Truth::from(*answer == Answer::Choice(*choice)),
                None => Truth::Unknown,
            },
        }
    }

    /// What is left to know: the condition with every decided part folded away.
    ///
    /// It never holds a question that was answered with a real choice, and it never grows.
    pub fn remaining(&self, answers: &Answers) -> Condition {
        match self.truth(answers) {
            Truth::Yes => Condition::ALWAYS,
            Truth::No => Condition::NEVER,
            Truth::Unknown => match self {
                Condition::All(parts) => Condition::All(undecided(parts, answers)),
                Condition::Any(parts) => Condition::Any(undecided(parts, answers)),
                Condition::Not(part) => Condition::Not(Box::new(part.remaining(answers))),
                Condition::Is(..) | Condition::Leaves(..) => self.clone(),
            },
        }
    }

    /// Calls `visit` for each question that occurs in what is [`remaining`](Self::remaining), as often as it occurs.
    pub fn for_each_remaining(&self, answers: &Answers, visit: &mut impl FnMut(QuestionIx)) {
        if self.truth(answers) != Truth::Unknown {
            return;
        }
        match self {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().for_each(|part| part.for_each_remaining(answers, visit));
            }
            Condition::Not(part) => part.for_each_remaining(answers, visit),
            Condition::Is(question, _) | Condition::Leaves(question, _) => visit(*question),
        }
    }

    /// Calls `visit` for each question that occurs, as often as it occurs.
    pub fn for_each_question(&self, visit: &mut impl FnMut(QuestionIx)) {
        match self {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().for_each(|part| part.for_each_question(visit));
            }
            Condition::Not(part) => part.for_each_question(visit),
            Condition::Is(question, _) | Condition::Leaves(question, _) => visit(*question),
        }
    }
}

/// The parts that are still unknown, each reduced. In an unknown `All` or `Any` the decided parts are
/// the neutral ones, so they may be left out.
fn undecided(parts: &[Condition], answers: &Answers) -> Vec<Condition> {
    parts
        .iter()
        .filter(|part| part.truth(answers) == Truth::Unknown)
        .map(|part| part.remaining(answers))
        .collect()
}
