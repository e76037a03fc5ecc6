//! Lengths of the sentences of the content, by the Unicode rules for sentences and words.

use std::collections::BTreeSet;

use adal_content::{InWords, ItemKind, Loaded, PartName};
use adal_core::{Lang, Text};
use unicode_segmentation::UnicodeSegmentation;

/// Longer sentences are hard to read on a phone.
const LONG: usize = 20;

/// How many of the longest sentences are shown per language.
const SHOWN: usize = 5;

/// A sentence and where it is.
struct Sentence {
    words: usize,
    place: String,
    text: String,
}

/// The figures of each language, and the sentences to look at first.
pub(crate) fn figures(loaded: &Loaded) -> String {
    let mut text = format!(
        "\n{:32}{:>10}{:>8}{:>8}{:>9}{:>10}\n",
        "sentences, in words", "sentences", "median", "90th %", "longest", "over 20"
    );
    let all = Lang::ALL.map(|lang| (lang, sentences(loaded, lang)));
    for (lang, sentences) in &all {
        text += &line(*lang, sentences);
    }
    text += "\nThe longest, to be looked at first:\n";
    for (lang, sentences) in &all {
        for Sentence { words, place, text: said } in sentences.iter().take(SHOWN) {
            text += &format!("{} {words:>3}  {place}: {said}\n", lang.tag());
        }
    }
    text
}

fn line(lang: Lang, sentences: &[Sentence]) -> String {
    let at = |percent: usize| {
        // The longest come first.
        let place = sentences.len() * (100 - percent) / 100;
        sentences.get(place).map_or(0, |sentence| sentence.words)
    };
    let long = sentences.iter().filter(|sentence| sentence.words > LONG).count();
    let share = 100.0 * long as f64 / sentences.len().max(1) as f64;
    format!(
        "{:32}{:>10}{:>8}{:>8}{:>9}{share:>8.1} %\n",
        lang.tag(),
        sentences.len(),
        at(50),
        at(90),
        at(100),
    )
}

/// The sentences of questions, hints, reasons, readings, facts, steps, remarks and plain sentences, without
/// repetition, longest first.
fn sentences(loaded: &Loaded, lang: Lang) -> Vec<Sentence> {
    let mut seen = BTreeSet::new();
    let mut sentences = Vec::new();
    let none = InWords { answers: &|_| Text::default(), law: &|_| Text::default() };
    for subject in loaded.subjects() {
        let shown_in = subject.id(&loaded.content);
        for item in loaded.signed_items(subject, &none) {
            for part in item.parts.iter().filter(|part| counts(item.kind, part.name)) {
                let text = part.text.get(lang);
                if !seen.insert(text.to_owned()) {
                    continue;
                }
                let place = format!("{shown_in} {:?} {} {:?}", item.kind, item.id, part.name);
                sentences.extend(of_text(text, &place.to_lowercase()));
            }
        }
    }
    sentences.sort_by_key(|sentence| std::cmp::Reverse(sentence.words));
    sentences
}

fn counts(kind: ItemKind, name: PartName) -> bool {
    let prose = [PartName::Hint, PartName::ChoiceHint, PartName::Because, PartName::Plain];
    match kind {
        ItemKind::Question | ItemKind::Step | ItemKind::Remark | ItemKind::Element => {
            name == PartName::Words || prose.contains(&name)
        }
        ItemKind::Fact => matches!(name, PartName::Words | PartName::Value),
        ItemKind::Reading => matches!(
            name,
            PartName::Doubt | PartName::Reading | PartName::GroundInText | PartName::Note
        ),
        _ => prose.contains(&name),
    }
}

fn of_text<'t>(text: &'t str, place: &'t str) -> impl Iterator<Item = Sentence> {
    text.unicode_sentences().map(move |sentence| Sentence {
        words: sentence.unicode_words().count(),
        place: place.to_owned(),
        text: sentence.trim().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_numbers_end_no_sentence() {
        let words = |text| of_text(text, "").map(|sentence| sentence.words).collect::<Vec<_>>();
        assert_eq!(words("Clause 3.6 says so. Ask first!"), [4, 2]);
        assert_eq!(words("3.6-тармақ осыны айтады. Алдымен сұраңыз."), [4, 2]);
        assert_eq!(words(""), Vec::<usize>::new());
    }
}
