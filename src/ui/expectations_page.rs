//! What NGOs and applicants may expect: the clauses that concern them, from their point of view.

use adal_core::{ClauseIx, Expectation, Group, People, Remark, RemarkPlace};
use yew::prelude::*;

use crate::embedded::content;
use crate::session::{Action, Page, is_bound, is_open_to, people_indices};
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::back_link::back_link;
use crate::ui::standard_page::more::check_button;
use crate::ui::standard_page::reading_button;
use crate::ui::view::View;
use crate::words::Words;

/// Four lists: what staff must not do, what they owe, what the Company undertakes, what had better not be offered.
pub fn expectations_page(view: &View) -> Html {
    let View { words, dispatch, .. } = view;
    let groups = [Group::MustNot, Group::Owe, Group::Company, Group::BetterNot];
    html! {
        <>
            { back_link(words.back(), dispatch.reform(|_| Action::Back)) }
            <h1 class="adal-title" id={HEADING_ID} tabindex="-1">{ words.expectations_title() }</h1>
            <p class="adal-lead">{ words.expectations_lead() }</p>
            { for groups.into_iter().map(|of| group(view, of)) }
            <section class="adal-section">
                <h2 class="adal-heading">{ words.whom_title() }</h2>
                { for whom().map(|remark| html! { <p>{ remark.text.get(words.lang()) }</p> }) }
            </section>
            <div class="adal-actions">
                { reading_button(Page::Standard(None), words.read_standard(), dispatch) }
            </div>
        </>
    }
}

/// Remarks that tell organisations whom to contact.
fn whom() -> impl Iterator<Item = &'static Remark> {
    let outside = people_indices(content()).filter(|ix| !is_bound(People::NOBODY.with(*ix)));
    let outside: People = outside.collect();
    content().remarks.iter().filter(move |remark| {
        let said = remark.people.is_empty() || remark.people.meets(outside);
        remark.place == RemarkPlace::Whom
            && said
            && !remark.people.iter().any(|one| !outside.contains(one))
    })
}

fn group(view: &View, of: Group) -> Html {
    let words = view.words;
    let title = match of {
        Group::MustNot => words.expect_must_not(),
        Group::Owe => words.expect_owe(),
        Group::Company => words.expect_company(),
        Group::BetterNot => words.expect_better_not(),
    };
    let lines = content().expectations.iter().filter(|line| line.group == of);
    html! {
        <section class="adal-section">
            <h2 class="adal-heading">{ title }</h2>
            <ul class="adal-plain-list">{ for lines.map(|each| line(view, each)) }</ul>
        </section>
    }
}

/// One thing to expect, the clauses that say so, and the way to check it.
fn line(view: &View, line: &'static Expectation) -> Html {
    let View { session, words, dispatch, .. } = view;
    let is_advice = line.group == Group::BetterNot;
    let situation = line.situation.filter(|ix| is_open_to(session.case().people, *ix));
    html! {
        <li class="adal-expectation">
            <p class="adal-expectation__text">{ line.text.get(words.lang()) }</p>
            if is_advice {
                <p class="adal-ground">{ words.ground_advice() }</p>
            }
            <p class="adal-expectation__ways">
                { for line.clauses.iter().map(|ix| clause_button(*ix, *words, dispatch)) }
            </p>
            if let Some(situation) = situation {
                <p class="adal-ground">
                    { words.check_this() }{ " " }{ check_button(situation, *words, dispatch) }
                </p>
            }
        </li>
    }
}

fn clause_button(ix: ClauseIx, words: Words, dispatch: &Callback<Action>) -> Html {
    reading_button(Page::Standard(Some(ix)), words.clause_number(&content()[ix].id), dispatch)
}
