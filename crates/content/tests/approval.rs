//! What a signature covers: each file of `tests/approval/` changes the valid content in one way and says which
//! situations and languages have to be signed again.
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
    /// Situations with their language: `gift kk`.
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
            differing.push(format!("{}: {reset:?}", path.file_stem().unwrap().display()));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
    assert!(data_files("tests/approval", "toml").len() >= 25);
}

#[test]
fn hashes_tell_situations_and_languages_apart() {
    let hashes = hashes(&loaded_with(&[]));
    let mut different: Vec<&String> = hashes.values().collect();
    different.sort();
    different.dedup();
    assert_eq!(different.len(), hashes.len());
    assert!(hashes.values().all(|hash| hash.len() == 16));
}

#[test]
fn a_confirmation_holds_for_its_language_while_the_text_stays() {
    let hashes = hashes(&loaded_with(&[]));
    let text = confirmation("Төраға", "2026-12-01", &[("kk", "gift", &hashes["gift kk"])]);
    let loaded = loaded_with(&[&text]);
    let content = &loaded.content;
    let [gift, thanks] = [SituationIx(0), SituationIx(1)];
    let signed = content.confirmed(&[gift], Lang::Kk);
    assert_eq!(signed.len(), 1);
    assert_eq!((signed[0].post.as_str(), signed[0].date.as_str()), ("Төраға", "2026-12-01"));
    assert!(content.confirmed(&[gift], Lang::Ru).is_empty());
    assert!(content.confirmed(&[thanks], Lang::Kk).is_empty());
    assert!(content.confirmed(&[gift, thanks], Lang::Kk).is_empty());
}

#[test]
fn several_confirmations_are_each_named() {
    let hashes = hashes(&loaded_with(&[]));
    let chair = confirmation("Төраға", "2026-12-01", &[("kk", "gift", &hashes["gift kk"])]);
    let lawyer =
        confirmation("Заңгер", "2026-12-02", &[("kk", "ngo-thanks", &hashes["ngo-thanks kk"])]);
    let loaded = loaded_with(&[&chair, &lawyer]);
    let posts = |situations: &[SituationIx]| -> Vec<String> {
        let signed = loaded.content.confirmed(situations, Lang::Kk);
        signed.into_iter().map(|signed| signed.post.clone()).collect()
    };
    assert_eq!(posts(&[SituationIx(0), SituationIx(1)]), ["Төраға", "Заңгер"]);
    assert_eq!(posts(&[SituationIx(1)]), ["Заңгер"]);
}

#[test]
fn a_stale_signature_is_kept_and_confirms_nothing() {
    let text = confirmation("Төраға", "2026-12-01", &[("kk", "gift", "0123456789abcdef")]);
    let loaded = loaded_with(&[&text]);
    assert!(loaded.content.confirmations.is_empty());
    assert_eq!(loaded.signatures.len(), 1);
    assert!(!loaded.is_current(&loaded.signatures[0]));
}

#[test]
fn a_review_is_no_confirmation() {
    let hashes = hashes(&loaded_with(&[]));
    let review = format!(
        "[[review]]\nreader = \"lawyer\"\ndate = \"2026-12-01\"\nkk.gift = \"{}\"\n",
        hashes["gift kk"]
    );
    let loaded = loaded_with(&[&review]);
    assert!(loaded.content.confirmations.is_empty());
    assert!(loaded.is_current(&loaded.signatures[0]));
    assert_eq!(loaded.signatures[0].signer, Signer::Reader(Reader::Lawyer));
}

fn confirmation(post: &str, date: &str, signed: &[(&str, &str, &str)]) -> String {
    let mut text = format!("[[confirmation]]\ndate = \"{date}\"\n");
    for lang in ["kk", "ru", "en"] {
        text += &format!("post.{lang} = \"{post}\"\n");
    }
    for (lang, situation, hash) in signed {
        text += &format!("{lang}.{situation} = \"{hash}\"\n");
    }
    text
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

fn hashes(loaded: &Loaded) -> BTreeMap<String, String> {
    let situations = (0_u8..).map(SituationIx).zip(&loaded.content.situations);
    let of = |(ix, id): (SituationIx, &str)| {
        Lang::ALL.map(|lang| (format!("{id} {}", lang.tag()), hash(loaded, ix, lang)))
    };
    situations.map(|(ix, situation)| (ix, situation.id.as_str())).flat_map(of).collect()
}
