//! The phases of `cargo xtask test`, in their order.

use super::Report;
use super::node::node_tests;
use crate::bundle::{self, Imports};
use crate::project::{Outcome, command, root, run, watch};
use crate::setup::{
    CARGO_DENY, CHROMEDRIVER, CHROMIUM, CRATES, DICTIONARIES, FIREFOX, GECKODRIVER, NODE, NPM,
    Needs, OFFICE, TEST_RUNNER, TO_BUILD, WASM_TARGET, WEBKIT, XVFB,
};
use crate::{content, release, sizes, spelling, tidy};

const WASM: &str = "wasm32-unknown-unknown";

/// A check that can also run alone.
pub(super) struct Phase {
    pub(super) name: &'static str,
    pub(super) what: &'static str,
    pub(super) needs: &'static Needs,
    pub(super) run: fn() -> Report,
}

pub(super) const PHASES: [Phase; 12] = [
    Phase {
        name: "format",
        what: "the form of the Rust code",
        needs: &[],
        run: || Report::of(run("cargo", &["fmt", "--all", "--check"])),
    },
    Phase {
        name: "types",
        what: "the types of the scripts",
        needs: &[&NODE, &NPM],
        run: || Report::of(run("tsc", &["--project", "embed/tsconfig.json"])),
    },
    Phase {
        name: "lints",
        what: "clippy, once for each life of the widget",
        needs: &[&CRATES, &WASM_TARGET],
        run: || Report::of(lints()),
    },
    Phase {
        name: "tidy",
        what: "the rules that no compiler checks",
        needs: &[&CRATES, &CARGO_DENY],
        run: || Report::of(tidy::run_tidy()),
    },
    Phase {
        name: "content",
        what: "all content files, the worked cases, every path of answers",
        needs: &[&CRATES],
        run: || Report::of(content::check()),
    },
    Phase {
        name: "spelling",
        what: "every word that is shown or documented",
        needs: &[&CRATES, &DICTIONARIES],
        run: || Report::of(spelling::run_spelling()),
    },
    Phase {
        name: "tests",
        what: "tests on this machine, without a browser",
        needs: &[&CRATES, &OFFICE],
        // All failures at once, also those of other crates.
        run: || {
            let all = ["test", "--quiet", "--workspace", "--locked", "--no-fail-fast"];
            cargo_tests(&mut command("cargo", &all))
        },
    },
    Phase {
        name: "browser",
        what: "tests of the program in Chromium",
        needs: &[&CRATES, &WASM_TARGET, &TEST_RUNNER, &CHROMIUM, &CHROMEDRIVER],
        run: browser_tests,
    },
    Phase {
        name: "bundle",
        what: "dist/: what is shipped, its imports and its weight",
        needs: TO_BUILD,
        run: || Report::of(bundle::build(Imports::Check).and_then(|parts| sizes::check(&parts))),
    },
    Phase {
        name: "package",
        what: "dist/ packed for sites and for npm",
        needs: &[&NODE],
        run: || Report::of(release::pack()),
    },
    Phase {
        name: "journeys",
        what: "dist/ in Chromium, as a person uses it",
        needs: &[&NODE, &NPM, &CHROMIUM],
        run: journeys,
    },
    Phase {
        name: "engines",
        what: "dist/ in Firefox and WebKitGTK",
        needs: &[&NODE, &NPM, &FIREFOX, &GECKODRIVER, &WEBKIT, &XVFB],
        run: other_engines,
    },
];

/// Lints the widget for the browser and for prerendering, and everything else once.
fn lints() -> Outcome {
    let prerender = ["--package", "adal-check", "--no-default-features", "--features", "ssr"];
    // The tests in a browser have the packed content in them.
    content::pack()?;
    clippy(&["--workspace", "--all-targets"])?;
    clippy(&[&prerender[..], &["--bin", "prerender"]].concat())?;
    clippy(&["--package", "adal-check", "--target", WASM, "--all-targets"])
}

fn clippy(arguments: &[&str]) -> Outcome {
    let begin = ["clippy", "--quiet", "--locked"];
    run("cargo", &[&begin[..], arguments, &["--", "-D", "warnings"]].concat())
}

/// Runs cargo tests and adds up the numbers of tests.
fn cargo_tests(tests: &mut std::process::Command) -> Report {
    let mut count = 0;
    let outcome = watch(tests, |line| count += counted(line));
    Report { tests: count, ..Report::of(outcome) }
}

/// The number of tests in a line like `test result: ok. 6 passed; 0 failed; …`.
fn counted(line: &str) -> usize {
    let Some((_, counts)) = line.split_once("test result: ") else { return 0 };
    let words: Vec<&str> = counts.split_whitespace().collect();
    let number = |pair: &[&str]| match pair {
        [number, "passed;" | "failed;"] => number.parse().unwrap_or(0),
        _ => 0,
    };
    words.windows(2).map(number).sum()
}

fn browser_tests() -> Report {
    if let Err(problem) = content::pack() {
        return Report::of(Err(problem));
    }
    let test = ["test", "--package", "adal-check", "--target", WASM, "--locked", "--test", "web"];
    let mut tests = command("cargo", &test);
    match CHROMEDRIVER.program() {
        Ok(driver) => tests.env("CHROMEDRIVER", driver),
        Err(missing) => return Report::of(Err(missing)),
    };
    tests
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", root().join("xtask/webdriver.json"));
    cargo_tests(&mut tests)
}

fn journeys() -> Report {
    node_tests("tests/e2e", &[("ADAL_BROWSER", &CHROMIUM)])
}

fn other_engines() -> Report {
    let programs = [
        ("ADAL_FIREFOX", &FIREFOX),
        ("ADAL_GECKODRIVER", &GECKODRIVER),
        ("ADAL_WEBKIT_DRIVER", &WEBKIT),
    ];
    node_tests("tests/engines", &programs)
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn tests_are_counted_that_passed_and_that_failed() {
        let line =
            "test result: FAILED. 6 passed; 2 failed; 1 ignored; 0 measured; 4 filtered out;";
        assert_eq!(counted(line), 8);
        assert_eq!(counted("running 6 tests"), 0);
    }
}
