//! What the answers of a situation say about its matters: which choice sets which fact to which value.

use adal_core::{ChoiceIx, Condition, QuestionIx};

use super::{FactIx, ValueIx, View};

/// What a situation asks, and what its answers mean.
#[derive(Debug, Default)]
pub struct Mapping {
    /// The questions in the order of asking.
    pub questions: Vec<QuestionIx>,
    /// How many choices each of them has.
    pub(crate) sizes: Vec<usize>,
    /// For each of them the answers with which alone it counts, as written.
    pub only: Vec<Option<Condition>>,
    /// Choices that end the matter.
    pub leaving: Vec<(QuestionIx, ChoiceIx)>,
    /// The matters.
    pub matters: Vec<Matter>,
    /// Answers that set facts together, as written.
    pub firsts: Vec<Condition>,
    /// What sets facts, in order: the first that fits counts.
    pub settings: Vec<Setting>,
}

/// Something that somebody does, which the rules judge by itself.
#[derive(Debug)]
pub struct Matter {
    /// Id in the content files.
    pub id: String,
    /// Whose conduct it is.
    pub view: View,
    /// What is so of it from the start, unless an answer says otherwise.
    pub given: Vec<(FactIx, ValueIx)>,
}

/// Answers that set a fact of a matter.
#[derive(Debug)]
pub struct Setting {
    /// What sets it.
    pub by: By,
    /// With which answers, those among them with which the questions count at all.
    pub(crate) when: Condition,
    /// The place of the matter in [`Mapping::matters`].
    pub matter: usize,
    /// The fact.
    pub fact: FactIx,
    /// The value that it gets.
    pub value: ValueIx,
}

/// What sets facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The answers with this place in [`Mapping::firsts`].
    First(usize),
    /// One answer.
    Choice(QuestionIx, ChoiceIx),
}

impl Mapping {
    /// What this sets, in order.
    pub fn set_by(&self, by: By) -> impl Iterator<Item = &Setting> {
        self.settings.iter().filter(move |setting| setting.by == by)
    }

    /// The place of a question in the order of asking.
    pub(crate) fn place(&self, question: QuestionIx) -> Option<usize> {
        self.questions.iter().position(|other| *other == question)
    }
}
