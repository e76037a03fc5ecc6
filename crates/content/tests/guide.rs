//! Every problem that `docs/CONTENT.md` quotes is one that a test produces.
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

#[test]
fn every_problem_that_the_guide_quotes_is_produced_by_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let produced = PRODUCED.iter().flat_map(|folder| fs::read_dir(root.join(folder)).unwrap());
    let produced: BTreeSet<String> = produced
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == "txt"))
        .flat_map(|path| lines(&fs::read_to_string(path).unwrap()))
        .collect();
    let quoted = quoted(&fs::read_to_string(root.join("docs/CONTENT.md")).unwrap());
    assert!(quoted.len() >= 20, "the guide quotes only {} problems", quoted.len());
    let invented: Vec<_> = quoted.iter().filter(|line| !produced.contains(*line)).collect();
    assert!(invented.is_empty(), "no test produces {invented:#?}");
}

/// The lines of the blocks marked `problem`.
fn quoted(guide: &str) -> Vec<String> {
    let blocks = guide.split("```problem\n").skip(1);
    blocks.flat_map(|block| lines(block.split("```").next().unwrap())).collect()
}

/// The lines without the numbers of lines, which move when the valid content of the tests grows.
fn lines(text: &str) -> Vec<String> {
    let without_line = |line: &str| {
        let (place, message) = line.split_once(": ").unwrap_or(("", line));
        format!("{}: {message}", place.trim_end_matches(|c: char| c.is_ascii_digit() || c == ':'))
    };
    text.lines().filter(|line| !line.is_empty()).map(without_line).collect()
}
