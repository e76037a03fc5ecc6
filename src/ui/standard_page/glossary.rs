//! The glossary: what the Standard says about each of its terms, and whether it defines it.

use adal_core::{ClauseIx, Term};
use yew::prelude::*;

use crate::embedded::content;
use crate::ui::parts::disclosure::disclosure;
use crate::words::Words;

/// All words, each behind its disclosure.
pub fn glossary(words: Words) -> Html {
    let rows = content().terms.iter().map(|term| {
        let summary = AttrValue::from(term.name.get(words.lang()));
        html! {
            { disclosure(summary, html! { <>
                { meaning(term, words) }
                <p class="adal-remark">{ words.used_in(&numbers(&term.used)) }</p>
            </> }) }
        }
    });
    html! {
        <section class="adal-section">
            <h2 class="adal-heading">{ words.glossary_title() }</h2>
            { for rows }
        </section>
    }
}

/// The terms that a clause uses.
pub(crate) fn terms_of(ix: ClauseIx) -> Vec<&'static Term> {
    content().terms.iter().filter(|term| term.used.contains(&ix)).collect()
}

/// What the Standard says about these terms.
pub(crate) fn meanings(terms: &[&'static Term], words: Words) -> Html {
    let rows = terms.iter().map(|term| {
        html! {
            <>
                <dt class="adal-term">{ term.name.get(words.lang()) }</dt>
                <dd>{ meaning(term, words) }</dd>
            </>
        }
    });
    html! { <dl>{ for rows }</dl> }
}

fn meaning(term: &'static Term, words: Words) -> Html {
    html! {
        <>
            if term.defined.is_empty() {
                <p>{ words.not_defined() }</p>
            }
            <p>{ term.text.get(words.lang()) }</p>
            if !term.defined.is_empty() {
                <p class="adal-remark">{ words.defined_in(&numbers(&term.defined)) }</p>
            }
        </>
    }
}

fn numbers(clauses: &[ClauseIx]) -> String {
    clauses.iter().map(|ix| content()[*ix].id.as_str()).collect::<Vec<_>>().join(", ")
}
