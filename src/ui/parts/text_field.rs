//! A text field of one or several lines.

use yew::prelude::*;

use crate::browser::{HtmlInputElement, HtmlTextAreaElement};

/// A field to type something into.
pub struct TextField {
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
pub fn text_field(field: &TextField) -> Html {
    let id = field.id.clone();
    let hint_id = field.hint.as_ref().map(|_| AttrValue::from(format!("{id}-hint")));
    html! {
        <div key={id.as_str()} class="adal-text-field">
            <label class="adal-text-field__label" for={id}>{ &field.label }</label>
            if let Some(hint) = &field.hint {
                <p class="adal-hint" id={hint_id.clone()}>{ hint }</p>
            }
            { if field.long { area(field, hint_id) } else { line(field, hint_id) } }
        </div>
    }
}

fn line(field: &TextField, hint_id: Option<AttrValue>) -> Html {
    let on_input = field
        .on_type
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <input
            class="adal-field"
            id={field.id.clone()}
            type="text"
            dir="auto"
            autocomplete="off"
            spellcheck="false"
            aria-describedby={hint_id}
            value={field.typed.clone()}
            oninput={on_input}
        />
    }
}

fn area(field: &TextField, hint_id: Option<AttrValue>) -> Html {
    let on_input = field
        .on_type
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    html! {
        <textarea
            class="adal-field"
            id={field.id.clone()}
            rows="4"
            dir="auto"
            autocomplete="off"
            spellcheck="false"
            aria-describedby={hint_id}
            value={field.typed.clone()}
            oninput={on_input}
        />
    }
}
