//! What a reader can do from a clause, besides reading it.

use adal_core::People;
use yew::Callback;

use crate::session::Action;

/// What can be done from a clause.
#[derive(Clone, PartialEq)]
pub struct Tools {
    /// Who reads, as far as it is known.
    pub people: People,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}
