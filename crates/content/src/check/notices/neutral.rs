//! What drafts never say: a judgement, a law, a penalty.

use adal_core::{Lang, Text};
use toml::Spanned;

use crate::check::texts;
use crate::problem::{Place, Problems};
use crate::raw;

/// Words that call a person guilty or an act corrupt. A draft only says what was seen.
const JUDGING: [(Lang, &[&str]); 3] = [
    (
        Lang::Kk,
        &[
            "парақор",
            "пара ал",
            "пара бер",
            "пара сұра",
            "пара дәме",
            "жемқорлар",
            "коррупционер",
            "қорқытып ал",
            "бопсала",
            "ұрла",
            "алаяқ",
            "айыптаймын",
            "заңсыз",
        ],
    ),
    (
        Lang::Ru,
        &[
            "взят",
            "подкуп",
            "коррупционер",
            "коррумпир",
            "вымога",
            "хищени",
            "украл",
            "мошенн",
            "обвиня",
            "незаконн",
            "противоправн",
        ],
    ),
    (
        Lang::En,
        &[
            "bribe", "corrupt ", "extort", "steal", "stole", "theft", "fraud", "accuse",
            "unlawful", "illegal",
        ],
    ),
];

/// Words that name a law or a penalty. A draft cites only the Standard.
const LEGAL: [(Lang, &[&str]); 3] = [
    (
        Lang::Kk,
        &[
            "заңы",
            "заңның",
            "заңға",
            "заңда ",
            "кодекс",
            "бабы",
            "жаза қолдан",
            "жазала",
            "айыппұл",
            "жауапкершілік",
            "жауаптылық",
            "сотқа",
            "прокур",
        ],
    ),
    (
        Lang::Ru,
        &[
            "закон ",
            "закона",
            "закону",
            "законе",
            "законом",
            "кодекс",
            "стать",
            "наказ",
            "штраф",
            "ответственност",
            "санкци",
            "прокур",
            "в суд",
        ],
    ),
    (
        Lang::En,
        &[
            "the law ", "the law.", "laws", "act of", "code", "article", "penalt", "fine ", "liab",
            "sanction", "court", "prosecut",
        ],
    ),
];

/// A text of a draft, which must be complete and contain no words that acquit, accuse, or name a law or a penalty.
pub(super) fn neutral(raw: &raw::Text, what: &str, place: &Place, problems: &mut Problems) -> Text {
    for (lang, words) in Lang::ALL.into_iter().zip([&raw.kk, &raw.ru, &raw.en]) {
        let Some(words) = words else { continue };
        let place = Place::at(&place.file, Spanned::span(words));
        if let Some(found) = texts::find(&JUDGING, lang, words.get_ref()) {
            problems
                .add(&place, format!("“{found}” judges"))
                .help("a draft says what was seen, when and where");
        }
        if let Some(found) = texts::find(&LEGAL, lang, words.get_ref()) {
            problems
                .add(&place, format!("“{found}” names a law or a penalty"))
                .help("a draft cites the Standard alone");
        }
    }
    texts::prose(raw, what, place, problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_a_draft_never_says() {
        let cases = [
            (Lang::Kk, "Ол пара алды.", true),
            (Lang::Kk, "Қосымша парақ", false),
            (Lang::Kk, "өкімнің заңдылығына күмән", false),
            (Lang::Kk, "Заңның талабы", true),
            (Lang::Kk, "Сыбайлас жемқорлыққа қарсы стандарт", false),
            (Lang::Ru, "Он взял взятку.", true),
            (Lang::Ru, "законность распоряжения", false),
            (Lang::Ru, "нарушение закона", true),
            (Lang::Ru, "Антикоррупционный стандарт", false),
            (Lang::En, "He took a bribe.", true),
            (Lang::En, "the lawfulness of an order", false),
            (Lang::En, "a breach of the law.", true),
            (Lang::En, "Anti-Corruption Standard", false),
        ];
        for (lang, text, expected) in cases {
            let found = texts::find(&JUDGING, lang, text).or(texts::find(&LEGAL, lang, text));
            assert_eq!(found.is_some(), expected, "{text}");
        }
    }
}
