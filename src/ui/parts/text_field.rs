//! A text field of one or several lines.

use yew::prelude::*;

use crate::browser::{HtmlInputElement, HtmlTextAreaElement};

/// A text field.
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// The id of the field, for its label.
    pub id: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// Help for filling it in.
    pub hint: Option<AttrValue>,
    /// Whether it has several lines.
    pub long: bool,
    /// The current text.
    pub typed: AttrValue,
    /// Called with the text after each key.
    pub on_type: Callback<String>,
}

/// A label, a hint and the field. The browser must neither complete nor check what is typed, because it could send it
/// away for that.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let id = props.id.clone();
    let hint_id = props.hint.as_ref().map(|_| AttrValue::from(format!("{id}-hint")));
    html! {
        <div class="adal-text-field">
            <label class="adal-text-field__label" for={id}>{ &props.label }</label>
            if let Some(hint) = &props.hint {
                <p class="adal-hint" id={hint_id.clone()}>{ hint }</p>
            }
            { if props.long { area(props, hint_id) } else { line(props, hint_id) } }
        </div>
    }
}

fn line(props: &TextFieldProps, hint_id: Option<AttrValue>) -> Html {
    let on_input = props
        .on_type
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <input
            class="adal-field"
            id={props.id.clone()}
            type="text"
            dir="auto"
            autocomplete="off"
            spellcheck="false"
            aria-describedby={hint_id}
            value={props.typed.clone()}
            oninput={on_input}
        />
    }
}

fn area(props: &TextFieldProps, hint_id: Option<AttrValue>) -> Html {
    let on_input = props
        .on_type
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    html! {
        <textarea
            class="adal-field"
            id={props.id.clone()}
            rows="4"
            dir="auto"
            autocomplete="off"
            spellcheck="false"
            aria-describedby={hint_id}
            value={props.typed.clone()}
            oninput={on_input}
        />
    }
}
