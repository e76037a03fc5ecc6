//! One finding: the clause in a plain sentence, the person's own reasons, what would change it, the exact text.

use adal_core::{Answer, Counterfactual, Effect, Finding, Lang, Reading, State};
use yew::prelude::*;

use crate::embedded::content;
use crate::session::Action;
use crate::ui::parts::clause_text::ClauseText;
use crate::ui::review_page::{answer_row, answer_words};
use crate::words::Words;

/// One finding.
#[derive(Properties, PartialEq)]
pub struct FindingCardProps {
    /// The finding.
    pub finding: Finding,
    /// The words of the interface.
    pub words: Words,
    /// What stands between the reasons of the Standard and its exact text.
    #[prop_or_default]
    pub children: Html,
}

/// One finding, from the plain sentence down to the exact text.
#[component]
pub fn FindingCard(props: &FindingCardProps) -> Html {
    let FindingCardProps { finding, words, children } = props;
    let lang = words.lang();
    let clause = &content()[finding.clause];
    let note = clause.note.as_ref().filter(|_| finding.state != State::Applies);
    html! {
        <article class="adal-card">
            <h3 class="adal-card__title">
                <span class="adal-number">{ words.clause_number(&clause.id) }</span>
                { clause.plain.get(lang) }
            </h3>
            if clause.section() == "4" && finding.effect != Effect::Recommended {
                <p class="adal-remark">{ words.section_four() }</p>
            }
            { because(finding, lang) }
            { state_remark(finding, *words) }
            if let Some(note) = note {
                <p class="adal-remark">{ note.get(lang) }</p>
            }
            { missing_facts(finding, *words) }
            { children.clone() }
            <ClauseText clause={finding.clause} content={content()} words={*words} />
        </article>
    }
}

/// The sentence that ties the facts to the clause; while facts are missing it would claim too much.
fn because(finding: &Finding, lang: Lang) -> Html {
    if finding.state == State::FactsOpen {
        return Html::default();
    }
    html! { <p class="adal-card__because">{ content()[finding.rule].because.get(lang) }</p> }
}

/// Why it only *may* apply: both readings of an open wording, or a person whom the Standard does not name.
fn state_remark(finding: &Finding, words: Words) -> Html {
    let lang = words.lang();
    match (finding.state, &content()[finding.rule].reading) {
        (State::WordingOpen, Reading::Open([one, other])) => html! {
            <div class="adal-open">
                <p>{ words.wording_open() }</p>
                <ul><li>{ one.get(lang) }</li><li>{ other.get(lang) }</li></ul>
                <p>{ words.ask_which_reading() }</p>
            </div>
        },
        (State::PersonOpen(person), _) => {
            let note = content()[person].open.as_ref().map_or("", |note| note.get(lang));
            html! { <div class="adal-open"><p>{ note }</p></div> }
        }
        _ => Html::default(),
    }
}

/// The person's own answers that decide it, and what would change it.
pub fn why(finding: &Finding, words: Words, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            { reasons(finding, words, dispatch) }
            { what_would_change(finding, words) }
        </>
    }
}

/// The person's own answers that decide it.
fn reasons(finding: &Finding, words: Words, dispatch: &Callback<Action>) -> Html {
    if finding.reasons.is_empty() {
        return Html::default();
    }
    let rows = finding
        .reasons
        .iter()
        .map(|reason| answer_row(reason.question, Answer::Choice(reason.choice), words, dispatch));
    html! {
        <>
            <h4 class="adal-card__subtitle">{ words.your_reasons() }</h4>
            <dl class="adal-answers">{ for rows }</dl>
        </>
    }
}

/// The questions that would settle it: those not asked yet, and those answered "not sure".
fn missing_facts(finding: &Finding, words: Words) -> Html {
    if finding.state != State::FactsOpen {
        return Html::default();
    }
    let lang = words.lang();
    let list = |title: AttrValue, questions: &[adal_core::QuestionIx]| {
        if questions.is_empty() {
            return Html::default();
        }
        let rows = questions.iter().map(|ix| html! { <li>{ content()[*ix].text.get(lang) }</li> });
        html! { <><h4 class="adal-card__subtitle">{ title }</h4><ul>{ for rows }</ul></> }
    };
    html! {
        <>
            { list(words.depends_on_unsure(), &finding.find_out) }
            { list(words.depends_on_unasked(), &finding.still_open) }
        </>
    }
}

/// Every single other answer that would lift the finding, or that none does.
fn what_would_change(finding: &Finding, words: Words) -> Html {
    if finding.state == State::FactsOpen {
        return Html::default();
    }
    if finding.counterfactuals.is_empty() {
        return html! { <p class="adal-remark">{ words.no_single_answer() }</p> };
    }
    let row = |change: &Counterfactual| {
        let question = content()[change.question].text.get(words.lang());
        let answer = answer_words(change.question, Answer::Choice(change.instead), words);
        html! { <li>{ question }{ " – " }<strong>{ answer }</strong></li> }
    };
    html! {
        <>
            <h4 class="adal-card__subtitle">{ words.what_would_change() }</h4>
            <ul class="adal-changes">{ for finding.counterfactuals.iter().map(row) }</ul>
            <p class="adal-remark">{ words.only_if_true() }</p>
        </>
    }
}
