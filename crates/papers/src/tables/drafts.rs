//! The drafts of notices: every paragraph, its condition, and its fields.

use adal_core::{Argument, DraftPart, Field, Notice, NoticeIx};
use maud::{Markup, html};

use super::page::Page;

/// All drafts, in the order of the file.
pub(super) fn drafts(page: &Page) -> Markup {
    let labels = page.labels;
    let notices = &page.content().notices;
    html! {
        section.part id="drafts" {
            (page.part_title(&labels.drafts_title()))
            p.note { (labels.drafts_lead()) }
            @for (ix, notice) in (0_u8..).map(NoticeIx).zip(&notices.notices) { (draft(page, ix, notice)) }
            h3 { (labels.draft_fields()) }
            dl.draft-fields {
                @for field in &notices.fields {
                    dt { (page.text(&field.label)) }
                    dd { @if let Some(hint) = &field.hint { (page.text(hint)) } @else { "–" } }
                }
            }
        }
    }
}

fn draft(page: &Page, ix: NoticeIx, notice: &Notice) -> Markup {
    let all = &page.content().notices.parts;
    let parts = notice.parts.iter().filter_map(|place| all.get(usize::from(*place)));
    html! {
        section.draft id=(page.draft_id(ix)) {
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

/// A paragraph with the names of its fields, in brackets if it is optional.
fn paragraph(page: &Page, part: &DraftPart) -> Markup {
    let name = |field: &Field| format!("‹{}›", page.text(&field.label));
    let names: Vec<String> = page.content().notices.fields.iter().map(name).collect();
    let names: Vec<Argument> = names.iter().map(|name| Argument::Words(name)).collect();
    let text = part.text.format(page.lang(), &names);
    html! {
        p.paper-part {
            @if let Some(when) = &part.when { span.only { (page.labels.draft_only_if()) " " (page.labels.answers(page.content(), when, false)) } br; }
            @if part.optional { "[" (text) "]" } @else { (text) }
        }
    }
}
