//! `cargo xtask content status`: who read and confirmed what, and how long the sentences are.

use adal_content::{Loaded, Reader, Signature, Signer, hash};
use adal_core::{Lang, SituationIx};

use super::sentences;
use crate::project::Outcome;

/// Prints the state of all situations, or of the named ones with the lines that a confirmation needs.
pub(super) fn print(loaded: &Loaded, named: &[String]) -> Outcome {
    let content = &loaded.content;
    let named = situations(loaded, named)?;
    println!("content {} of {}", content.version, content.date);
    let all = (0_u8..).map(SituationIx).zip(&content.situations).map(|(ix, _)| ix);
    let shown: Vec<SituationIx> = if named.is_empty() { all.collect() } else { named.clone() };
    print_table(loaded, &shown);
    if !named.is_empty() {
        print_lines(loaded, &named);
        return Ok(());
    }
    Lang::ALL.into_iter().for_each(|lang| print_summary(loaded, lang));
    sentences::print(loaded);
    Ok(())
}

/// The situations with these ids.
pub(super) fn situations(loaded: &Loaded, ids: &[String]) -> Outcome<Vec<SituationIx>> {
    let all = &loaded.content.situations;
    let find = |id: &String| {
        let found = (0_u8..).map(SituationIx).zip(all).find(|(_, situation)| situation.id == *id);
        found.map(|(ix, _)| ix).ok_or_else(|| {
            let known: Vec<&str> = all.iter().map(|situation| situation.id.as_str()).collect();
            format!("there is no situation `{id}`; they are {}", known.join(", "))
        })
    };
    ids.iter().map(find).collect()
}

fn print_table(loaded: &Loaded, situations: &[SituationIx]) {
    println!("\n{:20} {:34} {:34} {:34}", "situation", "kk", "ru", "en");
    for ix in situations {
        let [kk, ru, en] = Lang::ALL.map(|lang| cell(loaded, *ix, lang));
        println!("{:20} {kk:34} {ru:34} {en:34}", loaded.content[*ix].id);
    }
}

/// Who signed the present text; who signed a former one stands after “stale”.
fn cell(loaded: &Loaded, situation: SituationIx, lang: Lang) -> String {
    let here = |signature: &&Signature| (signature.situation, signature.lang) == (situation, lang);
    let (current, stale): (Vec<&Signature>, Vec<&Signature>) =
        loaded.signatures.iter().filter(here).partition(|signature| loaded.is_current(signature));
    let words = |signatures: &[&Signature]| {
        signatures.iter().map(|signature| signer(signature)).collect::<Vec<_>>().join(", ")
    };
    match (current.as_slice(), stale.as_slice()) {
        ([], []) => "nobody".to_owned(),
        ([], stale) => format!("stale: {}", words(stale)),
        (current, _) => words(current),
    }
}

fn signer(signature: &Signature) -> String {
    match &signature.signer {
        Signer::Reader(reader) => reader.as_word().to_owned(),
        Signer::Post(_) => format!("CONFIRMED {}", signature.date),
    }
}

fn print_summary(loaded: &Loaded, lang: Lang) {
    let in_lang = || loaded.signatures.iter().filter(move |signature| signature.lang == lang);
    let count = |wanted: &dyn Fn(&Signer) -> bool| {
        let current = in_lang().filter(|signature| loaded.is_current(signature));
        current.filter(|signature| wanted(&signature.signer)).count()
    };
    let readers: Vec<String> = Reader::all()
        .map(|(word, reader)| {
            format!("{word} {}", count(&|signer| *signer == Signer::Reader(reader)))
        })
        .collect();
    let confirmed = count(&|signer| matches!(signer, Signer::Post(_)));
    let stale = in_lang().filter(|signature| !loaded.is_current(signature)).count();
    println!(
        "\n{}: of {} situations reviewed by {}; confirmed by the Company {confirmed}; stale {stale}",
        lang.tag(),
        loaded.content.situations.len(),
        readers.join(", "),
    );
}

/// What a maintainer types in from a signed paper; an empty post or date is told as a problem.
fn print_lines(loaded: &Loaded, situations: &[SituationIx]) {
    println!(
        "\nTo record a confirmation, put this into content/approval.toml with post and date from the signed paper.\n\
         Keep the languages that were signed, and compare each hash with the one on the paper.\n\n\
         [[confirmation]]\npost.kk = \"\"\npost.ru = \"\"\npost.en = \"\"\ndate = \"\""
    );
    for lang in Lang::ALL {
        for ix in situations {
            let id = &loaded.content[*ix].id;
            println!("{}.{id} = \"{}\"", lang.tag(), hash(loaded, *ix, lang));
        }
    }
}
