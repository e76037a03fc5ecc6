//! Looks up every word of the content and the documents: `cargo xtask spelling`.

use adal_spelling::{Report, check, find_dictionaries};

use crate::project::{Outcome, root};

/// Reports unknown words, or prints how the words are known.
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
