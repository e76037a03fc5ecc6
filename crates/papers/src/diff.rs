//! Two contents compared: what a person would see before and after, item by item, as it is signed.

mod paper;

use std::collections::{BTreeMap, BTreeSet};

use adal_content::{
    Item, ItemKind, Loaded, Part, PartName, Signature, Source, Worded, hash, question,
};
use adal_core::{
    Answer, Answers, Case, ChoiceIx, ClauseIx, Condition, Content, Finding, Lang, People, PersonIx,
    QuestionIx, SituationIx, State, Text, assess, interview,
};

pub use paper::diff_paper;

/// How conditions of a content are put into words.
pub type ConditionInWords<'a> = &'a dyn Fn(&Content, &Condition) -> Text;

/// What differs between two contents.
#[derive(Debug)]
pub struct Difference {
    /// Items that differ: those of several situations or of none first, then situation by situation.
    pub items: Vec<ItemChange>,
    /// Signatures in the old content that held for its texts and do not hold for the new ones.
    pub stale: Vec<Stale>,
    /// Worked cases of the old content that come out differently.
    pub cases: Vec<CaseChange>,
}

/// An item before and after.
#[derive(Debug, PartialEq, Eq)]
pub struct ItemChange {
    /// What it is.
    pub kind: ItemKind,
    /// Its id.
    pub id: String,
    /// The situations that show it, before or after.
    pub situations: Vec<String>,
    /// Its parts that differ.
    pub parts: Vec<PartChange>,
}

/// A part before and after; none where it was not or is no more.
#[derive(Debug, PartialEq, Eq)]
pub struct PartChange {
    /// What it is.
    pub name: PartName,
    /// Which one of several.
    pub of: String,
    /// Before.
    pub before: Option<Text>,
    /// After.
    pub after: Option<Text>,
}

/// A signature that does not hold any more.
#[derive(Debug)]
pub struct Stale {
    /// The id of the situation.
    pub situation: String,
    /// The signature.
    pub signature: Signature,
}

/// A worked case that comes out differently.
#[derive(Debug, PartialEq, Eq)]
pub struct CaseChange {
    /// The name of its file.
    pub name: String,
    /// Before.
    pub before: Outcome,
    /// After.
    pub after: After,
}

/// What becomes of a worked case of the old content in the new one.
#[derive(Debug, PartialEq, Eq)]
pub enum After {
    /// Another outcome.
    Outcome(Outcome),
    /// It cannot be told any more: the new content has no such items.
    Missing(Vec<String>),
}

/// What the tool says about a case, in ids.
#[derive(Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The headline.
    pub headline: &'static str,
    /// Clauses that apply.
    pub applies: Vec<String>,
    /// Clauses that may apply.
    pub may_apply: Vec<String>,
    /// Steps to take.
    pub steps: Vec<String>,
    /// The question that is asked next, if the answers are not enough.
    pub asks: Option<String>,
}

/// Compares two contents.
pub fn diff(old: &Loaded, new: &Loaded, in_words: ConditionInWords) -> Difference {
    let mut items = item_changes(&all_items(old, in_words), &all_items(new, in_words));
    items.sort_by_key(|item| match item.situations.as_slice() {
        [one] => (Some(place_of(old, new, one)), item.kind),
        _ => (None, item.kind),
    });
    Difference { items, stale: stale(old, new), cases: case_changes(old, new) }
}

/// Situations stand in the order of the new start page, those that are no more at the end.
fn place_of(old: &Loaded, new: &Loaded, situation: &str) -> usize {
    let of = |loaded: &Loaded| loaded.content.situations.iter().position(|s| s.id == situation);
    of(new).unwrap_or_else(|| new.content.situations.len() + of(old).unwrap_or_default())
}

/// Items by kind and id, with the situations that show them. Rules have no id of their own: those of one clause in one
/// situation stand together.
type Items = BTreeMap<(ItemKind, String, Option<String>), (BTreeSet<String>, Vec<Item>)>;

fn all_items(loaded: &Loaded, in_words: ConditionInWords) -> Items {
    let content = &loaded.content;
    let words = |condition: &Condition| in_words(content, condition);
    let source = Source { content, words: &loaded.words, in_words: &words };
    let mut items = Items::new();
    for (ix, situation) in (0_u8..).map(SituationIx).zip(&content.situations) {
        for item in source.items(ix) {
            let of = (item.kind == ItemKind::Rule).then(|| situation.id.clone());
            let (shown, same) = items.entry((item.kind, item.id.clone(), of)).or_default();
            // What several situations show is the same in all of them.
            if item.kind == ItemKind::Rule || same.is_empty() {
                same.push(item);
            }
            shown.insert(situation.id.clone());
        }
    }
    let clauses = (0_u8..).map(ClauseIx).zip(&content.clauses).map(|(ix, _)| source.clause(ix));
    let steps = content.steps.iter().map(|step| source.step(step));
    for item in clauses.chain(steps).chain(content.questions.iter().map(question)) {
        let (_, same) = items.entry((item.kind, item.id.clone(), None)).or_default();
        if same.is_empty() {
            same.push(item);
        }
    }
    items
}

fn item_changes(old: &Items, new: &Items) -> Vec<ItemChange> {
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    let nothing = (BTreeSet::new(), Vec::new());
    let mut changes = Vec::new();
    for key in keys {
        let (shown_before, before) = old.get(key).unwrap_or(&nothing);
        let (shown_after, after) = new.get(key).unwrap_or(&nothing);
        let situations: Vec<String> = shown_before.union(shown_after).cloned().collect();
        for parts in paired(before, after) {
            let (kind, id) = (key.0, key.1.clone());
            changes.push(ItemChange { kind, id, situations: situations.clone(), parts });
        }
    }
    changes
}

/// The changes of items with the same key: equal ones belong together, the others in their order.
fn paired(before: &[Item], after: &[Item]) -> Vec<Vec<PartChange>> {
    let rest = |of: &[Item], other: &[Item]| -> Vec<Item> {
        of.iter().filter(|item| !other.contains(item)).cloned().collect()
    };
    let (gone, come) = (rest(before, after), rest(after, before));
    if gone.is_empty() && come.is_empty() && before != after {
        return vec![vec![order_of(before, after)]];
    }
    let pairs = 0..gone.len().max(come.len());
    pairs.map(|n| part_changes(gone.get(n), come.get(n))).collect()
}

/// Nothing but the order of equals differs.
fn order_of(before: &[Item], after: &[Item]) -> PartChange {
    let reasons = |items: &[Item]| {
        let parts = items.iter().flat_map(|item| &item.parts);
        let reasons: Vec<&Text> =
            parts.filter(|part| part.name == PartName::Because).map(|part| &part.text).collect();
        let [kk, ru, en] = Lang::ALL
            .map(|lang| reasons.iter().map(|text| text.get(lang)).collect::<Vec<_>>().join("\n"));
        Some(Text::new(kk, ru, en))
    };
    let (before, after) = (reasons(before), reasons(after));
    PartChange { name: PartName::Order, of: String::new(), before, after }
}

fn part_changes(before: Option<&Item>, after: Option<&Item>) -> Vec<PartChange> {
    let parts = |item: Option<&Item>| item.map(|item| item.parts.clone()).unwrap_or_default();
    let (before, after) = (parts(before), parts(after));
    let find = |parts: &[Part], of: &Part| {
        let found = parts.iter().find(|part| (part.name, &part.of) == (of.name, &of.of));
        found.map(|part| part.text.clone())
    };
    let gone = before.iter().filter(|part| find(&after, part).is_none());
    let mut changes = Vec::new();
    for part in after.iter().chain(gone) {
        let (before, after) = (find(&before, part), find(&after, part));
        if before != after {
            changes.push(PartChange { name: part.name, of: part.of.clone(), before, after });
        }
    }
    changes
}

/// Signatures that hold for the old texts and not for the new ones, each once.
fn stale(old: &Loaded, new: &Loaded) -> Vec<Stale> {
    let mut stale: Vec<Stale> = Vec::new();
    for signature in old.signatures.iter().filter(|signature| old.is_current(signature)) {
        let situation = &old.content[signature.situation].id;
        let now = situation_ix(&new.content, situation)
            .is_some_and(|ix| hash(new, ix, signature.lang) == signature.hash);
        if !now {
            stale.push(Stale { situation: situation.clone(), signature: signature.clone() });
        }
    }
    stale
}

fn situation_ix(content: &Content, id: &str) -> Option<SituationIx> {
    let place = content.situations.iter().position(|situation| situation.id == id)?;
    Some(SituationIx(u8::try_from(place).ok()?))
}

fn case_changes(old: &Loaded, new: &Loaded) -> Vec<CaseChange> {
    let changes = old.cases.iter().filter_map(|worked| {
        let before = outcome(&old.content, &worked.case);
        let after = match translated(&old.content, &new.content, &worked.case) {
            Ok(case) => After::Outcome(outcome(&new.content, &case)),
            Err(missing) => After::Missing(missing),
        };
        let same = matches!(&after, After::Outcome(after) if *after == before);
        (!same).then(|| CaseChange { name: worked.name.clone(), before, after })
    });
    changes.collect()
}

fn outcome(content: &Content, case: &Case) -> Outcome {
    let assessment = assess(content, case);
    let clauses = |applies: bool| {
        let of_kind = |finding: &&Finding| (finding.state == State::Applies) == applies;
        let findings = assessment.findings.iter().filter(of_kind);
        findings.map(|finding| content[finding.clause].id.clone()).collect()
    };
    Outcome {
        headline: assessment.headline.word(),
        applies: clauses(true),
        may_apply: clauses(false),
        steps: assessment.steps.iter().map(|step| content[step.step].id.clone()).collect(),
        asks: interview(content, case).next.map(|question| content[question].id.clone()),
    }
}

/// The case of one content in the places of another; what that one lacks.
fn translated(old: &Content, new: &Content, case: &Case) -> Result<Case, Vec<String>> {
    let mut missing = Vec::new();
    let mut people = People::NOBODY;
    for person in case.people.iter() {
        let id = &old[person].id;
        match new.people.iter().position(|known| known.id == *id) {
            Some(place) => people = people.with(PersonIx(place as u8)),
            None => missing.push(id.clone()),
        }
    }
    let mut situations = Vec::new();
    for situation in &case.situations {
        let id = &old[*situation].id;
        let found = situation_ix(new, id);
        missing.extend(found.is_none().then(|| id.clone()));
        situations.extend(found);
    }
    situations.sort_unstable();
    let mut answers = Answers::new();
    for (question, answer) in &case.answers {
        match translated_answer(old, new, *question, *answer) {
            Ok((question, answer)) => drop(answers.insert(question, answer)),
            Err(id) => missing.push(id),
        }
    }
    if missing.is_empty() { Ok(Case { people, situations, answers }) } else { Err(missing) }
}

fn translated_answer(
    old: &Content,
    new: &Content,
    question: QuestionIx,
    answer: Answer,
) -> Result<(QuestionIx, Answer), String> {
    let asked = &old[question];
    let place = new.questions.iter().position(|known| known.id == asked.id);
    let place = place.ok_or_else(|| asked.id.clone())?;
    let index = QuestionIx(place as u16);
    let Answer::Choice(choice) = answer else { return Ok((index, answer)) };
    let choice = &asked.choices[choice.place()].id;
    let found = new[index].choices.iter().position(|known| known.id == *choice);
    let found = found.ok_or_else(|| format!("{} is {choice}", asked.id))?;
    Ok((index, Answer::Choice(ChoiceIx(found as u8))))
}
