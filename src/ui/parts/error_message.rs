//! An error message, shown directly above the button that was pressed. That is where the person is looking. In a
//! frame as high as its page, only the host page could scroll to the top.

use yew::prelude::*;

use crate::browser;
use crate::ids::Id;

/// The id that takes the focus when something is missing, and that describes the marked group.
pub const ERROR_ID: Id = Id("error");

/// The way from a message to the group of choices that it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Its label.
    pub label: AttrValue,
    /// The name that the inputs of the group share.
    pub to: AttrValue,
}

/// An alert that names the remedy. With another `key` it is read out and comes into sight again. Its room is not measured,
/// so the host does not learn of it.
pub fn error_message(key: usize, title: AttrValue, remedy: AttrValue, way: Option<Way>) -> Html {
    let way = way.map(|Way { label, to }| {
        let onclick = Callback::from(move |_: MouseEvent| browser::focus_first_choice(&to));
        html! { <button type="button" class="adal-link" {onclick}>{ label }</button> }
    });
    html! {
        <div {key} class="adal-error" id={ERROR_ID} role="alert" tabindex="-1" data-unmeasured="">
            <p class="adal-error__title">{ title }</p>
            <p class="adal-error__remedy">{ remedy }</p>
            { way }
        </div>
    }
}
