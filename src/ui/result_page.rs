//! The result: which clauses apply or may apply, why, what would change that, and what to do.

use std::rc::Rc;

use adal_core::{Assessment, ClauseIx, Finding, Ground, Headline, StepIx, StepToTake};
use yew::prelude::*;

use crate::embedded::content;
use crate::host::{Contact, Contacts};
use crate::session::{Action, Page, Session, is_bound};
use crate::ui::app::HEADING_ID;
use crate::ui::parts::back_link::BackLink;
use crate::ui::parts::disclosure::Disclosure;
use crate::ui::parts::notice::{Notice, Tone};
use crate::ui::parts::save_file::SaveFile;
use crate::ui::result_page::finding_card::{FindingCard, why};
use crate::ui::review_page::{answer_row, start_row};
use crate::ui::standard_page::reading_button;
use crate::words::Words;

pub mod finding_card;

/// The result.
#[derive(Properties, PartialEq)]
pub struct ResultPageProps {
    /// The session.
    pub session: Rc<Session>,
    /// The words of the interface.
    pub words: Words,
    /// Where actions go.
    pub dispatch: Callback<Action>,
    /// Whom to turn to, as the host page says.
    pub contacts: Contacts,
}

/// The result, in the reader's order: what, why, what to do, what was not looked at.
#[component]
pub fn ResultPage(props: &ResultPageProps) -> Html {
    let ResultPageProps { session, words, dispatch, .. } = props;
    let assessment = session.assessment();
    html! {
        <>
            <BackLink label={words.back()} on_back={dispatch.reform(|_| Action::Back)} />
            { headline(assessment.headline, *words) }
            { unfinished(props, &assessment) }
            { groups(&assessment, *words, &|finding| {
                html! { <>{ why(finding, *words, dispatch) }{ read(finding, *words, dispatch) }</> }
            }) }
            { find_out(props, &assessment) }
            { what_to_do(&assessment, is_bound(session.case().people), *words, &|step| prepare(step, props)) }
            { whom_to_turn_to(props) }
            { reminders(&assessment, *words) }
            { checked(&assessment, *words) }
            { your_answers(props) }
            if assessment.find_out.is_empty() {
                { save(props) }
            }
            <div class="adal-actions">
                <button
                    type="button"
                    class="adal-button adal-button--secondary"
                    onclick={dispatch.reform(|_: MouseEvent| Action::StartAgain)}
                >
                    { words.start_again() }
                </button>
            </div>
        </>
    }
}

/// The way to the clause in the Standard.
fn read(finding: &Finding, words: Words, dispatch: &Callback<Action>) -> Html {
    let label = words.read_clause(&content()[finding.clause].id);
    html! { <p>{ reading_button(Page::Standard(Some(finding.clause)), label, dispatch) }</p> }
}

/// The strongest thing to say, and under it always what this tool did not look at.
pub(crate) fn headline(headline: Headline, words: Words) -> Html {
    let title = match headline {
        Headline::Prohibited => words.headline_prohibited(),
        Headline::Duty => words.headline_duty(),
        Headline::StepsFirst => words.headline_steps_first(),
        Headline::Expected => words.headline_expected(),
        Headline::MayApply => words.headline_may_apply(),
        Headline::Recommended => words.headline_recommended(),
        Headline::Right => words.headline_right(),
        Headline::Nothing => words.headline_nothing(),
    };
    html! {
        <div class={classes!("adal-headline", tone(headline))}>
            <h1 class="adal-headline__title" id={HEADING_ID} tabindex="-1">{ title }</h1>
            <p class="adal-headline__limits">{ words.only_standard() }</p>
        </div>
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

/// Seen early: how much was not asked yet, and the way on.
fn unfinished(props: &ResultPageProps, assessment: &Assessment) -> Html {
    let ResultPageProps { session, words, dispatch, .. } = props;
    let left = session.interview().at_most_left;
    if left == 0 {
        return Html::default();
    }
    let questions = assessment.still_open.iter().map(|question| {
        html! { <li>{ content()[*question].text.get(words.lang()) }</li> }
    });
    html! {
        <Notice tone={Tone::Caution}>
            <p>{ words.not_finished(left) }</p>
            <ul>{ for questions }</ul>
            <button
                type="button"
                class="adal-button"
                onclick={dispatch.reform(|_: MouseEvent| Action::Continue)}
            >
                { words.go_on() }
            </button>
        </Notice>
    }
}

/// The findings by what they say, strongest first; `details` are put under each.
pub(crate) fn groups(
    assessment: &Assessment,
    words: Words,
    details: &dyn Fn(&Finding) -> Html,
) -> Html {
    let groups = ranks(assessment).into_iter().map(|rank| group(assessment, rank, words, details));
    html! { <>{ for groups }</> }
}

/// The headlines that the findings have, strongest first, each once.
fn ranks(assessment: &Assessment) -> Vec<Headline> {
    let mut ranks: Vec<Headline> = assessment.findings.iter().map(Finding::headline).collect();
    ranks.dedup();
    ranks
}

fn group(
    assessment: &Assessment,
    rank: Headline,
    words: Words,
    details: &dyn Fn(&Finding) -> Html,
) -> Html {
    let title = match rank {
        Headline::Prohibited => words.group_prohibited(),
        Headline::Duty => words.group_duty(),
        Headline::StepsFirst => words.group_steps_first(),
        Headline::Expected => words.group_expected(),
        Headline::Recommended => words.group_recommended(),
        Headline::Right => words.group_right(),
        Headline::MayApply | Headline::Nothing => words.group_may_apply(),
    };
    let cards =
        assessment.findings.iter().filter(|finding| finding.headline() == rank).map(|finding| {
            html! {
                <FindingCard
                    key={content()[finding.clause].id.as_str()}
                    finding={finding.clone()}
                    {words}
                >
                    { details(finding) }
                </FindingCard>
            }
        });
    html! {
        <section class={classes!("adal-section", tone(rank))}>
            <h2 class="adal-heading">{ title }</h2>
            { for cards }
        </section>
    }
}

/// Beside the warning that the answers will be lost, where something is to be found out.
fn save(props: &ResultPageProps) -> Html {
    html! { <SaveFile case={props.session.case().clone()} words={props.words} /> }
}

/// Each fact that the person was not sure of, with the way to find it out and to answer it.
fn find_out(props: &ResultPageProps, assessment: &Assessment) -> Html {
    let ResultPageProps { words, dispatch, .. } = props;
    if assessment.find_out.is_empty() {
        return Html::default();
    }
    let lang = words.lang();
    let rows = assessment.find_out.iter().map(|ix| {
        let (ix, question) = (*ix, &content()[*ix]);
        html! {
            <li class="adal-find-out">
                <p><strong>{ question.text.get(lang) }</strong></p>
                <p>{ question.find_out.get(lang) }</p>
                <button
                    type="button"
                    class="adal-link"
                    aria-label={words.answer_what(question.text.get(lang))}
                    onclick={dispatch.reform(move |_: MouseEvent| Action::Change(ix))}
                >
                    { words.answer_now() }
                </button>
            </li>
        }
    });
    html! {
        <section class="adal-section">
            <h2 class="adal-heading">{ words.find_out_title() }</h2>
            <p>{ words.find_out_lead() }</p>
            { save(props) }
            <ul class="adal-plain-list">{ for rows }</ul>
        </section>
    }
}

/// One ordered list, each step with who says so; `more` is put under each.
pub(crate) fn what_to_do(
    assessment: &Assessment,
    is_bound: bool,
    words: Words,
    more: &dyn Fn(StepIx) -> Html,
) -> Html {
    let steps = assessment.steps.iter().map(|step| step_row(step, words, more(step.step)));
    html! {
        <section class="adal-section">
            <h2 class="adal-heading">{ words.what_to_do_title() }</h2>
            if !is_bound {
                <Notice tone={Tone::Plain}><p>{ words.ngo_not_bound() }</p></Notice>
            }
            <ol class="adal-steps">
                { for steps }
                if assessment.steps.is_empty() {
                    <li class="adal-step">
                        <p>{ words.ask_in_doubt() }</p>
                        <p class="adal-ground">{ words.ground_advice() }</p>
                    </li>
                }
            </ol>
        </section>
    }
}

/// The way to the draft of the notice that the step calls for, if it calls for one.
fn prepare(step: StepIx, props: &ResultPageProps) -> Html {
    let ResultPageProps { words, dispatch, .. } = props;
    let Some(notice) = content().notices.for_step(step) else { return Html::default() };
    let id = format!("adal-prepare-{}", content()[notice].id);
    html! {
        <button
            type="button"
            class="adal-link"
            {id}
            onclick={dispatch.reform(move |_: MouseEvent| Action::Prepare(notice))}
        >
            { words.prepare_draft(content()[notice].name.get(words.lang())) }
        </button>
    }
}

/// Who says that a step is to be taken.
pub(crate) fn ground(step: &StepToTake, words: Words) -> AttrValue {
    match &step.ground {
        Ground::Requires(clauses) if clauses.iter().any(|clause| content()[*clause].requires()) => {
            words.ground_requires(clauses.len(), &numbers(clauses))
        }
        Ground::Requires(clauses) => words.ground_stated(clauses.len(), &numbers(clauses)),
        Ground::MayRequire(clauses) => words.ground_may_require(clauses.len(), &numbers(clauses)),
        Ground::Advice => words.ground_advice(),
    }
}

fn step_row(step: &StepToTake, words: Words, more: Html) -> Html {
    html! {
        <li class="adal-step">
            <p>{ content()[step.step].text.get(words.lang()) }</p>
            <p class="adal-ground">{ ground(step, words) }</p>
            { more }
        </li>
    }
}

/// Clause numbers as they are cited: `2.1.1, 3.6`.
pub(crate) fn numbers(clauses: &[ClauseIx]) -> String {
    clauses.iter().map(|clause| content()[*clause].id.as_str()).collect::<Vec<_>>().join(", ")
}

fn whom_to_turn_to(props: &ResultPageProps) -> Html {
    let words = props.words;
    let bound = is_bound(props.session.case().people);
    let standard = if bound { words.whom_staff() } else { words.whom_ngo() };
    html! {
        <section class="adal-section">
            <h2 class="adal-heading">{ words.whom_title() }</h2>
            <p>{ standard }</p>
            <p>{ words.whom_protection() }</p>
            { contacts(props) }
        </section>
    }
}

/// The contacts of this site for such a person, and those outside the Company.
fn contacts(props: &ResultPageProps) -> Html {
    let ResultPageProps { session, words, contacts, .. } = props;
    let own = if is_bound(session.case().people) { &contacts.staff } else { &contacts.ngo };
    let lines = [(None, own), (Some(words.contacts_outside()), &contacts.outside)];
    let given = lines.into_iter().filter(|(_, Contact(parts))| !parts.is_empty());
    let items: Vec<Html> = given.map(|(label, contact)| contact_line(label, contact)).collect();
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3 class="adal-subheading">{ words.contacts_given() }</h3>
            <ul>{ for items }</ul>
        </>
    }
}

fn contact_line(label: Option<AttrValue>, Contact(parts): &Contact) -> Html {
    let parts: Vec<&str> = parts.iter().map(AttrValue::as_str).collect();
    html! {
        <li>
            if let Some(label) = label {
                { label }{ " " }
            }
            // The site's own words, in whatever language it wrote them.
            <bdi>{ parts.join(" · ") }</bdi>
        </li>
    }
}

/// Expected conduct: true of nearly every situation, never the ground of a headline.
fn reminders(assessment: &Assessment, words: Words) -> Html {
    if assessment.reminders.is_empty() {
        return Html::default();
    }
    html! {
        <Disclosure summary={words.reminders_title()}>
            { clause_list(&assessment.reminders, words) }
        </Disclosure>
    }
}

/// What was looked at without result, and what was not looked at. In plain sight where nothing was triggered: there it
/// keeps the headline from sounding like an acquittal.
pub(crate) fn checked(assessment: &Assessment, words: Words) -> Html {
    let lists = html! {
        <>
            if !assessment.not_triggered.is_empty() {
                <h3 class="adal-subheading">{ words.not_triggered_title() }</h3>
                { clause_list(&assessment.not_triggered, words) }
            }
            <h3 class="adal-subheading">{ words.not_checked_title() }</h3>
            <p>{ words.not_checked_lead() }</p>
            { clause_list(&assessment.not_checked, words) }
        </>
    };
    if assessment.headline != Headline::Nothing {
        return html! { <Disclosure summary={words.checked_title()}>{ lists }</Disclosure> };
    }
    html! {
        <section class="adal-section">
            <h2 class="adal-heading">{ words.checked_title() }</h2>
            { lists }
        </section>
    }
}

fn clause_list(clauses: &[ClauseIx], words: Words) -> Html {
    let rows = clauses.iter().map(|ix| {
        let clause = &content()[*ix];
        html! {
            <li>
                <span class="adal-number">{ clause.id.as_str() }</span>
                { " " }
                { clause.plain.get(words.lang()) }
            </li>
        }
    });
    html! { <ul class="adal-clause-list">{ for rows }</ul> }
}

fn your_answers(props: &ResultPageProps) -> Html {
    let ResultPageProps { session, words, dispatch, .. } = props;
    let interview = session.interview();
    let rows = interview.asked.iter().filter_map(|question| {
        let answer = interview.live.get(question)?;
        Some(answer_row(*question, *answer, *words, dispatch))
    });
    html! {
        <Disclosure summary={words.your_answers_title()}>
            <dl class="adal-answers">{ start_row(session, *words, dispatch) }{ for rows }</dl>
        </Disclosure>
    }
}
