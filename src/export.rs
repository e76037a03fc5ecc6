//! Exports: reports and drafts as text, drafts as a document.

pub mod docx;
pub mod text;
mod zip;
