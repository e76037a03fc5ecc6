//! The project's own tasks, for people and for the check machine alike.
#![expect(clippy::print_stdout, reason = "a task speaks to the person who started it")]

mod bundle;
mod checks;
mod content;
mod imports;
mod page;
mod project;
mod release;
mod serve;
mod setup;
mod sizes;
mod spelling;
mod tidy;

use std::process::ExitCode;

use project::Outcome;

const USAGE: &str = "\
cargo xtask setup            install what the other tasks need; quiet when all is there
cargo xtask serve [port]     build everything and show it in pages of sites, on this machine
cargo xtask test             every check, one after another
cargo xtask tidy             the rules that no compiler checks: imports, circles, citations, documentation, licences
cargo xtask bundle           build dist/ and check its size and what it asks of the browser
cargo xtask release          the same, and pack it for sites and for npm, with hashes, parts and licences
cargo xtask content …        check, print, review, compare and amend the content; says how when called without a word
cargo xtask spelling         look up every word that is shown or documented in real dictionaries";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Outcome {
    let Some((task, rest)) = arguments.split_first() else {
        return Err(USAGE.to_owned());
    };
    match task.as_str() {
        "setup" if rest.is_empty() => setup::run_setup(),
        "serve" => serve::run_serve(rest),
        "test" if rest.is_empty() => checks::run_checks(),
        "bundle" => bundle::run_bundle(rest),
        "release" if rest.is_empty() => release::run_release(),
        "content" => content::run(rest),
        "tidy" if rest.is_empty() => tidy::run_tidy(),
        "spelling" if rest.is_empty() => spelling::run_spelling(),
        _ => Err(USAGE.to_owned()),
    }
}
