//! How long sentences are, by the rules of Unicode for sentences and words.

use std::collections::BTreeMap;

use unicode_segmentation::UnicodeSegmentation;

use super::{OwnText, TextKind};
use crate::problem::Problems;

/// Longer sentences are hard to read on a phone. No kind of text has more words on average.
pub const LONG: usize = 20;

/// Longer sentences are read twice.
pub const VERY_LONG: usize = 25;

/// A sentence and its number of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence<'t> {
    /// How many words it has.
    pub words: usize,
    /// The sentence itself.
    pub text: &'t str,
}

/// The sentences of a text.
pub fn sentences(text: &str) -> impl Iterator<Item = Sentence<'_>> {
    text.unicode_sentences()
        .map(|text| Sentence { words: text.unicode_words().count(), text: text.trim() })
}

/// Reports each sentence that is over the limit of its kind, and kinds whose sentences are long on average.
pub(super) fn check(texts: &[OwnText], problems: &mut Problems) {
    let mut lengths: BTreeMap<(TextKind, &str), Vec<(usize, &OwnText)>> = BTreeMap::new();
    for text in texts {
        let limit = text.kind.limit();
        for sentence in sentences(&text.words) {
            if sentence.words <= limit {
                lengths
                    .entry((text.kind, text.lang.tag()))
                    .or_default()
                    .push((sentence.words, text));
                continue;
            }
            let (words, kind) = (sentence.words, text.kind.name());
            problems
                .add(
                    &text.place,
                    format!("a sentence of {words} words; {kind} have at most {limit}"),
                )
                .help("make two sentences of it, or leave out what is not needed");
        }
    }
    for ((kind, lang), lengths) in lengths {
        let all: usize = lengths.iter().map(|(words, _)| words).sum();
        let longest = lengths.iter().max_by_key(|(words, _)| *words);
        if let Some((_, text)) = longest.filter(|_| all > LONG * lengths.len()) {
            let (kind, mean) = (kind.name(), all as f64 / lengths.len() as f64);
            problems
                .add(
                    &text.place,
                    format!("{kind} have {mean:.1} words a sentence in {lang}, more than {LONG}"),
                )
                .help("shorten them, this one first");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_numbers_end_no_sentence() {
        let words = |text| sentences(text).map(|sentence| sentence.words).collect::<Vec<_>>();
        assert_eq!(words("Clause 3.6 says so. Ask first!"), [4, 2]);
        assert_eq!(words("3.6-тармақ осыны айтады. Алдымен сұраңыз."), [4, 2]);
        assert_eq!(words(""), Vec::<usize>::new());
    }
}
