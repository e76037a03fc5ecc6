//! The small valid content of `tests/valid/`, changed as a file of data says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use tempfile::TempDir;

/// A change of one file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Change {
    file: String,
    /// These words, which stand there once, …
    from: Option<String>,
    /// … become these; without `from` they are put at the end of the file, which is made if need be.
    to: Option<String>,
    #[serde(default)]
    remove: bool,
}

/// A copy of the valid content with these changes; it lives as long as what is returned.
pub(crate) fn changed_content(changes: &[Change], path: &Path) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    copy(&fixture("valid/content"), &content);
    for change in changes {
        apply(change, &content, path);
    }
    folder
}

/// The files of a folder of `tests/` with this ending, in order.
pub(crate) fn data_files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(fixture(folder)).unwrap();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    paths.sort();
    paths
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
