//! What a reader can do from a clause.

use adal_core::People;
use yew::Callback;

use crate::session::Action;

/// What a reader can do from a clause.
#[derive(Clone, PartialEq)]
pub struct Tools {
    /// Who is reading, if known.
    pub people: People,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}
