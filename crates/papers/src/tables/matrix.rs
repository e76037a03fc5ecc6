//! The coverage matrix: which clause can have which effect, for whom, in which situation.

use std::collections::BTreeSet;

use adal_core::{Check, ClauseIx, PersonIx};
use maud::{Markup, html};

use super::page::Page;
use super::survey::SurveyedSituation;

/// Clause × situation. Each cell has the effects and the people concerned.
pub(super) fn matrix(page: &Page) -> Markup {
    let labels = page.labels;
    let clauses = (0_u8..).map(ClauseIx).zip(&page.content().clauses);
    let shown = clauses.filter(|(_, clause)| clause.check != Check::Information);
    html! {
        section.part.matrix id="matrix" {
            (page.part_title(&labels.matrix_title()))
            p.note { (labels.matrix_lead()) }
            (legend(page))
            div.wide-table tabindex="0" role="group" aria-label=(labels.matrix_title()) {
                table {
                    thead { tr {
                        th scope="col" { (labels.clause()) }
                        @for situation in &page.survey.situations {
                            th scope="col" {
                                a href={ "#" (page.situation_id(situation.ix)) } title=(page.title(situation.ix)) {
                                    (situation.number)
                                }
                            }
                        }
                    } }
                    tbody {
                        @for (clause, _) in shown {
                            tr {
                                th scope="row" { (page.clause_link(clause)) }
                                @for situation in &page.survey.situations { (cell(page, situation, clause)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn legend(page: &Page) -> Markup {
    let people = (0_u8..).map(PersonIx).zip(&page.content().people);
    html! {
        p.legend {
            (page.labels.matrix_roles()) " "
            @for (place, (ix, person)) in people.enumerate() {
                @if place > 0 { "; " }
                b { (page.labels.person_mark(ix)) } " – " (page.text(&person.name))
            }
            ". " b { "•" } " – " (page.labels.matrix_reminder()) "."
        }
        ol.legend {
            @for situation in &page.survey.situations { li { (page.title(situation.ix)) } }
        }
    }
}

fn cell(page: &Page, situation: &SurveyedSituation, clause: ClauseIx) -> Markup {
    let reminds = page.content()[situation.ix].reminders.contains(&clause);
    html! {
        td {
            @for (outcome, people) in situation.outcomes.get(&clause).into_iter().flatten() {
                div { (page.mark(*outcome)) span.people { (marks(page, people)) } }
            }
            @if reminds { abbr title=(page.labels.matrix_reminder()) { "•" } }
        }
    }
}

fn marks(page: &Page, people: &BTreeSet<PersonIx>) -> String {
    people.iter().map(|person| page.labels.person_mark(*person)).collect::<Vec<_>>().join(" ")
}
