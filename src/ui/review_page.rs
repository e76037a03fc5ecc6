//! Check your answers: every answer that counts, with a Change link.

use adal_core::{QuestionIx, SituationIx};
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::embedded::content;
use crate::report::{Answered, about, answers};
use crate::session::Action;
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::back_link::back_link;
use crate::ui::parts::save_file::SaveFile;
use crate::ui::view::View;
use crate::words::Words;

/// Every answer that counts, by situation, with a way to change it.
pub fn review_page(view: &View) -> Html {
    let View { session, words, dispatch, .. } = view;
    let answers = answers(session.case(), *words);
    let row = |answered: &Answered| {
        let carried = session.is_carried(answered.question).then(|| words.answer_carried());
        answer_row_with(answered, carried, *words, dispatch)
    };
    let chosen = &session.case().situations;
    let group = |situation: &SituationIx| {
        let own =
            answers.iter().filter(|one| first_to_ask(chosen, one.question) == Some(*situation));
        let own: Vec<Html> = own.map(row).collect();
        html! {
            if !own.is_empty() {
                if chosen.len() > 1 {
                    <h2 class="adal-subheading">{ content()[*situation].title.get(words.lang()) }</h2>
                }
                <dl class="adal-answers">{ own }</dl>
            }
        }
    };
    html! {
        <>
            { back_link(words.back(), dispatch.reform(|_| Action::Back)) }
            <h1 class="adal-title" id={HEADING_ID} tabindex="-1">{ words.review_title() }</h1>
            <p class="adal-lead">{ words.review_lead() }</p>
            <dl class="adal-answers">{ start_row(&about(session.case(), *words), *words, dispatch) }</dl>
            { for session.case().situations.iter().map(group) }
            <div class="adal-actions">
                <button
                    type="button"
                    class="adal-button"
                    onclick={dispatch.reform(|_: MouseEvent| Action::Continue)}
                >
                    { words.see_result() }
                </button>
            </div>
            <SaveFile case={session.case().clone()} words={*words} />
        </>
    }
}

/// The first of the chosen situations that asks this question.
fn first_to_ask(chosen: &[SituationIx], question: QuestionIx) -> Option<SituationIx> {
    chosen.iter().copied().find(|ix| content()[*ix].questions.contains(&question))
}

/// One answer with its Change link.
pub fn answer_row(answered: &Answered, words: Words, dispatch: &Callback<Action>) -> Html {
    answer_row_with(answered, None, words, dispatch)
}

/// The same, with a note about where the answer comes from.
fn answer_row_with(
    answered: &Answered,
    note: Option<AttrValue>,
    words: Words,
    dispatch: &Callback<Action>,
) -> Html {
    let question = answered.question;
    let answer = match note {
        Some(note) => format!("{} ({note})", answered.answer).into(),
        None => answered.answer.clone(),
    };
    row(
        question.0.into(),
        &answered.text,
        &answer,
        words,
        dispatch.reform(move |_: MouseEvent| Action::Change(question)),
    )
}

/// Who the person is and what the case is about, in the words of the start page.
pub fn start_row(about: &AttrValue, words: Words, dispatch: &Callback<Action>) -> Html {
    let on_change = dispatch.reform(|_: MouseEvent| Action::ChangeStart);
    row(Key::from("start"), &words.who_and_what(), about, words, on_change)
}

fn row(
    key: Key,
    question: &AttrValue,
    answer: &AttrValue,
    words: Words,
    on_change: Callback<MouseEvent>,
) -> Html {
    html! {
        <div class="adal-answers__row" {key}>
            <dt class="adal-answers__question">{ question }</dt>
            <dd class="adal-answers__answer">{ answer }</dd>
            <dd class="adal-answers__change">
                <button
                    type="button"
                    class="adal-link"
                    aria-label={words.change_what(question)}
                    onclick={on_change}
                >
                    { words.change() }
                </button>
            </dd>
        </div>
    }
}
