//! Search by typed words. Kazakh and Russian letters are folded, common endings of Kazakh, Russian and English are
//! ignored, and languages can be mixed.

use std::ops::Range;

mod keyboard;
mod stem;

use keyboard::{of_one_script, on_the_other_layout};
use stem::{almost, alone, stem};

/// Shorter words say too little: they are mostly "for", "мне", "бір" and the like.
const SHORTEST_WORD: usize = 3;

/// Stop words, folded and sorted.
#[rustfmt::skip] // laid out as running text
const TELLING_NOTHING: &[&str] = &[
    "about", "and", "are", "can", "does", "dиd", "for", "from", "has", "have", "her", "hиm", "hиs", "not",
    "our", "out", "that", "the", "them", "they", "theиr", "thиs", "was", "what", "when", "who", "whиch",
    "wиll", "wиth", "you", "your", "без", "биз", "бизге", "бизден", "бизди", "биздин", "бир", "бирак",
    "болды", "болса", "болып", "бул", "был", "была", "были", "вам", "вас", "вот", "где", "гои", "деген",
    "деиди", "деп", "для", "его", "екен", "емес", "если", "еще", "жане", "жатыр", "иnto", "иts", "или", "как",
    "когда", "кто", "маган", "мен", "мени", "менин", "меня", "мне", "мои", "моя", "над", "нам", "нас", "наш",
    "немесе", "оган", "она", "они", "оно", "оны", "онын", "осы", "под", "при", "про", "свои", "сиз", "сол",
    "так", "там", "тем", "тот", "тур", "уже", "ушин", "что", "чтобы", "это", "этот",
];

/// Shorter stems are a prefix of too many other words.
const SHORTEST_BEGINNING: usize = 5;

/// A word may be this many letters longer than the stem that is its prefix.
const LONGEST_REST: usize = 3;

/// The minimum length of a stem in which one wrong letter is tolerated.
const SHORTEST_WITH_SLIP: usize = 5;

/// The words differ only in their endings.
const SAME: u32 = 3;
/// The typed word is a prefix of the other one: the person may still be typing.
const BEGUN: u32 = 2;
/// One stem is a prefix of the other, or differs by one letter.
const AKIN: u32 = 1;

/// The text in lower case, with letters unified that people type for each other: `ә`/`а`, `қ`/`к`, `ё`/`е`.
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_letter).collect()
}

/// Typed words to search for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    words: Vec<Word>,
    /// The same keys on the other keyboard layout, used if the words match nothing.
    on_other_layout: Vec<Word>,
}

impl Query {
    /// The query in a typed text, or `None` if it has no number and no word long enough to search for.
    pub fn new(typed: &str) -> Option<Query> {
        let words = telling(typed);
        let on_other_layout = telling(&on_the_other_layout(typed));
        (!words.is_empty()).then_some(Query { words, on_other_layout })
    }

    /// The number of a clause, such as `3.6`, if only numbers were typed: `3.6`, `3 6`, `3.6.`.
    pub fn clause_number(&self) -> Option<String> {
        let numbers = || self.words.iter().map(|word| word.folded.as_str());
        self.words.iter().all(Word::is_number).then(|| numbers().collect::<Vec<_>>().join("."))
    }

    /// The words of a text that match the query, as byte ranges.
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        words_of(text)
            .filter(|(_, word)| self.words.iter().any(|own| own.likeness(word) > 0))
            .map(|(range, _)| range)
            .collect()
    }
}

/// A search index of documents.
#[derive(Clone, Debug, Default)]
pub struct Index {
    documents: Vec<Vec<Passage>>,
}

/// A text of a document: its significant words, and its weight.
#[derive(Clone, Debug)]
struct Passage {
    words: Vec<Word>,
    weight: u32,
}

impl Passage {
    /// The weight of the best match of one word.
    fn found(&self, likeness: impl Fn(&Word) -> u32) -> u32 {
        self.words.iter().map(likeness).max().unwrap_or_default() * self.weight
    }

    /// The weight if the text has several words and each of them was typed.
    fn found_whole(&self, typed: &[Word]) -> u32 {
        let is_typed = |own: &Word| typed.iter().any(|word| word.likeness(own) > 0);
        let is_whole = self.words.len() > 1 && self.words.iter().all(is_typed);
        if is_whole { SAME * self.weight * self.words.len() as u32 } else { 0 }
    }
}

impl Index {
    /// An index of documents, each with several texts and their weights. A match counts for more in a text with a
    /// higher weight.
    pub fn new<'a, D, T>(documents: D) -> Index
    where
        D: IntoIterator<Item = T>,
        T: IntoIterator<Item = (&'a str, u32)>,
    {
        Index { documents: documents.into_iter().map(|texts| index_document(texts)).collect() }
    }

    /// The documents among these that match the query, best match first. Documents that match less than half as well
    /// as the best one are left out.
    pub fn rank(&self, query: &Query, among: &[usize]) -> Vec<usize> {
        let mut scores = self.scores(&query.words, among);
        if scores.iter().all(|score| *score == 0) {
            scores = self.scores(&query.on_other_layout, among);
        }
        let best = scores.iter().copied().max().unwrap_or_default();
        let mut ranked: Vec<(u32, usize)> = Vec::new();
        for (score, place) in scores.into_iter().zip(among.iter().copied()) {
            if score > 0 && score * 2 >= best {
                // The sort function of the standard library would be larger than the rest of this file.
                let at = ranked.partition_point(|(other, _)| *other >= score);
                ranked.insert(at, (score, place));
            }
        }
        ranked.into_iter().map(|(_, place)| place).collect()
    }

    /// The score of each document. A word or a whole phrase counts for more if few documents have it.
    fn scores(&self, typed: &[Word], among: &[usize]) -> Vec<u32> {
        let mut scores = vec![0; among.len()];
        for word in typed {
            let by_word = |likeness: &dyn Fn(&Word) -> u32| {
                self.found(among, |passage| passage.found(likeness))
            };
            let mut found = by_word(&|other| word.likeness(other));
            if found.iter().all(|score| *score == 0) {
                found = by_word(&|other| word.likeness_with_slip(other));
            }
            add_rare(&mut scores, found);
        }
        add_rare(&mut scores, self.found(among, |passage| passage.found_whole(typed)));
        scores
    }

    /// The best score among the texts of each document.
    fn found(&self, among: &[usize], score: impl Fn(&Passage) -> u32) -> Vec<u32> {
        let best = |document: &Vec<Passage>| document.iter().map(&score).max().unwrap_or_default();
        among.iter().map(|place| self.documents.get(*place).map_or(0, best)).collect()
    }
}

/// Adds the scores, with more weight the fewer documents have one.
fn add_rare(scores: &mut [u32], found: Vec<u32>) {
    let without = found.iter().filter(|score| **score == 0).count() as u32;
    for (score, found) in scores.iter_mut().zip(found) {
        *score += found * (without + 1);
    }
}

fn index_document<'a>(texts: impl IntoIterator<Item = (&'a str, u32)>) -> Vec<Passage> {
    let passage = |(text, weight): (&'a str, u32)| Passage { words: telling(text), weight };
    texts.into_iter().map(passage).collect()
}

/// The significant words of a text.
fn telling(text: &str) -> Vec<Word> {
    words_of(text).map(|(_, word)| word).filter(Word::is_telling).collect()
}

/// A folded word and its stem.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    folded: String,
    /// Length of the stem in `folded`, in bytes.
    stem_length: usize,
    /// The normalised stem that all forms of the word share.
    root: String,
}

impl Word {
    fn new(folded: String) -> Word {
        let stem = stem(&folded);
        Word { stem_length: stem.len(), root: alone(stem), folded }
    }

    fn stem(&self) -> &str {
        self.folded.get(..self.stem_length).unwrap_or_default()
    }

    fn is_number(&self) -> bool {
        self.folded.bytes().all(|byte| byte.is_ascii_digit())
    }

    fn is_telling(&self) -> bool {
        let word = self.folded.as_str();
        let is_long = letters(word) >= SHORTEST_WORD;
        self.is_number() || (is_long && TELLING_NOTHING.binary_search(&word).is_err())
    }

    /// How similar a typed word is to another word, or 0.
    fn likeness(&self, other: &Word) -> u32 {
        if self.root == other.root {
            SAME
        } else if self.is_number() || !self.is_telling() {
            0
        } else if other.folded.starts_with(&self.folded) {
            BEGUN
        } else if begins(self.stem(), other.stem()) || begins(other.stem(), self.stem()) {
            AKIN
        } else {
            0
        }
    }

    /// The same, tolerating one wrong letter.
    fn likeness_with_slip(&self, other: &Word) -> u32 {
        let first = |word: &Word| word.folded.chars().next();
        let long = |word: &Word| letters(word.stem()) >= SHORTEST_WITH_SLIP;
        // People rarely get the first letter wrong, and it distinguishes most words.
        if first(self) == first(other)
            && long(self)
            && long(other)
            && almost(self.stem(), other.stem())
        {
            AKIN
        } else {
            0
        }
    }
}

fn begins(short: &str, long: &str) -> bool {
    let rest = long.strip_prefix(short).map(letters);
    letters(short) >= SHORTEST_BEGINNING && rest.is_some_and(|rest| rest <= LONGEST_REST)
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

/// The words of a text, with their byte ranges.
fn words_of(text: &str) -> impl Iterator<Item = (Range<usize>, Word)> + '_ {
    let mut characters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = characters.find(|(_, c)| is_letter(*c))?;
        let mut folded: String = fold_letter(first).into_iter().collect();
        while let Some((_, c)) = characters.next_if(|(_, c)| is_letter(*c) || is_ignored(*c)) {
            folded.extend(fold_letter(c));
        }
        let end = characters.peek().map_or(text.len(), |(at, _)| *at);
        Some((start..end, Word::new(of_one_script(folded))))
    })
}

/// Letters and digits of the three languages. Unicode tables would take too much space in the program.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{c0}'..='\u{24f}' | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}')
}

/// Characters within a word that do not change it: soft hyphens, joiners, combining accents.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{300}'..='\u{36f}')
}

/// The folded letter, or `None` for an ignored character.
fn fold_letter(c: char) -> Option<char> {
    Some(match c {
        'Ә' | 'ә' => 'а',
        'Ғ' | 'ғ' => 'г',
        'Қ' | 'қ' => 'к',
        'Ң' | 'ң' => 'н',
        'Ө' | 'ө' => 'о',
        'Ұ' | 'ұ' | 'Ү' | 'ү' => 'у',
        'Һ' | 'һ' => 'х',
        // People often type the Latin letter for the Kazakh one.
        'І' | 'і' | 'I' | 'i' | 'Й' | 'й' => 'и',
        'Ё' | 'ё' => 'е',
        'А'..='Я' => char::from_u32(c as u32 + 0x20)?,
        c if is_ignored(c) => return None,
        c => c.to_ascii_lowercase(),
    })
}
