//! The law as the content states it: rules by clause, over the facts of a matter and over readings of the wording.
//!
//! Situations only ask. Their answers set facts (`mapping`), and the compiler replaces the facts by the answers
//! (`compile`). The engine therefore knows neither facts nor readings, only conditions over answers.

pub(crate) mod compile;
pub mod diagram;
pub(crate) mod load;
mod lower;
pub(crate) mod mapping;
mod primes;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use adal_core::{ClauseIx, Effect, People, ReadingIx, ReasonIx, StepIx, Text};

pub use mapping::{By, Mapping, Matter, Setting};

use crate::problem::Place;

/// The index of a fact in [`Law::facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactIx(pub u8);

/// The index of a value in [`Fact::values`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueIx(pub u8);

/// A set of values of one fact, as a bit set by [`ValueIx`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Values(u16);

impl Values {
    /// The maximum number of values of a fact.
    pub const LIMIT: usize = 16;

    /// The set of these values.
    pub fn of(values: impl IntoIterator<Item = ValueIx>) -> Values {
        Values(values.into_iter().fold(0, |bits, value| bits | 1 << value.0))
    }

    /// Whether the set contains the value.
    pub fn contains(self, value: ValueIx) -> bool {
        self.0 >> value.0 & 1 == 1
    }

    /// The values in content order.
    pub fn iter(self) -> impl Iterator<Item = ValueIx> {
        (0..Self::LIMIT as u8).map(ValueIx).filter(move |value| self.contains(*value))
    }
}

/// The content of the law files.
#[derive(Debug, Default)]
pub struct Law {
    /// What can be true of a matter.
    pub facts: Vec<Fact>,
    /// Conditions that several clauses use.
    pub elements: Vec<Element>,
    /// The rules, by clause.
    pub rules: Vec<LawRule>,
    /// Added to rules about somebody else, because a rule binds the actor.
    pub actor: Option<LawCondition>,
    /// What is added to every rule about somebody else.
    pub towards: Option<LawCondition>,
    /// Where steps are said that are not said in every case of their rules.
    pub step_when: BTreeMap<StepIx, LawCondition>,
}

impl Law {
    /// All conditions that a matter with this view must satisfy for the rule to hold.
    pub(crate) fn conditions<'l>(
        &'l self,
        rule: &'l LawRule,
        view: View,
    ) -> impl Iterator<Item = &'l LawCondition> {
        let towards = self.towards.iter().filter(move |_| view != View::Me);
        let actor = self.actor.iter().filter(move |_| view != View::Me && !rule.binds_staff);
        [&rule.when].into_iter().chain(rule.only.get(view)).chain(towards).chain(actor)
    }
}

/// A feature of a matter. It has exactly one of its values, by default the first.
#[derive(Debug)]
pub struct Fact {
    /// Id in the content files.
    pub id: String,
    /// Its name, in a few words.
    pub name: Text,
    /// Its values.
    pub values: Vec<FactValue>,
    pub(crate) place: Place,
}

/// A value of a fact.
#[derive(Debug)]
pub struct FactValue {
    /// Id in the content files.
    pub id: String,
    /// Its meaning, in a few words.
    pub text: Text,
    /// The people of whom it is true without asking. Empty for almost all values.
    pub people: People,
    pub(crate) place: Place,
}

/// A condition that several clauses use.
#[derive(Debug)]
pub struct Element {
    /// Id in the content files.
    pub id: String,
    /// Its meaning, in a few words.
    pub name: Text,
    /// When it holds.
    pub when: LawCondition,
    pub(crate) place: Place,
}

/// A condition over the facts of one matter and over readings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LawCondition {
    /// Holds when all parts hold.
    All(Vec<LawCondition>),
    /// Holds when at least one part holds.
    Any(Vec<LawCondition>),
    /// Holds when the part does not. Contains no reading.
    Not(Box<LawCondition>),
    /// Holds when the fact has one of these values.
    Fact(FactIx, Values),
    /// Holds when the reading has this side.
    Reading(ReadingIx, Side),
    /// Holds when the element with this index in [`Law::elements`] does.
    Element(usize),
}

/// A side of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The first.
    A,
    /// The second.
    B,
}

/// Whether a reading is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It is open.
    Open,
    /// Settled by the text.
    Settled(Side),
    /// Adopted by the Company.
    Adopted(Side),
}

impl LawCondition {
    /// Calls `visit` for each atomic part, including those of elements.
    pub fn for_each_leaf<'l>(&'l self, law: &'l Law, visit: &mut impl FnMut(&'l LawCondition)) {
        match self {
            LawCondition::All(parts) | LawCondition::Any(parts) => {
                parts.iter().for_each(|part| part.for_each_leaf(law, visit));
            }
            LawCondition::Not(part) => part.for_each_leaf(law, visit),
            LawCondition::Element(element) => {
                law.elements[*element].when.for_each_leaf(law, visit);
            }
            LawCondition::Fact(..) | LawCondition::Reading(..) => visit(self),
        }
    }
}

/// Who acts in a matter, from the point of view of the person who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// The person who asks.
    Me,
    /// Somebody else, towards the NGO that asks.
    Ngo,
    /// Somebody else, towards the employee who asks.
    Staff,
}

impl View {
    /// All views.
    pub const ALL: [View; 3] = [View::Me, View::Ngo, View::Staff];
}

/// A value for each view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PerView<T> {
    /// For [`View::Me`].
    pub me: T,
    /// For [`View::Ngo`].
    pub ngo: T,
    /// For [`View::Staff`].
    pub staff: T,
}

impl<T> PerView<T> {
    /// The value for this view.
    pub fn get(&self, view: View) -> &T {
        match view {
            View::Me => &self.me,
            View::Ngo => &self.ngo,
            View::Staff => &self.staff,
        }
    }
}

/// A rule of a clause.
#[derive(Debug)]
pub struct LawRule {
    /// Id in the content files.
    pub id: String,
    /// The clause.
    pub clause: ClauseIx,
    /// When it holds.
    pub when: LawCondition,
    /// The views for which it exists.
    pub views: Vec<View>,
    /// A further condition in one view.
    pub only: PerView<Option<LawCondition>>,
    /// Whether it binds all staff no matter who acts, and not only the actor.
    pub binds_staff: bool,
    /// Its effect for the actor.
    pub effect: Effect,
    /// When the effect is “steps first” instead.
    pub steps_first: Option<LawCondition>,
    /// The reason, addressed to the actor.
    pub because_me: Option<ReasonIx>,
    /// The reason, addressed to the person towards whom somebody acts.
    pub because_towards: Option<ReasonIx>,
    /// What to do.
    pub steps: PerView<Vec<StepIx>>,
    pub(crate) place: Place,
}

impl LawRule {
    /// The reason in this view.
    pub fn because(&self, view: View) -> Option<ReasonIx> {
        if view == View::Me { self.because_me } else { self.because_towards }
    }
}
