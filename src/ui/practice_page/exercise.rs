//! One exercise: its story and options.

use adal_core::{Answer, ChoiceIx, Exercise, ExerciseIx};
use yew::prelude::*;

use crate::embedded::content;
use crate::session::{Action, Problem};
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::choices::{ChoiceItem, ChoiceKind, Choices, Lack};
use crate::ui::parts::error_message::{ErrorMessage, Way};
use crate::ui::practice_page::{PracticePageProps, who};
use crate::words::Words;

pub(super) fn view(props: &PracticePageProps, ix: ExerciseIx) -> Html {
    let PracticePageProps { session, words, dispatch, .. } = props;
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
                <Choices kind={ChoiceKind::Radio} {name} options={options(props, exercise)} />
            </fieldset>
            if lack.0 {
                <ErrorMessage key={session.told()} title={words.error_title()} remedy={words.option_missing()} {way} />
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

fn options(props: &PracticePageProps, exercise: &'static Exercise) -> Vec<ChoiceItem> {
    let PracticePageProps { session, words, dispatch, .. } = props;
    let numbered = (0_u8..).map(ChoiceIx).zip(&exercise.options);
    let options = numbered.map(|(ix, option)| {
        let answer = Answer::Choice(ix);
        let chosen = session.picked() == Some(answer);
        let on_choose = dispatch.reform(move |()| Action::Pick(answer));
        ChoiceItem::new(ix.0.to_string(), option.text.get(words.lang()), None, chosen, on_choose)
    });
    options.collect()
}
