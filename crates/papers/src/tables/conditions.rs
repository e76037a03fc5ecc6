//! Printed conditions: of the law as lists with links, over answers by number and letter.

use adal_content::Worded;
use adal_content::law::{LawCondition, Side};
use adal_core::{Answer, ChoiceIx, Condition, QuestionIx, ReadingIx, SituationIx};
use maud::{Markup, html};

use super::page::{Page, letter};
use crate::conditions::{one_question, side_of};

/// A condition of the law on the page of a clause, with a list for parts that must all hold.
pub(super) fn law(page: &Page, clause: &str, when: &LawCondition) -> Markup {
    let parts = match when {
        LawCondition::All(parts) if !parts.is_empty() => parts.as_slice(),
        one => std::slice::from_ref(one),
    };
    html! { ul.law { @for part in parts { li { (law_part(page, clause, part)) } } } }
}

fn law_part(page: &Page, clause: &str, when: &LawCondition) -> Markup {
    let labels = page.labels;
    let list = |title: String, parts: &[LawCondition]| {
        html! { (title) ul.law { @for part in parts { li { (law_part(page, clause, part)) } } } }
    };
    match when {
        LawCondition::All(parts) if parts.is_empty() => html! { (labels.always()) },
        LawCondition::Any(parts) if parts.is_empty() => html! { (labels.never()) },
        LawCondition::All(parts) if parts.iter().all(is_plain) => {
            html! {
                @for (place, part) in parts.iter().enumerate() {
                    @if place > 0 { " " b { (labels.and()) } " " }
                    (law_part(page, clause, part))
                }
            }
        }
        LawCondition::All(parts) => list(labels.all_these(), parts),
        LawCondition::Any(parts) => list(labels.one_of_these(), parts),
        LawCondition::Not(part) => match &**part {
            LawCondition::Fact(fact, values) => {
                html! { (labels.fact_is_not(page.law(), *fact, *values)) }
            }
            part => html! { (labels.not()) " " (law_part(page, clause, part)) },
        },
        LawCondition::Fact(fact, values) => html! { (labels.fact_is(page.law(), *fact, *values)) },
        LawCondition::Reading(reading, side) => reading_is(page, clause, *reading, *side),
        LawCondition::Element(element) => {
            let element = &page.law().elements[*element];
            html! {
                a.element href={ "#" (element_id(clause, &element.id)) } { (page.text(&element.name)) }
            }
        }
    }
}

/// Whether it fits in a line with others.
fn is_plain(when: &LawCondition) -> bool {
    match when {
        LawCondition::All(_) | LawCondition::Any(_) => false,
        LawCondition::Not(part) => is_plain(part),
        LawCondition::Fact(..) | LawCondition::Reading(..) | LawCondition::Element(_) => true,
    }
}

fn reading_is(page: &Page, clause: &str, reading: ReadingIx, side: Side) -> Markup {
    let known = &page.content()[reading];
    html! {
        a href={ "#" (doubt_id(clause, &known.id)) } { (Page::doubt_number(reading)) (side.word()) }
        " " (page.labels.quoted(page.text(side_of(known, side))))
    }
}

/// The id of an element on the page of a clause.
pub(super) fn element_id(clause: &str, element: &str) -> String {
    format!("element-{clause}-{element}")
}

/// The id of a doubt on the page of a clause.
pub(super) fn doubt_id(clause: &str, reading: &str) -> String {
    format!("doubt-{clause}-{reading}")
}

/// A condition over answers on the page of a situation: `3f “It is not meant for me”`. Questions of other situations
/// are written out.
pub(super) fn answers(page: &Page, situation: SituationIx, when: &Condition) -> String {
    answers_part(page, situation, when, false)
}

fn answers_part(page: &Page, situation: SituationIx, when: &Condition, inner: bool) -> String {
    let labels = page.labels;
    let joined = |parts: &[Condition], word: &str| {
        let words: Vec<String> =
            parts.iter().map(|part| answers_part(page, situation, part, true)).collect();
        let words = words.join(&format!(" {word} "));
        if inner && parts.len() > 1 { format!("({words})") } else { words }
    };
    match when {
        Condition::All(parts) if parts.is_empty() => labels.always(),
        Condition::Any(parts) if parts.is_empty() => labels.never(),
        Condition::All(parts) => joined(parts, &labels.and()),
        Condition::Any(parts) => match one_question(parts) {
            Some((question, choices)) => answered(page, situation, question, &choices)
                .unwrap_or_else(|| labels.answers(page.content(), when, inner)),
            None => joined(parts, &labels.or()),
        },
        Condition::Not(part) => {
            format!("{} {}", labels.not(), answers_part(page, situation, part, true))
        }
        Condition::Is(question, choice) | Condition::Leaves(question, choice) => {
            answered(page, situation, *question, &[choice.place()])
                .unwrap_or_else(|| labels.answers(page.content(), when, inner))
        }
    }
}

fn answered(
    page: &Page,
    situation: SituationIx,
    question: QuestionIx,
    choices: &[usize],
) -> Option<String> {
    let number = page.question_number(situation, question)?;
    let asked = &page.content()[question];
    let answers = choices.iter().filter_map(|choice| {
        let letter = letter(Answer::Choice(ChoiceIx(*choice as u8)));
        let words = page.labels.quoted(page.text(&asked.choices.get(*choice)?.text));
        Some(format!("{number}{letter} {words}"))
    });
    Some(answers.collect::<Vec<_>>().join(" / "))
}
