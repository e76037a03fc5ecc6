//! What amendments changed in the Standard: at each clause, and in full after the text.

use adal_core::{AmendedClause, Amendment, Change, Content, Lang, Wording};
use yew::prelude::*;

use crate::words::Words;

/// All amendments of this content, the newest first; nothing where there is none.
pub fn amendments(content: &'static Content, words: Words) -> Html {
    let all: Vec<_> = newest_first(content).collect();
    if all.is_empty() {
        return Html::default();
    }
    let rows = all.into_iter().map(|(change, amendment)| {
        html! {
            <>
                <h3 class="adal-subheading">{ in_force(amendment, words) }</h3>
                <p>{ change.what.get(words.lang()) }</p>
                { for amendment.clauses.iter().map(|clause| amended(clause, words)) }
            </>
        }
    });
    html! {
        <section class="adal-section adal-amendments">
            <h2 class="adal-heading">{ words.amendments_title() }</h2>
            { for rows }
        </section>
    }
}

fn newest_first(
    content: &'static Content,
) -> impl Iterator<Item = (&'static Change, &'static Amendment)> {
    content.changes.iter().rev().filter_map(|change| Some((change, change.amendment.as_ref()?)))
}

/// What each amendment changed in a clause, the newest first.
pub(crate) fn history<'a>(
    content: &'static Content,
    id: &'a str,
) -> impl Iterator<Item = (&'static Amendment, &'static AmendedClause)> + 'a {
    newest_first(content).flat_map(move |(_, amendment)| {
        let own = amendment.clauses.iter().filter(move |clause| clause.id == id);
        own.map(move |clause| (amendment, clause))
    })
}

/// A short note on an amended or added clause: what happened, and when it took effect.
pub fn remark(content: &'static Content, id: &str, words: Words) -> Html {
    let newest = history(content, id).next();
    newest.map_or_else(Html::default, |(amendment, clause)| {
        html! {
            <p class="adal-remark">
                { what_happened(clause, words) }{ ". " }{ in_force(amendment, words) }{ "." }
            </p>
        }
    })
}

/// The texts before and after in full.
pub fn texts(content: &'static Content, id: &str, words: Words) -> Html {
    let rows = history(content, id).map(|(amendment, clause)| {
        html! {
            <>
                <h4 class="adal-card__subtitle">{ in_force(amendment, words) }</h4>
                { amended(clause, words) }
            </>
        }
    });
    rows.collect()
}

fn in_force(amendment: &Amendment, words: Words) -> AttrValue {
    words.in_force_from(&words.date_of(&amendment.in_force))
}

fn what_happened(clause: &AmendedClause, words: Words) -> AttrValue {
    match (&clause.before, &clause.after) {
        (None, _) => words.clause_added(&clause.id),
        (_, None) => words.clause_taken_out(&clause.id),
        _ => words.clause_reworded(&clause.id),
    }
}

/// The texts in the reader's language, then in the official one.
fn amended(clause: &'static AmendedClause, words: Words) -> Html {
    let label = |label: AttrValue| html! { <p class="adal-quote__label">{ label }</p> };
    html! {
        <>
            <p class="adal-term">{ what_happened(clause, words) }</p>
            if words.lang() != Lang::Kk {
                { label(words.unofficial_translation()) }
                { both(clause, words.lang(), words) }
                { label(words.official_text()) }
            }
            { both(clause, Lang::Kk, words) }
        </>
    }
}

/// Before and after, each as a whole text with a label, so that the marks need no explanation.
fn both(clause: &'static AmendedClause, lang: Lang, words: Words) -> Html {
    let column = |label: AttrValue, wording: &'static Wording, is_old: bool| {
        html! {
            <div class="adal-law">
                <p class="adal-quote__label">{ label }</p>
                <p class="adal-amended" lang={lang.tag()}>{ pieces(wording, lang, is_old) }</p>
            </div>
        }
    };
    html! {
        <div class="adal-law-columns">
            if let Some(before) = &clause.before {
                { column(words.before_amendment(), before, true) }
            }
            if let Some(after) = &clause.after {
                { column(words.after_amendment(), after, false) }
            }
        </div>
    }
}

fn pieces(wording: &'static Wording, lang: Lang, is_old: bool) -> Html {
    let pieces = wording.get(lang).iter().map(|piece| {
        let text = piece.text.as_str();
        match (piece.differs, is_old) {
            (false, _) => text.into(),
            (true, true) => html! { <del>{ text }</del> },
            (true, false) => html! { <ins>{ text }</ins> },
        }
    });
    pieces.collect()
}
