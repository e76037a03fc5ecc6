//! One exercise: its story and options.

use adal_core::{Answer, ChoiceIx, Exercise, ExerciseIx};
use yew::prelude::*;

use crate::embedded::content;
use crate::session::{Action, Problem};
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::choices::{ChoiceItem, ChoiceKind, Choices, Lack};
use crate::ui::parts::error_message::{Way, error_message};
use crate::ui::practice_page::who;
use crate::ui::view::View;
use crate::words::Words;

/// Title as heading, whom it concerns, story, ways to go on.
pub(super) fn view(view: &View, ix: ExerciseIx) -> Html {
    let View { session, words, dispatch, .. } = view;
    let exercise = &content()[ix];
    let lack = Lack(session.problem() == Some(Problem::AnswerMissing));
    let name = AttrValue::from(format!("exercise-{}", ix.0));
    let way = Way { label: words.to_choices(), to: name.clone() };
    html! {
        <>
            <p class="adal-hint">{ place(ix, *words) }{ " · " }{ who(exercise, *words) }</p>
            <h1 class="adal-title" id={HEADING_ID} tabindex="-1">
                { exercise.title.get(words.lang()) }
            </h1>
            <p class="adal-story">{ exercise.story.get(words.lang()) }</p>
            <fieldset
                class={classes!("adal-fieldset", lack.class())}
                role="radiogroup"
                aria-invalid={lack.invalid()}
                aria-describedby={lack.described_by()}
            >
                <legend class="adal-legend">{ prompt(exercise, *words) }</legend>
                { Choices::new(ChoiceKind::Radio, name, options(view, exercise)).view() }
            </fieldset>
            if lack.0 {
                { error_message(session.told(), words.error_title(), words.option_missing(), Some(way)) }
            }
            <div class="adal-actions">
                <button
                    type="button"
                    class="adal-button"
                    onclick={dispatch.reform(|_: MouseEvent| Action::Continue)}
                >
                    { words.see_outcome() }
                </button>
            </div>
        </>
    }
}

/// The number of the exercise, out of how many.
fn place(exercise: ExerciseIx, words: Words) -> AttrValue {
    let (number, count) = (exercise.place() + 1, content().practice.len());
    words.exercise_place(&number.to_string(), &count.to_string())
}

fn prompt(exercise: &'static Exercise, words: Words) -> AttrValue {
    match &exercise.prompt {
        Some(prompt) => prompt.get(words.lang()).into(),
        None => words.exercise_prompt(),
    }
}

fn options(view: &View, exercise: &'static Exercise) -> Vec<ChoiceItem> {
    let View { session, words, dispatch, .. } = view;
    let numbered = (0_u8..).map(ChoiceIx).zip(&exercise.options);
    let options = numbered.map(|(ix, option)| {
        let answer = Answer::Choice(ix);
        let chosen = session.picked() == Some(answer);
        let on_choose = dispatch.reform(move |()| Action::Pick(answer));
        ChoiceItem::new(ix.0.to_string(), option.text.get(words.lang()), None, chosen, on_choose)
    });
    options.collect()
}
