//! adal-check, the widget. Answers stay in the memory of this program and are never sent.

pub mod embedded;
pub mod export;
pub mod host;
pub mod ids;
pub mod report;
pub mod saved_file;
pub mod session;
pub mod ui;
pub mod words;

#[cfg_attr(
    not(feature = "csr"),
    expect(dead_code, reason = "rendered at build time, nothing asks")
)]
mod browser;
#[cfg(feature = "csr")]
pub mod mount;
