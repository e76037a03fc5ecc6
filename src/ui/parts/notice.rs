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

/// A framed box.
#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    /// How prominent it is.
    pub tone: Tone,
    /// Its content.
    pub children: Html,
}

/// A framed box that should not be overlooked.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let tone = match props.tone {
        Tone::Plain => "adal-notice--plain",
        Tone::Caution => "adal-notice--caution",
    };
    html! { <div class={classes!("adal-notice", tone)}>{ props.children.clone() }</div> }
}
