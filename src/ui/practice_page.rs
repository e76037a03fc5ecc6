//! The exercises: short stories with options, and what the Standard says about each option.

use std::rc::Rc;

use adal_core::{Exercise, ExerciseIx};
use yew::prelude::*;

use crate::embedded::content;
use crate::ids::id;
use crate::session::{Action, Practice, Session};
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::back_link::BackLink;
use crate::ui::parts::notice::{Notice, Tone};
use crate::words::Words;

mod exercise;
mod outcome;

/// A page of the exercises.
#[derive(Properties, PartialEq)]
pub struct PracticePageProps {
    /// The session.
    pub session: Rc<Session>,
    /// The page.
    pub page: Practice,
    /// The words of the interface.
    pub words: Words,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// The list of exercises, one of them, or what the Standard says about one option.
#[component]
pub fn PracticePage(props: &PracticePageProps) -> Html {
    let PracticePageProps { page, words, dispatch, .. } = props;
    html! {
        <>
            <BackLink label={words.back()} on_back={dispatch.reform(|_| Action::Back)} />
            {
                match *page {
                    Practice::List => list(props),
                    Practice::Exercise(exercise) => exercise::view(props, exercise),
                    Practice::Outcome(exercise, option) => outcome::view(props, exercise, option),
                }
            }
        </>
    }
}

/// The list of exercises, each with the people whom it concerns.
fn list(props: &PracticePageProps) -> Html {
    let PracticePageProps { words, dispatch, .. } = props;
    let rows = (0_u8..).map(ExerciseIx).zip(&content().practice).map(|(ix, exercise)| {
        html! {
            <li class="adal-exercise">
                <button
                    type="button"
                    class="adal-link"
                    id={id(&format!("exercise-{}", ix.0))}
                    onclick={dispatch.reform(move |_: MouseEvent| Action::Try(ix))}
                >
                    { exercise.title.get(words.lang()) }
                </button>
                <p class="adal-hint">{ who(exercise, *words) }</p>
            </li>
        }
    });
    html! {
        <>
            <h1 class="adal-title" id={HEADING_ID} tabindex="-1">{ words.practice_title() }</h1>
            <p class="adal-lead">{ words.practice_lead() }</p>
            <Notice tone={Tone::Plain}><p>{ words.practice_invented() }</p></Notice>
            <ol class="adal-exercises">{ for rows }</ol>
        </>
    }
}

/// Whom the story concerns.
fn who(exercise: &Exercise, words: Words) -> String {
    let people = exercise.people.iter();
    let names: Vec<&str> = people.map(|person| content()[person].name.get(words.lang())).collect();
    names.join("; ")
}
