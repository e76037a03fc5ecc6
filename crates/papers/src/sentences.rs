//! Lengths of the sentences of the content, by language and kind of text, and the ones to look at first.

use std::collections::BTreeSet;

use adal_content::{LONG, Loaded, OwnText, TextKind, VERY_LONG, sentences};
use adal_core::Lang;

/// How many of the longest sentences are shown per language.
const SHOWN: usize = 5;

/// A sentence with its text.
struct Said<'t> {
    words: usize,
    sentence: &'t str,
    text: &'t OwnText,
}

/// The figures of each kind of text in each language, and where to look first.
pub(crate) fn figures(loaded: &Loaded) -> String {
    let mut text = format!(
        "\n{:20}{:>10}{:>8}{:>9}{:>9}{:>9}{:>7}\n",
        "sentences, in words", "sentences", "mean", "longest", "over 20", "over 25", "limit"
    );
    for lang in Lang::ALL {
        for kind in TextKind::ALL {
            let said = said(loaded, |text| (text.lang, text.kind) == (lang, kind));
            text += &line(&format!("{}  {}", lang.tag(), kind.name()), &said, Some(kind.limit()));
        }
        let all = said(loaded, |text| text.lang == lang);
        text += &line(&format!("{}  all", lang.tag()), &all, None);
    }
    text += "\nThe longest, to be looked at first:\n";
    for lang in Lang::ALL {
        let mut all = said(loaded, |text| text.lang == lang);
        all.sort_by_key(|said| std::cmp::Reverse(said.words));
        for Said { words, sentence, text: of } in all.iter().take(SHOWN) {
            text += &format!("{} {words:>3}  {}: {sentence}\n", lang.tag(), of.place);
        }
    }
    text
}

fn line(name: &str, said: &[Said], limit: Option<usize>) -> String {
    if said.is_empty() {
        return String::new();
    }
    let share = |most: usize| {
        let over = said.iter().filter(|said| said.words > most).count();
        format!("{:.1} %", 100.0 * over as f64 / said.len() as f64)
    };
    let all: usize = said.iter().map(|said| said.words).sum();
    format!(
        "{name:20}{:>10}{:>8.1}{:>9}{:>9}{:>9}{:>7}\n",
        said.len(),
        all as f64 / said.len() as f64,
        said.iter().map(|said| said.words).max().unwrap_or_default(),
        share(LONG),
        share(VERY_LONG),
        limit.map(|limit| limit.to_string()).unwrap_or_default(),
    )
}

/// The sentences of these texts, each once.
fn said(loaded: &Loaded, wanted: impl Fn(&OwnText) -> bool) -> Vec<Said<'_>> {
    let mut seen = BTreeSet::new();
    let texts = loaded.own_texts.iter().filter(|text| wanted(text));
    texts
        .flat_map(|text| {
            sentences(&text.words).map(move |s| Said { words: s.words, sentence: s.text, text })
        })
        .filter(|said| seen.insert(said.sentence))
        .collect()
}
