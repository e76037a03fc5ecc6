//! Words in three languages: texts, and interface messages with variables and plural forms.

use serde::{Deserialize, Serialize};

/// A language of the tool.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Lang {
    /// Kazakh: the authoritative language of the Standard.
    #[default]
    Kk,
    /// Russian: an unofficial translation.
    Ru,
    /// English: an unofficial translation.
    En,
}

impl Lang {
    /// All languages, Kazakh first.
    pub const ALL: [Lang; 3] = [Lang::Kk, Lang::Ru, Lang::En];

    /// The BCP 47 tag, as it stands in a `lang` attribute.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Kk => "kk",
            Lang::Ru => "ru",
            Lang::En => "en",
        }
    }

    /// The language of a BCP 47 tag such as `kk`, `ru-KZ` or `EN`; the region is ignored.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Lang::ALL.into_iter().find(|lang| lang.tag() == primary)
    }
}

/// A text in the three languages, in the order of [`Lang::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text([String; 3]);

impl Text {
    pub(crate) const EMPTY: Text = Text([const { String::new() }; 3]);

    /// A text from its Kazakh, Russian and English form.
    pub fn new(kk: String, ru: String, en: String) -> Text {
        Text([kk, ru, en])
    }

    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        &self.0[lang as usize]
    }
}

/// A plural category of the Unicode CLDR that one of the three languages uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PluralCategory {
    /// `one`
    One,
    /// `few`
    Few,
    /// `many`
    Many,
    /// `other`: every language has it.
    Other,
}

/// The cardinal plural category of a whole number, after CLDR 47 (kk and en: *one* is 1; ru: *one*, *few*, *many*).
pub fn plural_category(lang: Lang, number: usize) -> PluralCategory {
    match lang {
        Lang::Kk | Lang::En if number == 1 => PluralCategory::One,
        Lang::Kk | Lang::En => PluralCategory::Other,
        Lang::Ru => match (number % 10, number % 100) {
            (1, tail) if tail != 11 => PluralCategory::One,
            (2..=4, tail) if !(12..=14).contains(&tail) => PluralCategory::Few,
            _ => PluralCategory::Many,
        },
    }
}

/// A piece of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Fixed words.
    Words(String),
    /// The value of the variable with this place in the message's list of variables.
    Variable(u8),
    /// The parts for the plural category of a number; the last entry is the default.
    Plural(u8, Vec<(PluralCategory, Vec<Part>)>),
}

/// A message of the interface in the three languages, in the order of [`Lang::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message(pub [Vec<Part>; 3]);

/// The value of a variable.
#[derive(Clone, Copy, Debug)]
pub enum Argument<'a> {
    /// A number, which may choose a plural form.
    Number(usize),
    /// Words that are put in as they are.
    Words(&'a str),
}

impl Message {
    /// The message in one language with its variables put in, in the order of the message's variables.
    pub fn format(&self, lang: Lang, arguments: &[Argument]) -> String {
        let mut out = String::new();
        write_parts(&self.0[lang as usize], lang, arguments, &mut out);
        out
    }

    /// The words of a message without variables.
    pub fn fixed(&self, lang: Lang) -> &str {
        match self.0[lang as usize].as_slice() {
            [Part::Words(words)] => words,
            _ => "",
        }
    }
}

fn write_parts(parts: &[Part], lang: Lang, arguments: &[Argument], out: &mut String) {
    for part in parts {
        match part {
            Part::Words(words) => out.push_str(words),
            Part::Variable(place) => match arguments.get(usize::from(*place)) {
                Some(Argument::Words(words)) => out.push_str(words),
                Some(Argument::Number(number)) => out.push_str(&number.to_string()),
                None => {}
            },
            Part::Plural(place, forms) => {
                let category = match arguments.get(usize::from(*place)) {
                    Some(Argument::Number(number)) => plural_category(lang, *number),
                    _ => PluralCategory::Other,
                };
                let form = forms.iter().find(|(of, _)| *of == category).or(forms.last());
                if let Some((_, parts)) = form {
                    write_parts(parts, lang, arguments, out);
                }
            }
        }
    }
}
