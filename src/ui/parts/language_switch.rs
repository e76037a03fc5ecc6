//! The three languages, each under its own name.

use adal_core::Lang;
use yew::prelude::*;

/// Buttons that change the language of the page at once and lose nothing.
pub fn language_switch(current: Lang, label: AttrValue, on_speak: &Callback<Lang>) -> Html {
    let button = |lang: Lang| {
        html! {
            <button
                key={lang.tag()}
                type="button"
                class="adal-language"
                lang={lang.tag()}
                data-lang={lang.tag()}
                title={own_name(lang)}
                aria-pressed={if lang == current { "true" } else { "false" }}
                onclick={on_speak.reform(move |_: MouseEvent| lang)}
            >
                { short_name(lang) }
            </button>
        }
    };
    html! {
        <div class="adal-languages" role="group" aria-label={label}>
            { for Lang::ALL.into_iter().map(button) }
        </div>
    }
}

/// A short form of that name, for a bar that must fit on a phone.
fn short_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk => "ҚАЗ",
        Lang::Ru => "РУС",
        Lang::En => "ENG",
    }
}

/// A language's own name, which is the same in every interface language and therefore not translated.
pub fn own_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk => "Қазақша",
        Lang::Ru => "Русский",
        Lang::En => "English",
    }
}
