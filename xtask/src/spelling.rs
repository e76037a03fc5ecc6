//! Looks up every word that is shown or documented: `cargo xtask spelling`.

use adal_spelling::{Report, check, find_dictionaries};

use crate::project::{Outcome, root};

/// Names every word that no dictionary knows, or says how the words became known.
pub(crate) fn run_spelling() -> Outcome {
    let dictionaries = find_dictionaries()?;
    let reports = check(root(), &dictionaries).map_err(|problems| {
        let told: String = problems.iter().map(|problem| problem.rich() + "\n\n").collect();
        format!("{told}{} problems of spelling", problems.len())
    })?;
    println!(
        "{:8} {:>6} {:>13} {:>11} {:>8}",
        "language", "words", "in dictionary", "by endings", "by list"
    );
    for Report { lang, words, in_dictionary, by_endings, by_list } in reports {
        println!("{:8} {words:>6} {in_dictionary:>13} {by_endings:>11} {by_list:>8}", lang.tag());
    }
    Ok(())
}
