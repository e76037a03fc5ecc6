//! Conditions of the law: their words tied to facts, values, elements and readings.

use std::collections::BTreeSet;
use std::sync::Arc;

use adal_core::ReadingIx;
use toml::Spanned;

use super::{FactIx, Law, LawCondition, Side, ValueIx, Values};
use crate::check::names::Names;
use crate::expression::{self, Expression, Word};
use crate::problem::{Problems, SourceFile, list, suggestion};

/// What the words of a condition of the law can mean.
pub(super) struct LawScope<'a> {
    pub(super) law: &'a Law,
    pub(super) facts: &'a Names<FactIx>,
    pub(super) elements: &'a Names<usize>,
    /// The ids of elements that come later in the file.
    pub(super) elements_below: &'a BTreeSet<String>,
    pub(super) readings: &'a Names<ReadingIx>,
}

impl LawScope<'_> {
    /// A condition as written, its words tied to what they mean; all mistakes are reported.
    pub(super) fn read(
        &self,
        written: &Spanned<String>,
        file: &Arc<SourceFile>,
        problems: &mut Problems,
    ) -> Option<LawCondition> {
        let expression = expression::parse(written, file, problems)?;
        self.lower(&expression, false, problems)
    }

    fn lower(
        &self,
        expression: &Expression,
        negated: bool,
        problems: &mut Problems,
    ) -> Option<LawCondition> {
        let mut all = |parts: &[Expression]| {
            let lowered: Vec<Option<LawCondition>> =
                parts.iter().map(|part| self.lower(part, negated, problems)).collect();
            lowered.into_iter().collect::<Option<Vec<_>>>()
        };
        match expression {
            Expression::All(parts) => all(parts).map(LawCondition::All),
            Expression::Any(parts) => all(parts).map(LawCondition::Any),
            Expression::Not(part) => {
                self.lower(part, true, problems).map(|part| LawCondition::Not(Box::new(part)))
            }
            Expression::Is { name, choices, negated } => {
                let is = self.fact(name, choices, problems)?;
                Some(if *negated { LawCondition::Not(Box::new(is)) } else { is })
            }
            Expression::Name(name) => self.element(name, negated, problems),
            Expression::Reading { name, second } => {
                if negated {
                    let side = if *second { "" } else { " is b" };
                    problems
                        .add(&name.place, "a reading cannot be under `not`")
                        .help(format!("name its other side: `reading {}{side}`", name.text));
                    return None;
                }
                let side = if *second { Side::B } else { Side::A };
                let reading = self.readings.find_word(name, problems)?;
                Some(LawCondition::Reading(reading, side))
            }
        }
    }

    fn fact(&self, name: &Word, values: &[Word], problems: &mut Problems) -> Option<LawCondition> {
        if self.facts.known(&name.text).is_none() && self.elements.known(&name.text).is_some() {
            problems
                .add(&name.place, format!("`{}` is an element, so it has no values", name.text))
                .help(format!("write `{}` alone", name.text));
            return None;
        }
        let ix = self.facts.find_word(name, problems)?;
        let known = self.values(ix);
        let mut found = Vec::new();
        for value in values {
            match (0_u8..).map(ValueIx).zip(&known).find(|(_, id)| **id == value.text) {
                Some((value, _)) => found.push(value),
                None => {
                    let message = format!("`{}` is not a value of `{}`", value.text, name.text);
                    problems.add(&value.place, message).help =
                        suggestion(&value.text, known.iter().copied())
                            .or_else(|| Some(format!("its values are {}", list(&known))));
                }
            }
        }
        (found.len() == values.len()).then(|| LawCondition::Fact(ix, Values::of(found)))
    }

    /// The ids of the values of a fact.
    fn values(&self, fact: FactIx) -> Vec<&str> {
        let fact = &self.law.facts[usize::from(fact.0)];
        fact.values.iter().map(|value| value.id.as_str()).collect()
    }

    fn element(&self, name: &Word, negated: bool, problems: &mut Problems) -> Option<LawCondition> {
        if let (None, Some(fact)) = (self.elements.known(&name.text), self.facts.known(&name.text))
        {
            problems
                .add(&name.place, format!("`{}` is a fact: its value is missing", name.text))
                .help(format!("write `{} is` and one of {}", name.text, list(&self.values(fact))));
            return None;
        }
        if self.elements_below.contains(&name.text) {
            problems
                .add(&name.place, format!("the element `{}` comes later", name.text))
                .help("put it above this one: an element can use those above it only");
            return None;
        }
        let element = self.elements.find_word(name, problems)?;
        if negated && self.has_reading(element) {
            problems
                .add(
                    &name.place,
                    format!("`{}` turns on a reading, so it cannot be under `not`", name.text),
                )
                .help("write the condition without `not`");
            return None;
        }
        Some(LawCondition::Element(element))
    }

    fn has_reading(&self, element: usize) -> bool {
        let mut readings = BTreeSet::new();
        self.law.elements[element].when.for_each_leaf(self.law, &mut |leaf| {
            if let LawCondition::Reading(reading, _) = leaf {
                readings.insert(*reading);
            }
        });
        !readings.is_empty()
    }
}
