//! The start page: what this is, what privacy means here, who you are, what you are about to do.
//!
//! It is also rendered at build time and included in the file as markup, so that it works before the program runs.
//! Everything that the boot script needs is in attributes: `name`, `value`, `data-for-who`, `data-action`,
//! `data-lang`.

use adal_core::{Audience, Content, Lang, PersonIx};
use yew::prelude::*;

use crate::browser;
use crate::embedded::content;
use crate::host::audience;
use crate::ids::Id;
use crate::session::{Action, Page, Problem, Session, is_role, people_indices, starting_people};
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::choices::{ChoiceItem, ChoiceKind, Choices, Lack};
use crate::ui::parts::disclosure::disclosure;
use crate::ui::parts::error_message::{Way, error_message};
use crate::ui::parts::notice::{Tone, notice};
use crate::ui::view::View;
use crate::words::Words;

pub mod open_file;
pub mod situations;

use open_file::OpenFile;
use situations::Situations;

/// What this is, who you are, what you are about to do.
pub fn start_page(view: &View) -> Html {
    let View { session, words, dispatch, .. } = view;
    html! {
        <>
            if !browser::IS_HERE && words.lang() == Lang::Kk {
                { dead() }
            }
            <h1 class="adal-title" id={HEADING_ID} tabindex="-1">{ words.start_title() }</h1>
            <p class="adal-lead">{ words.start_lead() }</p>
            { notice(Tone::Plain, html! { <>
                <p><strong>{ words.privacy_answers() }</strong></p>
                { disclosure(words.privacy_more(), html! { <>
                    <p>{ words.privacy_owner() }</p>
                    <p>{ words.privacy_device() }</p>
                </> }) }
            </> }) }
            { who(view) }
            { roles(view) }
            <Situations ..view.clone() />
            { missing(session, *words) }
            <div class="adal-actions">
                <button
                    type="button"
                    class="adal-button"
                    id={Id("continue")}
                    data-action="continue"
                    onclick={dispatch.reform(|_: MouseEvent| Action::Continue)}
                >
                    { words.continue_button() }
                </button>
                <button
                    type="button"
                    class="adal-link"
                    id={Id("practise")}
                    data-action="practise"
                    onclick={dispatch.reform(|_: MouseEvent| Action::Practise)}
                >
                    { words.practise_link() }
                </button>
            </div>
            { reading(view) }
            <OpenFile session={session.clone()} words={*words} dispatch={dispatch.clone()} />
            <p class="adal-limits">{ words.only_standard() }{ " " }{ content().profile.terms.get(words.lang()) }</p>
            <div class="adal-failed" data-failed="" hidden=true>
                <p><strong>{ words.failed_title() }</strong></p>
                <p data-wasm="">{ words.failed_remedy() }</p>
                if !browser::IS_HERE {
                    <p data-wasm="" hidden=true>{ words.failed_wasm() }</p>
                    { edition_link(*words) }
                }
            </div>
            if !browser::IS_HERE {
                { shared(*words) }
            }
        </>
    }
}

/// The ways to read instead of answering. The boot script keeps a press until the program runs.
fn reading(view: &View) -> Html {
    let View { words, dispatch, .. } = view;
    let way = |name: &'static str, page: Page, label: AttrValue| {
        html! {
            <button
                type="button"
                class="adal-link"
                id={Id(name)}
                data-action={name}
                onclick={dispatch.reform(move |_: MouseEvent| Action::Read(page))}
            >
                { label }
            </button>
        }
    };
    html! {
        <nav class="adal-actions" aria-label={words.reading_label()}>
            { way("standard", Page::Standard(None), words.read_standard()) }
            { way("expected", Page::Expectations(Audience::Staff), words.expected_title()) }
            { way("expectations", Page::Expectations(Audience::Ngo), words.expectations_title()) }
        </nav>
    }
}

/// Shown by CSS alone unless a script removes it in time, because a blocked or altered script cannot report anything.
/// In all languages, since the language cannot be changed then.
fn dead() -> Html {
    let text = |lang: Lang| {
        let words = Words::new(lang);
        html! { <div lang={lang.tag()}><p>{ words.dead() }</p>{ edition_link(words) }</div> }
    };
    html! {
        <>
            // Parsed as an element, and so visible to the styles, only if scripts are off.
            <noscript><wbr /></noscript>
            <div class="adal-dead adal-notice adal-notice--caution">{ for Lang::ALL.into_iter().map(text) }</div>
        </>
    }
}

/// Shown instead of the page where another page could look into this one. The boot script sets the URL.
fn shared(words: Words) -> Html {
    html! {
        <div class="adal-notice adal-notice--caution" data-shared="" hidden=true>
            <p>{ words.shared() }</p>
            <p><a href="#" target="_blank" rel="noopener">{ words.shared_link() }</a></p>
        </div>
    }
}

/// A link to the Standard as a page without scripts, in the same folder.
fn edition_link(words: Words) -> Html {
    let href = format!("standard.{}.html", words.lang().tag());
    html! { <p><a {href}>{ words.read_standard() }</a></p> }
}

/// What is missing. Problems with a file are shown where it is chosen.
fn missing(session: &Session, words: Words) -> Html {
    let (remedy, group) = match session.problem() {
        Some(Problem::WhoMissing) => (words.who_missing(), "who"),
        Some(Problem::SituationMissing) => (words.situation_missing(), "situation"),
        Some(Problem::AnswerMissing | Problem::File(_)) | None => return Html::default(),
    };
    let way = Way { label: words.to_choices(), to: group.into() };
    html! { { error_message(session.told(), words.error_title(), remedy, Some(way)) } }
}

/// The radio that says who asks: staff, or one of those who stand alone. Where the host says it, styles hide the question.
fn who(view: &View) -> Html {
    let View { session, words, dispatch, .. } = view;
    let lang = words.lang();
    let lack = Lack(session.problem() == Some(Problem::WhoMissing));
    let options = starting_people(content())
        .map(|ix| {
            let person = &content()[ix];
            ChoiceItem {
                audience: audience(ix),
                ..ChoiceItem::new(
                    person.id.as_str(),
                    person.name.get(lang),
                    None,
                    session.case().people.contains(ix),
                    dispatch.reform(move |()| Action::BeSomebody(ix)),
                )
            }
        })
        .collect::<Vec<_>>();
    html! {
        <fieldset
            class={classes!("adal-fieldset", "adal-fieldset--who", lack.class())}
            role="radiogroup"
            aria-invalid={lack.invalid()}
            aria-describedby={lack.described_by()}
        >
            <legend class="adal-legend">{ words.who_question() }</legend>
            { Choices::new(ChoiceKind::Radio, "who", options).view() }
        </fieldset>
    }
}

/// The roles that staff combine.
fn roles(view: &View) -> Html {
    let View { session, words, dispatch, .. } = view;
    let lang = words.lang();
    let people = session.case().people;
    let options = people_indices(content())
        .filter(|ix| is_role(content(), *ix))
        .map(|ix| {
            let person = &content()[ix];
            ChoiceItem::new(
                person.id.as_str(),
                person.name.get(lang),
                None,
                people.contains(ix),
                dispatch.reform(move |()| Action::ToggleRole(ix)),
            )
        })
        .collect::<Vec<_>>();
    let staff = content().profile.staff;
    html! {
        <fieldset
            class="adal-fieldset adal-fieldset--nested"
            hidden={!people.contains(staff)}
            data-for-who={content()[staff].id.as_str()}
        >
            <legend class="adal-legend adal-legend--small">{ words.roles_question() }</legend>
            { Choices::new(ChoiceKind::Checkbox, "role", options).view() }
        </fieldset>
    }
}

fn join_ids(content: &Content, people: impl Iterator<Item = PersonIx>) -> String {
    people.map(|person| content[person].id.as_str()).collect::<Vec<_>>().join(" ")
}
