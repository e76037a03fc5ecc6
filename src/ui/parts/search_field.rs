//! A field to type what is searched for.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A field to type what is searched for.
#[derive(Properties, PartialEq)]
pub struct SearchFieldProps {
    /// The id of the field, for its label.
    pub id: AttrValue,
    /// What it is for.
    pub label: AttrValue,
    /// An example.
    pub hint: AttrValue,
    /// What stands in it.
    pub typed: AttrValue,
    /// Called with what stands in it after each key.
    pub on_type: Callback<String>,
}

/// The browser's own search field. What is typed is neither completed nor corrected by the browser, and kept nowhere.
#[component]
pub fn SearchField(props: &SearchFieldProps) -> Html {
    let on_input = props
        .on_type
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let hint_id = format!("{}-hint", props.id);
    html! {
        <div class="adal-search">
            <label class="adal-select__label" for={props.id.clone()}>{ &props.label }</label>
            <p class="adal-hint" id={hint_id.clone()}>{ &props.hint }</p>
            <input
                class="adal-field"
                id={props.id.clone()}
                type="search"
                inputmode="search"
                enterkeyhint="search"
                autocomplete="off"
                spellcheck="false"
                aria-describedby={hint_id}
                value={props.typed.clone()}
                oninput={on_input}
            />
        </div>
    }
}
