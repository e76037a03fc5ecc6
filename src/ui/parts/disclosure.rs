//! A section that expands on demand.

use yew::prelude::*;

/// The browser's own disclosure: it works by keyboard and is found by search in the page.
pub fn disclosure(summary: AttrValue, passage: Html) -> Html {
    html! {
        <details class="adal-disclosure">
            <summary class="adal-disclosure__summary">{ summary }</summary>
            <div class="adal-disclosure__body">{ passage }</div>
        </details>
    }
}
