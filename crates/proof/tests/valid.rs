//! The small valid content of the tests: all of it is proved without problems.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use adal_content::load;
use adal_fixtures::valid_folder;
use adal_proof::{compare_twins, prove, run_cases};

#[test]
fn it_is_valid_and_proved_as_a_whole() {
    let loaded = load(&valid_folder()).unwrap();
    assert_eq!(run_cases(&loaded).to_string(), "");
    let twins = compare_twins(&loaded);
    assert_eq!(twins.problems.to_string(), "");
    assert_eq!((twins.agree, twins.groups, twins.doors), (1, 1, 2));
    let proof = prove(&loaded);
    assert_eq!(proof.problems.to_string(), "");
    let sizes: Vec<_> = proof
        .situations
        .iter()
        .map(|s| (s.id.as_str(), s.kinds.len(), s.questions, s.clauses))
        .collect();
    // Members of staff and volunteers have the same rules. Keepers have fewer, because they would report to
    // themselves.
    assert_eq!(sizes, [("present", 2, 4, 2), ("order", 1, 6, 4), ("ngo-thanks", 1, 3, 2)]);
    assert_eq!(proof.headlines.len(), 8);
    assert_eq!(proof.same_as, [["present-what", "money", "object"].map(str::to_owned)]);
    assert_eq!(proof.commonest, Some(2));
    assert!(!loaded.is_unfinished());
}
