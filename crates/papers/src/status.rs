//! The state of the signatures: who has read and confirmed what, and how long the sentences are.

use std::collections::BTreeSet;

use adal_content::{Loaded, Reader, Signature, Signer, Subject, hash};
use adal_core::{Lang, SituationIx};

use crate::sentences;

/// The state of all clauses and situations, or of the named ones with the lines for a confirmation.
///
/// # Errors
///
/// If a named clause or situation does not exist.
pub fn status(loaded: &Loaded, named: &[String]) -> Result<String, String> {
    let content = &loaded.content;
    let mut text = format!("content {} of {}\n", content.version, content.date);
    if named.is_empty() {
        text += &table(loaded, &loaded.subjects());
        Lang::ALL.into_iter().for_each(|lang| text += &summary(loaded, lang));
        text += &sentences::figures(loaded);
    } else {
        let named = subjects(loaded, named)?;
        text += &table(loaded, &named);
        text += &lines_to_record(loaded, &named);
    }
    Ok(text)
}

/// The clause with this number, if it has rules, or the situation with this id.
pub(crate) fn subject(loaded: &Loaded, id: &str) -> Option<Subject> {
    loaded.subjects().into_iter().find(|subject| subject.id(&loaded.content) == id)
}

/// The subjects with these names.
pub(crate) fn subjects(loaded: &Loaded, ids: &[String]) -> Result<Vec<Subject>, String> {
    let find = |id: &String| {
        subject(loaded, id).ok_or_else(|| {
            let all = loaded.subjects();
            let known: Vec<&str> = all.iter().map(|subject| subject.id(&loaded.content)).collect();
            format!("nothing is signed under `{id}`, but under {}", known.join(", "))
        })
    };
    ids.iter().map(find).collect()
}

fn table(loaded: &Loaded, subjects: &[Subject]) -> String {
    let mut text = format!("\n{:20} {:34} {:34} {:34}\n", "signed by itself", "kk", "ru", "en");
    for subject in subjects {
        let [kk, ru, en] = Lang::ALL.map(|lang| cell(loaded, *subject, lang));
        text += &format!("{:20} {kk:34} {ru:34} {en:34}\n", subject.id(&loaded.content));
    }
    text
}

/// Who signed the present text. Signatures of a former text follow after “stale”.
fn cell(loaded: &Loaded, subject: Subject, lang: Lang) -> String {
    let here = |signature: &&Signature| (signature.subject, signature.lang) == (subject, lang);
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

/// How much of the law and of the questions has been read and confirmed, and how many situations are fully confirmed.
fn summary(loaded: &Loaded, lang: Lang) -> String {
    let (law, questions): (Vec<Subject>, Vec<Subject>) =
        loaded.subjects().into_iter().partition(|subject| matches!(subject, Subject::Law(_)));
    let signatures = loaded.signatures.iter().filter(|signature| signature.lang == lang);
    let (current, stale): (Vec<&Signature>, Vec<&Signature>) =
        signatures.partition(|signature| loaded.is_current(signature));
    let confirmations = loaded.content.confirmations.iter();
    let confirmed: BTreeSet<SituationIx> = confirmations
        .filter(|confirmation| confirmation.lang == lang)
        .flat_map(|confirmation| confirmation.situations.iter().copied())
        .collect();
    format!(
        "\n{}\n{}{}  situations confirmed with all their clauses: {}; stale signatures: {}\n",
        lang.tag(),
        readers("clauses with rules", &law, &current),
        readers("situations", &questions, &current),
        confirmed.len(),
        stale.len(),
    )
}

/// How many of these subjects each kind of reader has read, and the Company has confirmed.
fn readers(what: &str, of: &[Subject], current: &[&Signature]) -> String {
    let count = |wanted: &dyn Fn(&Signer) -> bool| {
        let signed = current.iter().filter(|signature| of.contains(&signature.subject));
        signed.filter(|signature| wanted(&signature.signer)).count()
    };
    let readers = Reader::all().map(|(word, reader)| {
        format!("{word} {}", count(&|signer| *signer == Signer::Reader(reader)))
    });
    let readers = readers.collect::<Vec<_>>().join(", ");
    let confirmed = count(&|signer| matches!(signer, Signer::Post(_)));
    format!("  of {} {what}, read by {readers}; confirmed by the Company {confirmed}\n", of.len())
}

/// The lines that a maintainer enters from a signed paper. An empty position or date is reported as a problem later.
fn lines_to_record(loaded: &Loaded, subjects: &[Subject]) -> String {
    let mut text = "\nTo record a confirmation, put this into content/approval.toml with post and date from the signed \
                    paper.\nKeep the languages that were signed, and compare each hash with the one on the paper.\n\n\
                    [[confirmation]]\npost.kk = \"\"\npost.ru = \"\"\npost.en = \"\"\ndate = \"\"\n"
        .to_owned();
    for lang in Lang::ALL {
        for subject in subjects {
            let id = key(subject.id(&loaded.content));
            text += &format!("{}.{id} = \"{}\"\n", lang.tag(), hash(loaded, *subject, lang));
        }
    }
    text
}

/// The full stop in the number of a clause has a meaning in TOML.
fn key(id: &str) -> String {
    if id.contains('.') { format!("\"{id}\"") } else { id.to_owned() }
}
