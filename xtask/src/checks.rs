//! Every check, one after another: `cargo xtask test`. Nothing is skipped; each phase says its name and its time.

use std::path::PathBuf;
use std::time::Instant;

use crate::bundle::{self, Imports};
use crate::project::{Outcome, command, files, find, finish, root, run};
use crate::{content, release, setup, sizes, spelling, tidy};

const WASM: &str = "wasm32-unknown-unknown";

/// Runs all checks, also after one has failed, and names those that failed. Only without its tools nothing is run, and
/// without a bundle nothing that uses it.
pub(crate) fn run_checks() -> Outcome {
    let began = Instant::now();
    phase("setup", setup::run_setup)?;
    let mut outcomes = vec![
        phase("format", || run("cargo", &["fmt", "--all", "--check"])),
        phase("types of the scripts", || run("tsc", &["--project", "embed/tsconfig.json"])),
        phase("lints", lints),
        phase("tidy", tidy::run_tidy),
        phase("content", || content::run(&["check".to_owned()])),
        phase("spelling", spelling::run_spelling),
        phase("tests", || run("cargo", &["test", "--quiet", "--workspace", "--locked"])),
        phase("tests in the browser", browser_tests),
    ];
    outcomes.extend(shipped());
    println!("\nChecked in {:.0} s.", began.elapsed().as_secs_f64());
    let problems: Vec<String> = outcomes.into_iter().filter_map(Result::err).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// A file over its budget is a failure, but no reason not to try it.
fn shipped() -> Vec<Outcome> {
    let mut parts = Vec::new();
    let bundle = phase("bundle", || bundle::build(Imports::Check).map(|built| parts = built));
    if bundle.is_err() {
        return vec![bundle];
    }
    vec![
        phase("sizes", || sizes::check(&parts)),
        phase("package", release::pack),
        phase("journeys", journeys),
        phase("other engines", other_engines),
    ]
}

/// A check with its name and its time. What is wrong is printed at its end, and again in one line at the end of all.
fn phase(name: &str, check: impl FnOnce() -> Outcome) -> Outcome {
    println!("\n== {name}");
    let began = Instant::now();
    let outcome = check();
    let seconds = began.elapsed().as_secs_f64();
    match &outcome {
        Ok(()) => println!("== {name}: passed in {seconds:.1} s"),
        Err(problem) => println!("{problem}\n== {name}: FAILED in {seconds:.1} s"),
    }
    outcome.map_err(|_| format!("FAILED: {name}"))
}

/// The widget is linted once for each of its two lives, and everything else once.
fn lints() -> Outcome {
    let prerender = ["--package", "adal-check", "--no-default-features", "--features", "ssr"];
    clippy(&["--workspace", "--all-targets"])?;
    clippy(&[&prerender[..], &["--bin", "prerender"]].concat())?;
    clippy(&["--package", "adal-check", "--target", WASM, "--all-targets"])
}

fn clippy(arguments: &[&str]) -> Outcome {
    let begin = ["clippy", "--quiet", "--locked"];
    run("cargo", &[&begin[..], arguments, &["--", "-D", "warnings"]].concat())
}

fn browser_tests() -> Outcome {
    let driver = find("chromedriver").ok_or("chromedriver is missing")?;
    let driver = driver.to_string_lossy();
    let browser = ["--headless", "--chrome", "--chromedriver", &driver];
    let offline = ["--mode", "no-install", "--", "--locked", "--test", "web"];
    let mut tests = command("wasm-pack", &[&["test"], &browser[..], &offline[..]].concat());
    tests.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", root().join("xtask/webdriver.json"));
    finish(&mut tests)
}

/// The shipped files in a real browser, as a person uses them.
fn journeys() -> Outcome {
    node_tests("tests/e2e", &[("ADAL_BROWSER", setup::chromium()?)])
}

/// The same files in Firefox and in WebKitGTK.
fn other_engines() -> Outcome {
    let driver = |program| find(program).ok_or_else(|| format!("{program} is missing"));
    let programs = [
        ("ADAL_FIREFOX", setup::firefox()?),
        ("ADAL_GECKODRIVER", driver("geckodriver")?),
        ("ADAL_WEBKIT_DRIVER", driver("WebKitWebDriver")?),
    ];
    node_tests("tests/engines", &programs)
}

/// All tests of a folder, which find their programs in these variables.
///
/// Some browser in some hundred tests is late on a busy machine, so a file that failed is tried once more. It is named all
/// the same: what fails twice is red, and what fails often is to be mended.
fn node_tests(folder: &str, programs: &[(&str, PathBuf)]) -> Outcome {
    let mut files = files(folder)?;
    files.retain(|file| file.ends_with(".test.mjs"));
    if files.is_empty() {
        return Err(format!("there are no tests in {folder}"));
    }
    let failed = |file: &String| run_file(file, programs).is_err();
    let again: Vec<&String> = files.iter().filter(|file| failed(file)).collect();
    for file in &again {
        println!("\n== {file} failed, and is tried once more");
    }
    let (red, late): (Vec<&String>, Vec<&String>) =
        again.into_iter().partition(|file| failed(file));
    for file in late {
        println!("\n== {file} passed only when tried once more");
    }
    let problems: Vec<String> =
        red.into_iter().map(|file| format!("{file} failed twice")).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

fn run_file(file: &str, programs: &[(&str, PathBuf)]) -> Outcome {
    let mut tests = command("node", &["--test", "--test-reporter=spec", file]);
    finish(tests.envs(programs.iter().map(|(name, path)| (name, path))))
}
