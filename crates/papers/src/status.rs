//! The state of the signatures: who read and confirmed what, and how long the sentences are.

use adal_content::{Loaded, Reader, Signature, Signer, hash};
use adal_core::{Lang, SituationIx};

use crate::sentences;

/// The state of all situations, or of the named ones with the lines that a confirmation needs.
///
/// # Errors
///
/// When there is no situation of some name.
pub fn status(loaded: &Loaded, named: &[String]) -> Result<String, String> {
    let content = &loaded.content;
    let mut text = format!("content {} of {}\n", content.version, content.date);
    if named.is_empty() {
        text += &table(loaded, &all(loaded));
        Lang::ALL.into_iter().for_each(|lang| text += &summary(loaded, lang));
        text += &sentences::figures(loaded);
    } else {
        let named = situations(loaded, named)?;
        text += &table(loaded, &named);
        text += &lines_to_record(loaded, &named);
    }
    Ok(text)
}

/// All situations.
pub(crate) fn all(loaded: &Loaded) -> Vec<SituationIx> {
    (0_u8..).map(SituationIx).zip(&loaded.content.situations).map(|(ix, _)| ix).collect()
}

/// The situations with these ids.
pub(crate) fn situations(loaded: &Loaded, ids: &[String]) -> Result<Vec<SituationIx>, String> {
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

fn table(loaded: &Loaded, situations: &[SituationIx]) -> String {
    let mut text = format!("\n{:20} {:34} {:34} {:34}\n", "situation", "kk", "ru", "en");
    for ix in situations {
        let [kk, ru, en] = Lang::ALL.map(|lang| cell(loaded, *ix, lang));
        text += &format!("{:20} {kk:34} {ru:34} {en:34}\n", loaded.content[*ix].id);
    }
    text
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

fn summary(loaded: &Loaded, lang: Lang) -> String {
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
    format!(
        "\n{}: of {} situations reviewed by {}; confirmed by the Company {confirmed}; stale {stale}\n",
        lang.tag(),
        loaded.content.situations.len(),
        readers.join(", "),
    )
}

/// What a maintainer types in from a signed paper; an empty post or date is told as a problem.
fn lines_to_record(loaded: &Loaded, situations: &[SituationIx]) -> String {
    let mut text = "\nTo record a confirmation, put this into content/approval.toml with post and date from the signed \
                    paper.\nKeep the languages that were signed, and compare each hash with the one on the paper.\n\n\
                    [[confirmation]]\npost.kk = \"\"\npost.ru = \"\"\npost.en = \"\"\ndate = \"\"\n"
        .to_owned();
    for lang in Lang::ALL {
        for ix in situations {
            let id = &loaded.content[*ix].id;
            text += &format!("{}.{id} = \"{}\"\n", lang.tag(), hash(loaded, *ix, lang));
        }
    }
    text
}
