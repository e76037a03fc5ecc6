//! The form in which a message is handed to the widget: see [`adal_core::Message`].

use adal_core::{Lang, PluralCategory, plural_categories};

/// What has a meaning in a pattern, so that words cannot have it.
pub(crate) const RESERVED: [char; 3] = ['{', '}', '|'];

/// A piece of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Fixed words.
    Words(String),
    /// The value of the variable with this place in the message's list of variables.
    Variable(u8),
    /// The parts for the plural category of a number; the last entry is the default.
    Plural(u8, Vec<(PluralCategory, Vec<Part>)>),
}

/// The pattern of these parts in a language.
pub(crate) fn pattern(lang: Lang, parts: &[Part]) -> String {
    parts.iter().map(|part| piece(lang, part)).collect()
}

fn piece(lang: Lang, part: &Part) -> String {
    match part {
        Part::Words(words) => words.clone(),
        Part::Variable(place) => format!("{{{place}}}"),
        Part::Plural(place, forms) => {
            let form = |category: &PluralCategory| {
                let form = forms.iter().find(|(of, _)| of == category).or(forms.last());
                form.map(|(_, parts)| pattern(lang, parts)).unwrap_or_default()
            };
            let forms: Vec<String> = plural_categories(lang).iter().map(form).collect();
            format!("{{{place}|{}}}", forms.join("|"))
        }
    }
}
