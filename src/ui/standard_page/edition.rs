//! The static edition: the whole Standard in one language as a page without scripts, made at build time.

use std::collections::BTreeMap;

use adal_core::{ClauseIx, Lang, Passage};
use yew::prelude::*;

use crate::embedded::content;
use crate::session::Session;
use crate::ui::footer::footer;
use crate::ui::parts::language_switch::own_name;
use crate::ui::parts::notice::{Tone, notice};
use crate::ui::standard_page::amendments::amendments;
use crate::ui::standard_page::article::Article;
use crate::ui::standard_page::front::{opening, particulars, words_of};
use crate::ui::standard_page::glossary::glossary;
use crate::ui::standard_page::map::map;
use crate::words::Words;

/// The static edition.
#[derive(Properties, PartialEq)]
pub struct EditionProps {
    /// Its language.
    pub lang: Lang,
}

/// The whole Standard in one language, with everything open. The numbers on the map are links.
#[component]
pub fn Edition(props: &EditionProps) -> Html {
    let lang = props.lang;
    let words = Words::new(lang);
    let cell = |ix: ClauseIx, label: Html| {
        let to = format!("#{}", content()[ix].id);
        html! { <a class="adal-map__link" href={to}>{ label }</a> }
    };
    html! {
        <div class="adal" lang={lang.tag()} translate="no">
            <header class="adal-bar">
                <p class="adal-name">{ words.tool_name() }</p>
                { other_editions(lang, words) }
            </header>
            <main class="adal-main">
                <h1 class="adal-title">{ words_of(Passage::Title, lang) }</h1>
                { particulars(words) }
                { notice(Tone::Plain, html! { <p>{ words.standard_lead() }</p> }) }
                <nav class="adal-section" aria-label={words.map_title()}>
                    { map(words, &BTreeMap::new(), &cell) }
                </nav>
                { for (0..content().sections.len()).map(|place| section(place as u8, words)) }
                { amendments(content(), words) }
                { glossary(words) }
            </main>
            { footer(&Session::new(lang), words) }
        </div>
    }
}

fn other_editions(lang: Lang, words: Words) -> Html {
    let others = Lang::ALL.into_iter().filter(|other| *other != lang).map(|other| {
        let tag = other.tag();
        html! {
            <a class="adal-language" href={format!("standard.{tag}.html")} lang={tag} hreflang={tag}>
                { own_name(other) }
            </a>
        }
    });
    html! { <nav class="adal-languages" aria-label={words.language_label()}>{ for others }</nav> }
}

fn section(place: u8, words: Words) -> Html {
    let section = &content().sections[usize::from(place)];
    let clauses = (0_u8..).map(ClauseIx).zip(&content().clauses);
    let own = clauses.filter(|(_, clause)| clause.section() == section.number);
    html! {
        <section class="adal-section">
            <h2 class="adal-heading">{ words_of(Passage::Heading(place), words.lang()) }</h2>
            { opening(place, words, None) }
            { for own.map(|(ix, _)| html! { <Article clause={ix} {words} open=true /> }) }
        </section>
    }
}
