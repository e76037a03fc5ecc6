//! Two lists for the whole tool: all steps with their grounds, and all doubts about the wording with a place to adopt
//! a side.

use adal_content::law::{LawRule, Stand, View};
use adal_content::reading_hash;
use adal_core::{ReadingIx, StepIx};
use maud::{Markup, html};

use super::doubts;
use super::page::{Page, separated};
use super::signature::lines;

/// All steps, in the recommended order.
pub(super) fn steps(page: &Page) -> Markup {
    let labels = page.labels;
    let steps = (0_u16..).map(StepIx).zip(&page.content().steps);
    html! {
        section.part id="steps" {
            (page.part_title(&labels.steps_title()))
            p.note { (labels.steps_lead()) }
            div.wide-table tabindex="0" role="group" aria-label=(labels.steps_title()) {
                table.steps-table {
                    thead { tr {
                        th scope="col" { (labels.number_column()) }
                        th scope="col" { (labels.step()) }
                        th scope="col" { (labels.ground_column()) }
                        th scope="col" { (labels.rules_column()) }
                    } }
                    tbody {
                        @for ((ix, step), number) in steps.zip(1..) {
                            tr id=(page.step_id(ix)) {
                                td { (number) }
                                td { (page.text(&step.text)) }
                                td { (page.ground(&step.clauses)) }
                                td.links { (rules_with(page, ix)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn rules_with(page: &Page, step: StepIx) -> Markup {
    let calls =
        |rule: &&LawRule| View::ALL.into_iter().any(|view| rule.steps.get(view).contains(&step));
    separated(page.law().rules.iter().filter(calls).map(Page::rule_link), ", ")
}

/// All doubts. Open ones can be ticked and signed.
pub(super) fn readings(page: &Page) -> Markup {
    let labels = page.labels;
    let readings = (0..page.content().readings.len() as u8).map(ReadingIx);
    html! {
        section.part id="readings" {
            (page.part_title(&labels.readings_title()))
            p.note { (labels.readings_lead()) }
            div.wide-table tabindex="0" role="group" aria-label=(labels.readings_title()) {
                table.doubts {
                    thead { tr {
                        th scope="col" { (labels.number_column()) }
                        th scope="col" { (labels.doubt()) }
                        th scope="col" { (labels.two_readings()) }
                        th scope="col" { (labels.clauses_column()) }
                        th scope="col" { (labels.stand()) }
                    } }
                    tbody { @for reading in readings { (row(page, reading)) } }
                }
            }
            p.note { (labels.adopt_lead()) }
            div.signature { (lines(page)) }
        }
    }
}

fn row(page: &Page, ix: ReadingIx) -> Markup {
    let (labels, reading) = (page.labels, &page.content()[ix]);
    let stands = &page.survey.loaded.declared.stands;
    let can_be_adopted = !reading.is_fact && stands.get(ix.place()) == Some(&Stand::Open);
    let bears = page.survey.clauses.iter().filter(|clause| clause.readings.contains(&ix));
    let bears: Vec<_> = bears.map(|clause| clause.ix).collect();
    html! {
        tr id=(page.doubt_id(ix)) {
            th scope="row" { (Page::doubt_number(ix)) }
            (doubts::cells(page, ix))
            td {
                @if bears.len() == page.survey.clauses.len() { (labels.all_clauses()) }
                @else { (page.clause_links(bears)) }
            }
            td {
                (doubts::state(page, ix))
                @if can_be_adopted { p.ticks { span { "☐ a" } span { "☐ b" } } }
                p.hint { (reading.id) br; code { (reading_hash(reading)) } }
            }
        }
    }
}
