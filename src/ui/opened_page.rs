//! After a file was opened: what was dropped, what has changed since it was saved, and what is asked again.

use adal_core::{Dropped, QuestionIx, Since};
use yew::prelude::*;

use crate::embedded::content;
use crate::report::numbers;
use crate::session::Action;
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::back_link::back_link;
use crate::ui::view::View;
use crate::words::Words;

/// What was dropped and what has changed, then the way on. No text of the file is shown: anybody can have written it.
pub fn opened_page(view: &View) -> Html {
    let View { session, words, dispatch, .. } = view;
    html! {
        <>
            { back_link(words.back(), dispatch.reform(|_| Action::Back)) }
            <h1 class="adal-title" id={HEADING_ID} tabindex="-1">{ words.opened_title() }</h1>
            if let Some(opened) = session.opened() {
                { since(&opened.since, *words) }
                { dropped(&opened.dropped, *words) }
            }
            <div class="adal-actions">
                <button
                    type="button"
                    class="adal-button"
                    onclick={dispatch.reform(|_: MouseEvent| Action::Continue)}
                >
                    { words.continue_button() }
                </button>
            </div>
        </>
    }
}

/// What has changed in the content, in the words of its maintainers.
fn since(since: &Since, words: Words) -> Html {
    let lang = words.lang();
    let changes = since.changes.iter().filter_map(|place| content().changes.get(*place));
    let changes = changes.map(|change| html! { <li>{ change.what.get(lang) }</li> });
    html! {
        <section class="adal-section">
            if since.unknown_version {
                <p>{ words.opened_unknown_version() }</p>
            }
            if !since.changes.is_empty() {
                <p>{ words.opened_older() }</p>
                <ul>{ for changes }</ul>
            }
            if !since.amended.is_empty() {
                <p><strong>{ words.opened_amended(&numbers(&since.amended)) }</strong></p>
            }
        </section>
    }
}

fn dropped(dropped: &Dropped, words: Words) -> Html {
    html! {
        <section class="adal-section">
            if dropped.people > 0 {
                <p>{ words.opened_people() }</p>
            }
            if dropped.situations > 0 {
                <p>{ words.opened_situations(&dropped.situations.to_string()) }</p>
            }
            if dropped.answers > 0 {
                <p>{ words.opened_answers(&dropped.answers.to_string()) }</p>
            }
            { questions(words.opened_again(), &dropped.again, words) }
            { questions(words.opened_unused(), &dropped.unused, words) }
        </section>
    }
}

fn questions(lead: AttrValue, questions: &[QuestionIx], words: Words) -> Html {
    let row = |ix: &QuestionIx| html! { <li>{ content()[*ix].text.get(words.lang()) }</li> };
    html! {
        if !questions.is_empty() {
            <p>{ lead }</p>
            <ul>{ for questions.iter().map(row) }</ul>
        }
    }
}
