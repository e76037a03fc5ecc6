//! The link to the previous page.

use yew::prelude::*;

/// The link to the previous page.
#[derive(Properties, PartialEq)]
pub struct BackLinkProps {
    /// Its label.
    pub label: AttrValue,
    /// Called when it is pressed.
    pub on_back: Callback<MouseEvent>,
}

/// A button that looks like a link, at the top of a page.
#[component]
pub fn BackLink(props: &BackLinkProps) -> Html {
    html! {
        <button type="button" class="adal-back" onclick={props.on_back.clone()}>
            { &props.label }
        </button>
    }
}
