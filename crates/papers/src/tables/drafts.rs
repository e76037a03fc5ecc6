//! The drafts of notices: every paragraph, what puts it in, and what a person fills in.

use adal_core::{Argument, Condition, DraftPart, Field, Notice};
use maud::{Markup, html};

use super::minimal::minimal_form;
use super::page::Page;

/// All drafts in the order of the file.
pub(super) fn drafts(page: &Page) -> Markup {
    let labels = page.labels;
    let notices = &page.content().notices;
    html! {
        section.part id="drafts" {
            (page.part_title(&labels.drafts_title()))
            p.note { (labels.drafts_lead()) }
            @for notice in &notices.notices { (draft(page, notice)) }
            h3 { (labels.draft_fields()) }
            dl.draft-fields {
                @for field in &notices.fields {
                    dt { (page.text(&field.label)) }
                    dd { @if let Some(hint) = &field.hint { (page.text(hint)) } }
                }
            }
        }
    }
}

fn draft(page: &Page, notice: &Notice) -> Markup {
    let all = &page.content().notices.parts;
    let parts = notice.parts.iter().filter_map(|place| all.get(usize::from(*place)));
    html! {
        section.draft {
            h3 { (page.text(&notice.name)) }
            p.plain { (page.text(&notice.lead)) }
            p.uses {
                (page.labels.what_to_do()) ": "
                @for (place, step) in notice.steps.iter().enumerate() {
                    @if place > 0 { "; " }
                    a href={ "#" (page.step_id(*step)) } { (page.text(&page.content()[*step].text)) }
                }
            }
            div.paper {
                p.paper-title { b { (page.text(&notice.title)) } }
                p { (page.text(&notice.subject)) }
                @for part in parts { (paragraph(page, part)) }
            }
        }
    }
}

/// A paragraph with the names of its fields; in brackets where it is left out as long as nothing was typed.
fn paragraph(page: &Page, part: &DraftPart) -> Markup {
    let name = |field: &Field| format!("‹{}›", page.text(&field.label));
    let names: Vec<String> = page.content().notices.fields.iter().map(name).collect();
    let names: Vec<Argument> = names.iter().map(|name| Argument::Words(name)).collect();
    let text = part.text.format(page.lang(), &names);
    html! {
        p.paper-part {
            @if let Some(when) = &part.when { span.only { (page.labels.draft_only_if()) " " (answers(page, when)) } br; }
            @if part.optional { "[" (text) "]" } @else { (text) }
        }
    }
}

/// The answers that put a paragraph in: questions with their choices, one set after another.
fn answers(page: &Page, when: &Condition) -> String {
    let content = page.content();
    let form = minimal_form(when, &|question| content[question].choices.len());
    let rows = (0..form.rows.len()).map(|row| {
        let asked = form.questions.iter().filter_map(|question| {
            let asked = &content[*question];
            let fits = form.cell(row, *question)?;
            let fits = fits.iter().filter_map(|choice| asked.choices.get(choice.place()));
            let fits: Vec<&str> = fits.map(|choice| page.text(&choice.text)).collect();
            Some(format!("“{}” – {}", page.text(&asked.text), fits.join(" / ")))
        });
        asked.collect::<Vec<_>>().join(", ")
    });
    rows.collect::<Vec<_>>().join("; ")
}
