//! What surrounds the clauses: title, approval, headings and preambles, with the slips in them.

use adal_core::{Lang, Passage};
use yew::prelude::*;

use crate::embedded::content;
use crate::ui::parts::clause_text::painted;
use crate::ui::parts::disclosure::disclosure;
use crate::ui::standard_page::more::corrections;
use crate::words::Words;

/// Approval and place.
pub(crate) fn particulars(words: Words) -> Html {
    let lang = words.lang();
    html! {
        <div class="adal-particulars">
            <p lang={lang.tag()}>{ words_of(Passage::Approval, lang) }</p>
            <p lang={lang.tag()}>{ words_of(Passage::Place, lang) }</p>
            { corrections_of(&[Passage::Title, Passage::Approval, Passage::Place], words) }
        </div>
    }
}

/// A text of the Standard that is not a clause, with its slips marked.
pub(crate) fn words_of(passage: Passage, lang: Lang) -> Html {
    painted(content(), passage, content().passage(passage), lang, &[])
}

/// Subheading and preamble of a section, and the slips in them and in the heading.
pub(crate) fn opening(place: u8, words: Words, beside: Option<Lang>) -> Html {
    let section = &content().sections[usize::from(place)];
    let subheading = section.subheading.as_ref().map(|_| Passage::Subheading(place));
    let preamble = (0_u8..).zip(&section.preamble).map(|(at, _)| Passage::Preamble(place, at));
    let passages: Vec<Passage> = subheading.into_iter().chain(preamble).collect();
    let all: Vec<Passage> =
        [Passage::Heading(place)].into_iter().chain(passages.iter().copied()).collect();
    let paragraph = |passage: &Passage| {
        let languages = [Some(words.lang()), beside].into_iter().flatten();
        let column = |lang: Lang| {
            html! { <p class="adal-law" lang={lang.tag()}>{ words_of(*passage, lang) }</p> }
        };
        html! { <div class="adal-law-columns">{ for languages.map(column) }</div> }
    };
    html! {
        <>
            { for passages.iter().map(paragraph) }
            { corrections_of(&all, words) }
        </>
    }
}

/// The source text of the slips, on request.
fn corrections_of(passages: &[Passage], words: Words) -> Html {
    let slips: Vec<_> = passages.iter().flat_map(|passage| content().slips_in(*passage)).collect();
    if slips.is_empty() {
        return Html::default();
    }
    html! {
        { disclosure(words.corrections_title(), html! { { corrections(&slips, words) } }) }
    }
}
