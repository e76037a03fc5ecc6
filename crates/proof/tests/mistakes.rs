//! Each file in `tests/mistakes/` breaks the valid content in one way that only the proof, the worked cases or the
//! twins reveal, with the expected problems in the file next to it. `UPDATE_EXPECT=1 cargo test -p adal-proof`
//! updates them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use adal_content::load;
use adal_fixtures::{Change, changed_content, data, data_files, expect_all};
use adal_proof::{compare_twins, prove, run_cases};
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
        let mistake: Mistake = data(path);
        let folder = changed_content(&mistake.change, path);
        let loaded = load(&folder.path().join("content"))
            .unwrap_or_else(|problems| panic!("{}: {problems}", path.display()));
        let mut problems = run_cases(&loaded);
        let twins = compare_twins(&loaded);
        problems.append(twins.problems);
        problems.append(twins.unasked);
        problems.append(prove(&loaded).problems);
        problems.sort();
        assert!(!problems.is_empty(), "{}: nothing is said", path.display());
        let without = problems.iter().find(|problem| problem.help.is_none());
        assert!(without.is_none(), "{}: no remedy: {without:?}", path.display());
        problems.to_string()
    });
    assert!(data_files("tests/mistakes", "toml").len() >= 20);
}
