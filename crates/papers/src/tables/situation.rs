//! One situation: its questions and what the answers mean, pointers, a place to sign, and its worked cases.

use adal_content::{Subject, WorkedCase};
use adal_core::{Condition, Lang, Pointer, Remark};
use maud::{Markup, html};

use super::conditions::answers;
use super::page::{Page, letter};
use super::questions::questions;
use super::signature::signature;
use super::survey::SurveyedSituation;

/// Everything about one situation.
pub(super) fn situation(page: &Page, surveyed: &SurveyedSituation) -> Markup {
    html! {
        section.sheet.situation id=(page.situation_id(surveyed.ix)) {
            (summary(page, surveyed))
            (questions(page, surveyed))
            (pointers(page, surveyed))
            (remarks(page, surveyed))
            (effects(page, surveyed))
            (signature(page, Subject::Questions(surveyed.ix)))
            (cases(page, surveyed))
        }
    }
}

fn summary(page: &Page, surveyed: &SurveyedSituation) -> Markup {
    let (labels, situation) = (page.labels, &page.content()[surveyed.ix]);
    html! {
        p.kicker { (labels.situation_title(surveyed.number)) }
        (page.part_title(page.text(&situation.title)))
        p.lead { (page.text(&situation.summary)) }
        dl.particulars {
            dt { (labels.who_sees()) }
            dd { (page.names(page.survey.concerned(situation.people))) }
            dt { (labels.id_label()) }
            dd { code { (situation.id) } }
            dt { (labels.reminders_title()) }
            dd { (page.clause_links(situation.reminders.iter().copied())) }
        }
        @for person in &surveyed.open_people {
            @let person = &page.content()[*person];
            @if let Some(note) = &person.open {
                p { span.label { (page.text(&person.name)) ":" } " " (page.text(note)) }
            }
        }
    }
}

/// The clauses that can come up with their effects, and the possible headlines.
fn effects(page: &Page, surveyed: &SurveyedSituation) -> Markup {
    html! {
        @if !surveyed.outcomes.is_empty() {
            h3 { (page.labels.effects_title()) }
            ul.effects {
                @for (clause, outcomes) in &surveyed.outcomes {
                    li {
                        b { (page.clause_link(*clause)) } " "
                        @for outcome in outcomes.keys() { (page.mark(*outcome)) " " }
                        (page.text(&page.content()[*clause].plain))
                    }
                }
            }
        }
        h3 { (page.labels.headlines_title()) }
        ul { @for headline in &surveyed.headlines { li { (page.text(headline)) } } }
    }
}

fn pointers(page: &Page, surveyed: &SurveyedSituation) -> Markup {
    let pointers = &page.content()[surveyed.ix].pointers;
    html! {
        @if !pointers.is_empty() {
            section.pointers {
                h3 { (page.labels.pointers_title()) }
                ul { @for one in pointers { li { (pointer(page, surveyed, one)) } } }
            }
        }
    }
}

fn pointer(page: &Page, surveyed: &SurveyedSituation, pointer: &Pointer) -> Markup {
    let labels = page.labels;
    let says = labels.value("pointer", if pointer.moves { "moves" } else { "offers" });
    html! {
        p { (answers(page, surveyed.ix, &pointer.when)) " → " (page.situation_link(pointer.to)) ". " (says) }
        @if !pointer.carry.is_empty() {
            p.label { (labels.carried()) ":" }
            ul {
                @for given in &pointer.carry {
                    @let (question, choice) = given.item;
                    li {
                        (labels.answers(page.content(), &Condition::Is(question, choice), false))
                        @if given.when != Condition::ALWAYS {
                            ", " (labels.if_word()) " " (answers(page, surveyed.ix, &given.when))
                        }
                    }
                }
            }
        }
    }
}

fn remarks(page: &Page, surveyed: &SurveyedSituation) -> Markup {
    html! {
        @if !surveyed.remarks.is_empty() {
            section.remarks {
                h3 { (page.labels.remarks_title()) }
                ul {
                    @for ix in &surveyed.remarks { li { (remark(page, surveyed, &page.content()[*ix])) } }
                }
            }
        }
    }
}

/// A remark with its conditions.
fn remark(page: &Page, surveyed: &SurveyedSituation, remark: &Remark) -> Markup {
    let labels = page.labels;
    let always = remark.when == Condition::ALWAYS;
    html! {
        p { (page.text(&remark.text)) }
        @if !always {
            p.hint { (labels.shown_if()) ": " (answers(page, surveyed.ix, &remark.when)) }
        }
        @if !remark.people.is_empty() {
            p.hint { (labels.only_for(&page.names(page.survey.concerned(remark.people)))) }
        }
        @if !remark.found.is_empty() {
            p.hint { (labels.remark_found()) ": " (page.clause_links(remark.found.iter().copied())) }
        }
        @if !remark.rests_on.is_empty() {
            p.hint { (labels.remark_rests_on()) ": " (page.clause_links(remark.rests_on.iter().copied())) }
        }
    }
}

/// Stories with their answers and the expected result.
fn cases(page: &Page, surveyed: &SurveyedSituation) -> Markup {
    let all = page.survey.loaded.cases.iter();
    let own: Vec<&WorkedCase> =
        all.filter(|worked| worked.case.situations.contains(&surveyed.ix)).collect();
    html! {
        section.cases {
            h3 { (page.labels.cases_title()) }
            @if own.is_empty() { p { (page.labels.no_cases()) } }
            @else {
                p.note {
                    (page.labels.cases_lead())
                    @if own.iter().any(|worked| told(worked, page.lang()).0 != page.lang()) {
                        " " (page.labels.other_language())
                    }
                }
                ol { @for worked in own { (case(page, surveyed, worked)) } }
            }
        }
    }
}

fn case(page: &Page, surveyed: &SurveyedSituation, worked: &WorkedCase) -> Markup {
    let labels = page.labels;
    let (lang, facts) = told(worked, page.lang());
    let expected = &worked.expected;
    html! {
        li {
            p lang=(lang.tag()) { (facts) }
            p.result {
                (page.names(worked.case.people.iter())) ". "
                (labels.answers_label()) " " b { (given(page, surveyed, worked)) } ". "
                (labels.expected()) " " (page.headline(expected.headline)) " "
                (labels.headline_name(expected.headline)) ". "
                @if !expected.applies.is_empty() {
                    (labels.clauses_apply()) " " (page.clause_links(expected.applies.iter().copied())) ". "
                }
                @if !expected.may_apply.is_empty() {
                    (labels.clauses_may_apply()) " " (page.clause_links(expected.may_apply.iter().copied())) ". "
                }
                @if worked.unfinished { (labels.first_answer_only()) }
            }
        }
    }
}

/// The answers by number and letter: `1a 2? 4b`.
fn given(page: &Page, surveyed: &SurveyedSituation, worked: &WorkedCase) -> String {
    let own = page.content()[surveyed.ix].questions.iter().zip(1..);
    let given = own.filter_map(|(question, number): (_, usize)| {
        Some(format!("{number}{}", letter(*worked.case.answers.get(question)?)))
    });
    given.collect::<Vec<_>>().join(" ")
}

/// The story in the language of the page, or in another one if there is none.
fn told(worked: &WorkedCase, lang: Lang) -> (Lang, &str) {
    let given = |lang: Lang| Some((lang, worked.facts.get(lang))).filter(|(_, f)| !f.is_empty());
    given(lang).or_else(|| Lang::ALL.into_iter().find_map(given)).unwrap_or((lang, ""))
}
