//! The ways to take a draft along: copy, print, save.

use adal_core::Draft;
use yew::prelude::*;

use crate::browser;
use crate::export::{docx, text};
use crate::words::Words;

/// The ways to take a draft along.
#[derive(Properties, PartialEq)]
pub struct TakeAlongProps {
    /// The draft in the chosen languages.
    pub drafts: Vec<Draft>,
    /// The words of the interface.
    pub words: Words,
}

/// What was done last.
#[derive(Clone, Copy, PartialEq)]
enum Done {
    Copied,
    Saved,
    Refused,
}

/// Buttons, and in words what came of the last one.
#[component]
pub fn TakeAlong(props: &TakeAlongProps) -> Html {
    let words = props.words;
    let done = use_state(|| None::<Done>);
    let drafts = &props.drafts;
    let button = |label: AttrValue, act: Callback<MouseEvent>| {
        html! {
            <button type="button" class="adal-button adal-button--secondary" onclick={act}>
                { label }
            </button>
        }
    };
    let save = |ending: &'static str, kind: &'static str, bytes: fn(&[Draft]) -> Vec<u8>| {
        let (done, drafts) = (done.clone(), drafts.clone());
        Callback::from(move |_: MouseEvent| {
            let saved = browser::save(&file_name(&drafts, ending), kind, &bytes(&drafts));
            done.set(Some(if saved { Done::Saved } else { Done::Refused }));
        })
    };
    let copy = {
        let (done, drafts) = (done.clone(), drafts.clone());
        Callback::from(move |_: MouseEvent| {
            let done = done.clone();
            browser::copy(&text::text(&drafts), move |copied| {
                done.set(Some(if copied { Done::Copied } else { Done::Refused }));
            });
        })
    };
    html! {
        <div class="adal-take-along">
            <div class="adal-actions">
                { button(words.draft_docx(), save("docx", docx::TYPE, docx::docx)) }
                { button(words.draft_text(), save("txt", "text/plain;charset=utf-8", text::text_file)) }
                { button(words.draft_copy(), copy) }
                { button(words.draft_print(), Callback::from(|_: MouseEvent| browser::print())) }
            </div>
            <p class="adal-take-along__done" role="status">{ said(*done, words) }</p>
        </div>
    }
}

fn said(done: Option<Done>, words: Words) -> AttrValue {
    match done {
        None => AttrValue::default(),
        Some(Done::Copied) => words.draft_copied(),
        Some(Done::Refused) => words.draft_refused(),
        Some(Done::Saved) => words.draft_saved(),
    }
}

/// A name that tells the list of downloads nothing but the languages.
fn file_name(drafts: &[Draft], ending: &str) -> String {
    let tags: Vec<&str> = drafts.iter().map(|draft| draft.lang.tag()).collect();
    format!("{}.{ending}", tags.join("-"))
}
