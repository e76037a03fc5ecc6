//! The project's own tasks, for people and for the check machine alike.

mod content;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask setup            install what the other tasks need; says nothing new when all is there
cargo xtask serve [port]     build everything and show it in a sample page on this machine
cargo xtask test             every check, one after another
cargo xtask bundle           build dist/ and check its size
cargo xtask content check    read, check and prove the content; `content` alone lists its tasks";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (task, rest) = arguments.split_first().map_or(("", &[][..]), |(task, rest)| (task, rest));
    let outcome = match task {
        "content" => content::run(rest),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
