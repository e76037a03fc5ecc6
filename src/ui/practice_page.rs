//! The exercises: short stories with options, and what the Standard says about each option.

use adal_core::{Exercise, ExerciseIx};
use yew::prelude::*;

use crate::embedded::content;
use crate::ids::id;
use crate::session::{Action, Practice};
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::back_link::back_link;
use crate::ui::parts::notice::{Tone, notice};
use crate::ui::view::View;
use crate::words::Words;

mod exercise;
mod outcome;

/// The list of exercises, one of them, or what the Standard says of one way to go on.
pub fn practice_page(view: &View, page: Practice) -> Html {
    let View { words, dispatch, .. } = view;
    html! {
        <>
            { back_link(words.back(), dispatch.reform(|_| Action::Back)) }
            {
                match page {
                    Practice::List => list(view),
                    Practice::Exercise(exercise) => exercise::view(view, exercise),
                    Practice::Outcome(exercise, option) => outcome::view(view, exercise, option),
                }
            }
        </>
    }
}

/// The list of exercises by whom they concern, numbered throughout.
fn list(view: &View) -> Html {
    let View { words, dispatch, .. } = view;
    let row = |(ix, exercise): &(ExerciseIx, &'static Exercise)| {
        let ix = *ix;
        html! {
            <li>
                <button
                    type="button"
                    class="adal-link"
                    id={id(&format!("exercise-{}", ix.0))}
                    onclick={dispatch.reform(move |_: MouseEvent| Action::Try(ix))}
                >
                    { exercise.title.get(words.lang()) }
                </button>
            </li>
        }
    };
    let exercises: Vec<_> = (0_u8..).map(ExerciseIx).zip(&content().practice).collect();
    let groups = exercises.chunk_by(|(_, one), (_, next)| one.people == next.people);
    let groups = groups.filter_map(|group| {
        let (first, exercise) = group.first()?;
        Some(html! {
            <section class="adal-section">
                <h2 class="adal-heading">{ who(exercise, *words) }</h2>
                <ol class="adal-exercises" start={(first.place() + 1).to_string()}>
                    { for group.iter().map(row) }
                </ol>
            </section>
        })
    });
    html! {
        <>
            <h1 class="adal-title" id={HEADING_ID} tabindex="-1">{ words.practice_title() }</h1>
            <p class="adal-lead">{ words.practice_lead() }</p>
            { notice(Tone::Plain, html! { <p>{ words.practice_invented() }</p> }) }
            { for groups }
        </>
    }
}

/// Whom the story concerns.
fn who(exercise: &Exercise, words: Words) -> String {
    let people = exercise.people.iter();
    let names: Vec<&str> = people.map(|person| content()[person].name.get(words.lang())).collect();
    names.join("; ")
}
