//! What the Standard expects, line by line: of staff, or as NGOs and applicants see it.

use adal_core::{Audience, ClauseIx, Expectation, Group, People, Remark, RemarkPlace};
use yew::prelude::*;

use crate::embedded::content;
use crate::session::{Action, Page, is_bound, is_open_to, people_indices};
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::back_link::back_link;
use crate::ui::standard_page::more::check_button;
use crate::ui::standard_page::reading_button;
use crate::ui::view::View;
use crate::words::Words;

/// The lists of this audience, and whom to turn to: for staff after what must be reported, for NGOs at the end.
pub fn expectations_page(view: &View, audience: Audience) -> Html {
    let View { words, dispatch, .. } = view;
    let lead = match audience {
        Audience::Ngo => words.expectations_lead(),
        Audience::Staff => words.expected_lead(),
    };
    let (first, last): (&[Group], &[Group]) = match audience {
        Audience::Ngo => (&[Group::MustNot, Group::Owe, Group::Company, Group::BetterNot], &[]),
        Audience::Staff => (
            &[Group::NotTake, Group::NotGive, Group::NotDo, Group::Report, Group::Doubt],
            &[Group::SeeTo, Group::EveryDay],
        ),
    };
    let groups = |groups: &[Group]| groups.iter().map(|of| group(view, *of)).collect::<Html>();
    html! {
        <>
            { back_link(words.back(), dispatch.reform(|_| Action::Back)) }
            <h1 class="adal-title" id={HEADING_ID} tabindex="-1">
                { expected_title(audience, *words) }
            </h1>
            <p class="adal-lead">{ lead }</p>
            { groups(first) }
            <section class="adal-section">
                <h2 class="adal-heading">{ words.whom_title() }</h2>
                { for whom(audience).map(|remark| html! { <p>{ remark.text.get(words.lang()) }</p> }) }
            </section>
            { groups(last) }
            <p class="adal-limits">{ words.only_standard() }</p>
            <div class="adal-actions">
                { reading_button(Page::Standard(None), words.read_standard(), dispatch) }
            </div>
        </>
    }
}

/// The title of the page, which is also the label of the links to it.
pub(crate) fn expected_title(audience: Audience, words: Words) -> AttrValue {
    match audience {
        Audience::Ngo => words.expectations_title(),
        Audience::Staff => words.expected_title(),
    }
}

/// Remarks that tell this audience whom to contact. Those for everybody are about reports of staff.
fn whom(audience: Audience) -> impl Iterator<Item = &'static Remark> {
    let readers = people_indices(content()).filter(move |ix| match audience {
        Audience::Ngo => !is_bound(People::NOBODY.with(*ix)),
        Audience::Staff => !content()[*ix].alone,
    });
    let readers: People = readers.collect();
    content().remarks.iter().filter(move |remark| {
        let for_all = audience == Audience::Staff && remark.people.is_empty();
        let is_told = for_all || remark.people.meets(readers);
        remark.place == RemarkPlace::Whom && is_told
    })
}

fn group(view: &View, of: Group) -> Html {
    let words = view.words;
    let title = match of {
        Group::MustNot => words.expect_must_not(),
        Group::Owe => words.expect_owe(),
        Group::Company => words.expect_company(),
        Group::BetterNot => words.expect_better_not(),
        Group::NotTake => words.expect_not_take(),
        Group::NotGive => words.expect_not_give(),
        Group::NotDo => words.expect_not_do(),
        Group::Report => words.expect_report(),
        Group::Doubt => words.expect_doubt(),
        Group::SeeTo => words.expect_see_to(),
        Group::EveryDay => words.expect_every_day(),
    };
    let lines = content().expectations.iter().filter(|line| line.group == of);
    html! {
        <section class="adal-section">
            <h2 class="adal-heading">{ title }</h2>
            <ul class="adal-plain-list">{ for lines.map(|each| line(view, each)) }</ul>
        </section>
    }
}

/// One line, what is to be known of the force of its clauses, the way to each clause, and the way to check it.
fn line(view: &View, line: &'static Expectation) -> Html {
    let View { session, words, dispatch, .. } = view;
    let is_advice = line.group == Group::BetterNot;
    let situation = line.situation.filter(|ix| is_open_to(session.case().people, *ix));
    let on_its_force = content().remarks.iter().filter(|remark| {
        !remark.rests_on.is_empty() && line.clauses.iter().all(|ix| remark.rests_on.contains(ix))
    });
    let on_its_force = on_its_force.map(|remark| remark.text.get(words.lang()));
    html! {
        <li class="adal-expectation">
            <p class="adal-expectation__text">
                { line.text.get(words.lang()) }
                { for line.clauses.iter().map(|ix| clause_button(*ix, *words, dispatch)) }
            </p>
            if is_advice {
                <p class="adal-ground">{ words.ground_advice() }</p>
            }
            { for on_its_force.map(|text| html! { <p class="adal-ground">{ text }</p> }) }
            if let Some(situation) = situation {
                <p class="adal-ground adal-screen-only">
                    { words.check_this() }{ " " }{ check_button(situation, *words, dispatch) }
                </p>
            }
        </li>
    }
}

fn clause_button(ix: ClauseIx, words: Words, dispatch: &Callback<Action>) -> Html {
    let label = words.clause_number(&content()[ix].id);
    html! { <>{ " " }{ reading_button(Page::Standard(Some(ix)), label, dispatch) }</> }
}
