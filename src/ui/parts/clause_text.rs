//! The exact words of a clause: in the reader's language, and the official Kazakh beside it.

use adal_core::{Clause, Content, Lang, Text};
use yew::prelude::*;

use crate::ui::parts::disclosure::Disclosure;
use crate::words::Words;

/// The exact words of a clause.
#[derive(Properties, PartialEq)]
pub struct ClauseTextProps {
    /// The clause.
    pub clause: &'static Clause,
    /// All content, for the stem that the clause finishes.
    pub content: &'static Content,
    /// The words of the interface.
    pub words: Words,
}

/// The exact words in the reader's language, marked unofficial unless Kazakh, then the official Kazakh.
#[component]
pub fn ClauseText(props: &ClauseTextProps) -> Html {
    let ClauseTextProps { clause, content, words } = props;
    let lang = words.lang();
    let summary = words.exact_text(&clause.id);
    if lang == Lang::Kk {
        return html! { <Disclosure {summary}>{ quotation(content, clause, Lang::Kk) }</Disclosure> };
    }
    html! {
        <Disclosure {summary}>
            <p class="adal-quote__label">{ words.unofficial_translation() }</p>
            { quotation(content, clause, lang) }
            <p class="adal-quote__label">{ words.official_text() }</p>
            { quotation(content, clause, Lang::Kk) }
        </Disclosure>
    }
}

/// The clause as a quotation in one language, its stem before it and its bullets after it.
fn quotation(content: &'static Content, clause: &'static Clause, lang: Lang) -> Html {
    let paragraph = |text: &'static Text| html! { <p>{ text.get(lang) }</p> };
    let stem = clause.stem.map(|stem| paragraph(&content[stem].text));
    let items = clause.items.iter().map(|item| html! { <li>{ item.get(lang) }</li> });
    html! {
        <blockquote class="adal-quote" lang={lang.tag()}>
            { stem }
            { paragraph(&clause.text) }
            if !clause.items.is_empty() {
                <ul>{ for items }</ul>
            }
        </blockquote>
    }
}
