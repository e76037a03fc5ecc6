//! Two lists for the whole tool: all steps with their grounds, and all open readings.

use adal_core::{ClauseIx, Reading, StepIx, Text};
use maud::{Markup, html};

use super::page::Page;
use super::survey::{NumberedRule, SurveyedSituation};

/// A rule with the situation that it stands in.
type Used<'a> = (&'a SurveyedSituation, &'a NumberedRule);

/// All steps in the order in which a person should take them.
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
                                td.links { (links(page, &rules_with(page, ix))) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn rules_with<'a>(page: &'a Page, step: StepIx) -> Vec<Used<'a>> {
    all_rules(page).filter(|(_, rule)| page.content()[rule.ix].steps.contains(&step)).collect()
}

fn all_rules<'a>(page: &'a Page) -> impl Iterator<Item = Used<'a>> {
    let situations = page.survey.situations.iter();
    situations.flat_map(|situation| situation.rules.iter().map(move |rule| (situation, rule)))
}

/// All open readings by clause; rules that are open in the same way stand together.
pub(super) fn readings(page: &Page) -> Markup {
    let labels = page.labels;
    let clauses = (0..page.content().clauses.len() as u8).map(ClauseIx);
    html! {
        section.part id="readings" {
            (page.part_title(&labels.readings_title()))
            p.note { (labels.readings_lead()) }
            @for clause in clauses {
                @let open = open_readings(page, clause);
                @if !open.is_empty() {
                    section.open-readings {
                        h3 { (page.labels.clause_number(&page.content()[clause].id)) }
                        @for (readings, rules) in &open {
                            div.open-reading {
                                ol.readings { @for reading in *readings { li { (page.text(reading)) } } }
                                p.uses { (labels.rules_column()) ": " (links(page, rules)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn open_readings<'a>(page: &'a Page, clause: ClauseIx) -> Vec<(&'a [Text; 2], Vec<Used<'a>>)> {
    let mut open: Vec<(&[Text; 2], Vec<Used>)> = Vec::new();
    for (situation, rule) in page.survey.rules_of(clause) {
        let Reading::Open(readings) = &page.content()[rule.ix].reading else { continue };
        match open.iter_mut().find(|(known, _)| *known == readings) {
            Some((_, rules)) => rules.push((situation, rule)),
            None => open.push((readings, vec![(situation, rule)])),
        }
    }
    open
}

fn links(page: &Page, rules: &[Used]) -> Markup {
    html! {
        @for (place, (situation, rule)) in rules.iter().enumerate() {
            @if place > 0 { ", " }
            (page.rule_link(situation, rule))
        }
    }
}
