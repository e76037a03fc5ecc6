//! Two contents compared: each file of `tests/diff/` changes the valid content; what is found stands beside it.
//! `UPDATE_EXPECT=1 cargo test -p adal-papers` writes what is found now.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use adal_content::{Loaded, hash, load};
use adal_core::{Condition, Content, Lang, SituationIx, Text};
use adal_fixtures::{Change, changed_content, data, data_files, expect_all};
use adal_papers::{After, Difference, ItemChange, Outcome, PartChange, Stale, diff};
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
        in_lines(&diff(&old, &new, &in_words))
    });
}

#[test]
fn a_content_does_not_differ_from_itself() {
    assert_eq!(in_lines(&diff(&signed(), &signed(), &in_words)), "");
}

#[test]
fn whatever_resets_a_signature_is_shown_as_a_difference() {
    let old = signed();
    for path in data_files("../content/tests/approval", "toml") {
        let case: toml::Table = data(&path);
        let resets = case["resets"].as_array().unwrap();
        let changes = case["change"].clone().try_into::<Vec<Change>>().unwrap();
        let difference = diff(&old, &loaded(&changes, "", &path), &in_words);
        let stale: Vec<String> = difference.stale.iter().map(stale_line).collect();
        assert_eq!(stale.len(), resets.len(), "{}", path.display());
        assert!(resets.is_empty() || !difference.items.is_empty(), "{}", path.display());
    }
}

/// The valid content, with a review of every situation in every language.
fn signed() -> Loaded {
    let here = Path::new("approval.toml");
    let plain = loaded(&[], "", here);
    let mut review = "[[review]]\nreader = \"lawyer\"\ndate = \"2026-12-01\"\n".to_owned();
    for lang in Lang::ALL {
        for (ix, situation) in (0_u8..).map(SituationIx).zip(&plain.content.situations) {
            let hash = hash(&plain, ix, lang);
            writeln!(review, "{}.{} = \"{hash}\"", lang.tag(), situation.id).unwrap();
        }
    }
    loaded(&[], &review, here)
}

fn loaded(changes: &[Change], approval: &str, case: &Path) -> Loaded {
    let folder = changed_content(changes, case);
    let content = folder.path().join("content");
    fs::write(content.join("approval.toml"), approval).unwrap();
    load(&content).unwrap_or_else(|problems| panic!("{}: {problems}", case.display()))
}

/// How many questions a condition needs is enough to tell conditions of these tests apart.
fn in_words(content: &Content, condition: &Condition) -> Text {
    let mut asked = Vec::new();
    condition.for_each_question(&mut |question| asked.push(content[question].id.clone()));
    let words = asked.join(" ");
    Text::new(words.clone(), words.clone(), words)
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
    let shown = item.situations.join(", ");
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
    format!("stale {} {}", stale.situation, stale.signature.lang.tag())
}

fn outcome_line(outcome: &Outcome) -> String {
    let Outcome { headline, applies, may_apply, steps, asks } = outcome;
    format!("{headline}, applies {applies:?}, may {may_apply:?}, {steps:?}, asks {asks:?}")
}
