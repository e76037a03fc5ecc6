//! The foot of every page.

use adal_core::{Content, SituationIx};
use yew::prelude::*;

use crate::embedded::content;
use crate::report::edition;
use crate::session::{Page, Session};
use crate::words::Words;

/// Which content this is, and how far it can be relied on.
pub(crate) fn footer(session: &Session, words: Words) -> Html {
    let edition = edition(content(), &situations(content(), session), words);
    html! {
        <footer class="adal-footer">
            { for edition.into_iter().map(|line| html! { <p>{ line }</p> }) }
        </footer>
    }
}

/// The situations that the footer speaks of: those that were chosen, and all on pages without a choice.
fn situations(content: &Content, session: &Session) -> Vec<SituationIx> {
    match session.page() {
        Page::Question(_) | Page::Review | Page::Result => session.case().situations.clone(),
        _ => (0_u8..).map(SituationIx).zip(&content.situations).map(|(ix, _)| ix).collect(),
    }
}
