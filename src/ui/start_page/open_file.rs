//! The way to open a saved file: chosen by the browser’s own control, or dropped on the page (`embed/boot/drop.js`).

use yew::prelude::*;

use crate::browser::{self, OPEN_ID};
use crate::saved_file::FileProblem;
use crate::session::Action;
use crate::ui::parts::error_summary::ErrorSummary;
use crate::words::Words;

/// A label that looks like a link, over the browser’s control, which speaks the browser’s language. A file that is chosen
/// before the program runs is kept in the control.
pub(crate) fn open_file(words: Words, dispatch: &Callback<Action>) -> Html {
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let dispatch = dispatch.clone();
        browser::read_chosen(&event, move |file| dispatch.emit(Action::Open(file)));
    });
    html! {
        <div class="adal-open-file">
            <label class="adal-open-file__label">
                <input
                    type="file"
                    class="adal-open-file__input"
                    id={OPEN_ID}
                    aria-describedby="adal-open-hint"
                    {onchange}
                />
                { words.open_file() }
            </label>
            <p class="adal-hint" id="adal-open-hint">{ words.open_hint() }</p>
        </div>
    }
}

/// Why the file was not opened, and what to do.
pub(crate) fn file_problem(problem: FileProblem, words: Words) -> Html {
    let remedy = match problem {
        FileProblem::Unreadable => words.file_unreadable(),
        FileProblem::TooLarge => words.file_too_large(),
        FileProblem::Foreign => words.file_foreign(),
        FileProblem::Damaged => words.file_damaged(),
        FileProblem::Newer => words.file_newer(),
    };
    html! { <ErrorSummary title={words.file_error_title()} {remedy} /> }
}
