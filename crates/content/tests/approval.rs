//! What signatures cover: each file in `tests/approval/` makes one change to the valid content and lists the clauses,
//! situations and languages that must be signed again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use adal_content::{Loaded, Reader, Signer, hash, load};
use adal_core::{Lang, SituationIx};
use adal_fixtures::{Change, changed_content, data, data_files};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reset {
    change: Vec<Change>,
    /// Clauses and situations with their language: `2.1.1 kk`, `present kk`.
    resets: Vec<String>,
}

#[test]
fn a_change_resets_what_it_touches_and_nothing_else() {
    let signed = hashes(&loaded_with(&[]));
    let mut differing = Vec::new();
    for path in data_files("tests/approval", "toml") {
        let mut case: Reset = data(&path);
        let folder = changed_content(&case.change, &path);
        let now = hashes(&load_folder(folder.path(), &path));
        let mut reset: Vec<String> = signed
            .iter()
            .filter(|(key, hash)| now[*key] != **hash)
            .map(|(key, _)| key.clone())
            .collect();
        reset.sort();
        case.resets.sort();
        if reset != case.resets {
            let name = path.file_stem().unwrap().display();
            differing.push(format!("{name}: {reset:?}, not {:?}", case.resets));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
    assert!(data_files("tests/approval", "toml").len() >= 50);
}

#[test]
fn hashes_tell_clauses_situations_and_languages_apart() {
    let hashes = hashes(&loaded_with(&[]));
    assert_eq!(hashes.len(), (4 + 3) * Lang::ALL.len());
    let mut different: Vec<&String> = hashes.values().collect();
    different.sort();
    different.dedup();
    assert_eq!(different.len(), hashes.len());
    assert!(hashes.values().all(|hash| hash.len() == 16));
}

/// What must be signed for the situation for NGOs to be confirmed in Kazakh.
const THANKS: [&str; 3] = ["ngo-thanks", "2.1.1", "2.1.2"];

#[test]
fn a_situation_is_confirmed_in_a_language_with_the_law_that_it_can_reach() {
    let hashes = hashes(&loaded_with(&[]));
    let loaded = loaded_with(&[&confirmation("Төраға", "2026-12-01", "kk", &THANKS, &hashes)]);
    let content = &loaded.content;
    let [present, order, thanks] = [0, 1, 2].map(SituationIx);
    let signed = content.confirmed(&[thanks], Lang::Kk);
    assert_eq!(signed.len(), 1);
    assert_eq!((signed[0].post.as_str(), signed[0].date.as_str()), ("Төраға", "2026-12-01"));
    assert!(content.confirmed(&[thanks], Lang::Ru).is_empty());
    for others in [&[present][..], &[order], &[present, thanks]] {
        assert!(content.confirmed(others, Lang::Kk).is_empty());
    }
}

#[test]
fn a_situation_is_not_confirmed_without_one_clause_of_its_law_or_without_its_questions() {
    let hashes = hashes(&loaded_with(&[]));
    for left_out in THANKS {
        let signed: Vec<&str> = THANKS.into_iter().filter(|signed| *signed != left_out).collect();
        let loaded = loaded_with(&[&confirmation("Төраға", "2026-12-01", "kk", &signed, &hashes)]);
        assert_eq!(loaded.signatures.len(), 2);
        assert!(loaded.content.confirmations.is_empty(), "without {left_out}");
    }
}

#[test]
fn several_who_confirm_are_each_named() {
    let hashes = hashes(&loaded_with(&[]));
    let chair = confirmation("Төраға", "2026-12-01", "kk", &["ngo-thanks"], &hashes);
    let lawyer = confirmation("Заңгер", "2026-12-02", "kk", &["2.1.1", "2.1.2"], &hashes);
    let content = loaded_with(&[&chair, &lawyer]).content;
    let signed = content.confirmed(&[SituationIx(2)], Lang::Kk);
    let posts: Vec<&str> = signed.iter().map(|signed| signed.post.as_str()).collect();
    assert_eq!(posts, ["Төраға", "Заңгер"]);
}

#[test]
fn a_stale_signature_is_kept_and_confirms_nothing() {
    let mut hashes = hashes(&loaded_with(&[]));
    hashes.insert("2.1.2 kk".to_owned(), "0123456789abcdef".to_owned());
    let loaded = loaded_with(&[&confirmation("Төраға", "2026-12-01", "kk", &THANKS, &hashes)]);
    assert!(loaded.content.confirmations.is_empty());
    let current: Vec<bool> =
        loaded.signatures.iter().map(|signature| loaded.is_current(signature)).collect();
    assert_eq!(current.iter().filter(|current| **current).count(), 2);
    assert_eq!(current.len(), 3);
}

#[test]
fn a_review_is_no_confirmation() {
    let hashes = hashes(&loaded_with(&[]));
    let mut review = "[[review]]\nreader = \"lawyer\"\ndate = \"2026-12-01\"\n".to_owned();
    review += &lines("kk", &THANKS, &hashes);
    let loaded = loaded_with(&[&review]);
    assert!(loaded.content.confirmations.is_empty());
    assert!(loaded.signatures.iter().all(|signature| loaded.is_current(signature)));
    assert_eq!(loaded.signatures[0].signer, Signer::Reader(Reader::Lawyer));
}

fn confirmation(
    post: &str,
    date: &str,
    lang: &str,
    signed: &[&str],
    hashes: &BTreeMap<String, String>,
) -> String {
    let mut text = format!("[[confirmation]]\ndate = \"{date}\"\n");
    for lang in ["kk", "ru", "en"] {
        text += &format!("post.{lang} = \"{post}\"\n");
    }
    text + &lines(lang, signed, hashes)
}

/// The lines that sign these clauses and situations in this language.
fn lines(lang: &str, signed: &[&str], hashes: &BTreeMap<String, String>) -> String {
    let line = |id: &&str| format!("{lang}.\"{id}\" = \"{}\"\n", hashes[&format!("{id} {lang}")]);
    signed.iter().map(line).collect()
}

/// The valid content with these blocks in `approval.toml`.
fn loaded_with(blocks: &[&str]) -> Loaded {
    let folder = changed_content(&[], Path::new("approval.toml"));
    if !blocks.is_empty() {
        fs::write(folder.path().join("content/approval.toml"), blocks.join("\n")).unwrap();
    }
    load_folder(folder.path(), Path::new("approval.toml"))
}

fn load_folder(folder: &Path, case: &Path) -> Loaded {
    load(&folder.join("content"))
        .unwrap_or_else(|problems| panic!("{}: {problems}", case.display()))
}

/// The hash of each clause with rules and of each situation, in each language.
fn hashes(loaded: &Loaded) -> BTreeMap<String, String> {
    let subjects = loaded.subjects().into_iter();
    let of = |subject: adal_content::Subject| {
        let id = subject.id(&loaded.content).to_owned();
        Lang::ALL.map(|lang| (format!("{id} {}", lang.tag()), hash(loaded, subject, lang)))
    };
    subjects.flat_map(of).collect()
}
