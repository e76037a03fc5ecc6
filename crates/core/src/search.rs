//! Search by typed words: letters of Kazakh and Russian are folded, common endings of Kazakh, Russian and English are
//! tolerated, and the words may be of several languages at once.

use std::ops::Range;

mod keyboard;
mod stem;

use keyboard::{of_one_script, on_the_other_layout};
use stem::{almost, alone, stem};

/// Words of fewer letters say too little: they are mostly "for", "мне", "бір" and shorter ones.
const SHORTEST_WORD: usize = 3;

/// Words, folded, that stand in any text and say nothing about it. Sorted.
#[rustfmt::skip] // as a page of words
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

/// A stem of fewer letters begins too many other words.
const SHORTEST_BEGINNING: usize = 5;

/// A longer word may have this many letters more than the stem that begins it.
const LONGEST_REST: usize = 3;

/// A slip of one letter is tolerated in stems of at least this many letters.
const SHORTEST_WITH_SLIP: usize = 5;

/// Two words are the same but for their endings.
const SAME: u32 = 3;
/// The typed word begins the other one: it may be still in typing.
const BEGUN: u32 = 2;
/// The stem of one begins that of the other: a word made of it, or a slip.
const AKIN: u32 = 1;

/// The text in small letters, with those letters made alike that people type for each other: `ә`/`а`, `қ`/`к`, `ё`/`е`.
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_letter).collect()
}

/// What a person typed, as words to search for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    words: Vec<Word>,
    /// The same keys on the other layout of the keyboard; for where the words find nothing.
    on_other_layout: Vec<Word>,
}

impl Query {
    /// The query in a typed text; none while it has no number and no word long enough to search for.
    pub fn new(typed: &str) -> Option<Query> {
        let words = telling(typed);
        let on_other_layout = telling(&on_the_other_layout(typed));
        (!words.is_empty()).then_some(Query { words, on_other_layout })
    }

    /// The number of a clause, such as `3.6`, where nothing but numbers was typed: `3.6`, `3 6`, `3.6.`.
    pub fn clause_number(&self) -> Option<String> {
        let numbers = || self.words.iter().map(|word| word.folded.as_str());
        self.words.iter().all(Word::is_number).then(|| numbers().collect::<Vec<_>>().join("."))
    }

    /// The words of a text that answer the query, as ranges of bytes.
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        words_of(text)
            .filter(|(_, word)| self.words.iter().any(|own| own.likeness(word) > 0))
            .map(|(range, _)| range)
            .collect()
    }
}

/// Texts made ready for searching, in documents.
#[derive(Clone, Debug, Default)]
pub struct Index {
    documents: Vec<Vec<Passage>>,
}

/// A text of a document: the words that say something, and its weight.
#[derive(Clone, Debug)]
struct Passage {
    words: Vec<Word>,
    weight: u32,
}

impl Passage {
    /// How well one word answers, by the best of these.
    fn found(&self, likeness: impl Fn(&Word) -> u32) -> u32 {
        self.words.iter().map(likeness).max().unwrap_or_default() * self.weight
    }

    /// How well it answers as a whole: only where it has several words, and each of them was typed.
    fn found_whole(&self, typed: &[Word]) -> u32 {
        let is_typed = |own: &Word| typed.iter().any(|word| word.likeness(own) > 0);
        let is_whole = self.words.len() > 1 && self.words.iter().all(is_typed);
        if is_whole { SAME * self.weight * self.words.len() as u32 } else { 0 }
    }
}

impl Index {
    /// An index of documents, each of several texts with their weight: a word counts for more in a weightier text.
    pub fn new<'a, D, T>(documents: D) -> Index
    where
        D: IntoIterator<Item = T>,
        T: IntoIterator<Item = (&'a str, u32)>,
    {
        Index { documents: documents.into_iter().map(|texts| index_document(texts)).collect() }
    }

    /// The documents among these that answer the query, the best one first. Those are left out that answer less than
    /// half as well as the best one.
    pub fn rank(&self, query: &Query, among: &[usize]) -> Vec<usize> {
        let mut scores = self.scores(&query.words, among);
        if scores.iter().all(|score| *score == 0) {
            scores = self.scores(&query.on_other_layout, among);
        }
        let best = scores.iter().copied().max().unwrap_or_default();
        let mut ranked: Vec<(u32, usize)> = Vec::new();
        for (score, place) in scores.into_iter().zip(among.iter().copied()) {
            if score > 0 && score * 2 >= best {
                // A sort of the library would weigh more than all the rest of this file.
                let at = ranked.partition_point(|(other, _)| *other >= score);
                ranked.insert(at, (score, place));
            }
        }
        ranked.into_iter().map(|(_, place)| place).collect()
    }

    /// How well each document answers. What few of them have says more than what most have: a word, or a whole phrase.
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

    /// The best that the passages of each document have.
    fn found(&self, among: &[usize], score: impl Fn(&Passage) -> u32) -> Vec<u32> {
        let best = |document: &Vec<Passage>| document.iter().map(&score).max().unwrap_or_default();
        among.iter().map(|place| self.documents.get(*place).map_or(0, best)).collect()
    }
}

/// Adds what each document has, for more the fewer have it.
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

/// The words of a text that say something.
fn telling(text: &str) -> Vec<Word> {
    words_of(text).map(|(_, word)| word).filter(Word::is_telling).collect()
}

/// A word, folded, and what is left of it without its endings.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    folded: String,
    /// Of `folded`, in bytes.
    stem_length: usize,
    /// The stem in the one form that all forms of the word share.
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

    /// How alike a typed word is to another one; 0 where it is not.
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

    /// The same, where nothing is alike without a slip of one letter.
    fn likeness_with_slip(&self, other: &Word) -> u32 {
        let first = |word: &Word| word.folded.chars().next();
        let long = |word: &Word| letters(word.stem()) >= SHORTEST_WITH_SLIP;
        // People seldom mistake the first letter, and most words are told apart by it.
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

/// The words of a text, each with its range of bytes.
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

/// Letters and digits of the three languages. The tables of all scripts would take too much room in the program.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{c0}'..='\u{24f}' | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}')
}

/// What can stand within a word and does not change it: soft hyphens, joiners, accents that are characters of their own.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{300}'..='\u{36f}')
}

/// The letter that stands for this one; none for what is ignored.
fn fold_letter(c: char) -> Option<char> {
    Some(match c {
        'Ә' | 'ә' => 'а',
        'Ғ' | 'ғ' => 'г',
        'Қ' | 'қ' => 'к',
        'Ң' | 'ң' => 'н',
        'Ө' | 'ө' => 'о',
        'Ұ' | 'ұ' | 'Ү' | 'ү' => 'у',
        'Һ' | 'һ' => 'х',
        // The Latin letter is often typed for the Kazakh one.
        'І' | 'і' | 'I' | 'i' | 'Й' | 'й' => 'и',
        'Ё' | 'ё' => 'е',
        'А'..='Я' => char::from_u32(c as u32 + 0x20)?,
        c if is_ignored(c) => return None,
        c => c.to_ascii_lowercase(),
    })
}
