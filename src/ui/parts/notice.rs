//! A framed passage that a person should not overlook.

use yew::prelude::*;

/// How strongly a notice speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Plain,
    /// Take care.
    Caution,
}

/// A framed passage.
#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    /// How strongly it speaks.
    pub tone: Tone,
    /// The passage.
    pub children: Html,
}

/// A framed passage that a person should not overlook.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let tone = match props.tone {
        Tone::Plain => "adal-notice--plain",
        Tone::Caution => "adal-notice--caution",
    };
    html! { <div class={classes!("adal-notice", tone)}>{ props.children.clone() }</div> }
}
