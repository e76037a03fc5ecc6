//! What keeps a page from going on, said at its top and taking the focus.

use yew::prelude::*;

/// The id that takes the focus when something is missing.
pub const ERROR_ID: &str = "adal-error";

/// What keeps a page from going on.
#[derive(Properties, PartialEq)]
pub struct ErrorSummaryProps {
    /// What is wrong.
    pub title: AttrValue,
    /// What to do about it.
    pub remedy: AttrValue,
}

/// An alert that names the remedy.
#[component]
pub fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    html! {
        <div class="adal-error" id={ERROR_ID} role="alert" tabindex="-1">
            <p class="adal-error__title">{ &props.title }</p>
            <p class="adal-error__remedy">{ &props.remedy }</p>
        </div>
    }
}
