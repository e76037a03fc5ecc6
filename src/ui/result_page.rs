//! The result: which clauses apply or may apply, what to do, exports, and the details.

use adal_core::{ClauseIx, Headline, StepIx};
use yew::prelude::*;

use crate::embedded::content;
use crate::ids::id;
use crate::report::{
    ClauseLine, ContactLine, Group, OfferLine, Part, Report, Step, Tier, ToFindOut,
};
use crate::session::{Action, Page};
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::back_link::back_link;
use crate::ui::parts::disclosure::disclosure;
use crate::ui::parts::notice::{Tone, notice};
use crate::ui::parts::save_file::SaveFile;
use crate::ui::parts::signs::{icon, sign};
use crate::ui::result_page::finding_card::finding_card;
use crate::ui::result_page::take_result::TakeResult;
use crate::ui::review_page::{answer_row, start_row};
use crate::ui::standard_page::reading_button;
use crate::ui::view::View;
use crate::words::Words;

pub mod finding_card;
pub mod paper;
pub mod take_result;

/// The result: what matters in the next minutes first, then the ways to take it along, then the rest.
pub fn result_page(view: &View) -> Html {
    let View { session, words, dispatch, contacts } = view;
    let report = Report::of(session.case(), contacts, *words);
    let cards = |group| group_view(group, *words, Some(dispatch));
    let save = html! { <SaveFile case={session.case().clone()} words={*words} /> };
    // A person who has something to find out will leave the page and lose the answers.
    let (save_here, save_later) =
        if report.find_out.is_empty() { (Html::default(), save) } else { (save, Html::default()) };
    let part = |part: Part| match part {
        Part::Settled => report.groups_that(false).map(cards).collect(),
        Part::Open => report.groups_that(true).map(cards).collect(),
        Part::FindOut => find_out(&report, save_here.clone(), dispatch),
        Part::WhatToDo => what_to_do(&report, &|step| prepare(step, *words, dispatch)),
    };
    html! {
        <>
            { back_link(words.back(), dispatch.reform(|_| Action::Back)) }
            { about(&report, dispatch) }
            { headline(&report) }
            { first_result(&report, dispatch) }
            { for report.order().map(part) }
            { other_situations(&report, dispatch) }
            { whom_to_turn_to(&report) }
            <div class="adal-aside">
                <TakeResult
                    session={session.clone()}
                    words={*words}
                    dispatch={dispatch.clone()}
                    contacts={contacts.clone()}
                />
                { your_answers(&report, dispatch) }
            </div>
            { save_later }
            { reminders(&report) }
            { checked(&report) }
            { start_again(*words, dispatch) }
        </>
    }
}

/// What the result is about, in one line, with a button to change it.
fn about(report: &Report, dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="adal-about">
            <p class="adal-about__facts">{ &report.facts }</p>
            <button
                type="button"
                class="adal-link"
                aria-label={report.words.change_what(&report.words.who_and_what())}
                onclick={dispatch.reform(|_: MouseEvent| Action::ChangeStart)}
            >
                { report.words.change() }
            </button>
        </div>
    }
}

/// The verdict: its kind, the headline, the reason and the clauses, always followed by what this tool did not check.
/// If the Standard does not name the person, all of it is inside a frame that says so.
pub(crate) fn headline(report: &Report) -> Html {
    let verdict = html! {
        <section class={classes!("adal-verdict", tone(report.headline))}>
            { sign(report.headline) }
            <p class="adal-verdict__kind">{ &report.verdict }</p>
            <h1 class="adal-verdict__title" id={HEADING_ID} tabindex="-1">{ &report.title }</h1>
            if let Some(because) = &report.because {
                <p class="adal-verdict__because">{ because }</p>
            }
            if let Some(clauses) = &report.because_of {
                <p class="adal-verdict__clauses">{ clauses }</p>
            }
        </section>
    };
    let verdict = match &report.frame {
        None => verdict,
        Some([lead, note]) => html! {
            <div class="adal-frame">
                <p class="adal-frame__lead">{ lead }</p>
                { verdict }
                <p class="adal-remark">{ note }</p>
            </div>
        },
    };
    html! {
        <>
            { verdict }
            <p class="adal-limits">{ report.words.only_standard() }</p>
            if let Some(also) = &report.also {
                <p class="adal-remark">{ also }</p>
            }
            { for report.remarks.iter().map(|text| html! { <p class="adal-note">{ text }</p> }) }
        </>
    }
}

/// Other situations that fit the answers. They do not repeat questions.
fn other_situations(report: &Report, dispatch: &Callback<Action>) -> Html {
    if report.offers.is_empty() {
        return Html::default();
    }
    let words = report.words;
    let row = |line: &OfferLine| {
        let offer = line.offer;
        let id = id(&format!("offer-{}", content()[offer.to].id));
        html! {
            <li>
                <button
                    type="button"
                    {id}
                    class="adal-button adal-button--secondary"
                    onclick={dispatch.reform(move |_: MouseEvent| Action::Follow(offer))}
                >
                    { &line.text }
                </button>
            </li>
        }
    };
    html! {
        <section class="adal-section adal-offers">
            <h2 class="adal-heading">{ words.offer_title() }</h2>
            <p>{ words.offer_lead() }</p>
            <ul class="adal-plain-list">{ for report.offers.iter().map(row) }</ul>
        </section>
    }
}

/// The class that gives a rank its colour.
fn tone(rank: Headline) -> &'static str {
    match rank {
        Headline::Prohibited => "adal-tone--stop",
        Headline::Duty | Headline::StepsFirst => "adal-tone--act",
        Headline::Expected => "adal-tone--expected",
        Headline::MayApply => "adal-tone--open",
        Headline::Recommended | Headline::Right => "adal-tone--right",
        Headline::Nothing => "adal-tone--calm",
    }
}

/// For an early result: how many questions are left, and a button to continue.
fn first_result(report: &Report, dispatch: &Callback<Action>) -> Html {
    let Some(text) = &report.first_result else { return Html::default() };
    let words = report.words;
    let questions = report.not_asked.iter().map(|question| html! { <li>{ question }</li> });
    html! {
        { notice(Tone::Caution, html! { <>
            <p>{ text }</p>
            <button
                type="button"
                class="adal-button"
                onclick={dispatch.reform(|_: MouseEvent| Action::Continue)}
            >
                { words.go_on() }
            </button>
            if !report.not_asked.is_empty() {
                { disclosure(words.not_asked_title(), html! { <>
                    <ul>{ for questions }</ul>
                </> }) }
            }
        </> }) }
    }
}

/// Findings of the same rank. In an exercise there is no `dispatch`, and the first card is open.
pub(crate) fn group_view(group: &Group, words: Words, dispatch: Option<&Callback<Action>>) -> Html {
    let cards = group.findings.iter().enumerate().map(|(place, finding)| {
        finding_card(finding, place == 0 && dispatch.is_none(), words, dispatch)
    });
    html! {
        <section class={classes!("adal-section", tone(group.rank))}>
            <h2 class="adal-heading">{ &group.title }</h2>
            { for cards }
        </section>
    }
}

/// A link to a clause in the Standard.
fn read(clause: ClauseIx, words: Words, dispatch: &Callback<Action>) -> Html {
    let label = words.read_clause(&content()[clause].id);
    html! { <p>{ reading_button(Page::Standard(Some(clause)), label, dispatch) }</p> }
}

/// Steps that make everything else wait, then one ordered list: required steps, steps that depend on a clause,
/// advice. Each step has its ground, followed by `more`. Steps that depend on a clause have no number where they are
/// folded, because the numbers of the others must not change when they are opened.
pub(crate) fn what_to_do(report: &Report, more: &dyn Fn(StepIx) -> Html) -> Html {
    let row = |step: &Step| {
        let required = matches!(step.tier, Tier::Headline | Tier::Required);
        html! {
            <li class={classes!("adal-step", (!required).then_some("adal-step--light"))}>
                <p class="adal-step__text">{ &step.text }</p>
                <p class="adal-ground">{ &step.ground }</p>
                { step.step.map(more).unwrap_or_default() }
            </li>
        }
    };
    let hold = |step: &Step| {
        html! {
            <div class="adal-hold">
                { icon("pause") }
                <div>
                    <p>{ &step.text }</p>
                    <p class="adal-ground">{ &step.ground }</p>
                </div>
            </div>
        }
    };
    let rows = |of: fn(Tier) -> bool| report.steps.iter().filter(move |s| of(s.tier)).map(row);
    let required = rows(|tier| tier <= Tier::Required);
    let if_applies = rows(|tier| tier == Tier::IfApplies);
    let advice = rows(|tier| tier == Tier::Advice);
    let if_applies = match report.if_applies() {
        None => html! { { for if_applies } },
        Some(condition) => html! {
            <li class="adal-step adal-step--folded">
                { disclosure(condition, html! { <>
                    <ul class="adal-steps" role="list">{ for if_applies }</ul>
                </> }) }
            </li>
        },
    };
    let before = report.before_steps.iter();
    html! {
        <section class="adal-section">
            <h2 class="adal-heading">{ report.words.what_to_do_title() }</h2>
            { for before.map(|text| html! { <p class="adal-note">{ text }</p> }) }
            { for report.hold.iter().map(hold) }
            <ol class="adal-steps" role="list">{ for required }{ if_applies }{ for advice }</ol>
        </section>
    }
}

/// A button for the draft of the notice that the step calls for, if any.
fn prepare(step: StepIx, words: Words, dispatch: &Callback<Action>) -> Html {
    let Some(notice) = content().notices.for_step(step) else { return Html::default() };
    let id = id(&format!("prepare-{}", content()[notice].id));
    html! {
        <button
            type="button"
            class="adal-button adal-button--secondary adal-button--draft"
            {id}
            onclick={dispatch.reform(move |_: MouseEvent| Action::Prepare(notice))}
        >
            { icon("sheet") }
            { words.prepare_draft(content()[notice].name.get(words.lang())) }
        </button>
    }
}

/// What the Standard says about contacts, and the contacts of this site in its own words and language.
fn whom_to_turn_to(report: &Report) -> Html {
    let words = report.words;
    if report.whom.is_empty() && report.contacts.is_empty() {
        return Html::default();
    }
    let contact = |ContactLine { label, given }: &ContactLine| {
        html! {
            <li>
                if let Some(label) = label {
                    { label }{ " " }
                }
                <bdi>{ given }</bdi>
            </li>
        }
    };
    html! {
        <section class="adal-section">
            <h2 class="adal-heading">{ words.whom_title() }</h2>
            if !report.contacts.is_empty() {
                <ul class="adal-plain-list adal-contacts">{ for report.contacts.iter().map(contact) }</ul>
                <p class="adal-remark">{ words.contacts_given() }</p>
            }
            { for report.whom.iter().map(|text| html! { <p>{ text }</p> }) }
        </section>
    }
}

/// Each fact that the person was not sure of, how to find it out, and a button to answer it.
fn find_out(report: &Report, save: Html, dispatch: &Callback<Action>) -> Html {
    if report.find_out.is_empty() {
        return Html::default();
    }
    let words = report.words;
    let row = |fact: &ToFindOut| {
        let question = fact.question;
        html! {
            <li class="adal-find-out">
                <p><strong>{ &fact.text }</strong></p>
                <p>{ &fact.how }</p>
                <button
                    type="button"
                    class="adal-link"
                    aria-label={words.answer_what(&fact.text)}
                    onclick={dispatch.reform(move |_: MouseEvent| Action::Change(question))}
                >
                    { words.answer_now() }
                </button>
            </li>
        }
    };
    html! {
        <section class="adal-section">
            <h2 class="adal-heading">{ words.find_out_title() }</h2>
            <p>{ words.find_out_lead() }</p>
            { save }
            <ul class="adal-plain-list">{ for report.find_out.iter().map(row) }</ul>
        </section>
    }
}

/// Expected conduct. It applies to nearly every situation and is never the ground of a headline.
fn reminders(report: &Report) -> Html {
    if report.reminders.is_empty() {
        return Html::default();
    }
    if report.headline == Headline::Nothing {
        return html! {
            <section class="adal-section">
                <h2 class="adal-heading">{ report.words.reminders_title() }</h2>
                { clause_list(&report.reminders) }
            </section>
        };
    }
    html! {
        { disclosure(report.words.reminders_title(), html! { <>
            { clause_list(&report.reminders) }
        </> }) }
    }
}

/// What was checked without result, and what was not checked. If nothing was triggered, the numbers of the clauses are always
/// visible, so that the headline does not sound like an acquittal; what they say is folded.
pub(crate) fn checked(report: &Report) -> Html {
    let words = report.words;
    let openly = report.headline == Headline::Nothing;
    let list = |title: AttrValue, lead: Html, clauses: &[ClauseLine]| {
        if clauses.is_empty() {
            return Html::default();
        }
        let list = clause_list(clauses);
        if !openly {
            return html! { <><h3 class="adal-subheading">{ title }</h3>{ lead }{ list }</> };
        }
        let numbers: Vec<&str> = clauses.iter().map(|clause| clause.number.as_str()).collect();
        let title = format!("{title}: {}", numbers.join(", "));
        html! { <>{ lead }{ disclosure(title.into(), list) }</> }
    };
    let not_checked_lead = html! { <p>{ words.not_checked_lead() }</p> };
    let lists = html! {
        <>
            { list(words.not_triggered_title(), Html::default(), &report.not_triggered) }
            { list(words.not_checked_title(), not_checked_lead, &report.not_checked) }
        </>
    };
    if !openly {
        return disclosure(words.checked_title(), lists);
    }
    html! {
        <section class="adal-section">
            <h2 class="adal-heading">{ words.checked_title() }</h2>
            { lists }
        </section>
    }
}

fn clause_list(clauses: &[ClauseLine]) -> Html {
    let row = |clause: &ClauseLine| {
        html! {
            <li><span class="adal-number">{ &clause.number }</span>{ " " }{ &clause.plain }</li>
        }
    };
    html! { <ul class="adal-clause-list">{ for clauses.iter().map(row) }</ul> }
}

fn your_answers(report: &Report, dispatch: &Callback<Action>) -> Html {
    let words = report.words;
    let rows = report.answers.iter().map(|answered| answer_row(answered, words, dispatch));
    html! {
        { disclosure(words.your_answers_title(), html! { <>
            <dl class="adal-answers">
                { start_row(&report.about, words, dispatch) }
                { for rows }
            </dl>
        </> }) }
    }
}

fn start_again(words: Words, dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="adal-actions">
            <button
                type="button"
                class="adal-button adal-button--secondary"
                onclick={dispatch.reform(|_: MouseEvent| Action::StartAgain)}
            >
                { words.start_again() }
            </button>
        </div>
    }
}
