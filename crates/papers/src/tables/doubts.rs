//! The doubts about the wording: the two readings, the words that leave them open, where they matter, and whether
//! they are settled.

use adal_content::Worded;
use adal_content::law::{LawCondition, Side, Stand};
use adal_core::{Reading, ReadingIx, Text};
use maud::{Markup, html};

use super::conditions::{doubt_id, law};
use super::page::Page;
use super::survey::SurveyedClause;
use crate::certain::{Turn, side_taken, turns};

/// The doubts that the rules of a clause depend on.
pub(super) fn of_clause(page: &Page, surveyed: &SurveyedClause) -> Markup {
    let labels = page.labels;
    let clause = &page.content()[surveyed.ix].id;
    html! {
        h3 { (labels.settled_title()) }
        @if surveyed.readings.is_empty() { p { (labels.no_doubts()) } }
        @else {
            div.wide-table tabindex="0" role="group" aria-label=(labels.settled_title()) {
                table.doubts {
                    thead { tr {
                        th scope="col" { (labels.number_column()) }
                        th scope="col" { (labels.doubt()) }
                        th scope="col" { (labels.two_readings()) }
                        th scope="col" { (labels.matters_where()) }
                        th scope="col" { (labels.stand()) }
                    } }
                    tbody {
                        @for reading in &surveyed.readings {
                            tr id=(doubt_id(clause, &page.content()[*reading].id)) {
                                th scope="row" {
                                    a href={ "#" (page.doubt_id(*reading)) } { (Page::doubt_number(*reading)) }
                                }
                                (cells(page, *reading))
                                td { (matters(page, surveyed, *reading)) }
                                td { (state(page, *reading)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A doubt, the words that leave it open, and the two readings, with the chosen side highlighted.
pub(super) fn cells(page: &Page, ix: ReadingIx) -> Markup {
    let reading = &page.content()[ix];
    let taken = side_taken(&page.survey.loaded.declared.stands, ix);
    html! {
        td { p { (page.text(&reading.question)) } p.hint { (page.text(&reading.ground)) } }
        td {
            @for (side, words) in [Side::A, Side::B].into_iter().zip(&reading.sides) {
                @let is_taken = taken == Some(side);
                p.side.taken[is_taken] {
                    b { (side.word()) } " " (page.text(words)) @if is_taken { " ✓" }
                }
            }
        }
    }
}

/// Whether it is open, settled by the text or adopted by the Company, with the reason and the person.
pub(super) fn state(page: &Page, ix: ReadingIx) -> Markup {
    let (labels, reading) = (page.labels, &page.content()[ix]);
    let declared = &page.survey.loaded.declared;
    let reason = declared.reasons.get(ix.place()).and_then(Option::as_ref);
    html! {
        @match declared.stands.get(ix.place()) {
            Some(Stand::Settled(side)) => {
                b { (labels.value("stand", "settled")) ": " (side.word()) }
                @if let Some(reason) = reason { p { (page.text(reason)) } }
            }
            Some(Stand::Adopted(side)) => {
                b { (labels.value("stand", "adopted")) ": " (side.word()) }
                p { (adopted_by(page, reading)) }
            }
            Some(Stand::Open) | None => {
                @if reading.is_fact { (labels.fact_to_find_out()) }
                @else { (labels.value("stand", "open")) }
            }
        }
    }
}

fn adopted_by(page: &Page, reading: &Reading) -> String {
    let adopted = reading.adopted.as_ref();
    adopted.map_or_else(String::new, |by| format!("{}, {}", page.text(&by.post), by.date))
}

/// The rules and elements of a clause that depend on a doubt, with the other conditions.
fn matters(page: &Page, surveyed: &SurveyedClause, reading: ReadingIx) -> Markup {
    let clause = &page.content()[surveyed.ix].id;
    let elements = surveyed.elements.iter().map(|element| &page.law().elements[*element]);
    let elements = elements.map(|element| (Owner::Element(&element.name), &element.when));
    let rules = page.survey.rules_of(surveyed.ix).flat_map(|rule| {
        let only = [&rule.only.me, &rule.only.ngo, &rule.only.staff].into_iter().flatten();
        let all = [&rule.when].into_iter().chain(only).chain(&rule.steps_first);
        all.map(|when| (Owner::Rule(&rule.id), when))
    });
    let general = page.law().towards.iter().chain(&page.law().actor);
    let general = general.map(|when| (Owner::General, when));
    html! {
        @for (owner, when) in rules.chain(general).chain(elements) {
            @for turn in turns(when, reading) {
                div.turn {
                    span.label { (owner.words(page)) ": " }
                    (guard(page, clause, &turn))
                }
            }
        }
    }
}

/// Whose condition depends on a doubt.
#[derive(Clone, Copy)]
enum Owner<'a> {
    Rule(&'a str),
    General,
    Element(&'a Text),
}

impl Owner<'_> {
    fn words(self, page: &Page) -> String {
        match self {
            Owner::Rule(id) => page.labels.rule_title(id),
            Owner::General => page.labels.general_title(),
            Owner::Element(name) => page.labels.quoted(page.text(name)),
        }
    }
}

fn guard(page: &Page, clause: &str, turn: &Turn) -> Markup {
    let (unless, conditions) = match turn {
        Turn::Where(conditions) => (false, conditions),
        Turn::Unless(conditions) => (true, conditions),
    };
    let conditions: Vec<LawCondition> = conditions.iter().map(|when| (*when).clone()).collect();
    html! {
        @if conditions.is_empty() { (page.labels.wherever()) }
        @else if unless { (page.labels.unless()) ":" (law(page, clause, &LawCondition::Any(conditions))) }
        @else { (page.labels.where_also()) ":" (law(page, clause, &LawCondition::All(conditions))) }
    }
}
