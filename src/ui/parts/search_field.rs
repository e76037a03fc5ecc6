//! A field to search with: label, hint, the field itself, a button that empties it, and how many were found.

use yew::prelude::*;

use crate::browser;

/// A person who still types is not told again at each letter what was found.
const PAUSE_BEFORE_TELLING: u32 = 700;

/// What the field says, and what happens with what is typed.
#[derive(Properties, PartialEq)]
pub struct SearchFieldProps {
    /// The id of the field; those of its hint and of its status begin with it.
    pub id: AttrValue,
    /// What it is for.
    pub label: AttrValue,
    /// What can be typed.
    pub hint: AttrValue,
    /// What the button that empties it says.
    pub clear: AttrValue,
    /// What was found; read out by screen readers when it has changed and the person pauses.
    pub status: AttrValue,
    /// What is typed in it.
    pub typed: AttrValue,
    /// Called with the text after each change.
    pub on_type: Callback<String>,
}

/// A text field that sends nothing anywhere: Enter does nothing in it, Escape empties it.
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
            <p class="adal-search__status" role="status" data-unmeasured="">{ &*status }</p>
        </div>
    }
}

/// The status as it was when the person last paused. What changes without typing, as by a filter, is told at once.
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
