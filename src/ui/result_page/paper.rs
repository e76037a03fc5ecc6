//! The print view of a report, also shown on screen with a second language.

use yew::prelude::*;

use crate::report::{Line, LineKind, rows};
use crate::ui::parts::clause_text::with_kazakh;

/// The lines of the report in each language.
pub fn paper(columns: Vec<Vec<Line>>, is_on_screen: bool) -> Html {
    let twin = (columns.len() > 1).then_some("adal-report--beside");
    let paper_only = (!is_on_screen).then_some("adal-report--paper-only");
    let rows = rows(columns).into_iter().map(|row| {
        html! { <div class="adal-report__row">{ for row.iter().map(cell) }</div> }
    });
    html! { <div class={classes!("adal-report", twin, paper_only)}>{ for rows }</div> }
}

fn cell(line: &Line) -> Html {
    let lang = line.lang.tag();
    let text = &line.text;
    match line.kind {
        LineKind::Title => html! { <p class="adal-report__title" {lang}>{ text }</p> },
        LineKind::Headline => html! { <h2 class="adal-report__headline" {lang}>{ text }</h2> },
        LineKind::Strong => html! { <p {lang}><strong>{ text }</strong></p> },
        LineKind::Section => html! { <h3 class="adal-report__section" {lang}>{ text }</h3> },
        LineKind::Clause => html! { <h4 class="adal-report__clause" {lang}>{ text }</h4> },
        LineKind::Label => html! { <p class="adal-report__label" {lang}>{ text }</p> },
        LineKind::Text => html! { <p {lang}>{ text }</p> },
        LineKind::Wording => html! { <p {lang}>{ for with_kazakh(text) }</p> },
        LineKind::Item => html! { <p class="adal-report__item" {lang}>{ text }</p> },
        LineKind::Step => html! { <p class="adal-report__step" {lang}>{ text }</p> },
        LineKind::Ground => html! { <p class="adal-report__ground" {lang}>{ text }</p> },
        LineKind::Quote => {
            html! { <blockquote class="adal-report__quote" {lang}>{ text }</blockquote> }
        }
    }
}
