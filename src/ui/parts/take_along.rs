//! The ways to take a text along: copy, print, save. Where the browser refuses, the text stands ready to be copied by hand.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::browser;
use crate::export::text;
use crate::words::Words;

/// The ways to take a text along.
#[derive(Properties, PartialEq)]
pub struct TakeAlongProps {
    /// The words of the interface.
    pub words: Words,
    /// The text as it is copied, made when it is asked for.
    pub text: Callback<(), String>,
    /// Called to print.
    pub on_print: Callback<()>,
    /// The files besides the plain text.
    #[prop_or_default]
    pub files: Vec<FileOffer>,
    /// The name of the files, without ending, made when it is asked for.
    pub name: Callback<(), String>,
}

/// A file that can be saved.
#[derive(Clone, PartialEq)]
pub struct FileOffer {
    /// What the button says.
    pub label: AttrValue,
    /// The ending of its name.
    pub ending: &'static str,
    /// Its type.
    pub kind: &'static str,
    /// What stands in it, made when it is asked for.
    pub bytes: Callback<(), Vec<u8>>,
}

/// What came of the last press.
#[derive(Clone, PartialEq)]
enum Outcome {
    Copied,
    Saved,
    /// Refused: the text, to be copied by hand.
    Refused(Rc<str>),
}

/// Buttons, and in words what came of the last one.
#[component]
pub fn TakeAlong(props: &TakeAlongProps) -> Html {
    let words = props.words;
    let outcome = use_state(|| None::<Outcome>);
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((*outcome).clone(), move |_| {
            if let Some(area) = field.cast::<HtmlTextAreaElement>() {
                browser::select_all(&area);
            }
        });
    }
    let files = [text_file(props)].into_iter().chain(props.files.iter().cloned());
    html! {
        <div class="adal-take-along">
            <div class="adal-take-along__ways">
                { button(words.copy_text(), false, copy(props, &outcome)) }
                { button(words.print(), true, props.on_print.reform(|_| ())) }
                { for files.map(|file| button(file.label.clone(), true, save(file, props, &outcome))) }
            </div>
            <p class="adal-take-along__done" role="status">{ said(outcome.as_ref(), words) }</p>
            if let Some(Outcome::Refused(text)) = &*outcome {
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

fn copy(props: &TakeAlongProps, outcome: &UseStateHandle<Option<Outcome>>) -> Callback<MouseEvent> {
    let (text, outcome) = (props.text.clone(), outcome.setter());
    Callback::from(move |_| {
        let (text, outcome) = (text.emit(()), outcome.clone());
        browser::copy(&text.clone(), move |copied| {
            outcome.set(Some(if copied { Outcome::Copied } else { Outcome::Refused(text.into()) }));
        });
    })
}

fn save(
    file: FileOffer,
    props: &TakeAlongProps,
    outcome: &UseStateHandle<Option<Outcome>>,
) -> Callback<MouseEvent> {
    let (text, name, outcome) = (props.text.clone(), props.name.clone(), outcome.setter());
    Callback::from(move |_| {
        let name = format!("{}.{}", name.emit(()), file.ending);
        let saved = browser::save(&name, file.kind, &file.bytes.emit(()));
        outcome.set(Some(if saved {
            Outcome::Saved
        } else {
            Outcome::Refused(text.emit(()).into())
        }));
    })
}

fn said(outcome: Option<&Outcome>, words: Words) -> AttrValue {
    match outcome {
        None => AttrValue::default(),
        Some(Outcome::Copied) => words.text_copied(),
        Some(Outcome::Saved) => words.file_saved(),
        Some(Outcome::Refused(_)) => words.copy_refused(),
    }
}
