//! The questions of a situation word for word, in order: when each is asked, and what its answers mean.

use adal_content::law::{By, Mapping, Setting, Values};
use adal_core::{Answer, Choice, ChoiceIx, QuestionIx};
use maud::{Markup, html};

use super::conditions::answers;
use super::page::{Page, letter};
use super::survey::SurveyedSituation;

/// All questions, with the facts that the answers set.
pub(super) fn questions(page: &Page, surveyed: &SurveyedSituation) -> Markup {
    let labels = page.labels;
    let mapping = page.survey.mapping(surveyed.ix);
    html! {
        section.questions-in-full {
            h3 { (labels.conduct_title()) }
            (matters(page, mapping))
            @if !mapping.firsts.is_empty() { (firsts(page, surveyed, mapping)) }
            @if !mapping.questions.is_empty() {
                h3 { (labels.questions_title()) }
                p.note { (labels.questions_lead(&labels.not_sure())) }
                @for (place, question) in mapping.questions.iter().enumerate() {
                    (in_full(page, surveyed, mapping, place, *question))
                }
            }
        }
    }
}

/// The matters, with the facts that are true from the start.
fn matters(page: &Page, mapping: &Mapping) -> Markup {
    let labels = page.labels;
    html! {
        ol.matters {
            @for matter in &mapping.matters {
                li {
                    (labels.view(matter.view))
                    @if !matter.given.is_empty() {
                        " " span.label { (labels.given()) }
                        @for (fact, value) in &matter.given {
                            span.fact-set { (labels.fact_is(page.law(), *fact, Values::of([*value]))) } " "
                        }
                    }
                }
            }
        }
    }
}

/// Answers that set facts together. They have priority over single answers.
fn firsts(page: &Page, surveyed: &SurveyedSituation, mapping: &Mapping) -> Markup {
    html! {
        h3 { (page.labels.firsts_title()) }
        ol.firsts {
            @for (place, when) in mapping.firsts.iter().enumerate() {
                li {
                    (answers(page, surveyed.ix, when)) " "
                    (facts(page, mapping, By::First(place)))
                }
            }
        }
    }
}

fn in_full(
    page: &Page,
    surveyed: &SurveyedSituation,
    mapping: &Mapping,
    place: usize,
    ix: QuestionIx,
) -> Markup {
    let (labels, question) = (page.labels, &page.content()[ix]);
    html! {
        div.question {
            h4 { (place + 1) ". " (page.text(&question.text)) }
            @if let Some(only) = &mapping.only[place] {
                p { span.label { (labels.asked_only_if()) ":" } " " (answers(page, surveyed.ix, only)) }
            }
            @if let Some(hint) = &question.hint { p.hint { (page.text(hint)) } }
            table.choices {
                thead.unseen { tr { th scope="col" { (labels.choice()) } th scope="col" { (labels.sets()) } } }
                tbody {
                    @for (choice, own) in (0_u8..).map(ChoiceIx).zip(&question.choices) {
                        (self::choice(page, mapping, (ix, choice), own))
                    }
                }
            }
            p { span.label { (labels.why()) ":" } " " (page.text(&question.why)) }
            p { span.label { (labels.find_out()) ":" } " " (page.text(&question.find_out)) }
        }
    }
}

fn choice(
    page: &Page,
    mapping: &Mapping,
    (question, ix): (QuestionIx, ChoiceIx),
    choice: &Choice,
) -> Markup {
    let leaves = mapping.leaving.contains(&(question, ix));
    html! {
        tr {
            td {
                b { (letter(Answer::Choice(ix))) } " " (page.text(&choice.text))
                @if let Some(hint) = &choice.hint { " " span.hint { (page.text(hint)) } }
            }
            td {
                (facts(page, mapping, By::Choice(question, ix)))
                @if leaves { p.leaves { (page.labels.leaves()) } }
            }
        }
    }
}

/// The facts that answers set, with the number of the matter if there are several.
fn facts(page: &Page, mapping: &Mapping, by: By) -> Markup {
    let set: Vec<&Setting> = mapping.set_by(by).collect();
    html! {
        @if set.is_empty() { span.hint { (page.labels.sets_nothing()) } }
        @else {
            @for setting in set {
                span.fact-set {
                    @if mapping.matters.len() > 1 { "(" (setting.matter + 1) ") " }
                    (fact(page, setting))
                } " "
            }
        }
    }
}

fn fact(page: &Page, setting: &Setting) -> String {
    page.labels.fact_is(page.law(), setting.fact, Values::of([setting.value]))
}
