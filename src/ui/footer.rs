//! The footer of every page.

use adal_core::{Content, SituationIx};
use yew::prelude::*;

use crate::embedded::content;
use crate::report::edition;
use crate::session::{Page, Session};
use crate::words::Words;

/// The version of the content, and how reliable it is.
pub(crate) fn footer(session: &Session, words: Words) -> Html {
    let edition = edition(content(), &situations(content(), session), words);
    html! {
        <footer class="adal-footer">
            { for edition.into_iter().map(|line| html! { <p>{ line }</p> }) }
        </footer>
    }
}

/// The situations that the footer refers to: the selected ones, or all on pages before a choice.
fn situations(content: &Content, session: &Session) -> Vec<SituationIx> {
    match session.page() {
        Page::Question(_) | Page::Review | Page::Result => session.case().situations.clone(),
        _ => (0_u8..).map(SituationIx).zip(&content.situations).map(|(ix, _)| ix).collect(),
    }
}
