//! The way to the page before.

use yew::prelude::*;

/// The way to the page before.
#[derive(Properties, PartialEq)]
pub struct BackLinkProps {
    /// What it says.
    pub label: AttrValue,
    /// Called when it is pressed.
    pub on_back: Callback<MouseEvent>,
}

/// A button that looks like a link and stands at the top of a page.
#[component]
pub fn BackLink(props: &BackLinkProps) -> Html {
    html! {
        <button type="button" class="adal-back" onclick={props.on_back.clone()}>
            { &props.label }
        </button>
    }
}
