//! The link to the previous page.

use yew::prelude::*;

/// A button at the top of a page that looks like a link.
pub fn back_link(label: AttrValue, on_back: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="adal-back" onclick={on_back}>{ label }</button>
    }
}
