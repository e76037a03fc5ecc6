//! Each file of `tests/mistakes/` spoils the valid content in one way; what is said about it stands beside it.
//! `UPDATE_EXPECT=1 cargo test -p adal-content` writes what is said now.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use adal_content::{load, prove_within, run_cases};
use serde::Deserialize;
use support::{Change, changed_content, data_files};

/// How the valid content is spoilt.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mistake {
    change: Vec<Change>,
    /// Another limit to the ends of paths, for content that is too small to reach the real one.
    #[serde(default)]
    most_ends: Option<usize>,
}

#[test]
fn each_mistake_is_told_with_its_place_and_remedy() {
    let mut differing = Vec::new();
    for path in data_files("mistakes", "toml") {
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
    let left_over: Vec<PathBuf> = data_files("mistakes", "txt")
        .into_iter()
        .filter(|path| !path.with_extension("toml").exists())
        .collect();
    assert_eq!(left_over, Vec::<PathBuf>::new());
    assert!(data_files("mistakes", "toml").len() >= 40);
}

/// All problems of all stages that run, one line each.
fn said_about(mistake: &Mistake, path: &Path) -> String {
    let folder = changed_content(&mistake.change, path);
    let content = folder.path().join("content");
    match load(&content) {
        Err(problems) => problems.to_string(),
        Ok(loaded) => {
            let proof = prove_within(&loaded, mistake.most_ends.unwrap_or(usize::MAX));
            run_cases(&loaded).to_string() + &proof.problems.to_string()
        }
    }
}
