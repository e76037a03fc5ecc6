//! What the Standard says about one option of an exercise. The engine finds it, as in a real check.

use adal_core::{ChoiceIx, ExerciseIx, Headline};
use yew::prelude::*;

use crate::ui::view::View;

use crate::embedded::content;
use crate::host::Contacts;
use crate::report::{Part, Report};
use crate::session::Action;
use crate::ui::parts::disclosure::disclosure;
use crate::ui::result_page::{checked, group_view, headline, what_to_do};

/// The headline, the way that was chosen, then what to do and the clauses in the order of a result, and the ways on.
pub(super) fn view(view: &View, ix: ExerciseIx, option: ChoiceIx) -> Html {
    let (words, lang) = (view.words, view.words.lang());
    let exercise = &content()[ix];
    let report = Report::of(&exercise.case_of(option), &Contacts::default(), words);
    let chosen = exercise.options.get(option.place()).map(|option| option.text.get(lang));
    let cards = |group| group_view(group, words, None);
    let part = |part: Part| match part {
        Part::Settled => report.groups_that(false).map(cards).collect(),
        Part::Open => report.groups_that(true).map(cards).collect(),
        Part::WhatToDo => what_to_do(&report, &|_| Html::default()),
        Part::FindOut => Html::default(), // The story has no more facts to find out.
    };
    html! {
        <>
            { headline(&report) }
            <p class="adal-story">
                { words.your_option() }{ " " }<strong>{ chosen }</strong>
            </p>
            { disclosure(words.story_again(), html! { <>
                <p>{ exercise.story.get(lang) }</p>
            </> }) }
            { for report.order().map(part) }
            if report.headline == Headline::Nothing {
                { checked(&report) }
            }
            { actions(view, ix) }
        </>
    }
}

/// On to the next exercise, back to this one, or to the list of all; after the last one on to the list.
fn actions(view: &View, exercise: ExerciseIx) -> Html {
    let View { words, dispatch, .. } = view;
    let is_last = exercise.place() + 1 == content().practice.len();
    html! {
        <div class="adal-actions">
            <button
                type="button"
                class="adal-button"
                onclick={dispatch.reform(|_: MouseEvent| Action::Continue)}
            >
                if is_last { { words.all_exercises() } } else { { words.next_exercise() } }
            </button>
            <button
                type="button"
                class="adal-button adal-button--secondary"
                onclick={dispatch.reform(move |_: MouseEvent| Action::Try(exercise))}
            >
                { words.try_another() }
            </button>
            if !is_last {
                <button
                    type="button"
                    class="adal-link"
                    onclick={dispatch.reform(|_: MouseEvent| Action::Practise)}
                >
                    { words.all_exercises() }
                </button>
            }
        </div>
    }
}
