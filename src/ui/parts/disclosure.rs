//! A section that expands on demand.

use yew::prelude::*;

/// A section that expands on demand.
#[derive(Properties, PartialEq)]
pub struct DisclosureProps {
    /// Its heading.
    pub summary: AttrValue,
    /// Its content.
    pub children: Html,
}

/// The browser's own disclosure, which works with the keyboard and with find in page.
#[component]
pub fn Disclosure(props: &DisclosureProps) -> Html {
    html! {
        <details class="adal-disclosure">
            <summary class="adal-disclosure__summary">{ &props.summary }</summary>
            <div class="adal-disclosure__body">{ props.children.clone() }</div>
        </details>
    }
}
