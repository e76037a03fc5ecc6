//! Each file of `tests/mistakes/` spoils the valid content in one way; what is said about it stands beside it.
//! `UPDATE_EXPECT=1 cargo test -p adal-content` writes what is said now.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use adal_content::{load, prove_within, run_cases};
use serde::Deserialize;

/// How the valid content is spoilt.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mistake {
    change: Vec<Change>,
    /// Another limit to the ends of paths, for content that is too small to reach the real one.
    #[serde(default)]
    most_ends: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    file: String,
    /// These words, which stand there once, …
    from: Option<String>,
    /// … become these; without `from` they are put at the end of the file, which is made if need be.
    to: Option<String>,
    #[serde(default)]
    remove: bool,
}

#[test]
fn each_mistake_is_told_with_its_place_and_remedy() {
    let mut differing = Vec::new();
    for path in files("toml") {
        let mistake: Mistake = toml::from_str(&fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let said = said_about(&mistake, &path);
        assert!(!said.is_empty(), "{}: nothing is said", path.display());
        let expected = path.with_extension("txt");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&expected, &said).unwrap();
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        if wanted != said {
            let name = path.file_stem().unwrap().to_string_lossy();
            differing.push(format!("{name}: expected\n{wanted}found\n{said}"));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn no_expectation_is_left_over() {
    let left_over: Vec<PathBuf> =
        files("txt").into_iter().filter(|path| !path.with_extension("toml").exists()).collect();
    assert_eq!(left_over, Vec::<PathBuf>::new());
    assert!(files("toml").len() >= 40);
}

/// All problems of all stages that run, one line each.
fn said_about(mistake: &Mistake, path: &Path) -> String {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    copy(&fixture("valid/content"), &content);
    for change in &mistake.change {
        apply(change, &content, path);
    }
    match load(&content) {
        Err(problems) => problems.to_string(),
        Ok(loaded) => {
            let proof = prove_within(&loaded, mistake.most_ends.unwrap_or(usize::MAX));
            run_cases(&loaded).to_string() + &proof.problems.to_string()
        }
    }
}

fn apply(change: &Change, content: &Path, path: &Path) {
    let file = content.join(&change.file);
    if change.remove {
        fs::remove_file(file).unwrap();
        return;
    }
    let before = fs::read_to_string(&file).unwrap_or_default();
    let to = change.to.as_deref().unwrap();
    let after = match &change.from {
        Some(from) => {
            let times = before.matches(from.as_str()).count();
            assert_eq!(times, 1, "{}: “{from}” stands {times} times", path.display());
            before.replacen(from.as_str(), to, 1)
        }
        None => before + to,
    };
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, after).unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)
}

/// The files of `tests/mistakes/` with this ending, in order.
fn files(ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(fixture("mistakes")).unwrap();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    paths.sort();
    paths
}
