//! Checks rules about the source code that no compiler checks: `cargo xtask tidy`.

mod circles;
mod clauses;
mod literals;
mod modules;
mod table;

use crate::project::{Outcome, all_files, answer, command, find, finish, read_text};

/// Folders with the project's own Rust files.
const SOURCES: [&str; 5] = ["src", "crates", "xtask", "tests", "fuzz/fuzz_targets"];

/// The task. It checks all rules even if one of them is broken.
pub(crate) fn run_tidy() -> Outcome {
    let outcomes = [check(), documentation(), dependencies()];
    let problems: Vec<String> = outcomes.into_iter().filter_map(Result::err).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// The rules that need only the source code.
pub(crate) fn check() -> Outcome {
    let mut problems = purposes()?;
    problems.extend(table::check()?);
    problems.extend(circles::check()?);
    problems.extend(clauses::check()?);
    problems.extend(literals::check()?);
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// Every file must open with its purpose.
fn purposes() -> Outcome<Vec<String>> {
    let mut problems = Vec::new();
    let mut files = vec!["build.rs".to_owned()];
    for folder in SOURCES {
        files.extend(all_files(folder, "rs")?);
    }
    for file in files {
        if !read_text(&file)?.starts_with("//! ") {
            problems.push(format!("{file}: the first line does not say with `//!` what it is for"));
        }
    }
    Ok(problems)
}

/// The code's documentation must build without warnings, such as broken links.
pub(crate) fn documentation() -> Outcome {
    let build =
        ["doc", "--quiet", "--no-deps", "--workspace", "--locked", "--document-private-items"];
    finish(command("cargo", &build).env("RUSTDOCFLAGS", "-D warnings"))
}

/// Checks licences, versions and sources with `deny.toml`. The list of known vulnerabilities is on the network; if it
/// cannot be reached, a message says that they were not checked.
pub(crate) fn dependencies() -> Outcome {
    if find("cargo-deny").is_none() {
        return Err("cargo-deny is missing; `cargo xtask setup` installs it".to_owned());
    }
    let check = ["deny", "--log-level=error", "--workspace", "check", "--hide-inclusion-graph"];
    answer("cargo", &[&check[..], &["licenses", "bans", "sources"]].concat())?;
    match answer("cargo", &[&check[..], &["advisories"]].concat()) {
        Err(problem) if is_unreachable(&problem) => {
            println!(
                "known vulnerabilities were NOT checked: the list at github.com/RustSec cannot be reached"
            );
            Ok(())
        }
        outcome => outcome.map(drop),
    }
}

/// Whether cargo-deny reports a network problem rather than a problem with a crate.
fn is_unreachable(problem: &str) -> bool {
    ["fetch advisory database", "failed to fetch", "failed to clone", "error sending request"]
        .iter()
        .any(|words| problem.contains(words))
}
