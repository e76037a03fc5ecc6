//! The kind of a clause: a word, with a shape and a colour of the same meaning.

use adal_core::Kind;
use yew::prelude::*;

use crate::words::Words;

/// The word with its shape, which the styles define.
pub fn kind_badge(kind: Kind, words: Words) -> Html {
    html! { <span class={classes!("adal-kind", kind_class(kind))}>{ kind_word(kind, words) }</span> }
}

/// The kind in one word.
pub fn kind_word(kind: Kind, words: Words) -> AttrValue {
    match kind {
        Kind::Prohibition => words.kind_prohibition(),
        Kind::Restriction => words.kind_restriction(),
        Kind::Right => words.kind_right(),
        Kind::Duty => words.kind_duty(),
        Kind::Recommendation => words.kind_recommendation(),
        Kind::Measure => words.kind_measure(),
        Kind::Provision => words.kind_provision(),
    }
}

/// The class that gives a kind its shape and colour.
pub fn kind_class(kind: Kind) -> &'static str {
    match kind {
        Kind::Prohibition => "adal-kind--prohibition",
        Kind::Restriction => "adal-kind--restriction",
        Kind::Right => "adal-kind--right",
        Kind::Duty => "adal-kind--duty",
        Kind::Recommendation => "adal-kind--recommendation",
        Kind::Measure => "adal-kind--measure",
        Kind::Provision => "adal-kind--provision",
    }
}
