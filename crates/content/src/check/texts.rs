//! Texts must be complete in all languages, and must neither acquit nor accuse.

use adal_core::{Lang, Text};
use toml::Spanned;

use crate::problem::{Place, Problems};
use crate::raw;

/// Words that tell people that they have done nothing wrong. The tool never says so.
const ACQUITTING: [(Lang, &[&str]); 3] = [
    (
        Lang::Kk,
        &[
            "рұқсат етіледі",
            "рұқсат берілген",
            "рұқсат етілген",
            "бұзушылық жоқ",
            "қақтығысы жоқ",
            "тыйым салынбаған",
            "тыйым салынбайды",
            "стандартқа сай келеді",
        ],
    ),
    (
        Lang::Ru,
        &[
            "разрешено",
            "разрешается",
            "нарушений нет",
            "нарушения нет",
            "нет нарушения",
            "нет нарушений",
            "конфликта интересов нет",
            "нет конфликта интересов",
            "не запрещено",
            "не запрещается",
            "соответствует стандарту",
        ],
    ),
    (
        Lang::En,
        &[
            "you are compliant",
            "is compliant",
            "no violation",
            "is allowed",
            "are allowed",
            "is permitted",
            "are permitted",
            "you may freely",
            "no conflict of interest",
            "not prohibited",
        ],
    ),
];

/// Words that call an act a crime or a person guilty. The tool never judges.
const ACCUSING: [(Lang, &[&str]); 3] = [
    (Lang::Kk, &["қылмыс жаса", "қылмыс болып", "қылмысқа", "қылмыскер", "кінәлі"]),
    (Lang::Ru, &["преступлени", "преступник", "преступно", "виновен", "виновн"]),
    (Lang::En, &["crime", "criminal offence", "criminal act", "guilty"]),
];

/// Reports words that the tool never says.
pub(crate) fn never_said(lang: Lang, text: &str, place: &Place, problems: &mut Problems) {
    if let Some(found) = acquits(lang, text) {
        problems
            .add(place, format!("“{found}” acquits"))
            .help("the tool never says that all is well: say what was checked and whom to ask");
    }
    if let Some(found) = find(&ACCUSING, lang, text) {
        problems
            .add(place, format!("“{found}” accuses"))
            .help("the tool never says that something is a crime: say what the clause says");
    }
}

/// The first words in a text that tell people that they have done nothing wrong, if any.
pub fn acquits(lang: Lang, text: &str) -> Option<&'static str> {
    find(&ACQUITTING, lang, text)
}

/// The first of these words in a text, if any.
pub(super) fn find(
    lists: &[(Lang, &[&'static str])],
    lang: Lang,
    text: &str,
) -> Option<&'static str> {
    let text = text.to_lowercase();
    let (_, words) = lists.iter().find(|(of, _)| *of == lang)?;
    words.iter().copied().find(|words| {
        text.match_indices(words).any(|(at, _)| {
            let before = &text[..at];
            let whole_word = !before.ends_with(char::is_alphabetic);
            // «Не разрешено» is a refusal.
            let negated = before.split_whitespace().next_back() == Some("не");
            whole_word && !negated
        })
    })
}

/// A text of the tool, which must be complete and must neither acquit nor accuse.
pub(crate) fn prose(raw: &raw::Text, what: &str, place: &Place, problems: &mut Problems) -> Text {
    for (lang, words) in [(Lang::Kk, &raw.kk), (Lang::Ru, &raw.ru), (Lang::En, &raw.en)] {
        if let Some(words) = words {
            never_said(lang, words.get_ref(), &Place::at(&place.file, words.span()), problems);
        }
    }
    quoted(raw, what, place, problems)
}

/// A text of the Standard, which must be complete.
pub(crate) fn quoted(raw: &raw::Text, what: &str, place: &Place, problems: &mut Problems) -> Text {
    let languages = [("kk", &raw.kk), ("ru", &raw.ru), ("en", &raw.en)];
    let given = |words: &Option<Spanned<String>>| {
        words.as_ref().map(|words| words.get_ref().trim().to_owned()).unwrap_or_default()
    };
    let missing: Vec<String> = languages
        .iter()
        .filter(|(_, words)| given(words).is_empty())
        .map(|(lang, _)| format!("`{what}.{lang}`"))
        .collect();
    if !missing.is_empty() {
        // The position of a language that exists is closer to the gap than the whole item.
        let near = languages.iter().find_map(|(_, words)| words.as_ref()).map(Spanned::span);
        let place = near.map_or_else(|| place.clone(), |span| Place::at(&place.file, span));
        problems
            .add(&place, format!("missing translation: {}", missing.join(", ")))
            .help("every text is needed in Kazakh, Russian and English");
    }
    Text::new(given(&raw.kk), given(&raw.ru), given(&raw.en))
}

/// Like [`prose`], for an optional text.
pub(crate) fn optional(
    raw: Option<&raw::Text>,
    what: &str,
    place: &Place,
    problems: &mut Problems,
) -> Option<Text> {
    raw.map(|raw| prose(raw, what, place, problems))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accusing_words() {
        let cases = [
            (Lang::En, "This is a crime.", true),
            (Lang::En, "criminal liability", false),
            (Lang::Ru, "Вы совершаете преступление.", true),
            (Lang::Ru, "уголовная ответственность", false),
            (Lang::Kk, "Бұл қылмыс болып саналады.", true),
            (Lang::Kk, "қылмыстық жауаптылық", false),
        ];
        for (lang, text, expected) in cases {
            assert_eq!(find(&ACCUSING, lang, text).is_some(), expected, "{text}");
        }
    }

    #[test]
    fn acquitting_words() {
        let cases = [
            (Lang::Ru, "Это разрешено.", true),
            (Lang::Ru, "Мне разрешено", true),
            (Lang::Ru, "Это не разрешено.", false),
            (Lang::Ru, "НЕ ЗАПРЕЩЕНО", true),
            (Lang::En, "A gift is allowed here", true),
            (Lang::En, "A gift is not allowed", false),
            (Lang::En, "This allowed", false),
            (Lang::Kk, "Бұзушылық жоқ", true),
            (Lang::Kk, "Рұқсат етілмейді", false),
            (Lang::Kk, "is allowed", false),
        ];
        for (lang, text, expected) in cases {
            assert_eq!(find(&ACQUITTING, lang, text).is_some(), expected, "{text}");
        }
    }
}
