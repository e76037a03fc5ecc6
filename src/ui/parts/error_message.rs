//! An error message, shown directly above the button that was pressed. That is where the person is looking. In a
//! frame as high as its page, only the host page could scroll to the top.

use yew::prelude::*;

use crate::browser;
use crate::ids::Id;

/// The id that takes the focus when something is missing, and that describes the marked group.
pub const ERROR_ID: Id = Id("error");

/// An error message.
#[derive(Properties, PartialEq)]
pub struct ErrorMessageProps {
    /// What is wrong.
    pub title: AttrValue,
    /// How to fix it.
    pub remedy: AttrValue,
    /// A link to the group in which something is missing.
    #[prop_or_default]
    pub way: Option<Way>,
}

/// A link from a message to a group of choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Its label.
    pub label: AttrValue,
    /// The name that the inputs of the group share.
    pub to: AttrValue,
}

/// An alert that says how to fix the problem. With a new key each time, it is read out and scrolled into view again.
/// It is excluded from the measured height, so the host does not learn of it.
#[component]
pub fn ErrorMessage(props: &ErrorMessageProps) -> Html {
    let way = props.way.as_ref().map(|Way { label, to }| {
        let to = to.clone();
        let onclick = Callback::from(move |_: MouseEvent| browser::focus_first_choice(&to));
        html! { <button type="button" class="adal-link" {onclick}>{ label }</button> }
    });
    html! {
        <div class="adal-error" id={ERROR_ID} role="alert" tabindex="-1" data-unmeasured="">
            <p class="adal-error__title">{ &props.title }</p>
            <p class="adal-error__remedy">{ &props.remedy }</p>
            { way }
        </div>
    }
}
