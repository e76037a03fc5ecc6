//! Whatever a person can see while a situation is checked is part of what is signed.

use std::collections::BTreeSet;

use adal_check::session::{Action, Session};
use adal_content::{InWords, Subject};
use adal_core::{Lang, NoticeIx, SituationIx, Text};

use super::{LOADED, PACKED, WAYS, after, answered, content, rendered, starts, text_of};

/// All other messages that are shown beside questions and results. They say nothing of the Standard, only what can be done
/// with the page: take the result along, save the answers, leave, read a clause.
const CONTROLS: [&str; 15] = [
    "copy-text",
    "leave",
    "leave-about",
    "leave-advice",
    "leave-shift",
    "leave-shift-off",
    "print",
    "privacy-device",
    "read-clause",
    "save-file",
    "save-holds",
    "save-text",
    "show-beside",
    "take-result-lead",
    "take-result-title",
];

/// Shorter texts can be parts of others by chance.
const SHORTEST: usize = 12;

#[test]
fn what_is_shown_of_a_situation_is_signed() {
    content();
    let mut unsigned = BTreeSet::new();
    for lang in Lang::ALL {
        let pack: Vec<&str> = PACKED.words[lang as usize].split('^').collect();
        for start in starts(lang) {
            let signed = signed(start.case().situations[0], lang);
            for shown in WAYS.map(|way| shown(start.clone(), way)) {
                for (place, text) in pack.iter().enumerate() {
                    let text = longest_piece(text);
                    let can_be_told = text.chars().count() >= SHORTEST;
                    if can_be_told && shown.contains(text) && !signed.contains(text) {
                        // The words of the interface come first in each pack.
                        let key = LOADED.words.keys.get(place);
                        unsigned.insert(key.map_or(text, |key| key.id.as_str()));
                    }
                }
            }
        }
    }
    assert_eq!(unsigned.into_iter().collect::<Vec<_>>(), CONTROLS);
}

/// The text of all pages from the first question to the drafts.
fn shown(start: Session, way: Option<usize>) -> String {
    let mut pages = answered(start, way);
    let end = pages.last().cloned().unwrap();
    let result = after(end, [Action::SeeResult]);
    pages.extend(
        (0..content().notices.notices.len())
            .map(|place| after(result.clone(), [Action::Prepare(NoticeIx(place as u8))])),
    );
    pages.push(result);
    // Two texts side by side are not to look like a third one.
    pages.iter().map(|session| text_of(&rendered(session).replace('<', "\n<"))).collect()
}

/// Everything that is signed for the situation: its questions, and the law of each clause.
fn signed(situation: SituationIx, lang: Lang) -> String {
    let in_words = InWords { answers: &|_| Text::default(), law: &|_| Text::default() };
    let subjects = LOADED.subjects().into_iter().filter(|subject| match subject {
        Subject::Law(_) => true,
        Subject::Questions(of) => *of == situation,
    });
    let items = subjects.flat_map(|subject| LOADED.signed_items(subject, &in_words));
    let texts = items.flat_map(|item| item.parts).map(|part| part.text.get(lang).to_owned());
    texts.collect::<Vec<_>>().join("\n")
}

/// The longest piece of a pattern between its variables.
fn longest_piece(pattern: &str) -> &str {
    let pieces = pattern.split(['{', '}', '|']);
    pieces.map(str::trim).max_by_key(|piece| piece.len()).unwrap_or_default()
}
