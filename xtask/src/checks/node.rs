//! The tests in browsers that run in Node.js.
//!
//! Some browser in some hundred tests is late on a busy machine, so a test that failed is tried once more, alone. What
//! passes then is named as flaky, and too many of those fail the run.

use std::path::PathBuf;

use serde::Deserialize;

use super::Report;
use crate::project::{Outcome, command, files, finish, read_text, root, write};
use crate::setup::Tool;

/// The reporter that writes down what came of each test, one line of JSON a test.
const REPORTER: &str = "./xtask/outcomes.mjs";
const OUTCOMES: &str = "target/tests/outcomes.jsonl";

/// Where a program is found by the tests: the name of a variable, and the path.
type Programs<'a> = [(&'a str, PathBuf)];

/// What came of a test.
#[derive(Debug, Deserialize)]
struct Tested {
    name: String,
    passed: bool,
}

/// Runs all tests of a folder, which find their programs in these variables.
pub(super) fn node_tests(folder: &str, programs: &[(&'static str, &Tool)]) -> Report {
    let mut report = Report::default();
    let problem = test_folder(folder, programs, &mut report).err();
    report.problems.extend(problem);
    report
}

fn test_folder(folder: &str, programs: &[(&'static str, &Tool)], report: &mut Report) -> Outcome {
    if !root().join("dist/adal-check.html").is_file() {
        return Err("there is no dist/: run the phase `bundle` first".to_owned());
    }
    let path = |(variable, tool): &(&'static str, &Tool)| Ok((*variable, tool.program()?));
    let programs: Vec<(&str, PathBuf)> = programs.iter().map(path).collect::<Outcome<_>>()?;
    let mut files = files(folder)?;
    files.retain(|file| file.ends_with(".test.mjs"));
    if files.is_empty() {
        return Err(format!("there are no tests in {folder}"));
    }
    for file in &files {
        if let Err(problem) = test_file(file, &programs, report) {
            report.problems.push(format!("{file}: {problem}"));
        }
    }
    Ok(())
}

fn test_file(file: &str, programs: &Programs, report: &mut Report) -> Outcome {
    let (outcome, tested) = run(file, programs, &[])?;
    report.tests += tested.len();
    let failed = names(&tested, false);
    if outcome.is_ok() && failed.is_empty() {
        return Ok(());
    }
    // Where the file itself failed, as in its preparation, no test can be named and nothing is tried again.
    if failed.is_empty() || failed.iter().any(|name| name.ends_with(".test.mjs")) {
        return Err("the file failed as a whole".to_owned());
    }
    println!("\n== {file}: tried once more, alone: {}", failed.join("; "));
    let (_, again) = run(file, programs, &failed)?;
    let passed = names(&again, true);
    let (late, red): (Vec<&str>, Vec<&str>) =
        failed.into_iter().partition(|name| passed.contains(name));
    report.flaky.extend(late.into_iter().map(|name| format!("{file}: {name}")));
    if red.is_empty() { Ok(()) } else { Err(format!("failed twice: {}", red.join("; "))) }
}

fn names(tested: &[Tested], passed: bool) -> Vec<&str> {
    let wanted = tested.iter().filter(|test| test.passed == passed);
    wanted.map(|test| test.name.as_str()).collect()
}

/// Runs a file, or the named tests of it. Hands over whether all went well, and what came of each test.
fn run(file: &str, programs: &Programs, only: &[&str]) -> Outcome<(Outcome, Vec<Tested>)> {
    write(OUTCOMES, b"")?;
    let mut arguments = vec![
        "--test".to_owned(),
        "--test-reporter=spec".to_owned(),
        "--test-reporter-destination=stdout".to_owned(),
        format!("--test-reporter={REPORTER}"),
        format!("--test-reporter-destination={OUTCOMES}"),
    ];
    arguments.extend(only.iter().map(|name| format!("--test-name-pattern=^{}$", escaped(name))));
    arguments.push(file.to_owned());
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut tests = command("node", &arguments);
    let outcome = finish(tests.envs(programs.iter().map(|(name, path)| (name, path))));
    let lines = read_text(OUTCOMES)?;
    let tested: Result<Vec<Tested>, _> = lines.lines().map(serde_json::from_str).collect();
    Ok((outcome, tested.map_err(|error| format!("{OUTCOMES}: {error}"))?))
}

/// A name as a pattern that fits this name only.
fn escaped(name: &str) -> String {
    let special = |c: &char| r"\^$.*+?()[]{}|/".contains(*c);
    name.chars().flat_map(|c| special(&c).then_some('\\').into_iter().chain([c])).collect()
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_name_fits_itself_only() {
        assert_eq!(escaped("3.6 (as a link)?"), r"3\.6 \(as a link\)\?");
    }
}
