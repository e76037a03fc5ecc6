//! A section that is rendered when it is opened, so that a page with many of them appears faster.

use yew::prelude::*;

use crate::browser;

/// A section that is rendered when it is opened.
#[derive(Properties, PartialEq)]
pub struct OnDemandProps {
    /// Its heading.
    pub summary: AttrValue,
    /// Whether it is open from the beginning.
    #[prop_or_default]
    pub open: bool,
    /// Whether to render it without opening it, as for print.
    #[prop_or_default]
    pub wanted: bool,
    /// Renders the content.
    pub draw: Callback<(), Html>,
}

/// The browser's own disclosure. Once opened, the content stays rendered.
#[component]
pub fn OnDemand(props: &OnDemandProps) -> Html {
    let OnDemandProps { summary, open, wanted, draw } = props;
    let asked = use_state_eq(|| *open || !browser::IS_HERE);
    let setter = asked.setter();
    html! {
        <details class="adal-disclosure" open={*open}>
            <summary
                class="adal-disclosure__summary"
                onclick={Callback::from(move |_: MouseEvent| setter.set(true))}
            >
                { summary }
            </summary>
            if *asked || *wanted {
                <div class="adal-disclosure__body">{ draw.emit(()) }</div>
            }
        </details>
    }
}
