//! Looks up every word of the content and of the project's documents in real dictionaries.
//!
//! The dictionaries are Hunspell's, as installed by Debian. The crate `spellbook` reads them: it keeps the position
//! of each word, needs no second program and gives the same answers. The Kazakh dictionary knows one ending per word,
//! but Kazakh uses up to four, so `kazakh.rs` removes the others. Correct words that are in no dictionary are listed
//! in `content/spelling/`. Native only.

mod dictionary;
mod kazakh;
mod list;
mod looked_up;
mod passage;
mod word;

use std::path::Path;

use adal_content::Problems;
use adal_core::Lang;

use dictionary::Dictionary;
use list::WordList;
use looked_up::LookedUp;

pub use dictionary::find_dictionaries;
pub use looked_up::Report;

/// Looks up every word of the folder `content` in `root`, and of the English documents next to it.
///
/// # Errors
///
/// Every unknown word, and every word of the lists in `content/spelling/` that is not needed.
pub fn check(root: &Path, dictionaries: &Path) -> Result<Vec<Report>, Problems> {
    let mut problems = Problems::default();
    let words = word::all(&passage::all(root, &mut problems));
    let mut languages = Vec::new();
    for lang in Lang::ALL {
        let list = WordList::read(root, lang, &mut problems);
        match Dictionary::read(lang, dictionaries, list) {
            Ok(dictionary) => languages.push(LookedUp::new(dictionary)),
            Err((place, problem)) => drop(problems.add(&place, problem)),
        }
    }
    if languages.len() == Lang::ALL.len() {
        looked_up::look_up(&words, &mut languages, &mut problems);
        languages.iter().for_each(|language| language.find_unneeded(&mut problems));
    }
    problems.sort();
    let reports = languages.iter().map(LookedUp::report).collect();
    if problems.is_empty() { Ok(reports) } else { Err(problems) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The most common mistakes of the Kazakh source: a letter without its tail, a vowel of the other row, a missing
    /// letter.
    const SWAPS: [(char, char); 8] = [
        ('қ', 'к'),
        ('ғ', 'г'),
        ('ң', 'н'),
        ('ү', 'ұ'),
        ('ұ', 'ү'),
        ('і', 'и'),
        ('ы', 'и'),
        ('ө', 'о'),
    ];

    /// Removing endings makes more words known. It must not make misspellings known.
    #[test]
    fn nine_in_ten_words_with_a_wrong_kazakh_letter_are_unknown() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let list = WordList::read(&root, Lang::Kk, &mut Problems::default());
        let kazakh = Dictionary::read(Lang::Kk, &find_dictionaries().unwrap(), list).unwrap();
        let words = word::all(&passage::all(&root, &mut Problems::default()));
        let words: BTreeSet<String> =
            words.into_iter().filter(|word| word.lang == Lang::Kk).map(|word| word.text).collect();
        let spoilt: BTreeSet<String> = words
            .iter()
            .flat_map(|word| {
                SWAPS.map(|(right, wrong)| word.replacen(right, &wrong.to_string(), 1))
            })
            .filter(|spoilt| !words.contains(spoilt))
            .collect();
        let unknown = spoilt.iter().filter(|word| kazakh.know(word).is_empty()).count();
        assert!(unknown * 10 >= spoilt.len() * 9, "{unknown} of {}", spoilt.len());
    }
}
