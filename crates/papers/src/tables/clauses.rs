//! The Standard clause by clause: its exact words, what they mean in plain words, and where the tool uses them.

use adal_core::{Check, Clause, ClauseIx, Lang, Text};
use maud::{Markup, html};

use super::page::Page;
use super::survey::SurveyedSituation;

/// All clauses.
pub(super) fn clauses(page: &Page) -> Markup {
    let content = page.content();
    html! {
        section.part id="clauses" {
            (page.part_title(&page.labels.clauses_title()))
            p.note { (page.labels.clauses_lead()) }
            @for section in &content.sections {
                h3 { (page.text(&section.heading)) }
                @if let Some(subheading) = &section.subheading { p.subheading { (page.text(subheading)) } }
                @for paragraph in &section.preamble { (exact(page, paragraph, &[])) }
                @for (ix, clause) in (0_u8..).map(ClauseIx).zip(&content.clauses) {
                    @if clause.section() == section.number { (entry(page, ix, clause)) }
                }
            }
        }
    }
}

fn entry(page: &Page, ix: ClauseIx, clause: &Clause) -> Markup {
    let labels = page.labels;
    html! {
        article.clause id=(page.clause_id(ix)) {
            h4 { (labels.clause_number(&clause.id)) " " span.kind { (labels.kind_name(clause.kind)) } }
            (exact(page, &clause.text, &clause.items))
            p { span.label { (labels.plain()) ":" } " " (page.text(&clause.plain)) }
            @if let Some(note) = &clause.note {
                p { span.label { (labels.note()) ":" } " " (page.text(note)) }
            }
            @if let Some(readings) = &clause.readings {
                p.label { (labels.two_readings()) }
                ol.readings { @for reading in readings { li { (page.text(reading)) } } }
            }
            (uses(page, ix, clause))
        }
    }
}

/// The exact words: in the language of the page, and in Kazakh.
fn exact(page: &Page, text: &Text, items: &[Text]) -> Markup {
    let translated = page.lang() != Lang::Kk;
    html! {
        @if translated { (quotation(text, items, page.lang(), &page.labels.translation())) }
        (quotation(text, items, Lang::Kk, &page.labels.official()))
    }
}

fn quotation(text: &Text, items: &[Text], lang: Lang, label: &str) -> Markup {
    html! {
        figure.exact {
            figcaption { (label) }
            blockquote lang=(lang.tag()) {
                p { (text.get(lang)) }
                @if !items.is_empty() { ul { @for item in items { li { (item.get(lang)) } } } }
            }
        }
    }
}

/// Where the clause is used: rules by situation, and situations that remind of it.
fn uses(page: &Page, ix: ClauseIx, clause: &Clause) -> Markup {
    let labels = page.labels;
    let all = || page.survey.situations.iter();
    let ruled: Vec<&SurveyedSituation> =
        all().filter(|situation| situation.rules_of(ix).next().is_some()).collect();
    let reminded: Vec<&SurveyedSituation> =
        all().filter(|s| page.content()[s.ix].reminders.contains(&ix)).collect();
    html! {
        @if !ruled.is_empty() {
            p.uses { span.label { (labels.used_in()) } " "
                @for (place, situation) in ruled.iter().enumerate() {
                    @if place > 0 { "; " }
                    (page.situation_link(situation)) " ("
                    @for (place, rule) in situation.rules_of(ix).enumerate() {
                        @if place > 0 { ", " }
                        (page.rule_link(situation, rule))
                    }
                    ")"
                }
            }
        }
        @if !reminded.is_empty() {
            p.uses { span.label { (labels.reminder_in()) } " "
                @for (place, situation) in reminded.iter().enumerate() {
                    @if place > 0 { "; " }
                    (page.situation_link(situation))
                }
            }
        }
        @if ruled.is_empty() && reminded.is_empty() && clause.check != Check::Information {
            p.uses { (labels.not_used()) }
        }
    }
}
