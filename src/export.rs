//! What a person takes along: drafts as text and as a document.

pub mod docx;
pub mod text;
mod zip;
