//! A passage that opens on demand.

use yew::prelude::*;

/// A passage that opens on demand.
#[derive(Properties, PartialEq)]
pub struct DisclosureProps {
    /// What the passage is about.
    pub summary: AttrValue,
    /// The passage.
    pub children: Html,
}

/// The browser's own disclosure: it works by keyboard and is found by search in the page.
#[component]
pub fn Disclosure(props: &DisclosureProps) -> Html {
    html! {
        <details class="adal-disclosure">
            <summary class="adal-disclosure__summary">{ &props.summary }</summary>
            <div class="adal-disclosure__body">{ props.children.clone() }</div>
        </details>
    }
}
