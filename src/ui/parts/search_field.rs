//! A search field: label, hint, input, a button that clears it, and the number of matches.

use yew::prelude::*;

use crate::browser;

/// While a person is typing, the number of matches is not read out at each letter.
const PAUSE_BEFORE_TELLING: u32 = 700;

/// A search field.
#[derive(Properties, PartialEq)]
pub struct SearchFieldProps {
    /// The id of the field, and the prefix of the ids of its hint and status.
    pub id: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// A hint about what can be typed.
    pub hint: AttrValue,
    /// The label of the button that clears it.
    pub clear: AttrValue,
    /// The number of matches. It is seen at once, and screen readers read it out after a pause in typing.
    pub status: AttrValue,
    /// The current text.
    pub typed: AttrValue,
    /// Called with the text after each change.
    pub on_type: Callback<String>,
}

/// A text field that sends nothing: Enter has no effect, Escape clears it.
#[component]
pub fn SearchField(props: &SearchFieldProps) -> Html {
    let hint_id = format!("{}-hint", props.id);
    let status = use_told(&props.status, &props.typed);
    let empty = {
        let (on_type, field) = (props.on_type.clone(), format!("#{}", props.id));
        Callback::from(move |()| {
            on_type.emit(String::new());
            browser::focus(&field);
        })
    };
    html! {
        <div class="adal-search">
            <label class="adal-search__label" for={props.id.clone()}>{ &props.label }</label>
            <p class="adal-hint" id={hint_id.clone()}>{ &props.hint }</p>
            <div class="adal-search__row">
                { field(props, hint_id, &empty) }
                <button
                    type="button"
                    class="adal-button adal-button--secondary"
                    hidden={props.typed.is_empty()}
                    data-unmeasured=""
                    onclick={empty.reform(|_: MouseEvent| ())}
                >
                    { &props.clear }
                </button>
            </div>
            <p class="adal-search__status" aria-hidden="true" data-unmeasured="">{ &props.status }</p>
            <p class="adal-search__told" role="status">{ &*status }</p>
        </div>
    }
}

/// The status as it was at the last pause in typing. Other changes, for example by a filter, are announced at once.
#[hook]
fn use_told(status: &AttrValue, typed: &AttrValue) -> UseStateHandle<AttrValue> {
    let told = use_state_eq(|| status.clone());
    let typed_before = use_mut_ref(|| typed.clone());
    let setter = told.setter();
    use_effect_with((status.clone(), typed.clone()), move |(status, typed)| {
        let is_typing = typed_before.replace(typed.clone()) != *typed && !status.is_empty();
        let status = status.clone();
        let pause = if is_typing { PAUSE_BEFORE_TELLING } else { 0 };
        let timer = browser::after(pause, move || setter.set(status));
        move || drop(timer)
    });
    told
}

fn field(props: &SearchFieldProps, hint_id: String, empty: &Callback<()>) -> Html {
    let escape = {
        let (empty, is_empty) = (empty.clone(), props.typed.is_empty());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !is_empty {
                event.prevent_default();
                empty.emit(());
            }
        })
    };
    html! {
        <input
            class="adal-search__field"
            id={props.id.clone()}
            type="search"
            value={props.typed.clone()}
            maxlength="200"
            inputmode="search"
            enterkeyhint="search"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-describedby={hint_id}
            oninput={props.on_type.reform(|event: InputEvent| browser::typed_text(&event))}
            onkeydown={escape}
        />
    }
}
