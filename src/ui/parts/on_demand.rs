//! A passage that is drawn when it is asked for: so a page with many of them turns in faster.

use yew::prelude::*;

use crate::browser;

/// A passage that is drawn when it is asked for.
#[derive(Properties, PartialEq)]
pub struct OnDemandProps {
    /// What the passage is about.
    pub summary: AttrValue,
    /// Whether it stands open from the beginning.
    #[prop_or_default]
    pub open: bool,
    /// Whether it is wanted without being asked for, as on paper.
    #[prop_or_default]
    pub wanted: bool,
    /// Draws the passage.
    pub draw: Callback<(), Html>,
}

/// The browser's own disclosure. What was opened once stays drawn.
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
