//! The words that were looked up, how they are known, and messages about unknown ones.

use std::collections::{BTreeMap, BTreeSet};

use adal_content::Problems;
use adal_core::Lang;

use crate::dictionary::{Dictionary, Known};
use crate::word::Word;

/// The distinct words looked up in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// The language.
    pub lang: Lang,
    /// All of them.
    pub words: usize,
    /// Words in the installed dictionary.
    pub in_dictionary: usize,
    /// Words known by their endings. Kazakh only.
    pub by_endings: usize,
    /// Words known by the project's own list.
    pub by_list: usize,
}

/// The distinct words of a language, each with how it is known. Empty for unknown words.
pub(crate) struct LookedUp {
    dictionary: Dictionary,
    words: BTreeMap<String, Vec<Known>>,
}

/// Looks up the words, each in its language. Reports an unknown word at each place. Suggestions are slow, so they are
/// computed once per word.
pub(crate) fn look_up(words: &[Word], languages: &mut [LookedUp], problems: &mut Problems) {
    let unknown: Vec<&Word> = words.iter().filter(|word| !is_known(word, languages)).collect();
    let mut remedies: BTreeMap<&str, String> = BTreeMap::new();
    for word in unknown {
        let Some(language) = languages.iter().find(|language| language.is(word.lang)) else {
            continue;
        };
        let remedy = remedies.entry(&word.text).or_insert_with(|| language.remedy(&word.text));
        let message = format!("“{}” is in no {} dictionary", word.text, word.lang.tag());
        problems.add(&word.place, message).help(remedy.clone());
    }
}

fn is_known(word: &Word, languages: &mut [LookedUp]) -> bool {
    let mut may_be = languages
        .iter_mut()
        .filter(|language| language.is(word.lang) || word.may_be_kazakh && language.is(Lang::Kk));
    may_be.any(|language| language.knows(&word.text))
}

impl LookedUp {
    pub(crate) fn new(dictionary: Dictionary) -> LookedUp {
        LookedUp { dictionary, words: BTreeMap::new() }
    }

    fn is(&self, lang: Lang) -> bool {
        self.dictionary.lang == lang
    }

    fn knows(&mut self, word: &str) -> bool {
        let LookedUp { dictionary, words } = self;
        !words.entry(word.to_owned()).or_insert_with(|| dictionary.know(word)).is_empty()
    }

    /// Reports entries of the list that are not needed.
    pub(crate) fn find_unneeded(&self, problems: &mut Problems) {
        let needed: BTreeSet<Known> = self.words.values().flatten().copied().collect();
        for (index, entry) in self.dictionary.list.entries.iter().enumerate() {
            if !needed.contains(&Known::List(index)) {
                let why = "is not needed here: no text has it, or the dictionary knows it";
                let message = format!("“{}” {why}", entry.word);
                problems.add(&entry.place, message).help("take the line out");
            }
        }
    }

    /// How the words are known. A compound counts for each of its parts.
    pub(crate) fn report(&self) -> Report {
        let count = |wanted: fn(&Known) -> bool| {
            self.words.values().filter(|known| known.iter().any(wanted)).count()
        };
        Report {
            lang: self.dictionary.lang,
            words: self.words.len(),
            in_dictionary: count(|known| matches!(known, Known::Dictionary)),
            by_endings: count(|known| matches!(known, Known::Endings)),
            by_list: count(|known| matches!(known, Known::List(_))),
        }
    }

    /// Suggestions: words of other texts first, then words of the dictionary.
    fn remedy(&self, word: &str) -> String {
        let most = (word.chars().count() / 4).max(1);
        let known = self.words.iter().filter(|(_, known)| !known.is_empty());
        let mut near: Vec<(usize, String)> = known
            .map(|(other, _)| (strsim::damerau_levenshtein(word, other), other.clone()))
            .filter(|(distance, _)| *distance <= most)
            .collect();
        near.sort_unstable();
        let mut meant: Vec<String> = near.into_iter().map(|(_, other)| other).collect();
        if meant.is_empty() {
            meant = self.dictionary.suggest(word);
        }
        meant.truncate(3);
        let tag = self.dictionary.lang.tag();
        let add = format!("if it is right, add it to content/spelling/{tag}.txt");
        if meant.is_empty() { add } else { format!("did you mean {}? {add}", meant.join(", ")) }
    }
}
