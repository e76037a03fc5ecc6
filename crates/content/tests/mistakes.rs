//! Each file in `tests/mistakes/` breaks the valid content in one way, with the expected problems next to it.
//! `UPDATE_EXPECT=1 cargo test -p adal-content` updates them. Mistakes that only the proof or the worked cases reveal
//! are in `crates/proof`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use adal_content::load;
use adal_fixtures::{Change, changed_content, data, data_files, expect_all};
use serde::Deserialize;

/// How the valid content is broken.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mistake {
    change: Vec<Change>,
}

#[test]
fn each_mistake_is_told_with_its_place_and_remedy() {
    expect_all("tests/mistakes", |path| {
        let folder = changed_content(&data::<Mistake>(path).change, path);
        match load(&folder.path().join("content")) {
            Err(problems) => {
                let without = problems.iter().find(|problem| problem.help.is_none());
                assert!(without.is_none(), "{}: no remedy: {without:?}", path.display());
                problems.to_string()
            }
            Ok(_) => panic!("{}: nothing is said", path.display()),
        }
    });
    assert!(data_files("tests/mistakes", "toml").len() >= 110);
}
