//! A framed box that should not be overlooked.

use yew::prelude::*;

/// How prominent a box is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Plain,
    /// Take care.
    Caution,
}

/// A framed passage that a person should not overlook.
pub fn notice(tone: Tone, passage: Html) -> Html {
    let tone = match tone {
        Tone::Plain => "adal-notice--plain",
        Tone::Caution => "adal-notice--caution",
    };
    html! { <div class={classes!("adal-notice", tone)}>{ passage }</div> }
}
