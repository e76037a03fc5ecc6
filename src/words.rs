//! The words of the interface in one language; the accessors are made from `content/ui/*.ftl` at build time.

use adal_core::{Argument, Lang};
use yew::AttrValue;

use crate::embedded::messages;

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

    fn fixed(self, place: usize) -> AttrValue {
        messages().get(place).map_or("", |message| message.fixed(self.lang)).into()
    }

    fn format(self, place: usize, arguments: &[Argument]) -> AttrValue {
        let text = messages().get(place).map(|message| message.format(self.lang, arguments));
        text.unwrap_or_default().into()
    }
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));
