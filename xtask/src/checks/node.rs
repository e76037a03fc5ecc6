//! Runs the browser tests that are written for Node.js.
//!
//! On a busy machine, about one browser in several hundred tests is late, so a failed test is retried once, alone. If
//! it then passes, it is reported as flaky, and too many flaky tests fail the run.

use std::path::PathBuf;

use serde::Deserialize;

use super::Report;
use crate::project::{Outcome, command, files, finish, read_text, root, write};
use crate::setup::Tool;

/// The reporter that records the result of each test, as one line of JSON.
const REPORTER: &str = "./xtask/outcomes.mjs";
const OUTCOMES: &str = "target/tests/outcomes.jsonl";

/// The programs that the tests use: an environment variable, and the path in it.
type Programs<'a> = [(&'a str, PathBuf)];

/// The result of a test.
#[derive(Debug, Deserialize)]
struct Tested {
    name: String,
    passed: bool,
}

/// Runs all tests of a folder, with the paths of their programs in environment variables.
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
    // If the file itself failed, for example in `before`, there is no test to retry.
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

/// Runs a file, or only the named tests in it. Returns whether the process succeeded, and the result of each test.
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

/// A pattern that matches only this name.
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
