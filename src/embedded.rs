//! The content, built into the program and unpacked once.

use std::io::Read;
use std::sync::LazyLock;

use adal_core::{Content, Finder, Message};
use lzma_rust2::LzmaReader;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/content.lzma"));

/// The bytes were made by the same build, and a native test unpacks them: the default is never seen.
static UNPACKED: LazyLock<(Content, Vec<Message>)> = LazyLock::new(|| unpack().unwrap_or_default());

fn unpack() -> Option<(Content, Vec<Message>)> {
    let mut bytes = Vec::new();
    LzmaReader::new_mem_limit(PACKED, u32::MAX, None).ok()?.read_to_end(&mut bytes).ok()?;
    postcard::from_bytes(&bytes).ok()
}

/// Everything that the tool says about the Standard.
pub fn content() -> &'static Content {
    &UNPACKED.0
}

/// Finds situations by typed words; made when somebody first types.
pub(crate) fn finder() -> &'static Finder {
    static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::new(content()));
    &FINDER
}

/// The words of the interface, in the order of the generated accessors.
pub(crate) fn messages() -> &'static [Message] {
    &UNPACKED.1
}
