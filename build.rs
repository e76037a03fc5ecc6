//! Turns the words of `content/ui` into methods, and for programs that run without a page packs the content beside them.
//! In a page the content is not part of the program: it is in blocks of its own, which `cargo xtask bundle` writes.

#![allow(clippy::print_stdout, reason = "cargo listens to what a build script prints")]

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use adal_content::{Problems, Words, load, load_words, pack, schema};

fn main() {
    if let Err(problems) = build() {
        for problem in problems {
            println!("cargo::error={problem}");
        }
        process::exit(1);
    }
}

/// Writes `words.rs` and, unless the program is for a page, the blocks; or says in one line each why not.
fn build() -> Result<(), Vec<String>> {
    let out = env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| vec!["no OUT_DIR".into()])?;
    let content = Path::new("content");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rerun-if-changed=content/ui");
        return write_words(&load_words(content).map_err(lines)?, &out);
    }
    println!("cargo::rerun-if-changed=content");
    let loaded = load(content).map_err(lines)?;
    for (name, text) in pack(&loaded).map_err(|problem| vec![problem.to_string()])?.blocks() {
        write(&out.join(format!("{name}.txt")), text)?;
    }
    write_words(&loaded.words, &out)
}

fn write_words(words: &Words, out: &Path) -> Result<(), Vec<String>> {
    write(&out.join("schema.txt"), &schema(words))?;
    write(&out.join("words.rs"), &words.rust_source())
}

/// Each problem is one error of the build.
fn lines(problems: Problems) -> Vec<String> {
    problems.iter().map(|problem| problem.one_line()).collect()
}

fn write(path: &Path, text: &str) -> Result<(), Vec<String>> {
    fs::write(path, text).map_err(|error| vec![format!("{}: {error}", path.display())])
}
