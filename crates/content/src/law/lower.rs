//! Conditions of the law: their words tied to facts, values, elements and readings.

use std::collections::BTreeSet;
use std::sync::Arc;

use adal_core::ReadingIx;
use toml::Spanned;

use super::{FactIx, Law, LawCondition, Side, ValueIx, Values};
use crate::check::names::Names;
use crate::expression::{self, Expression, Word};
use crate::problem::{Problems, SourceFile, list, suggestion};

/// What the words of a condition of the law can stand for.
pub(super) struct LawScope<'a> {
    pub(super) law: &'a Law,
    pub(super) facts: &'a Names<FactIx>,
    pub(super) elements: &'a Names<usize>,
    pub(super) readings: &'a Names<ReadingIx>,
}

impl LawScope<'_> {
    /// A condition as written, its words tied to what they stand for; all mistakes are reported.
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
                    problems
                        .add(&name.place, "a reading stands under `not`")
                        .help("ask for its other side: `reading x is b`");
                }
                let side = if *second { Side::B } else { Side::A };
                let reading = self.readings.find_word(name, problems)?;
                Some(LawCondition::Reading(reading, side))
            }
        }
    }

    fn fact(&self, name: &Word, values: &[Word], problems: &mut Problems) -> Option<LawCondition> {
        let ix = self.facts.find_word(name, problems)?;
        let known: Vec<&str> =
            self.law.facts[usize::from(ix.0)].values.iter().map(|v| v.id.as_str()).collect();
        let mut found = Vec::new();
        for value in values {
            match (0_u8..).map(ValueIx).zip(&known).find(|(_, id)| **id == value.text) {
                Some((value, _)) => found.push(value),
                None => {
                    let message = format!("`{}` is no value of `{}`", value.text, name.text);
                    problems.add(&value.place, message).help =
                        suggestion(&value.text, known.iter().copied())
                            .or_else(|| Some(format!("its values are {}", list(&known))));
                }
            }
        }
        (found.len() == values.len()).then(|| LawCondition::Fact(ix, Values::of(found)))
    }

    fn element(&self, name: &Word, negated: bool, problems: &mut Problems) -> Option<LawCondition> {
        if self.elements.known(&name.text).is_none() && self.facts.known(&name.text).is_some() {
            problems
                .add(&name.place, format!("`{}` is a fact: its value is missing", name.text))
                .help(format!("write `{} is` and one of its values", name.text));
            return None;
        }
        let element = self.elements.find_word(name, problems)?;
        if negated && self.has_reading(element) {
            problems
                .add(
                    &name.place,
                    format!("`{}` turns on a reading, and stands under `not`", name.text),
                )
                .help("say the condition without `not`");
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
