//! What the answers of a situation say about its matters: which choice sets which fact to which value.

use adal_core::{ChoiceIx, Condition, Content, QuestionIx};

use super::{FactIx, Law, ValueIx, View};
use crate::raw::Worded;
use crate::signed::in_ids;

/// What a situation asks, and what its answers mean.
#[derive(Debug, Default)]
pub(crate) struct Mapping {
    /// The questions in the order of asking.
    pub(crate) questions: Vec<QuestionIx>,
    /// How many choices each of them has.
    pub(crate) sizes: Vec<usize>,
    /// Choices that end the matter.
    pub(crate) leaving: Vec<(QuestionIx, ChoiceIx)>,
    /// The matters.
    pub(crate) matters: Vec<Matter>,
    /// What sets facts, in order: the first that fits counts.
    pub(crate) settings: Vec<Setting>,
}

/// Something that somebody does, which the rules judge by itself.
#[derive(Debug)]
pub(crate) struct Matter {
    /// Whose conduct it is.
    pub(crate) view: View,
    /// What is so of it from the start, unless an answer says otherwise.
    pub(crate) given: Vec<(FactIx, ValueIx)>,
}

/// Answers that set a fact of a matter.
#[derive(Debug)]
pub(crate) struct Setting {
    pub(crate) when: Condition,
    pub(crate) matter: usize,
    pub(crate) fact: FactIx,
    pub(crate) value: ValueIx,
}

impl Mapping {
    /// What is given and what sets what, in the words of the content files: what is signed of it.
    pub(crate) fn in_ids(&self, content: &Content, law: &Law) -> Vec<String> {
        let named = |fact: FactIx, value: ValueIx| {
            let fact = &law.facts[usize::from(fact.0)];
            format!("{} = {}", fact.id, fact.values[usize::from(value.0)].id)
        };
        let given = self.matters.iter().enumerate().flat_map(|(ix, matter)| {
            let given = matter.given.iter();
            let given = given.map(move |(fact, value)| format!("{ix}: {}", named(*fact, *value)));
            [format!("{ix}: {}", matter.view.word())].into_iter().chain(given)
        });
        let set = self.settings.iter().map(|setting| {
            let when = in_ids(content, &setting.when);
            format!("{when} sets {}: {}", setting.matter, named(setting.fact, setting.value))
        });
        let leaving = self.leaving.iter().map(|(question, choice)| {
            format!("{} leaves", in_ids(content, &Condition::Is(*question, *choice)))
        });
        given.chain(set).chain(leaving).collect()
    }

    /// The place of a question in the order of asking.
    pub(crate) fn place(&self, question: QuestionIx) -> Option<usize> {
        self.questions.iter().position(|other| *other == question)
    }
}
