//! The way to open a saved file: chosen by the browser’s own control, or dropped on the page (`embed/boot/drop.js`).

use yew::prelude::*;

use crate::browser::{self, OPEN_ID};
use crate::saved_file::FileProblem;
use crate::session::{Action, Problem, Session};
use crate::ui::parts::error_message::{ERROR_ID, ErrorMessage};
use crate::words::Words;

const HINT_ID: &str = "adal-open-hint";

/// A label that looks like a link, over the browser’s control, which speaks the browser’s language. A file that is chosen
/// before the program runs is kept in the control.
pub(crate) fn open_file(session: &Session, words: Words, dispatch: &Callback<Action>) -> Html {
    let problem = match session.problem() {
        Some(Problem::File(problem)) => Some(problem),
        _ => None,
    };
    let described = problem.map_or(HINT_ID.to_owned(), |_| format!("{ERROR_ID} {HINT_ID}"));
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let dispatch = dispatch.clone();
        browser::read_chosen(&event, move |file| dispatch.emit(Action::Open(file)));
    });
    html! {
        <div class="adal-open-file">
            { for problem.map(|problem| file_problem(session, problem, words)) }
            <label class="adal-open-file__label">
                <input
                    type="file"
                    class="adal-open-file__input"
                    id={OPEN_ID}
                    aria-invalid={problem.map(|_| "true")}
                    aria-describedby={described}
                    {onchange}
                />
                { words.open_file() }
            </label>
            <p class="adal-hint" id={HINT_ID}>{ words.open_hint() }</p>
        </div>
    }
}

/// Why the file was not opened, and what to do.
fn file_problem(session: &Session, problem: FileProblem, words: Words) -> Html {
    let remedy = match problem {
        FileProblem::Unreadable => words.file_unreadable(),
        FileProblem::TooLarge => words.file_too_large(),
        FileProblem::Foreign => words.file_foreign(),
        FileProblem::Damaged => words.file_damaged(),
        FileProblem::Newer => words.file_newer(),
    };
    html! { <ErrorMessage key={session.told()} title={words.file_error_title()} {remedy} /> }
}
