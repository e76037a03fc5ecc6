//! Every problem that `docs/CONTENT.md` quotes is produced by a test. The guide uses the shipped content and the
//! tests a small one, so names and numbers may differ, but not the other words and the type of file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Where the tests keep the problems that they produce.
const PRODUCED: [&str; 3] = [
    "crates/content/tests/mistakes",
    "crates/proof/tests/mistakes",
    "crates/spelling/tests/expected",
];

/// Quotation marks around names in messages.
const QUOTES: [(char, char); 3] = [('`', '`'), ('“', '”'), ('«', '»')];

#[test]
fn every_problem_that_the_guide_quotes_is_produced_by_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let produced = PRODUCED.iter().flat_map(|folder| fs::read_dir(root.join(folder)).unwrap());
    let produced: BTreeSet<String> = produced
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == "txt"))
        .flat_map(|path| shapes(&fs::read_to_string(path).unwrap()))
        .collect();
    let quoted = quoted(&fs::read_to_string(root.join("docs/CONTENT.md")).unwrap());
    assert!(quoted.len() >= 15, "the guide quotes only {} problems", quoted.len());
    let invented: Vec<_> = quoted.iter().filter(|shape| !produced.contains(*shape)).collect();
    assert!(invented.is_empty(), "no test produces {invented:#?}");
}

#[test]
fn names_and_numbers_may_differ_and_words_may_not() {
    let one = "content/situations/gift.toml:3: `a` and `b` are 2 of «ә»; did you mean `c`?";
    let same = "content/situations/other.toml: `d`, `e` and `f` are 31 of «і»; did you mean `g`?";
    let other = "content/situations/gift.toml:3: `a` and `b` were 2 of «ә»; did you mean `c`?";
    let elsewhere = "content/cases/gift.toml:3: `a` and `b` are 2 of «ә»; did you mean `c`?";
    assert_eq!(shape(one), shape(same));
    assert_ne!(shape(one), shape(other));
    assert_ne!(shape(one), shape(elsewhere));
}

/// The problems in the blocks marked `problem`.
fn quoted(guide: &str) -> Vec<String> {
    let blocks = guide.split("```problem\n").skip(1);
    blocks.flat_map(|block| shapes(block.split("```").next().unwrap())).collect()
}

fn shapes(text: &str) -> Vec<String> {
    text.lines().filter(|line| !line.is_empty()).map(shape).collect()
}

/// A problem reduced to its type of file and its words, without names and numbers.
fn shape(line: &str) -> String {
    let (place, message) = line.split_once(": ").unwrap_or(("", line));
    format!("{}: {}", kind_of_file(place), without_lists(&without_names(message)))
}

/// The folder of a file that is one of several, otherwise the file itself.
fn kind_of_file(place: &str) -> String {
    let file = place.trim_end_matches(|c: char| c.is_ascii_digit() || c == ':');
    let folders = file.matches('/').count();
    if folders < 2 { file.to_owned() } else { file.rsplit_once('/').unwrap().0.to_owned() }
}

fn without_names(message: &str) -> String {
    let mut shape = String::new();
    let mut until = None;
    for letter in message.chars() {
        match until {
            Some(end) if letter == end => until = None,
            Some(_) => {}
            None => match QUOTES.iter().find(|(start, _)| *start == letter) {
                Some((_, end)) => {
                    until = Some(*end);
                    shape.push('…');
                }
                None if letter.is_ascii_digit() && shape.ends_with('#') => {}
                None if letter.is_ascii_digit() => shape.push('#'),
                None => shape.push(letter),
            },
        }
    }
    shape
}

/// A list of names counts as one name.
fn without_lists(message: &str) -> String {
    let mut shape = message.to_owned();
    for between in ["…, …", "… and …"] {
        while shape.contains(between) {
            shape = shape.replace(between, "…");
        }
    }
    shape
}
