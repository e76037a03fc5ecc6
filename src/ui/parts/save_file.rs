//! Saves a case as a file: only when the person asks, with an explanation next to the button.

use adal_core::Case;
use yew::prelude::*;

use crate::browser;
use crate::embedded::content;
use crate::saved_file;
use crate::ui::parts::disclosure::disclosure;
use crate::words::Words;

/// Saves a case as a file.
#[derive(Properties, PartialEq)]
pub struct SaveFileProps {
    /// The current case.
    pub case: Case,
    /// The words of the interface.
    pub words: Words,
}

/// A quiet section with the button and the outcome in words.
#[component]
pub fn SaveFile(props: &SaveFileProps) -> Html {
    let words = props.words;
    let saved = use_state(|| None::<bool>);
    let on_save = {
        let (saved, case) = (saved.clone(), props.case.clone());
        Callback::from(move |_: MouseEvent| {
            let text = saved_file::write(content(), &case);
            let name = format!("answers-{}.json", browser::today());
            saved.set(Some(browser::save(&name, saved_file::TYPE, text.as_bytes())));
        })
    };
    let said = match *saved {
        None => AttrValue::default(),
        Some(true) => words.file_saved(),
        Some(false) => words.save_refused(),
    };
    html! {
        { disclosure(words.save_file(), html! { <>
            <p>{ words.save_holds() }</p>
            <p>{ words.privacy_device() }</p>
            <p>
                <button type="button" class="adal-button adal-button--secondary" onclick={on_save}>
                    { words.save_button() }
                </button>
            </p>
            <p role="status">{ said }</p>
        </> }) }
    }
}
