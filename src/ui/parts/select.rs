//! One choice out of a list that takes little room.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// One choice out of a list.
#[derive(Properties, PartialEq)]
pub struct SelectProps {
    /// The id of the control, for its label.
    pub id: AttrValue,
    /// What is chosen.
    pub label: AttrValue,
    /// The choices: what each says, in order.
    pub options: Vec<AttrValue>,
    /// The place of the chosen one.
    pub chosen: usize,
    /// Called with the place that a person chooses.
    pub on_choose: Callback<usize>,
}

/// The browser's own list with its label above.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let on_change = props.on_choose.reform(|event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        value.parse().unwrap_or(0)
    });
    let options = props.options.iter().enumerate().map(|(place, says)| {
        html! {
            <option value={place.to_string()} selected={place == props.chosen}>{ says }</option>
        }
    });
    html! {
        <div class="adal-select">
            <label class="adal-select__label" for={props.id.clone()}>{ &props.label }</label>
            <select
                class="adal-select__list"
                id={props.id.clone()}
                autocomplete="off"
                onchange={on_change}
            >
                { for options }
            </select>
        </div>
    }
}
