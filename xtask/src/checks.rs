//! Runs every check: `cargo xtask test`. Each phase prints its name and time, and a table at the end shows all
//! results.

mod node;
mod phases;

use std::time::Instant;

use crate::project::Outcome;
use crate::setup::{self, FOR_DEVELOPMENT, Needs, TO_BUILD};
use phases::{PHASES, Phase};

/// If more tests than this passed only when retried, the tests themselves need work.
const MOST_FLAKY: usize = 2;

/// The result of a phase.
#[derive(Debug, Default)]
struct Report {
    /// How many tests ran, or 0 if the phase has no tests to count.
    tests: usize,
    /// The tests that passed only when retried.
    flaky: Vec<String>,
    problems: Vec<String>,
}

impl Report {
    /// The result of a phase without tests to count.
    fn of(outcome: Outcome) -> Report {
        Report { problems: outcome.err().into_iter().collect(), ..Report::default() }
    }

    fn has_passed(&self) -> bool {
        self.problems.is_empty()
    }
}

/// A finished phase.
struct Finished {
    name: &'static str,
    report: Report,
    seconds: f64,
}

/// Installs what all tests need, or the named phases, or the development page.
pub(crate) fn run_setup(names: &[String]) -> Outcome {
    let needs: Vec<&Needs> = match names {
        [only] if only == "development" => vec![TO_BUILD, FOR_DEVELOPMENT],
        names => chosen(names)?.into_iter().map(|phase| phase.needs).collect(),
    };
    setup::announce(needs.iter().copied());
    let problems: Vec<String> =
        needs.into_iter().filter_map(|needs| setup::install(needs).err()).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// Runs all phases, or the named ones, and continues after a failure.
pub(crate) fn run_checks(only: &[String]) -> Outcome {
    let phases = chosen(only)?;
    setup::announce(phases.iter().map(|phase| phase.needs));
    let began = Instant::now();
    let finished: Vec<Finished> = phases.into_iter().map(run).collect();
    print_table(&finished, began.elapsed().as_secs_f64());
    judge(&finished)
}

fn chosen(only: &[String]) -> Outcome<Vec<&'static Phase>> {
    if only.is_empty() {
        return Ok(PHASES.iter().collect());
    }
    let known: Vec<&str> = PHASES.iter().map(|phase| phase.name).collect();
    if let Some(unknown) = only.iter().find(|name| !known.contains(&name.as_str())) {
        return Err(format!("there is no phase `{unknown}`; they are {}", known.join(", ")));
    }
    Ok(PHASES.iter().filter(|phase| only.iter().any(|name| name == phase.name)).collect())
}

/// First installs what is missing. If that is not possible, only this phase fails.
fn run(phase: &Phase) -> Finished {
    let name = phase.name;
    println!("\n== {name}: {}", phase.what);
    let began = Instant::now();
    let report = match setup::install(phase.needs) {
        Ok(()) => (phase.run)(),
        missing => Report::of(missing),
    };
    let seconds = began.elapsed().as_secs_f64();
    report.problems.iter().for_each(|problem| println!("{problem}"));
    println!("== {name}: {} in {seconds:.1} s", result(&report));
    Finished { name, report, seconds }
}

fn print_table(finished: &[Finished], seconds: f64) {
    println!("\n{:12} {:8} {:>8} {:>7} {:>6}", "phase", "result", "seconds", "tests", "flaky");
    for Finished { name, report, seconds } in finished {
        let (tests, flaky) = (report.tests, report.flaky.len());
        let shown = |number: usize| if number == 0 { String::new() } else { number.to_string() };
        println!(
            "{name:12} {:8} {seconds:>8.1} {:>7} {:>6}",
            result(report),
            shown(tests),
            shown(flaky)
        );
    }
    println!("{:12} {:8} {seconds:>8.1}", "all", "");
}

fn result(report: &Report) -> &'static str {
    if report.has_passed() { "passed" } else { "FAILED" }
}

fn judge(finished: &[Finished]) -> Outcome {
    let mut problems: Vec<String> = finished
        .iter()
        .filter(|phase| !phase.report.has_passed())
        .map(|phase| format!("FAILED: {}", phase.name))
        .collect();
    let flaky: Vec<&String> = finished.iter().flat_map(|phase| &phase.report.flaky).collect();
    if !flaky.is_empty() {
        println!("\nFlaky: these tests passed only when tried once more, alone:");
        flaky.iter().for_each(|test| println!("  {test}"));
    }
    if flaky.len() > MOST_FLAKY {
        problems.push(format!("FAILED: {} tests are flaky, more than {MOST_FLAKY}", flaky.len()));
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finished(flaky: usize, outcome: Outcome) -> Finished {
        let flaky = (0..flaky).map(|number| number.to_string()).collect();
        let report = Report { tests: 9, flaky, ..Report::of(outcome) };
        Finished { name: "journeys", report, seconds: 1.0 }
    }

    #[test]
    fn a_few_flaky_tests_are_told_and_many_fail_the_run() {
        assert_eq!(judge(&[finished(1, Ok(())), finished(1, Ok(()))]), Ok(()));
        assert!(judge(&[finished(2, Ok(())), finished(1, Ok(()))]).is_err());
        assert!(judge(&[finished(0, Err("no".to_owned()))]).is_err());
    }
}
