//! The Standard for reading: exact or in plain words, or one clause.

use adal_core::{ClauseIx, Lang};
use yew::prelude::*;

use crate::embedded::content;
use crate::session::{Action, Page, Session};
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::back_link::back_link;
use crate::ui::parts::language_switch::own_name;
use crate::ui::standard_page::article::Article;
use crate::ui::standard_page::tools::Tools;
use crate::ui::standard_page::whole::whole;
use crate::ui::view::View;
use crate::words::Words;

pub mod amendments;
pub mod article;
mod drawing;
pub mod edition;
pub mod filter;
pub mod front;
pub mod glossary;
pub mod map;
pub mod more;
pub mod search;
pub mod tools;
pub mod whole;

/// The Standard as reading, with the way back to where reading began.
pub fn standard_page(view: &View, clause: Option<ClauseIx>, plain: bool) -> Html {
    let View { words, dispatch, .. } = view;
    html! {
        <>
            { back_link(words.back(), dispatch.reform(|_| Action::Back)) }
            if let Some(clause) = clause {
                { one_clause(view, clause) }
            } else {
                { whole(view, plain) }
            }
        </>
    }
}

/// One clause with all that there is on it, and the ways on.
fn one_clause(view: &View, ix: ClauseIx) -> Html {
    let View { session, words, dispatch, .. } = view;
    let clause = &content()[ix];
    let section = content().sections.iter().find(|section| section.number == clause.section());
    let stem = clause.stem.map(|stem| content()[stem].text.get(words.lang()));
    html! {
        <>
            <h1 class="adal-title" id={HEADING_ID} tabindex="-1">
                { words.clause_number(&clause.id) }
            </h1>
            if let Some(section) = section {
                <h2 class="adal-subheading">{ section.heading.get(words.lang()) }</h2>
            }
            { beside_switch(session, *words, dispatch) }
            if let Some(stem) = stem {
                <p class="adal-article__stem">{ stem }</p>
            }
            <Article
                key={clause.id.as_str()}
                clause={ix}
                words={*words}
                beside={session.beside()}
                open=true
                tools={Tools { people: session.case().people, dispatch: dispatch.clone() }}
            />
            { ways_on(ix, *words, dispatch) }
        </>
    }
}

fn ways_on(ix: ClauseIx, words: Words, dispatch: &Callback<Action>) -> Html {
    let turn = |to: ClauseIx, label: fn(Words, &str) -> AttrValue| {
        let label = label(words, &content()[to].id);
        html! { { reading_button(Page::Standard(Some(to)), label, dispatch) } }
    };
    let before = ix.0.checked_sub(1).map(ClauseIx);
    let after = Some(ClauseIx(ix.0 + 1)).filter(|after| after.place() < content().clauses.len());
    html! {
        <nav class="adal-actions" aria-label={words.ways_on()}>
            if let Some(before) = before {
                { turn(before, Words::previous_clause) }
            }
            if let Some(after) = after {
                { turn(after, Words::next_clause) }
            }
            { reading_button(Page::Standard(None), words.whole_standard(), dispatch) }
        </nav>
    }
}

/// A link to a reading page.
pub(crate) fn reading_button(page: Page, label: AttrValue, dispatch: &Callback<Action>) -> Html {
    html! {
        <button
            type="button"
            class="adal-link"
            onclick={dispatch.reform(move |_: MouseEvent| Action::Read(page))}
        >
            { label }
        </button>
    }
}

/// Buttons for a second language of the text.
pub(crate) fn beside_switch(session: &Session, words: Words, dispatch: &Callback<Action>) -> Html {
    let button = |lang: Lang| {
        let is_on = session.beside() == Some(lang);
        let wanted = (!is_on).then_some(lang);
        html! {
            <button
                key={lang.tag()}
                type="button"
                class="adal-language"
                lang={lang.tag()}
                data-beside={lang.tag()}
                aria-pressed={if is_on { "true" } else { "false" }}
                onclick={dispatch.reform(move |_: MouseEvent| Action::ReadBeside(wanted))}
            >
                { own_name(lang) }
            </button>
        }
    };
    let others = Lang::ALL.into_iter().filter(|lang| *lang != words.lang());
    html! {
        <div class="adal-beside" role="group" aria-label={words.show_beside()}>
            <span class="adal-hint">{ words.show_beside() }</span>
            { for others.map(button) }
        </div>
    }
}
