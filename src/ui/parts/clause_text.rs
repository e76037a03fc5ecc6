//! The exact text of a clause: in the reader's language, with the official Kazakh.

use std::ops::Range;

use adal_core::{ClauseIx, Content, Lang, Passage, Text};
use yew::prelude::*;

use crate::ui::parts::disclosure::disclosure;
use crate::ui::parts::marked_text::marked;
use crate::words::Words;

/// The exact text in the reader's language, marked as unofficial unless Kazakh, then the official Kazakh text.
pub fn exact_text(clause: ClauseIx, content: &'static Content, words: Words) -> Html {
    let lang = words.lang();
    html! {
        <>
            if lang != Lang::Kk {
                <p class="adal-quote__label">{ words.unofficial_translation() }</p>
            }
            { quotation(content, clause, lang) }
            if lang != Lang::Kk {
                { disclosure(words.official_text(), html! { <>
                    { quotation(content, clause, Lang::Kk) }
                </> }) }
            }
        </>
    }
}

/// The clause as a quotation in one language, with its stem before it and its bullets after it.
fn quotation(content: &'static Content, clause: ClauseIx, lang: Lang) -> Html {
    let stem = content[clause].stem;
    html! {
        <blockquote class="adal-quote" lang={lang.tag()}>
            if let Some(stem) = stem {
                <p>{ content[stem].text.get(lang) }</p>
            }
            { clause_words(content, clause, |_, text| text.get(lang).into()) }
        </blockquote>
    }
}

/// The text of the clause and its bullets, each rendered with its marks.
pub fn clause_words(
    content: &'static Content,
    ix: ClauseIx,
    paint: impl Fn(Passage, &'static Text) -> Html,
) -> Html {
    let clause = &content[ix];
    let items = (0_u8..).zip(&clause.items);
    let items =
        items.map(|(place, item)| html! { <li>{ paint(Passage::Item(ix, place), item) }</li> });
    html! {
        <>
            <p>{ paint(Passage::Clause(ix), &clause.text) }</p>
            if !clause.items.is_empty() {
                <ul>{ for items }</ul>
            }
        </>
    }
}

/// A piece of the Standard in one language. In Kazakh, the slips of the source are marked.
pub fn painted(
    content: &'static Content,
    passage: Passage,
    text: &'static Text,
    lang: Lang,
    hits: &[Range<usize>],
) -> Html {
    let slips = if lang == Lang::Kk { content.slips_in(passage) } else { Vec::new() };
    marked(text.get(lang), &slips, hits)
}

/// Marks each quotation in a text as Kazakh for screen readers.
pub fn with_kazakh(text: &str) -> impl Iterator<Item = Html> + '_ {
    text.split_inclusive('»').map(|passage| match passage.find('«') {
        Some(start) => {
            let (before, quoted) = passage.split_at(start);
            html! { <>{ before.to_owned() }<span lang="kk">{ quoted.to_owned() }</span></> }
        }
        None => html! { passage.to_owned() },
    })
}
