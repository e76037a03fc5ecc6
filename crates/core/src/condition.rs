//! Conditions over answers: their truth, and what remains of them when some answers are known.

mod absorb;

use serde::{Deserialize, Serialize};

use crate::{Answer, Answers, ChoiceIx, QuestionIx, Truth};
use absorb::absorbed;

/// A boolean expression over answers. Named facts are expanded at build time.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Condition {
    /// Holds when all parts hold. The empty list always holds.
    All(Vec<Condition>),
    /// Holds when at least one part holds. The empty list never holds.
    Any(Vec<Condition>),
    /// Holds when the part does not.
    Not(Box<Condition>),
    /// Holds when the question was answered with this choice.
    Is(QuestionIx, ChoiceIx),
    /// Like [`Condition::Is`], for a choice that ends the matter (the employer’s own pay is not a gift). A person for
    /// whom it is true would know, so “not sure” counts as no here and leaves nothing else in doubt.
    Leaves(QuestionIx, ChoiceIx),
}

impl Condition {
    /// The condition that always holds.
    pub const ALWAYS: Condition = Condition::All(Vec::new());
    /// The condition that never holds.
    pub const NEVER: Condition = Condition::Any(Vec::new());

    /// The value for these answers. "Not sure" and unanswered questions are unknown.
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

    /// The condition without its decided parts, and without parts that hold only if another part holds: what is still to
    /// be known.
    ///
    /// It contains no question that was answered with a real choice, and it never grows.
    pub fn remaining(&self, answers: &Answers) -> Condition {
        absorbed(self.folded(answers))
    }

    /// The condition with every decided part folded away.
    fn folded(&self, answers: &Answers) -> Condition {
        match self {
            Condition::All(parts) => {
                let mut left = Vec::with_capacity(parts.len());
                for part in parts {
                    match part.folded(answers) {
                        Condition::Any(parts) if parts.is_empty() => return Condition::NEVER,
                        Condition::All(parts) => left.extend(parts),
                        part => left.push(part),
                    }
                }
                one_or(left, Condition::All)
            }
            Condition::Any(parts) => {
                let mut left = Vec::with_capacity(parts.len());
                for part in parts {
                    match part.folded(answers) {
                        Condition::All(parts) if parts.is_empty() => return Condition::ALWAYS,
                        Condition::Any(parts) => left.extend(parts),
                        part => left.push(part),
                    }
                }
                one_or(left, Condition::Any)
            }
            Condition::Not(part) => match part.folded(answers) {
                Condition::All(parts) if parts.is_empty() => Condition::NEVER,
                Condition::Any(parts) if parts.is_empty() => Condition::ALWAYS,
                part => Condition::Not(Box::new(part)),
            },
            Condition::Is(..) | Condition::Leaves(..) => match self.truth(answers) {
                Truth::Yes => Condition::ALWAYS,
                Truth::No => Condition::NEVER,
                Truth::Unknown => self.clone(),
            },
        }
    }

    /// Calls `visit` for each occurrence of a question in what is [`remaining`](Self::remaining).
    pub fn for_each_remaining(&self, answers: &Answers, visit: &mut impl FnMut(QuestionIx)) {
        self.remaining(answers).for_each_question(visit);
    }

    /// Calls `visit` for each occurrence of a question.
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

/// The only part, or all of them together.
fn one_or(mut parts: Vec<Condition>, many: fn(Vec<Condition>) -> Condition) -> Condition {
    if parts.len() == 1 { parts.remove(0) } else { many(parts) }
}
