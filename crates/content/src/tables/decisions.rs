//! The decision tables of a situation, one a clause: which answers make it say what, why, and what is to be done.

use adal_core::{Answer, ClauseIx, QuestionIx, Reading, Rule};
use maud::{Markup, html};

use super::minimal::Choices;
use super::page::{Page, letter};
use super::survey::{NumberedRule, SurveyedSituation};

/// All decision tables of a situation.
pub(super) fn decisions(page: &Page, situation: &SurveyedSituation) -> Markup {
    html! {
        section.decisions {
            h3 { (page.labels.rules_title()) }
            p.note { (page.labels.rules_lead()) }
            @for clause in situation.clauses() { (table(page, situation, clause)) }
        }
    }
}

fn table(page: &Page, situation: &SurveyedSituation, clause: ClauseIx) -> Markup {
    let of = &page.content()[clause];
    let columns = columns(page, situation, clause);
    html! {
        section.decision {
            h4 {
                a href={ "#" (page.clause_id(clause)) } { (page.labels.clause(&of.id)) }
                " " span.kind { (page.labels.kind(of.kind)) }
            }
            p.plain { (page.text(&of.plain)) }
            div.wide-table tabindex="0" role="region" aria-label=(page.labels.clause(&of.id)) {
                table.dmn {
                    thead { (head(page, situation, &columns)) }
                    @for rule in situation.rules_of(clause) { (body(page, situation, rule, &columns)) }
                }
            }
        }
    }
}

/// The questions that matter to some rule of the clause, in the order of asking.
fn columns(page: &Page, situation: &SurveyedSituation, clause: ClauseIx) -> Vec<QuestionIx> {
    let matters = |question: &QuestionIx| {
        situation.rules_of(clause).any(|rule| rule.form.questions.contains(question))
    };
    page.content()[situation.ix].questions.iter().copied().filter(matters).collect()
}

fn head(page: &Page, situation: &SurveyedSituation, columns: &[QuestionIx]) -> Markup {
    html! {
        tr {
            th.rule-number scope="col" { (page.labels.rule_column()) }
            @for question in columns {
                th scope="col" {
                    b { (page.question_number(situation.number, *question)) } " "
                    (page.text(&page.content()[*question].text))
                }
            }
            th.outcome scope="col" { (page.labels.outcome_column()) }
        }
    }
}

/// A rule: its answer sets, its outcome beside them, its grounds below.
fn body(
    page: &Page,
    situation: &SurveyedSituation,
    numbered: &NumberedRule,
    columns: &[QuestionIx],
) -> Markup {
    let rule = &page.content()[numbered.ix];
    let rows = numbered.form.rows.len();
    let outcome = page.survey.outcome(numbered.ix);
    html! {
        tbody id=(Page::rule_id(situation, numbered)) {
            @for row in 0..rows {
                tr {
                    @if row == 0 {
                        th.rule-number scope="rowgroup" rowspan=(rows) { (numbered.number) }
                    }
                    @for question in columns {
                        (cell(page, *question, numbered.form.cell(row, *question)))
                    }
                    @if row == 0 {
                        td.outcome rowspan=(rows) { (page.mark(outcome)) " " (page.outcome(outcome)) }
                    }
                }
            }
            tr.grounds { td colspan=(columns.len() + 2) { (grounds(page, situation, rule)) } }
        }
    }
}

fn cell(page: &Page, question: QuestionIx, fits: Option<Choices>) -> Markup {
    let question = &page.content()[question];
    html! {
        @match fits {
            None => td.any { span aria-hidden="true" { "–" } span.unseen { (page.labels.any_answer()) } },
            Some(choices) => td {
                @for choice in choices.iter() {
                    div.fits {
                        b { (letter(Answer::Choice(choice))) } " "
                        (page.text(&question.choices[choice.place()].text))
                    }
                }
            },
        }
    }
}

/// Why, how else the wording can be read, and what is to be done.
fn grounds(page: &Page, situation: &SurveyedSituation, rule: &Rule) -> Markup {
    let labels = page.labels;
    let seen = page.survey.concerned(page.content()[situation.ix].people);
    let concerned = page.survey.concerned(rule.people);
    let concerned: Vec<_> = concerned.into_iter().filter(|person| seen.contains(person)).collect();
    html! {
        div.columns {
            div {
                @if concerned.len() < seen.len() { p.only { (labels.only_for(&page.names(&concerned))) } }
                p { span.label { (labels.because()) } " " (page.text(&rule.because)) }
                @if let Reading::Open(readings) = &rule.reading {
                    p.label { (labels.two_readings()) }
                    ol.readings { @for reading in readings { li { (page.text(reading)) } } }
                }
            }
            @if !rule.steps.is_empty() {
                div {
                    p.label { (labels.steps()) }
                    ul.steps {
                        @for step in &rule.steps {
                            @let own = page.content()[*step].clauses.contains(&rule.clause);
                            @let ground: &[ClauseIx] = if own { &[rule.clause] } else { &[] };
                            li { (page.text(&page.content()[*step].text)) " " (page.ground(ground)) }
                        }
                    }
                }
            }
        }
    }
}
