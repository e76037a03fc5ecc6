//! The decision tables of a situation, one a clause: which answers make it say what, why, and what is to be done.

use adal_core::{Answer, ChoiceIx, ClauseIx, Question, QuestionIx, Reading, Rule};
use maud::{Markup, html};

use super::minimal::{Choices, MinimalForm};
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
    let columns = columns(page, situation, clause);
    html! {
        div.wide-table tabindex="0" role="group"
            aria-label=(page.labels.clause_number(&page.content()[clause].id))
        {
            table.dmn {
                thead { (head(page, situation, clause, &columns)) }
                @for rule in situation.rules_of(clause) { (body(page, situation, rule, &columns)) }
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

/// The clause and the questions: on paper they stand again at the top of each page that the table takes.
fn head(
    page: &Page,
    situation: &SurveyedSituation,
    clause: ClauseIx,
    columns: &[QuestionIx],
) -> Markup {
    let of = &page.content()[clause];
    html! {
        tr.clause-row {
            th colspan=(columns.len() + 1) scope="col" {
                a href={ "#" (page.clause_id(clause)) } { (page.labels.clause_number(&of.id)) } ", "
                span.kind { (page.labels.kind_name(of.kind)) }
                p.plain { (page.text(&of.plain)) }
            }
        }
        tr {
            td.joint {}
            @for question in columns {
                th scope="col" {
                    b { (page.question_number(situation.number, *question)) } " "
                    (page.text(&page.content()[*question].text))
                }
            }
        }
    }
}

/// A rule: its outcome, its answer sets, its grounds.
fn body(
    page: &Page,
    situation: &SurveyedSituation,
    numbered: &NumberedRule,
    columns: &[QuestionIx],
) -> Markup {
    let labels = page.labels;
    let outcome = page.survey.outcome(numbered.ix);
    html! {
        tbody id=(Page::rule_id(situation, numbered)) {
            tr.outcome {
                th colspan=(columns.len() + 1) scope="rowgroup" {
                    (labels.rule_title(numbered.number)) " " (page.mark(outcome)) " "
                    span.says { (page.outcome(outcome)) }
                }
            }
            @for row in 0..numbered.form.rows.len() {
                tr {
                    th.joint scope="row" {
                        @if row == 0 { (labels.rule_if()) } @else { (labels.or()) }
                    }
                    @for question in columns { (cell(page, &numbered.form, row, *question)) }
                }
            }
            tr.grounds {
                td.joint {}
                td colspan=(columns.len()) { (grounds(page, situation, &page.content()[numbered.ix])) }
            }
        }
    }
}

/// What a row asks of a question; equal cells below one another are one cell.
fn cell(page: &Page, form: &MinimalForm, row: usize, question: QuestionIx) -> Markup {
    let fits = |row: usize| form.cell(row, question);
    if row > 0 && fits(row - 1) == fits(row) {
        return html! {};
    }
    let span = (row..form.rows.len()).take_while(|below| fits(*below) == fits(row)).count();
    let span = (span > 1).then_some(span);
    html! {
        @match fits(row) {
            None => td.any rowspan=[span] {
                span aria-hidden="true" { "–" } span.unseen { (page.labels.any_answer()) }
            },
            Some(choices) => td rowspan=[span] { (answers(page, &page.content()[question], choices)) },
        }
    }
}

/// The answers that fit; where they are all but one of many, that one.
fn answers(page: &Page, question: &Question, fits: Choices) -> Markup {
    let all = || (0..question.choices.len() as u8).map(ChoiceIx);
    let others: Vec<ChoiceIx> = all().filter(|choice| !fits.contains(*choice)).collect();
    let all_but_one = others.len() == 1 && question.choices.len() > 3;
    let named = if all_but_one { others } else { fits.iter().collect() };
    html! {
        @if all_but_one { div { (page.labels.any_but()) } }
        @for choice in named {
            div {
                b { (letter(Answer::Choice(choice))) } " "
                (page.text(&question.choices[choice.place()].text))
            }
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
                p { span.label { (labels.because()) ":" } " " (page.text(&rule.because)) }
                @if let Reading::Open(readings) = &rule.reading {
                    p.label { (labels.two_readings()) }
                    ol.readings { @for reading in readings { li { (page.text(reading)) } } }
                }
            }
            @if !rule.steps.is_empty() {
                div {
                    p.label { (labels.what_to_do()) }
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
