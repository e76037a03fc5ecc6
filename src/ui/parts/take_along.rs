//! Exports a text: copy, print, save. If the browser refuses, the text is shown for copying by hand.

use std::rc::Rc;

use adal_core::Lang;
use yew::prelude::*;

use crate::browser::{self, HtmlTextAreaElement};
use crate::export::text;
use crate::words::Words;

/// Exports of a text.
#[derive(Properties, PartialEq)]
pub struct TakeAlongProps {
    /// The words of the interface.
    pub words: Words,
    /// Makes the text to copy, when needed.
    pub text: Callback<(), String>,
    /// Prints, and reports whether the browser did.
    pub on_print: Callback<Callback<bool>>,
    /// The files offered in addition to plain text.
    #[prop_or_default]
    pub files: Vec<FileOffer>,
    /// The languages of the text.
    pub languages: Rc<[Lang]>,
}

/// A file that can be saved.
#[derive(Clone, PartialEq)]
pub struct FileOffer {
    /// The label of the button.
    pub label: AttrValue,
    /// The extension of the file name.
    pub ending: &'static str,
    /// The MIME type.
    pub kind: &'static str,
    /// Makes the content of the file, when needed.
    pub bytes: Callback<(), Vec<u8>>,
}

#[derive(Clone, PartialEq)]
enum Outcome {
    Copied,
    Saved,
    /// The browser refused: the text to copy by hand.
    Refused(Rc<str>),
}

/// The last button pressed, by index, and the outcome.
#[derive(Clone, PartialEq)]
struct Press {
    place: usize,
    outcome: Outcome,
}

/// The index of the first file, after the buttons for copying and printing.
const FIRST_FILE: usize = 2;

/// Buttons, and the outcome of the last press in words.
#[component]
pub fn TakeAlong(props: &TakeAlongProps) -> Html {
    let words = props.words;
    let last = use_state(|| None::<Press>);
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((*last).clone(), move |_| {
            if let Some(area) = field.cast::<HtmlTextAreaElement>() {
                browser::select_all(&area);
            }
        });
    }
    let outcome = last.as_ref().map(|press| &press.outcome);
    let place = last.as_ref().map(|press| press.place.to_string());
    let files = [text_file(props)].into_iter().chain(props.files.iter().cloned());
    let files = (FIRST_FILE..)
        .zip(files)
        .map(|(place, file)| button(file.label.clone(), true, save(place, file, props, &last)));
    html! {
        <div class="adal-take-along">
            <div class="adal-take-along__ways" data-pressed={place}>
                { button(words.copy_text(), false, copy(props, &last)) }
                { button(words.print(), true, print(props, &last)) }
                { for files }
                <p class="adal-take-along__done" role="status">{ said(outcome, words) }</p>
            </div>
            if let Some(Outcome::Refused(text)) = outcome {
                <textarea
                    class="adal-field"
                    ref={field}
                    rows="6"
                    readonly=true
                    aria-label={words.text_to_copy()}
                    value={AttrValue::from(text.clone())}
                />
            }
        </div>
    }
}

fn button(label: AttrValue, is_secondary: bool, on_click: Callback<MouseEvent>) -> Html {
    let looks = is_secondary.then_some("adal-button--secondary");
    html! {
        <button type="button" class={classes!("adal-button", looks)} onclick={on_click}>
            { label }
        </button>
    }
}

fn text_file(props: &TakeAlongProps) -> FileOffer {
    let text = props.text.clone();
    FileOffer {
        label: props.words.save_text(),
        ending: "txt",
        kind: text::TYPE,
        bytes: Callback::from(move |()| text::file(&text.emit(()))),
    }
}

fn copy(props: &TakeAlongProps, last: &UseStateHandle<Option<Press>>) -> Callback<MouseEvent> {
    let (text, last) = (props.text.clone(), last.setter());
    Callback::from(move |_| {
        let (text, last) = (text.emit(()), last.clone());
        browser::copy(&text.clone(), move |copied| {
            let outcome = if copied { Outcome::Copied } else { Outcome::Refused(text.into()) };
            last.set(Some(Press { place: 0, outcome }));
        });
    })
}

fn print(props: &TakeAlongProps, last: &UseStateHandle<Option<Press>>) -> Callback<MouseEvent> {
    let (text, last) = (props.text.clone(), last.setter());
    let done = Callback::from(move |printed: bool| {
        if !printed {
            let outcome = Outcome::Refused(text.emit(()).into());
            last.set(Some(Press { place: 1, outcome }));
        }
    });
    props.on_print.reform(move |_| done.clone())
}

fn save(
    place: usize,
    file: FileOffer,
    props: &TakeAlongProps,
    last: &UseStateHandle<Option<Press>>,
) -> Callback<MouseEvent> {
    let (text, languages, last) = (props.text.clone(), props.languages.clone(), last.setter());
    Callback::from(move |_| {
        let name = format!("{}.{}", file_name(&languages), file.ending);
        let saved = browser::save(&name, file.kind, &file.bytes.emit(()));
        let outcome = if saved { Outcome::Saved } else { Outcome::Refused(text.emit(()).into()) };
        last.set(Some(Press { place, outcome }));
    })
}

/// A file name that reveals only the date and the languages to the list of downloads.
fn file_name(languages: &[Lang]) -> String {
    languages.iter().fold(browser::today(), |name, lang| format!("{name}-{}", lang.tag()))
}

fn said(outcome: Option<&Outcome>, words: Words) -> AttrValue {
    match outcome {
        None => AttrValue::default(),
        Some(Outcome::Copied) => words.text_copied(),
        Some(Outcome::Saved) => words.file_saved(),
        Some(Outcome::Refused(_)) => words.copy_refused(),
    }
}
