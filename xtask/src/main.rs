//! Tasks of the project, for developers and CI.
#![expect(clippy::print_stdout, reason = "a task speaks to the person who started it")]

mod bundle;
mod checks;
mod content;
mod flags;
mod imports;
mod page;
mod program;
mod project;
mod release;
mod serve;
mod setup;
mod sizes;
mod spelling;
mod tidy;

use std::process::ExitCode;

use flags::{Bundle, ContentCmd, Pack, Serve, Setup, Test, Xtask, XtaskCmd};
use project::Outcome;

fn main() -> ExitCode {
    match run(Xtask::from_env_or_exit().subcommand) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: XtaskCmd) -> Outcome {
    match task {
        XtaskCmd::Setup(Setup { phase }) => checks::run_setup(&phase),
        XtaskCmd::Serve(Serve { port }) => serve::run_serve(port),
        XtaskCmd::Test(Test { only }) => checks::run_checks(&only),
        XtaskCmd::Tidy(_) => tidy::run_tidy(),
        XtaskCmd::Bundle(Bundle { accept_imports }) => bundle::run_bundle(accept_imports),
        XtaskCmd::Release(_) => release::run_release(),
        XtaskCmd::Spelling(_) => spelling::run_spelling(),
        XtaskCmd::Content(flags::Content {
            subcommand: ContentCmd::Pack(Pack { page: Some(page) }),
        }) => bundle::replace_content(&page),
        XtaskCmd::Content(content) => content::run(content.subcommand),
    }
}
