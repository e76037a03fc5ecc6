//! The law as the content states it once: rules by clause, over facts of a matter and over readings of the wording.
//!
//! A situation only asks. What it asks sets facts (`mapping`); the compiler puts the answers in the place of the facts
//! (`compile`), so that the engine knows neither facts nor readings but conditions over answers.

pub(crate) mod compile;
pub mod diagram;
pub(crate) mod load;
mod lower;
pub(crate) mod mapping;
mod primes;
#[cfg(test)]
mod tests;

use adal_core::{ClauseIx, Effect, People, ReadingIx, ReasonIx, StepIx, Text};

pub use mapping::{By, Mapping, Matter, Setting};

use crate::problem::Place;

/// The place of a fact in [`Law::facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactIx(pub u8);

/// The place of a value in [`Fact::values`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueIx(pub u8);

/// A set of values of one fact, as bits by [`ValueIx`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Values(u16);

impl Values {
    /// How many values a fact can have.
    pub const LIMIT: usize = 16;

    /// The set of these values.
    pub fn of(values: impl IntoIterator<Item = ValueIx>) -> Values {
        Values(values.into_iter().fold(0, |bits, value| bits | 1 << value.0))
    }

    /// Whether the value is in it.
    pub fn contains(self, value: ValueIx) -> bool {
        self.0 >> value.0 & 1 == 1
    }

    /// The values in content order.
    pub fn iter(self) -> impl Iterator<Item = ValueIx> {
        (0..Self::LIMIT as u8).map(ValueIx).filter(move |value| self.contains(*value))
    }
}

/// Everything that the law files say.
#[derive(Debug, Default)]
pub struct Law {
    /// What can be said of a matter.
    pub facts: Vec<Fact>,
    /// Conditions that several clauses use.
    pub elements: Vec<Element>,
    /// The rules, clause by clause.
    pub rules: Vec<LawRule>,
    /// What is added to a rule about somebody else: the rule binds the person who acts.
    pub actor: Option<LawCondition>,
    /// What is added to every rule about somebody else.
    pub towards: Option<LawCondition>,
}

impl Law {
    /// All that must hold of a matter with this view for the rule to hold.
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

/// Something that can be said of a matter. It has exactly one of its values; the first when nothing is said.
#[derive(Debug)]
pub struct Fact {
    /// Id in the content files.
    pub id: String,
    /// What it is, in a few words.
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
    /// What it means, in a few words.
    pub text: Text,
    /// The people of whom it is so without being asked; empty for almost all values.
    pub people: People,
    pub(crate) place: Place,
}

/// A condition that several clauses use.
#[derive(Debug)]
pub struct Element {
    /// Id in the content files.
    pub id: String,
    /// What it means, in a few words.
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
    /// Holds when the part fails. There is no reading in it.
    Not(Box<LawCondition>),
    /// Holds when the fact has one of these values.
    Fact(FactIx, Values),
    /// Holds when the reading is the first of its sides, or the second.
    Reading(ReadingIx, Side),
    /// Holds when the element with this place in [`Law::elements`] does.
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

/// What a reading is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It is open.
    Open,
    /// The text settles it.
    Settled(Side),
    /// The Company adopted a side.
    Adopted(Side),
}

impl LawCondition {
    /// Calls `visit` for each part that has no parts of its own, those of the elements among them.
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

/// Whose conduct a matter is about, seen from the person who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// The person’s own.
    Me,
    /// Somebody’s towards the NGO that asks.
    Ngo,
    /// Somebody’s towards the employee who asks.
    Staff,
}

impl View {
    /// All views.
    pub const ALL: [View; 3] = [View::Me, View::Ngo, View::Staff];
}

/// Something for each view.
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
    /// What it is for this view.
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
    /// The views in which it is looked at.
    pub views: Vec<View>,
    /// What must hold besides in one view.
    pub only: PerView<Option<LawCondition>>,
    /// Whether it binds all staff no matter who acts, and not only the person who acts.
    pub binds_staff: bool,
    /// What it says to the person who acts.
    pub effect: Effect,
    /// When it says so only of steps that come first.
    pub steps_first: Option<LawCondition>,
    /// Why, to the person who acts.
    pub because_me: Option<ReasonIx>,
    /// Why, to the person towards whom it is done.
    pub because_towards: Option<ReasonIx>,
    /// What to do.
    pub steps: PerView<Vec<StepIx>>,
    pub(crate) place: Place,
}

impl LawRule {
    /// The sentence that says why, in this view.
    pub fn because(&self, view: View) -> Option<ReasonIx> {
        if view == View::Me { self.because_me } else { self.because_towards }
    }
}
