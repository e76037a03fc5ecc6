//! Each file of `tests/mistakes/` spoils the valid content in one way that only shows when the paths are followed or the
//! worked cases run; what is said about it stands beside it. `UPDATE_EXPECT=1 cargo test -p adal-proof` writes what is
//! said now.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use adal_content::load;
use adal_fixtures::{Change, changed_content, data, data_files, expect_all};
use adal_proof::{prove_within, run_cases};
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

#[test]
fn each_mistake_is_told_with_its_place_and_remedy() {
    expect_all("tests/mistakes", |path| {
        let mistake: Mistake = data(path);
        let folder = changed_content(&mistake.change, path);
        let loaded = load(&folder.path().join("content"))
            .unwrap_or_else(|problems| panic!("{}: {problems}", path.display()));
        let proof = prove_within(&loaded, mistake.most_ends.unwrap_or(usize::MAX));
        let said = run_cases(&loaded).to_string() + &proof.problems.to_string();
        assert!(!said.is_empty(), "{}: nothing is said", path.display());
        said
    });
    assert!(data_files("tests/mistakes", "toml").len() >= 20);
}
