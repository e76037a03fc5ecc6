//! A case: who asks, about what, and what they answered. The only input of the engine.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{ChoiceIx, People, QuestionIx, SituationIx};

/// What a person answered to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// One of the question's choices.
    Choice(ChoiceIx),
    /// "Not sure": a real answer that never counts as no.
    NotSure,
}

/// Stored answers by question, in content order.
pub type Answers = BTreeMap<QuestionIx, Answer>;

/// Who asks, about what, and what they answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Who the person is. Empty until they have said so.
    pub people: People,
    /// The selected situations, in content order.
    pub situations: Vec<SituationIx>,
    /// Every answer ever given, including those that are off the path now, which are kept for Back and Change.
    /// [`crate::live`] has those that count.
    pub answers: Answers,
}
