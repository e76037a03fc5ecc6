//! The data of the tables, the same in every language. What belongs to a clause or a situation is taken from what is
//! signed of it, so everything signed is printed.

use std::collections::{BTreeMap, BTreeSet};

use adal_content::law::{Fact, LawRule, Mapping, View};
use adal_content::{InWords, Item, ItemKind, Loaded, PartName, Subject};
use adal_core::{
    ClauseIx, Content, Headline, NoticeIx, People, PersonIx, ReadingIx, RemarkIx, Rule,
    SituationIx, Text,
};

/// The data of the tables.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    pub(super) loaded: &'a Loaded,
    /// The clauses that have rules, in the order of the Standard.
    pub(super) clauses: Vec<SurveyedClause>,
    /// In the order of the start page.
    pub(super) situations: Vec<SurveyedSituation>,
}

/// The law of one clause.
#[derive(Debug)]
pub(super) struct SurveyedClause {
    pub(super) ix: ClauseIx,
    /// The indices of what it uses, each in its own list.
    pub(super) elements: Vec<usize>,
    pub(super) facts: Vec<usize>,
    pub(super) readings: Vec<ReadingIx>,
    pub(super) notices: Vec<NoticeIx>,
}

/// One situation.
#[derive(Debug)]
pub(super) struct SurveyedSituation {
    pub(super) ix: SituationIx,
    /// Its number in the tables, starting at 1.
    pub(super) number: usize,
    pub(super) remarks: Vec<RemarkIx>,
    pub(super) headlines: Vec<Text>,
    /// People whom the Standard does not clearly bind.
    pub(super) open_people: Vec<PersonIx>,
    /// The possible effects of the clauses here, and for whom.
    pub(super) outcomes: BTreeMap<ClauseIx, BTreeMap<Outcome, BTreeSet<PersonIx>>>,
}

/// The outcome of a rule in short: its effect, and whether the wording is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Outcome {
    pub(super) headline: Headline,
    pub(super) open: bool,
}

impl<'a> Survey<'a> {
    pub(super) fn new(loaded: &'a Loaded) -> Survey<'a> {
        let clauses = loaded.clauses_of_law().into_iter().map(|ix| clause(loaded, ix));
        let situations = (0..loaded.content.situations.len() as u8).map(SituationIx).zip(1..);
        Survey {
            loaded,
            clauses: clauses.collect(),
            situations: situations.map(|(ix, number)| situation(loaded, ix, number)).collect(),
        }
    }

    pub(super) fn content(&self) -> &'a Content {
        &self.loaded.content
    }

    /// The individual people whom a situation or rule for `people` concerns.
    pub(super) fn concerned(&self, people: People) -> Vec<PersonIx> {
        concerned(self.content(), people).collect()
    }

    /// The rules of a clause, in the order of the file.
    pub(super) fn rules_of(&self, clause: ClauseIx) -> impl Iterator<Item = &'a LawRule> {
        self.loaded.law.rules.iter().filter(move |rule| rule.clause == clause)
    }

    pub(super) fn facts_of(&self, clause: &SurveyedClause) -> impl Iterator<Item = &'a Fact> {
        clause.facts.iter().map(|fact| &self.loaded.law.facts[*fact])
    }

    /// What the answers of a situation mean.
    pub(super) fn mapping(&self, situation: SituationIx) -> &'a Mapping {
        &self.loaded.declared.mappings[situation.place()]
    }
}

fn clause(loaded: &Loaded, ix: ClauseIx) -> SurveyedClause {
    let items = signed(loaded, Subject::Law(ix));
    let (content, law) = (&loaded.content, &loaded.law);
    let readings = places(&items, ItemKind::Reading, content.readings.iter().map(|r| &r.id));
    let notices = content.notices.notices.iter().map(|notice| &notice.id);
    let notices = places(&items, ItemKind::Notice, notices);
    SurveyedClause {
        ix,
        elements: places(&items, ItemKind::Element, law.elements.iter().map(|e| &e.id)),
        facts: places(&items, ItemKind::Fact, law.facts.iter().map(|fact| &fact.id)),
        readings: readings.into_iter().map(|place| ReadingIx(place as u8)).collect(),
        notices: notices.into_iter().map(|place| NoticeIx(place as u8)).collect(),
    }
}

fn situation(loaded: &Loaded, ix: SituationIx, number: usize) -> SurveyedSituation {
    let content = &loaded.content;
    let items = signed(loaded, Subject::Questions(ix));
    let remarks = places(&items, ItemKind::Remark, content.remarks.iter().map(|r| &r.id));
    let people = places(&items, ItemKind::Person, content.people.iter().map(|p| &p.id));
    let headlines = items.iter().filter(|item| item.kind == ItemKind::Headline);
    let headlines = headlines.flat_map(|item| &item.parts);
    let headlines = headlines.filter(|part| part.name == PartName::Words);
    SurveyedSituation {
        ix,
        number,
        remarks: remarks.into_iter().map(|place| RemarkIx(place as u8)).collect(),
        headlines: headlines.map(|part| part.text.clone()).collect(),
        open_people: people.into_iter().map(|place| PersonIx(place as u8)).collect(),
        outcomes: outcomes(content, ix),
    }
}

/// What is signed of a subject. Its text is printed elsewhere.
fn signed(loaded: &Loaded, subject: Subject) -> Vec<Item> {
    let in_words = InWords { answers: &|_| Text::default(), law: &|_| Text::default() };
    loaded.signed_items(subject, &in_words)
}

/// The indices of the items of a type in their list.
fn places<'a>(items: &[Item], kind: ItemKind, ids: impl Iterator<Item = &'a String>) -> Vec<usize> {
    let is_there = |id: &str| items.iter().any(|item| item.kind == kind && item.id == id);
    ids.enumerate().filter(|(_, id)| is_there(id)).map(|(place, _)| place).collect()
}

fn concerned(content: &Content, people: People) -> impl Iterator<Item = PersonIx> {
    let all = (0..content.people.len() as u8).map(PersonIx);
    all.filter(move |person| content[*person].stands_for.meets(people))
}

fn outcomes(
    content: &Content,
    ix: SituationIx,
) -> BTreeMap<ClauseIx, BTreeMap<Outcome, BTreeSet<PersonIx>>> {
    let situation = &content[ix];
    let mut all: BTreeMap<ClauseIx, BTreeMap<Outcome, BTreeSet<PersonIx>>> = BTreeMap::new();
    for rule in situation.rules.iter().map(|rule| &content[*rule]) {
        let people: BTreeSet<PersonIx> = concerned(content, rule.people)
            .filter(|person| content[*person].stands_for.meets(situation.people))
            .filter(|person| !rule.except.contains(*person))
            .collect();
        for outcome in outcomes_of(rule) {
            let of = all.entry(rule.clause).or_default().entry(outcome).or_default();
            of.extend(&people);
        }
    }
    all
}

fn outcomes_of(rule: &Rule) -> impl Iterator<Item = Outcome> {
    let open = !rule.is_settled();
    rule.effects.iter().map(move |effect| Outcome { headline: Headline::of(effect.item), open })
}

/// The headline of a rule in a view, if its wording is settled.
pub(super) fn says(rule: &LawRule, view: View) -> Headline {
    if view == View::Me { Headline::of(rule.effect) } else { Headline::Expected }
}
