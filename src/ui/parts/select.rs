//! A compact list with one choice.

use yew::prelude::*;

use crate::browser::HtmlSelectElement;
use crate::ids::Id;

/// The browser's own list with a label; `on_choose` gets the index of the choice.
pub fn select(
    id: Id,
    label: AttrValue,
    options: &[AttrValue],
    chosen: usize,
    on_choose: &Callback<usize>,
) -> Html {
    let on_change = on_choose.reform(|event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        value.parse().unwrap_or(0)
    });
    let options = options.iter().enumerate().map(|(place, says)| {
        html! { <option value={place.to_string()} selected={place == chosen}>{ says }</option> }
    });
    html! {
        <div class="adal-select">
            <label class="adal-select__label" for={id}>{ label }</label>
            <select class="adal-select__list" {id} autocomplete="off" onchange={on_change}>
                { for options }
            </select>
        </div>
    }
}
