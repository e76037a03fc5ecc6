//! Opens a saved file, chosen in the browser’s own file input or dropped on the page (`embed/boot/drop.js`).

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{self, OPEN_ID};
use crate::embedded::content;
use crate::ids::Id;
use crate::saved_file::{self, FileProblem};
use crate::session::{Action, Problem, Session};
use crate::ui::parts::error_message::{ERROR_ID, error_message};
use crate::words::Words;

const HINT_ID: Id = Id("open-hint");
/// The id of the question whether answers may be lost.
const REPLACES_ID: Id = Id("open-replaces");

/// Opens a saved file.
#[derive(Properties, PartialEq)]
pub struct OpenFileProps {
    /// The session.
    pub session: Rc<Session>,
    /// The words of the interface.
    pub words: Words,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// A label that looks like a link, over the browser’s file input, which would use the browser’s language. The input
/// keeps a file that is chosen before the program runs. If answers would be lost, the person is asked first.
#[component]
pub(crate) fn OpenFile(props: &OpenFileProps) -> Html {
    let OpenFileProps { session, words, dispatch } = props;
    let waiting = use_state(|| None::<String>);
    use_effect_with(waiting.is_some(), |waits| {
        if *waits {
            browser::show(&format!("#{REPLACES_ID}"));
        }
    });
    let onchange = {
        let (session, dispatch, waiting) = (session.clone(), dispatch.clone(), waiting.setter());
        Callback::from(move |event: Event| {
            let (session, dispatch, waiting) = (session.clone(), dispatch.clone(), waiting.clone());
            browser::read_chosen(&event, move |file| {
                let asks = !session.case().answers.is_empty() && can_be_opened(&file);
                waiting.set(file.clone().ok().filter(|_| asks));
                if !asks {
                    dispatch.emit(Action::Open(file));
                }
            });
        })
    };
    let problem = match session.problem() {
        Some(Problem::File(problem)) => Some(problem),
        _ => None,
    };
    let described = problem.map_or(HINT_ID.to_string(), |_| format!("{ERROR_ID} {HINT_ID}"));
    html! {
        <div class="adal-open-file">
            { for problem.map(|problem| file_problem(session, problem, *words)) }
            if let Some(text) = &*waiting {
                { question(text, props, &waiting) }
            }
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

fn can_be_opened(file: &Result<String, FileProblem>) -> bool {
    file.as_ref().is_ok_and(|text| saved_file::open(content(), text).is_ok())
}

/// Asks whether the present answers may be lost.
fn question(text: &str, props: &OpenFileProps, waiting: &UseStateHandle<Option<String>>) -> Html {
    let words = props.words;
    let on_open = {
        let (text, waiting) = (text.to_owned(), waiting.setter());
        props.dispatch.reform(move |_: MouseEvent| {
            waiting.set(None);
            Action::Open(Ok(text.clone()))
        })
    };
    let on_keep = {
        let waiting = waiting.setter();
        Callback::from(move |_: MouseEvent| {
            waiting.set(None);
            browser::focus(&format!("#{OPEN_ID}"));
        })
    };
    html! {
        <div class="adal-error" id={REPLACES_ID} role="alert" tabindex="-1" data-unmeasured="">
            <p>{ words.open_replaces() }</p>
            <div class="adal-actions">
                <button type="button" class="adal-button" onclick={on_open}>{ words.open_anyway() }</button>
                <button type="button" class="adal-button adal-button--secondary" onclick={on_keep}>
                    { words.keep_answers() }
                </button>
            </div>
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
    html! { { error_message(session.told(), words.file_error_title(), remedy, None) } }
}
