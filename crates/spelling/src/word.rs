//! Splits texts into words, each with the language in which it must be looked up.

use std::ops::Range;

use adal_content::Place;
use adal_core::Lang;

use crate::passage::Passage;

/// A word and its place.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) lang: Lang,
    /// Whether it is in «…» in a Russian text, which may quote the Standard in Kazakh.
    pub(crate) may_be_kazakh: bool,
    pub(crate) place: Place,
}

/// All words of the texts.
pub(crate) fn all(passages: &[Passage]) -> Vec<Word> {
    passages.iter().flat_map(words).collect()
}

fn words(passage: &Passage) -> Vec<Word> {
    let text = &passage.file.text[passage.range.clone()];
    let mut words = Vec::new();
    let mut start = None;
    let mut quoted = false;
    // In TOML and Markdown, the character after a backslash is not part of a word.
    let mut escaped = false;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, belongs(letter) && !escaped) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.extend(word(passage, from..at, quoted));
                start = None;
            }
            _ => {}
        }
        escaped = letter == '\\';
        quoted = letter == '«' || quoted && letter != '»';
    }
    words
}

/// Digits are part of a word, so that `2-тармақ` and `B2` are not split into shorter words.
fn belongs(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '’')
}

fn word(passage: &Passage, range: Range<usize>, quoted: bool) -> Option<Word> {
    let start = passage.range.start + range.start;
    let whole = &passage.file.text[start..passage.range.start + range.end];
    let trimmed = whole.trim_matches(['-', '\'', '’']);
    // A single letter is a label. With a digit, it is a number or a name.
    if trimmed.chars().count() < 2 || trimmed.contains(char::is_numeric) {
        return None;
    }
    let lang = language(trimmed, passage.lang);
    let start = start + whole.find(trimmed)?;
    Some(Word {
        text: without_s(&trimmed.replace('’', "'")).to_owned(),
        lang,
        may_be_kazakh: quoted && lang == Lang::Ru,
        place: Place::at(&passage.file, start..start + trimmed.len()),
    })
}

/// The English possessive is correct after every noun, but not every dictionary has it.
fn without_s(word: &str) -> &str {
    word.strip_suffix("'s").unwrap_or(word)
}

/// Cyrillic words in an English text quote the Standard. Latin words elsewhere are names.
fn language(word: &str, around: Lang) -> Lang {
    let latin = word.contains(|letter: char| letter.is_ascii_alphabetic());
    match (latin, around) {
        (true, _) => Lang::En,
        (false, Lang::En) => Lang::Kk,
        (false, around) => around,
    }
}
