//! The shipped content: worked cases told together, as people who choose several situations tell them, and what its
//! reference says of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use adal_content::{Loaded, WorkedCase, load};
use adal_core::{Case, ClauseIx, Content, Effect, State, headline, live, outcomes};
use adal_proof::prove;

/// What a case comes to: each clause with its state and effect.
type Outcomes = Vec<(ClauseIx, State, Effect)>;

#[test]
fn two_worked_cases_told_together_come_to_what_they_come_to_apart() {
    let Loaded { content, cases, .. } = shipped();
    let mut pairs = 0;
    for (ix, one) in cases.iter().enumerate() {
        for other in &cases[..ix] {
            if let Some(both) = together(&content, &one.case, &other.case) {
                pairs += 1;
                adds_nothing_and_loses_nothing(&content, one, other, &both);
            }
        }
    }
    assert!(pairs > 1000, "only {pairs} pairs were tried");
}

#[test]
fn the_reference_names_the_choices_that_are_the_same_for_the_standard() {
    let reference = fs::read_to_string(repository().join("docs/CONTENT.md")).unwrap();
    let table = reference.split_once("| same as |\n").unwrap().1.split_once("\n\n").unwrap().0;
    let declared = prove(&shipped()).same_as;
    for [question, choice, same] in &declared {
        let row = format!("| `{question}` | `{choice}` | `{same}`");
        assert!(table.contains(&row), "docs/CONTENT.md lacks the row {row}");
    }
    assert_eq!(table.lines().skip(1).count(), declared.len());
}

/// The two cases as one, if the same people can tell both and they agree in what both situations ask.
fn together(content: &Content, one: &Case, other: &Case) -> Option<Case> {
    if one.people != other.people || one.situations.iter().any(|s| other.situations.contains(s)) {
        return None;
    }
    let asked_by_other = content.questions_for(other);
    let shared = content.questions_for(one).into_iter().filter(|q| asked_by_other.contains(q));
    for question in shared {
        if one.answers.get(&question) != other.answers.get(&question) {
            return None;
        }
    }
    let mut both = one.clone();
    both.situations.extend(&other.situations);
    both.situations.sort_unstable();
    both.answers.extend(&other.answers);
    Some(both)
}

fn adds_nothing_and_loses_nothing(
    content: &Content,
    one: &WorkedCase,
    other: &WorkedCase,
    both: &Case,
) {
    let names = format!("{} and {}", one.name, other.name);
    let ((one, first), (other, second)) = (end(content, &one.case), end(content, &other.case));
    let (all, top) = end(content, both);
    assert_eq!(top, first.min(second), "{names}");
    let clauses = |outcomes: &Outcomes| outcomes.iter().map(|o| o.0).collect::<BTreeSet<_>>();
    assert_eq!(clauses(&all), &clauses(&one) | &clauses(&other), "{names}");
    for outcome in &all {
        assert!(one.contains(outcome) || other.contains(outcome), "{names}: {outcome:?}");
    }
}

fn end(content: &Content, case: &Case) -> (Outcomes, adal_core::Headline) {
    let live = live(content, case);
    (outcomes(content, case, &live), headline(content, case, &live))
}

fn shipped() -> Loaded {
    load(&repository().join("content")).unwrap_or_else(|problems| panic!("{problems}"))
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
