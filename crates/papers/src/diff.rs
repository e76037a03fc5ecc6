//! Compares two contents: what a person would see before and after, by the items that are signed.

mod cases;
mod names;
mod paper;

use std::collections::{BTreeMap, BTreeSet};

use adal_content::law::{Law, LawCondition};
use adal_content::{
    InWords, Item, ItemKind, Loaded, Part, PartName, Signature, Source, Subject, hash, question,
};
use adal_core::{ClauseIx, Condition, Content, StepIx, Text};

use crate::status::subject;

pub use cases::{After, CaseChange, Outcome};
pub(crate) use cases::{case_changes, twin_changes};
pub use paper::diff_paper;

/// Functions that put conditions of a content into words.
#[derive(Clone, Copy)]
pub struct ConditionsInWords<'a> {
    /// Those over answers.
    pub answers: &'a dyn Fn(&Content, &Condition) -> Text,
    /// Those of the law.
    pub law: &'a dyn Fn(&Content, &Law, &LawCondition) -> Text,
}

/// What differs between two contents.
#[derive(Debug)]
pub struct Difference {
    /// Items that differ: first shared ones and those that are not shown, then by clause, then by situation.
    pub items: Vec<ItemChange>,
    /// Signatures in the old content that were valid for its texts and are not for the new ones.
    pub stale: Vec<Stale>,
    /// Worked cases of the old content with another result.
    pub cases: Vec<CaseChange>,
}

/// An item before and after.
#[derive(Debug, PartialEq, Eq)]
pub struct ItemChange {
    /// Its type.
    pub kind: ItemKind,
    /// Its id.
    pub id: String,
    /// The subjects with which it is signed, before or after: numbers of clauses and ids of situations.
    pub subjects: Vec<String>,
    /// Its parts that differ.
    pub parts: Vec<PartChange>,
}

/// A part before and after, or `None` where it does not exist.
#[derive(Debug, PartialEq, Eq)]
pub struct PartChange {
    /// Its type.
    pub name: PartName,
    /// Its id among several parts of one type.
    pub of: String,
    /// Before.
    pub before: Option<Text>,
    /// After.
    pub after: Option<Text>,
}

/// A signature that is no longer valid.
#[derive(Debug)]
pub struct Stale {
    /// The number of the clause, or the id of the situation.
    pub subject: String,
    /// The signature.
    pub signature: Signature,
}

/// Compares two contents.
pub fn diff(old: &Loaded, new: &Loaded, in_words: ConditionsInWords<'_>) -> Difference {
    let order = order(old, new);
    let mut items = item_changes(&all_items(old, in_words), &all_items(new, in_words), &order);
    items.sort_by_key(|item| match item.subjects.as_slice() {
        [one] => (Some(place_in(&order, one)), item.kind),
        _ => (None, item.kind),
    });
    Difference { items, stale: stale(old, new), cases: case_changes(old, new) }
}

/// The subjects, in the order of the new content, followed by removed ones.
fn order(old: &Loaded, new: &Loaded) -> Vec<String> {
    let mut order: Vec<String> = Vec::new();
    for loaded in [new, old] {
        for subject in loaded.subjects() {
            let id = subject.id(&loaded.content);
            if !order.iter().any(|known| known == id) {
                order.push(id.to_owned());
            }
        }
    }
    order
}

fn place_in(order: &[String], subject: &str) -> usize {
    order.iter().position(|known| known == subject).unwrap_or(order.len())
}

/// Items by type and id, with the subjects with which they are signed. The id of a pointer is the situation that it
/// leads to, so its key also contains the situation that it leads from and its index.
type Items = BTreeMap<(ItemKind, String, Option<(String, usize)>), (BTreeSet<String>, Item)>;

fn all_items(loaded: &Loaded, in_words: ConditionsInWords<'_>) -> Items {
    let Loaded { content, law, declared, words, .. } = loaded;
    let in_words = InWords {
        answers: &|when: &Condition| (in_words.answers)(content, when),
        law: &|when: &LawCondition| (in_words.law)(content, law, when),
    };
    let mut items = Items::new();
    for subject in loaded.subjects() {
        let id = subject.id(content);
        let mut ways: BTreeMap<String, usize> = BTreeMap::new();
        for item in loaded.signed_items(subject, &in_words) {
            let way = (item.kind == ItemKind::Pointer).then(|| {
                let number = ways.entry(item.id.clone()).or_default();
                *number += 1;
                (id.to_owned(), *number)
            });
            let key = (item.kind, item.id.clone(), way);
            items.entry(key).or_insert_with(|| (BTreeSet::new(), item)).0.insert(id.to_owned());
        }
    }
    // Items that are not shown are not signed, but they are part of the content.
    let source = Source { content, law, declared, words, in_words: &in_words };
    let clauses = (0_u8..).map(ClauseIx).zip(&content.clauses).map(|(ix, _)| source.clause(ix));
    let steps = (0_u16..).map(StepIx).zip(&content.steps).map(|(ix, _)| source.step(ix));
    for item in clauses.chain(steps).chain(content.questions.iter().map(question)) {
        let key = (item.kind, item.id.clone(), None);
        items.entry(key).or_insert_with(|| (BTreeSet::new(), item));
    }
    items
}

fn item_changes(old: &Items, new: &Items, order: &[String]) -> Vec<ItemChange> {
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    let changes = keys.into_iter().filter_map(|key| {
        let (before, after) = (old.get(key), new.get(key));
        let parts = part_changes(before.map(|(_, item)| item), after.map(|(_, item)| item));
        let subjects = before.into_iter().chain(after).flat_map(|(subjects, _)| subjects);
        let mut subjects: Vec<String> =
            subjects.collect::<BTreeSet<_>>().into_iter().cloned().collect();
        subjects.sort_by_key(|subject| place_in(order, subject));
        let (kind, id) = (key.0, key.1.clone());
        (!parts.is_empty()).then_some(ItemChange { kind, id, subjects, parts })
    });
    changes.collect()
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

/// Signatures that are valid for the old texts and not for the new ones, without repetition.
fn stale(old: &Loaded, new: &Loaded) -> Vec<Stale> {
    let current = old.signatures.iter().filter(|signature| old.is_current(signature));
    let stale = current.filter_map(|signature| {
        let id = signature.subject.id(&old.content);
        let same = |subject: Subject| hash(new, subject, signature.lang) == signature.hash;
        let holds = subject(new, id).is_some_and(same);
        (!holds).then(|| Stale { subject: id.to_owned(), signature: signature.clone() })
    });
    stale.collect()
}
