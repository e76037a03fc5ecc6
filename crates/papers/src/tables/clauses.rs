//! The Standard by clause: exact text and plain sentence. Clauses with rules have pages of their own.

use adal_core::{Check, Clause, ClauseIx, Lang, Text};
use maud::{Markup, html};

use super::page::Page;

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
                @for paragraph in &section.preamble { (exact(page, None, paragraph, &[])) }
                @for (ix, clause) in (0_u8..).map(ClauseIx).zip(&content.clauses) {
                    @if clause.section() == section.number { (entry(page, ix, clause)) }
                }
            }
        }
    }
}

fn entry(page: &Page, ix: ClauseIx, clause: &Clause) -> Markup {
    let labels = page.labels;
    let number = labels.clause_number(&clause.id);
    if page.survey.clauses.iter().any(|surveyed| surveyed.ix == ix) {
        return html! {
            p.elsewhere { a href={ "#" (page.clause_id(ix)) } { (number) } " – " (labels.own_page()) }
        };
    }
    html! {
        article.clause id=(page.clause_id(ix)) {
            h4 { (number) }
            (words(page, clause, false))
            (reminders(page, ix, clause))
        }
    }
}

/// The kind of the clause, its exact text and the plain sentence. On a page of its own, with the stem that it
/// completes.
pub(super) fn words(page: &Page, clause: &Clause, with_stem: bool) -> Markup {
    let labels = page.labels;
    let stem = clause.stem.filter(|_| with_stem).map(|stem| &page.content()[stem].text);
    html! {
        p.kind { (labels.kind_name(clause.kind)) ", " (labels.check_name(clause.check)) }
        (exact(page, stem, &clause.text, &clause.items))
        p { span.label { (labels.plain()) ":" } " " (page.text(&clause.plain)) }
        @if let Some(note) = &clause.note {
            p { span.label { (labels.note()) ":" } " " (page.text(note)) }
        }
    }
}

/// The exact text in the language of the page, and in Kazakh.
fn exact(page: &Page, stem: Option<&Text>, text: &Text, items: &[Text]) -> Markup {
    let translated = page.lang() != Lang::Kk;
    let quotation = |lang: Lang, label: &str| {
        html! {
            figure.exact {
                figcaption { (label) }
                blockquote lang=(lang.tag()) {
                    @for words in stem.into_iter().chain([text]) { p { (words.get(lang)) } }
                    @if !items.is_empty() { ul { @for item in items { li { (item.get(lang)) } } } }
                }
            }
        }
    };
    html! {
        @if translated { (quotation(page.lang(), &page.labels.translation())) }
        (quotation(Lang::Kk, &page.labels.official()))
    }
}

/// The situations that show the clause as a reminder.
fn reminders(page: &Page, ix: ClauseIx, clause: &Clause) -> Markup {
    let labels = page.labels;
    let reminded = page.survey.situations.iter();
    let reminded: Vec<_> =
        reminded.filter(|s| page.content()[s.ix].reminders.contains(&ix)).collect();
    html! {
        @if !reminded.is_empty() {
            p.uses { span.label { (labels.reminder_in()) } " " (page.situation_links(reminded)) }
        } @else if clause.check != Check::Information {
            p.uses { (labels.not_used()) }
        }
    }
}
