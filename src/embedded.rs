//! The content, built into the program and decoded once.

use std::sync::LazyLock;

use adal_core::{Content, Message};

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/content.bin"));

/// The bytes were made by the same build, and a native test decodes them: the default is never seen.
static UNPACKED: LazyLock<(Content, Vec<Message>)> =
    LazyLock::new(|| postcard::from_bytes(PACKED).unwrap_or_default());

/// Everything that the tool says about the Standard.
pub fn content() -> &'static Content {
    &UNPACKED.0
}

/// The words of the interface, in the order of the generated accessors.
pub(crate) fn messages() -> &'static [Message] {
    &UNPACKED.1
}
