//! The figures of `cargo xtask content status`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use adal_content::load;
use adal_fixtures::{Change, changed_content, valid_folder};
use adal_papers::status;

/// The words of the line that begins so.
fn line(status: &str, beginning: &str) -> Vec<String> {
    let found = status.lines().find(|line| line.starts_with(beginning)).expect(beginning);
    found[beginning.len()..].split_whitespace().map(str::to_owned).collect()
}

#[test]
fn sentences_are_counted_by_language_and_kind() {
    let figures = status(&load(&valid_folder()).unwrap(), &[]).unwrap();
    // Four sentences of 4, 2, 3 and 1 words.
    assert_eq!(line(&figures, "en  steps"), ["4", "2.5", "4", "0.0", "%", "0.0", "%", "25"]);
    assert_eq!(line(&figures, "kk  steps"), ["4", "1.0", "1", "0.0", "%", "0.0", "%", "25"]);
}

#[test]
fn long_sentences_have_their_share() {
    let long = format!("text.en = \"Ask {}.\"", ["word"; 23].join(" "));
    let change: Change = toml::from_str(&format!(
        "file = 'steps.toml'\nfrom = 'text.en = \"Ask.\"'\nto = '{long}'\n"
    ))
    .unwrap();
    let folder = changed_content(&[change], &valid_folder());
    let figures = status(&load(&folder.path().join("content")).unwrap(), &[]).unwrap();
    assert_eq!(line(&figures, "en  steps"), ["4", "8.2", "24", "25.0", "%", "0.0", "%", "25"]);
}
