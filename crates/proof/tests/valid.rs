//! The small valid content of the tests: every path of it is followed, and nothing is wrong with any.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use adal_content::load;
use adal_fixtures::valid_folder;
use adal_proof::{prove, run_cases};

#[test]
fn it_is_valid_and_fully_followed() {
    let loaded = load(&valid_folder()).unwrap();
    assert_eq!(run_cases(&loaded).to_string(), "");
    let proof = prove(&loaded);
    assert_eq!(proof.problems.to_string(), "");
    let sizes: Vec<_> = proof
        .situations
        .iter()
        .map(|s| (s.id.as_str(), s.kinds.len(), s.ends, s.longest))
        .collect();
    // A gift, for an employee: 3 choices and "not sure"; all but the friend lead on to 2 choices and "not sure".
    // A manager has a rule more, with the same ends.
    assert_eq!(sizes, [("gift", 2, 2 * (1 + 3 * 3), 2), ("ngo-thanks", 1, 3, 1)]);
    assert_eq!(proof.commonest, Some(2));
    assert!(!loaded.is_unfinished());
}
