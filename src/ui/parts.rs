//! Components of pages. They know nothing of the session.

pub mod back_link;
pub mod choices;
pub mod clause_text;
pub mod copy_link;
pub mod disclosure;
pub mod error_message;
pub mod kind_badge;
pub mod language_switch;
pub mod marked_text;
pub mod notice;
pub mod on_demand;
pub mod save_file;
pub mod search_field;
pub mod select;
pub mod signs;
pub mod take_along;
pub mod text_field;
