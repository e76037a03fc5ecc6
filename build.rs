//! Turns `content/` into the bytes and the interface words that the widget holds; each problem is one build error.

#![allow(clippy::print_stdout, reason = "cargo listens to what a build script prints")]

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use adal_content::{load, pack};

fn main() {
    println!("cargo::rerun-if-changed=content");
    if let Err(problems) = build() {
        for problem in problems {
            println!("cargo::error={problem}");
        }
        process::exit(1);
    }
}

/// Writes `content.bin` and `words.rs`, or says in one line each why not.
fn build() -> Result<(), Vec<String>> {
    let loaded = load(Path::new("content"))
        .map_err(|problems| problems.iter().map(|problem| problem.one_line()).collect::<Vec<_>>())?;
    let bytes = pack(&loaded).map_err(|error| vec![error.to_string()])?;
    let out = env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| vec!["no OUT_DIR".into()])?;
    write(&out.join("content.bin"), &bytes)?;
    write(&out.join("words.rs"), loaded.words.rust_source().as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Vec<String>> {
    fs::write(path, bytes).map_err(|error| vec![format!("{}: {error}", path.display())])
}
