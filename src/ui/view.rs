//! The input of every page.

use std::rc::Rc;

use yew::prelude::*;

use crate::host::Contacts;
use crate::session::{Action, Session};
use crate::words::Words;

/// The input of every page.
#[derive(Clone, Properties, PartialEq)]
pub struct View {
    /// The session.
    pub session: Rc<Session>,
    /// The words of the interface.
    pub words: Words,
    /// Where actions go.
    pub dispatch: Callback<Action>,
    /// Whom to turn to, as the host page says.
    pub contacts: Contacts,
}

impl View {
    /// The view of a session, in its language.
    pub fn new(session: Session, dispatch: Callback<Action>, contacts: Contacts) -> View {
        let words = Words::new(session.lang());
        View { session: Rc::new(session), words, dispatch, contacts }
    }
}
