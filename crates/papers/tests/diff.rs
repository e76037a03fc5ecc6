//! Compares two contents: each file in `tests/diff/` changes the valid content, with the expected differences next to
//! it. `UPDATE_EXPECT=1 cargo test -p adal-papers` updates them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;

use adal_content::law::{Law, LawCondition};
use adal_content::{Loaded, load};
use adal_core::{Condition, Content, Lang, Text};
use adal_fixtures::{Change, changed_content, data, data_files, expect_all};
use adal_papers::{
    After, ConditionsInWords, Difference, ItemChange, Outcome, PartChange, Review, Stale, diff,
    with_review,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Changed {
    change: Vec<Change>,
}

#[test]
fn what_differs_is_shown_before_and_after() {
    let old = signed();
    expect_all("tests/diff", |path| {
        let new = loaded(&data::<Changed>(path).change, "", path);
        let difference = compared(&old, &new);
        assert_shown(&difference, path);
        in_lines(&difference)
    });
}

#[test]
fn a_content_does_not_differ_from_itself() {
    assert_eq!(in_lines(&compared(&signed(), &signed())), "");
}

#[test]
fn whatever_resets_a_signature_is_shown_as_a_difference() {
    let old = signed();
    for path in data_files("../content/tests/approval", "toml") {
        let case: toml::Table = data(&path);
        let resets = case["resets"].as_array().unwrap();
        let changes = case["change"].clone().try_into::<Vec<Change>>().unwrap();
        let difference = compared(&old, &loaded(&changes, "", &path));
        assert_eq!(difference.stale.len(), resets.len(), "{}", path.display());
        assert_shown(&difference, &path);
    }
}

/// Everything that must be signed again has an item that differs.
fn assert_shown(difference: &Difference, path: &Path) {
    for stale in &difference.stale {
        let shown = difference.items.iter().any(|item| item.subjects.contains(&stale.subject));
        assert!(shown, "{}: nothing is shown of {}", path.display(), stale.subject);
    }
}

/// The valid content, with a review of every clause and situation in every language.
fn signed() -> Loaded {
    let here = Path::new("approval.toml");
    let plain = loaded(&[], "", here);
    let review = Review { reader: "lawyer", date: "2026-12-01", langs: &Lang::ALL, subjects: &[] };
    loaded(&[], &with_review("", &plain, &review).unwrap(), here)
}

fn loaded(changes: &[Change], approval: &str, case: &Path) -> Loaded {
    let folder = changed_content(changes, case);
    let content = folder.path().join("content");
    fs::write(content.join("approval.toml"), approval).unwrap();
    load(&content).unwrap_or_else(|problems| panic!("{}: {problems}", case.display()))
}

/// The ids of a condition are enough to distinguish conditions in these tests.
fn compared(old: &Loaded, new: &Loaded) -> Difference {
    let text = |words: Vec<String>| {
        let words = words.join(" ");
        Text::new(words.clone(), words.clone(), words)
    };
    let answers = |content: &Content, condition: &Condition| {
        let mut asked = Vec::new();
        condition.for_each_question(&mut |question| asked.push(content[question].id.clone()));
        text(asked)
    };
    let law = |content: &Content, law: &Law, when: &LawCondition| {
        let mut read = Vec::new();
        when.for_each_leaf(law, &mut |leaf| read.extend(leaf_id(content, law, leaf)));
        text(read)
    };
    diff(old, new, ConditionsInWords { answers: &answers, law: &law })
}

/// `thing object`, or the id of a reading.
fn leaf_id(content: &Content, law: &Law, leaf: &LawCondition) -> Option<String> {
    match leaf {
        LawCondition::Fact(fact, values) => {
            let fact = &law.facts[usize::from(fact.0)];
            let values = values.iter().map(|value| fact.values[usize::from(value.0)].id.as_str());
            Some(format!("{} {}", fact.id, values.collect::<Vec<_>>().join("/")))
        }
        LawCondition::Reading(reading, _) => Some(content[*reading].id.clone()),
        _ => None,
    }
}

fn in_lines(difference: &Difference) -> String {
    let items = difference.items.iter().flat_map(item_lines);
    let stale = difference.stale.iter().map(stale_line);
    let cases = difference.cases.iter().map(|case| {
        let after = match &case.after {
            After::Outcome(outcome) => outcome_line(outcome),
            After::Missing(ids) => format!("no {}", ids.join(", ")),
        };
        format!("case {}: {} => {after}", case.name, outcome_line(&case.before))
    });
    items.chain(stale).chain(cases).map(|line| line + "\n").collect()
}

fn item_lines(item: &ItemChange) -> Vec<String> {
    let shown = item.subjects.join(", ");
    let head = format!("{:?} {} in [{shown}]", item.kind, item.id);
    [head].into_iter().chain(item.parts.iter().flat_map(part_lines)).collect()
}

fn part_lines(part: &PartChange) -> Vec<String> {
    let words = |text: &Option<Text>, lang| match text {
        Some(text) => format!("“{}”", text.get(lang).replace('\n', " | ")),
        None => "none".to_owned(),
    };
    let line = |lang: Lang| {
        let (before, after) = (words(&part.before, lang), words(&part.after, lang));
        let name = format!("{:?} {}", part.name, part.of);
        (before != after).then(|| format!("  {} {}: {before} => {after}", name.trim(), lang.tag()))
    };
    Lang::ALL.into_iter().filter_map(line).collect()
}

fn stale_line(stale: &Stale) -> String {
    format!("stale {} {}", stale.subject, stale.signature.lang.tag())
}

fn outcome_line(outcome: &Outcome) -> String {
    let Outcome { headline, applies, may_apply, steps, asks } = outcome;
    format!("{headline}, applies {applies:?}, may {may_apply:?}, {steps:?}, asks {asks:?}")
}
