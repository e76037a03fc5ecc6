//! What every page is drawn from.

use std::rc::Rc;

use yew::prelude::*;

use crate::host::Contacts;
use crate::session::{Action, Session};
use crate::words::Words;

/// What every page is drawn from.
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
