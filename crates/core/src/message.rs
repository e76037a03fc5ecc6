//! Messages of the interface: words with places for variables and plural forms.

use serde::{Deserialize, Serialize};

use crate::{Lang, Text};

/// A plural category of the Unicode CLDR that one of the three languages uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

/// The categories of whole numbers in a language, in the order in which a [`Message`] has their forms.
pub fn plural_categories(lang: Lang) -> &'static [PluralCategory] {
    use PluralCategory::{Few, Many, One, Other};
    match lang {
        Lang::Kk | Lang::En => &[One, Other],
        Lang::Ru => &[One, Few, Many],
    }
}

/// A message in the three languages. Its text has `{2}` where the third variable is put in, and `{0|question|questions}`
/// where the first one is a number that chooses a form, one for each of the [`plural_categories`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message(pub Text);

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
        format_message(self.0.get(lang), lang, arguments)
    }

    /// The words of a message without variables.
    pub fn fixed(&self, lang: Lang) -> &str {
        self.0.get(lang)
    }
}

/// The text of a message in this language with its variables put in.
pub fn format_message(pattern: &str, lang: Lang, arguments: &[Argument]) -> String {
    let mut out = String::new();
    write_pattern(pattern, lang, arguments, &mut out);
    out
}

fn write_pattern(pattern: &str, lang: Lang, arguments: &[Argument], out: &mut String) {
    let mut rest = pattern;
    while let Some((words, from_place)) = rest.split_once('{') {
        out.push_str(words);
        let (inside, after) = from_place.split_at(end_of_place(from_place));
        write_place(inside, lang, arguments, out);
        rest = after.strip_prefix('}').unwrap_or_default();
    }
    out.push_str(rest);
}

/// Where the brace that ends this place is; there may be places inside.
fn end_of_place(pattern: &str) -> usize {
    let mut depth = 0_usize;
    let end = pattern.bytes().position(|byte| match byte {
        b'{' => {
            depth += 1;
            false
        }
        b'}' if depth > 0 => {
            depth -= 1;
            false
        }
        byte => byte == b'}',
    });
    end.unwrap_or(pattern.len())
}

fn write_place(inside: &str, lang: Lang, arguments: &[Argument], out: &mut String) {
    let (place, forms) =
        inside.split_once('|').map_or((inside, None), |(place, forms)| (place, Some(forms)));
    let argument = place.parse().ok().and_then(|place: usize| arguments.get(place));
    match (argument, forms) {
        (Some(Argument::Number(number)), Some(forms)) => {
            let category = plural_category(lang, *number);
            let form = plural_categories(lang).iter().position(|of| *of == category);
            let form = form.and_then(|form| forms.split('|').nth(form)).unwrap_or_default();
            write_pattern(form, lang, arguments, out);
        }
        (Some(Argument::Number(number)), None) => out.push_str(&number.to_string()),
        (Some(Argument::Words(words)), None) => out.push_str(words),
        (Some(Argument::Words(_)), Some(_)) | (None, _) => {}
    }
}
