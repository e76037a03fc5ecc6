//! Turns `content/` into the bytes and the interface words that the widget holds; each problem is one build error.

#![allow(clippy::print_stdout, reason = "cargo listens to what a build script prints")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use adal_content::{load, pack};
use lzma_rust2::{LzmaOptions, LzmaWriter};

fn main() {
    println!("cargo::rerun-if-changed=content");
    if let Err(problems) = build() {
        for problem in problems {
            println!("cargo::error={problem}");
        }
        process::exit(1);
    }
}

/// Writes `content.lzma` and `words.rs`, or says in one line each why not.
fn build() -> Result<(), Vec<String>> {
    let loaded = load(Path::new("content")).map_err(|problems| {
        problems.iter().map(|problem| problem.one_line()).collect::<Vec<_>>()
    })?;
    let bytes = pack(&loaded).map_err(|error| vec![error.to_string()])?;
    let out = env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| vec!["no OUT_DIR".into()])?;
    let packed = compress(&bytes).map_err(|error| vec![error.to_string()])?;
    write(&out.join("content.lzma"), &packed)?;
    write(&out.join("words.rs"), loaded.words.rust_source().as_bytes())
}

/// The window of gzip, 32 KiB, sees little of the texts that recur across situations: LZMA takes a third less, and
/// its decoder costs far less than it saves.
fn compress(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let options =
        LzmaOptions { dict_size: 1 << 21, pb: 0, nice_len: 273, ..LzmaOptions::with_preset(9) };
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64))?;
    writer.write_all(bytes)?;
    writer.finish()
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Vec<String>> {
    fs::write(path, bytes).map_err(|error| vec![format!("{}: {error}", path.display())])
}
