//! `approval.toml`: who read which text, and what the Company confirmed; each only as long as the text stays the same.

use std::collections::BTreeSet;

use adal_core::{Condition, Confirmation, Content, Lang, SituationIx, Text};
use sha2::{Digest, Sha256};

use crate::check::{Build, check_date, prose};
use crate::fluent::Words;
use crate::loaded::Loaded;
use crate::problem::{Place, Problems};
use crate::raw::{self, Signed};
use crate::read::Table;
use crate::signed::{Item, Source, in_ids, same_in_all};

pub use crate::raw::Reader;

/// The file with the signatures.
pub(crate) const FILE: &str = "approval.toml";

/// The digits of a hash: enough to tell texts apart, few enough to compare by eye and to type from paper.
const DIGITS: usize = 16;

/// Changes when the way of hashing changes, since all hashes change with it.
const METHOD: &str = "adal-check approval 1";

/// Somebody's word on one situation in one language.
#[derive(Clone, Debug)]
pub struct Signature {
    /// The situation.
    pub situation: SituationIx,
    /// The language.
    pub lang: Lang,
    /// The hash of what was signed.
    pub hash: String,
    /// Date, `YYYY-MM-DD`.
    pub date: String,
    /// Who signed, and as what.
    pub signer: Signer,
    /// Where it stands.
    pub place: Place,
}

/// Who signed, and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signer {
    /// A reader reviewed the text.
    Reader(Reader),
    /// A person in this post confirmed it for the Company.
    Post(Text),
}

impl Loaded {
    /// Whether this is still the text that was signed.
    pub fn is_current(&self, signature: &Signature) -> bool {
        hash(self, signature.situation, signature.lang) == signature.hash
    }

    /// Everything that is signed of a situation; conditions are put into words by `in_words`.
    pub fn signed_items(
        &self,
        situation: SituationIx,
        in_words: &dyn Fn(&Condition) -> Text,
    ) -> Vec<Item> {
        Source { content: &self.content, words: &self.words, in_words }.items(situation)
    }
}

/// The hash of everything that a person can see in this situation in this language, or that decides what they see:
/// 16 hexadecimal digits that change with any of it and with nothing else.
pub fn hash(loaded: &Loaded, situation: SituationIx, lang: Lang) -> String {
    hash_of(&loaded.content, &loaded.words, situation, lang)
}

fn hash_of(content: &Content, words: &Words, situation: SituationIx, lang: Lang) -> String {
    let in_words = |condition: &Condition| same_in_all(&in_ids(content, condition));
    let items = Source { content, words, in_words: &in_words }.items(situation);
    let mut hasher = Sha256::new();
    let mut add = |text: &str| {
        // With its length before it no text can run into the next one.
        hasher.update((text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    };
    [METHOD, lang.tag()].into_iter().for_each(&mut add);
    for item in &items {
        [&format!("{:?}", item.kind), &item.id].into_iter().for_each(|text| add(text));
        for part in &item.parts {
            add(&format!("{:?}", part.name));
            add(&part.of);
            add(part.text.get(lang));
        }
    }
    let digits: String = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    digits[..DIGITS].to_owned()
}

/// Reads the signatures, if there are any.
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
                .add(place, "this signs no situation")
                .help("name each with its hash: `kk.gift = \"…\"`; `content status` prints them");
        }
        let mut signatures = Vec::new();
        for (lang, hashes) in raw.hashes {
            for (id, hash) in hashes {
                let known = self.situations.find(id, &place.file, &mut self.problems);
                let place = Place::at(&place.file, hash.span());
                check_hash(hash.get_ref(), &place, &mut self.problems);
                signatures.extend(known.map(|situation| Signature {
                    situation,
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

fn check_hash(hash: &str, place: &Place, problems: &mut Problems) {
    let digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    if hash.len() != DIGITS || !hash.chars().all(digit) {
        problems
            .add(place, format!("`{hash}` is no hash"))
            .help("a hash is 16 digits from 0 to 9 and a to f, as printed beside the signature");
    }
}

/// The same text need not be signed twice in the same way: one of the two would be forgotten at the next change.
fn each_once(all: &[Signature], problems: &mut Problems) {
    let mut seen = BTreeSet::new();
    for signature in all {
        let signer = match &signature.signer {
            Signer::Reader(reader) => Some(*reader),
            Signer::Post(_) => None,
        };
        if !seen.insert((signature.situation, signature.lang, signer, &signature.hash)) {
            problems
                .add(&signature.place, "the same text is signed twice in the same way")
                .help("keep one of the two");
        }
    }
}

/// The confirmations whose texts have not changed since.
pub(crate) fn confirmations(
    content: &Content,
    words: &Words,
    signatures: &[Signature],
) -> Vec<Confirmation> {
    let mut all: Vec<Confirmation> = Vec::new();
    for Signature { situation, lang, hash, date, signer, .. } in signatures {
        let Signer::Post(post) = signer else { continue };
        if hash_of(content, words, *situation, *lang) != *hash {
            continue;
        }
        let post = post.get(*lang);
        let same = |known: &&mut Confirmation| {
            (known.lang, known.post.as_str(), &known.date) == (*lang, post, date)
        };
        match all.iter_mut().find(same) {
            Some(known) => known.situations.push(*situation),
            None => all.push(Confirmation {
                situations: vec![*situation],
                lang: *lang,
                post: post.to_owned(),
                date: date.clone(),
            }),
        }
    }
    all
}
