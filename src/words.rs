//! The words of the interface in one language; the accessors are made from `content/ui/*.ftl` at build time.

use adal_core::{Argument, Lang, format_message};
use yew::AttrValue;

use crate::embedded::word;

/// The words of the interface in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    lang: Lang,
}

impl Words {
    /// The words in this language.
    pub fn new(lang: Lang) -> Words {
        Words { lang }
    }

    /// The language.
    pub fn lang(self) -> Lang {
        self.lang
    }

    /// A date of the content, `2026-11-22`, in the form of the language.
    pub fn date_of(self, date: &str) -> AttrValue {
        let mut parts = date.split('-').map(|part| part.trim_start_matches('0'));
        let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next())
        else {
            return date.to_owned().into();
        };
        let months = self.months();
        let named = month
            .parse::<usize>()
            .ok()
            .and_then(|month| months.split(' ').nth(month.checked_sub(1)?));
        self.date(day, named.unwrap_or(month), year)
    }

    fn fixed(self, place: u16) -> AttrValue {
        word(self.lang, place).into()
    }

    fn format(self, place: u16, arguments: &[Argument]) -> AttrValue {
        format_message(word(self.lang, place), self.lang, arguments).into()
    }
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));
