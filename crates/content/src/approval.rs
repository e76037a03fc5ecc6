//! `approval.toml`: who has read and confirmed which text. A signature is valid only while the text is unchanged.

use std::collections::BTreeSet;
use std::sync::Arc;

use adal_core::{ClauseIx, Condition, Confirmation, Content, Lang, Reading, SituationIx, Text};
use sha2::{Digest, Sha256};

use crate::check::{Build, check_date, prose};
use crate::fluent::Words;
use crate::law::{Law, LawCondition};
use crate::loaded::{Declared, Loaded};
use crate::problem::{Place, Problems, SourceFile};
use crate::raw::{self, Signed};
use crate::read::Table;
use crate::signed::{InWords, Item, Source, in_ids, law_in_ids, same_in_all};

pub use crate::raw::Reader;

/// The file with the signatures.
pub(crate) const FILE: &str = "approval.toml";

/// The length of a hash: enough to distinguish texts, short enough to compare by eye and to type from paper.
const DIGITS: usize = 16;

/// Must change with the method of hashing, because all hashes then change.
const METHOD: &str = "adal-check approval 3";

/// The same for readings.
const METHOD_OF_READINGS: &str = "adal-check approval 2";

/// What is signed separately: the law by clause, the questions by situation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The law of a clause: conditions, readings, reasons, steps.
    Law(ClauseIx),
    /// The questions of a situation, and what the answers mean.
    Questions(SituationIx),
}

impl Subject {
    /// Its id in `approval.toml`: the number of the clause, or the id of the situation.
    pub fn id(self, content: &Content) -> &str {
        match self {
            Subject::Law(clause) => &content[clause].id,
            Subject::Questions(situation) => &content[situation].id,
        }
    }
}

/// A signature for one subject in one language.
#[derive(Clone, Debug)]
pub struct Signature {
    /// What was signed.
    pub subject: Subject,
    /// The language.
    pub lang: Lang,
    /// The hash of what was signed.
    pub hash: String,
    /// Date, `YYYY-MM-DD`.
    pub date: String,
    /// Who signed.
    pub signer: Signer,
    /// Where it is in the file.
    pub place: Place,
}

/// Who signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signer {
    /// A reader reviewed the text.
    Reader(Reader),
    /// A person in this position confirmed it for the Company.
    Post(Text),
}

impl Loaded {
    /// All subjects: the law, then the situations, each in content order.
    pub fn subjects(&self) -> Vec<Subject> {
        let situations = (0..self.content.situations.len() as u8).map(SituationIx);
        self.clauses_of_law()
            .into_iter()
            .map(Subject::Law)
            .chain(situations.map(Subject::Questions))
            .collect()
    }

    /// The clauses that have rules, in the order of the Standard.
    pub fn clauses_of_law(&self) -> Vec<ClauseIx> {
        let clauses: BTreeSet<ClauseIx> = self.law.rules.iter().map(|rule| rule.clause).collect();
        clauses.into_iter().collect()
    }

    /// Whether the text is still the one that was signed.
    pub fn is_current(&self, signature: &Signature) -> bool {
        hash(self, signature.subject, signature.lang) == signature.hash
    }

    /// Everything signed of a subject, with its conditions in words.
    pub fn signed_items(&self, subject: Subject, in_words: &InWords<'_>) -> Vec<Item> {
        let (content, law) = (&self.content, &self.law);
        let (declared, words) = (&self.declared, &self.words);
        items(Source { content, law, declared, words, in_words }, subject)
    }
}

fn items(source: Source<'_>, subject: Subject) -> Vec<Item> {
    match subject {
        Subject::Law(clause) => source.law_items(clause),
        Subject::Questions(situation) => source.situation_items(situation),
    }
}

/// The hash of everything about this subject that a person can see in this language, or that decides what they see:
/// 16 hexadecimal digits.
pub fn hash(loaded: &Loaded, subject: Subject, lang: Lang) -> String {
    let Loaded { content, law, declared, words, .. } = loaded;
    hash_of(Hashed { content, law, declared, words }, subject, lang)
}

/// The input of hashes.
#[derive(Clone, Copy)]
pub(crate) struct Hashed<'a> {
    pub(crate) content: &'a Content,
    pub(crate) law: &'a Law,
    pub(crate) declared: &'a Declared,
    pub(crate) words: &'a Words,
}

fn hash_of(from: Hashed<'_>, subject: Subject, lang: Lang) -> String {
    let Hashed { content, law, declared, words } = from;
    let in_words = InWords {
        answers: &|condition: &Condition| same_in_all(&in_ids(content, condition)),
        law: &|when: &LawCondition| same_in_all(&law_in_ids(content, law, when)),
    };
    let items = items(Source { content, law, declared, words, in_words: &in_words }, subject);
    let parts = items.iter().flat_map(|item| {
        let parts = item.parts.iter().flat_map(|part| {
            [format!("{:?}", part.name), part.of.clone(), part.text.get(lang).to_owned()]
        });
        [format!("{:?}", item.kind), item.id.clone()].into_iter().chain(parts)
    });
    digest([METHOD.to_owned(), lang.tag().to_owned()].into_iter().chain(parts))
}

/// The hash of a reading in all languages, used when the Company adopts a side.
pub fn reading_hash(reading: &Reading) -> String {
    let texts = [&reading.question, &reading.sides[0], &reading.sides[1]];
    let words = texts.into_iter().flat_map(|text| Lang::ALL.map(|lang| text.get(lang).to_owned()));
    digest([METHOD_OF_READINGS.to_owned(), reading.id.clone()].into_iter().chain(words))
}

fn digest(parts: impl Iterator<Item = String>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        // The length before each text prevents one text from running into the next.
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let digits: String = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    digits[..DIGITS].to_owned()
}

/// Reads the signatures, if any.
pub(crate) fn load(build: &mut Build) -> Vec<Signature> {
    let Some(file) = build.folder.optional(FILE, &mut build.problems) else { return Vec::new() };
    let Some(mut table) = Table::parse(&file, &mut build.problems) else { return Vec::new() };
    let reviews = table.items::<raw::Review>("review", &mut build.problems);
    let confirmations = table.items::<raw::Confirmation>("confirmation", &mut build.problems);
    table.nothing_else(&["review", "confirmation"], &mut build.problems);
    let mut all = Vec::new();
    for raw in &reviews.good {
        let (place, raw) = (Place::at(&file, raw.get_ref().date.span()), raw.get_ref());
        all.extend(build.signatures(&Signer::Reader(raw.reader.0), &raw.signed(), &place));
    }
    for raw in &confirmations.good {
        let (place, raw) = (Place::at(&file, raw.get_ref().date.span()), raw.get_ref());
        let post = prose(&raw.post, "post", &place, &mut build.problems);
        all.extend(build.signatures(&Signer::Post(post), &raw.signed(), &place));
    }
    each_once(&all, &mut build.problems);
    all
}

impl Build {
    fn signatures(&mut self, signer: &Signer, raw: &Signed, place: &Place) -> Vec<Signature> {
        check_date(raw.date, &place.file, &mut self.problems);
        if raw.hashes.iter().all(|(_, hashes)| hashes.is_empty()) {
            self.problems
                .add(place, "this signs nothing")
                .help("name each with its hash: `kk.gift = \"…\"`, `kk.\"3.6\" = \"…\"`; `content status` prints them");
        }
        let mut signatures = Vec::new();
        for (lang, hashes) in raw.hashes {
            for (id, hash) in hashes {
                let known = self.subject(id, &place.file);
                let place = Place::at(&place.file, hash.span());
                check_hash(hash.get_ref(), &place, &mut self.problems);
                signatures.extend(known.map(|subject| Signature {
                    subject,
                    lang,
                    hash: hash.get_ref().clone(),
                    date: raw.date.get_ref().clone(),
                    signer: signer.clone(),
                    place,
                }));
            }
        }
        signatures
    }
}

impl Build {
    /// The clause with this number, or the situation with this id.
    fn subject(&mut self, id: &raw::Id, file: &Arc<SourceFile>) -> Option<Subject> {
        if id.get_ref().contains('.') {
            let clause = self.clauses.find(id, file, &mut self.problems)?;
            if !self.law.rules.iter().any(|rule| rule.clause == clause) && self.law_is_whole {
                self.problems
                    .add(
                        &Place::at(file, id.span()),
                        format!("`{}` has no rules to sign", id.get_ref()),
                    )
                    .help("only the clauses with a file in law/ are signed by themselves");
            }
            return Some(Subject::Law(clause));
        }
        self.situations.find(id, file, &mut self.problems).map(Subject::Questions)
    }
}

pub(crate) fn check_hash(hash: &str, place: &Place, problems: &mut Problems) {
    let digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    if hash.len() != DIGITS || !hash.chars().all(digit) {
        problems
            .add(place, format!("`{hash}` is not a hash"))
            .help("a hash is 16 digits from 0 to 9 and a to f, as printed beside the signature");
    }
}

/// Signing the same text twice in the same way is an error, because one of the two would be forgotten at the next
/// change.
fn each_once(all: &[Signature], problems: &mut Problems) {
    let mut seen = BTreeSet::new();
    for signature in all {
        let signer = match &signature.signer {
            Signer::Reader(reader) => Some(*reader),
            Signer::Post(_) => None,
        };
        if !seen.insert((signature.subject, signature.lang, signer, &signature.hash)) {
            problems
                .add(&signature.place, "the same text is signed twice in the same way")
                .help("keep one of the two");
        }
    }
}

/// The confirmations that are still valid. A situation is confirmed in a language when its questions and the law of
/// every clause that it can reach are.
pub(crate) fn confirmations(from: Hashed<'_>, signatures: &[Signature]) -> Vec<Confirmation> {
    let by_post: Vec<(&Signature, &str)> = signatures
        .iter()
        .filter_map(|signature| match &signature.signer {
            Signer::Post(post) => Some((signature, post.get(signature.lang))),
            Signer::Reader(_) => None,
        })
        .filter(|(signature, _)| hash_of(from, signature.subject, signature.lang) == signature.hash)
        .collect();
    let mut all: Vec<Confirmation> = Vec::new();
    for lang in Lang::ALL {
        for situation in (0..from.content.situations.len() as u8).map(SituationIx) {
            let needed = needed(from.content, situation);
            let signed: Vec<_> = by_post
                .iter()
                .filter(|(signature, _)| {
                    signature.lang == lang && needed.contains(&signature.subject)
                })
                .collect();
            let is_signed = |subject: &Subject| {
                signed.iter().any(|(signature, _)| signature.subject == *subject)
            };
            if !needed.iter().all(is_signed) {
                continue;
            }
            for (Signature { date, .. }, post) in signed {
                let same = |known: &&mut Confirmation| {
                    (known.lang, known.post.as_str(), &known.date) == (lang, *post, date)
                };
                match all.iter_mut().find(same) {
                    Some(known) if known.situations.contains(&situation) => {}
                    Some(known) => known.situations.push(situation),
                    None => all.push(Confirmation {
                        situations: vec![situation],
                        lang,
                        post: (*post).to_owned(),
                        date: date.clone(),
                    }),
                }
            }
        }
    }
    all
}

/// What must be signed for a situation to be confirmed.
fn needed(content: &Content, situation: SituationIx) -> BTreeSet<Subject> {
    let rules = content[situation].rules.iter();
    let clauses = rules.map(|rule| Subject::Law(content[*rule].clause));
    clauses.chain([Subject::Questions(situation)]).collect()
}
