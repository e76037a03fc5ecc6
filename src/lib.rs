//! adal-check: the widget. Answers live in the memory of this program and go nowhere.

pub mod embedded;
pub mod host;
pub mod session;
pub mod ui;
pub mod words;

#[cfg(feature = "csr")]
mod browser;
#[cfg(feature = "csr")]
pub mod mount;
