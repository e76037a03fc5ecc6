//! The place to sign: what was read, its check code, and lines to fill in.

use adal_content::{Subject, hash};
use maud::{Markup, html};

use super::page::Page;

/// The place to sign a clause or a situation.
pub(super) fn signature(page: &Page, subject: Subject) -> Markup {
    let labels = page.labels;
    let (version, language) = (&page.content().version, labels.language_name());
    let lead = match subject {
        Subject::Law(_) => labels.law_signature_lead(version, &language),
        Subject::Questions(_) => labels.signature_lead(version, &language),
    };
    html! {
        div.signature {
            h3 { (labels.signature_title()) }
            p { (lead) }
            p { (labels.hash()) " " code { (hash(page.survey.loaded, subject, page.lang())) } }
            p.ticks {
                @for choice in [labels.confirmed(), labels.confirmed_with_remarks(), labels.not_confirmed()] {
                    span { "☐ " (choice) }
                }
            }
            (lines(page))
        }
    }
}

/// Lines to fill in.
pub(super) fn lines(page: &Page) -> Markup {
    let labels = page.labels;
    html! {
        dl.lines {
            @for line in [labels.remarks(), labels.post(), labels.name(), labels.signature(), labels.date()] {
                div { dt { (line) } dd {} }
            }
        }
    }
}
