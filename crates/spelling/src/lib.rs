//! Every word that the tool shows or the project's documents say, looked up in real dictionaries.
//!
//! The dictionaries are Hunspell's, as Debian installs them, read by the crate `spellbook`: it keeps the place of each
//! word without a second program, and gives the same answers. The Kazakh one knows one ending a word, where Kazakh puts
//! four: `kazakh.rs` takes the further ones off. What is right and in no dictionary stands in `content/spelling/`.
//! Native only.

mod dictionary;
mod kazakh;
mod list;
mod passage;
mod word;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use adal_content::Problems;
use adal_core::Lang;

use dictionary::{Dictionary, Known};
use list::WordList;
use word::Word;

pub use dictionary::find_dictionaries;

/// What was looked up in one language: distinct words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// The language.
    pub lang: Lang,
    /// All of them.
    pub words: usize,
    /// Those that the dictionary as installed knows.
    pub in_dictionary: usize,
    /// Those that are known by their endings: Kazakh only.
    pub by_endings: usize,
    /// Those that the project's own list makes known.
    pub by_list: usize,
}

/// Looks up every word of the folder `content` under `root`, and of the documents in English beside it.
///
/// # Errors
///
/// Every word that nothing knows, and every word of the lists in `content/spelling/` that is not needed.
pub fn check(root: &Path, dictionaries: &Path) -> Result<Vec<Report>, Problems> {
    let mut problems = Problems::default();
    let words = word::all(&passage::all(root, &mut problems));
    let mut known = Vec::new();
    for lang in Lang::ALL {
        let list = WordList::read(root, lang, &mut problems);
        match Dictionary::read(lang, dictionaries, list) {
            Ok(dictionary) => known.push(dictionary),
            Err((place, problem)) => drop(problems.add(&place, problem)),
        }
    }
    let Ok([kk, ru, en]) = <[Dictionary; 3]>::try_from(known) else { return Err(problems) };
    let reports = look_up(&words, [&kk, &ru, &en], &mut problems);
    problems.sort();
    if problems.is_empty() { Ok(reports) } else { Err(problems) }
}

fn look_up(words: &[Word], dictionaries: [&Dictionary; 3], problems: &mut Problems) -> Vec<Report> {
    let mut looked_up = dictionaries.map(|_| LookedUp::default());
    let mut unknown: Vec<&Word> = Vec::new();
    for word in words {
        let language = |lang: Lang| Lang::ALL.iter().position(|other| *other == lang).unwrap_or(0);
        let may_be = [Some(word.lang), word.may_be_kazakh.then_some(Lang::Kk)];
        let known = may_be.into_iter().flatten().map(language).any(|index| {
            let reasons = looked_up[index].reasons(&word.text, dictionaries[index]);
            !reasons.is_empty()
        });
        if !known {
            unknown.push(word);
        }
    }
    let mut remedies: BTreeMap<&str, String> = BTreeMap::new();
    for word in unknown {
        let index = Lang::ALL.iter().position(|lang| *lang == word.lang).unwrap_or(0);
        let tag = word.lang.tag();
        let remedy = remedies
            .entry(&word.text)
            .or_insert_with(|| remedy(word, dictionaries[index], &looked_up[index]));
        let message = format!("“{}” is in no {tag} dictionary", word.text);
        problems.add(&word.place, message).help(remedy.clone());
    }
    let pairs = dictionaries.iter().zip(&looked_up);
    pairs.map(|(dictionary, looked_up)| looked_up.report(dictionary, problems)).collect()
}

/// The distinct words of a language with the reasons why they are known.
#[derive(Default)]
struct LookedUp(BTreeMap<String, Vec<Known>>);

impl LookedUp {
    fn reasons(&mut self, word: &str, dictionary: &Dictionary) -> &[Known] {
        self.0.entry(word.to_owned()).or_insert_with(|| dictionary.know(word))
    }

    /// Counts the words, and tells of those in the list that made none of them known.
    fn report(&self, dictionary: &Dictionary, problems: &mut Problems) -> Report {
        let all: BTreeSet<usize> = self
            .0
            .values()
            .flatten()
            .filter_map(|known| match known {
                Known::List(entry) => Some(*entry),
                _ => None,
            })
            .collect();
        for (index, entry) in dictionary.list.entries.iter().enumerate() {
            if !all.contains(&index) {
                let message = format!(
                    "“{}” is not needed here: no text has it, or the dictionary knows it",
                    entry.word
                );
                problems.add(&entry.place, message).help("take the line out");
            }
        }
        let count = |wanted: fn(&Known) -> bool| {
            self.0.values().filter(|known| known.iter().any(wanted)).count()
        };
        Report {
            lang: dictionary.lang,
            words: self.0.len(),
            in_dictionary: self
                .0
                .values()
                .filter(|known| {
                    !known.is_empty() && known.iter().all(|known| *known == Known::Dictionary)
                })
                .count(),
            by_endings: count(|known| *known == Known::Endings),
            by_list: count(|known| matches!(known, Known::List(_))),
        }
    }
}

/// Words that may have been meant: those of other texts first, then those of the dictionary.
fn remedy(word: &Word, dictionary: &Dictionary, looked_up: &LookedUp) -> String {
    let most = (word.text.chars().count() / 4).max(1);
    let mut near: Vec<(usize, &str)> = looked_up
        .0
        .iter()
        .filter(|(_, known)| !known.is_empty())
        .map(|(other, _)| (strsim::damerau_levenshtein(&word.text, other), other.as_str()))
        .filter(|(distance, _)| *distance <= most)
        .collect();
    near.sort_unstable();
    let mut meant: Vec<String> = near.into_iter().map(|(_, other)| other.to_owned()).collect();
    if meant.is_empty() {
        meant = dictionary.suggest(&word.text);
    }
    meant.truncate(3);
    let add = format!("if it is right, add it to content/spelling/{}.txt", word.lang.tag());
    if meant.is_empty() { add } else { format!("did you mean {}? {add}", meant.join(", ")) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// The commonest slips of the Kazakh source: a letter without its tail, a vowel of the other row, a letter lost.
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

    /// Endings make more words known; they must not make every misspelling known too.
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
