//! Stateless pieces of pages. They know nothing of the session.

pub mod back_link;
pub mod choices;
pub mod clause_text;
pub mod disclosure;
pub mod error_summary;
pub mod language_switch;
pub mod notice;
pub mod search_field;
