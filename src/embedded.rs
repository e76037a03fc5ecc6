//! The content, which is in blocks of the page. Its structure is read at the start, and the words of a language when it is
//! first shown.

use std::sync::{LazyLock, OnceLock};

use adal_core::{Content, Finder, Lang, bytes_of_text, packed_text, provide_packs};

/// The schema of the content that this program reads.
const SCHEMA: &str = include_str!(concat!(env!("OUT_DIR"), "/schema.txt"));

/// Reads a block of the page by its name.
pub type ReadBlock = fn(&str) -> Option<Block>;

/// A block of the page.
pub struct Block {
    /// The schema of the content that it belongs to.
    pub schema: String,
    /// Its text.
    pub text: String,
}

static CONTENT: OnceLock<Content> = OnceLock::new();

/// Reads the content from the page. The boot script has checked that all blocks are complete and belong together. Must be
/// called before anything reads the content; later calls change nothing.
///
/// # Errors
///
/// If the content is missing, damaged, or made for another version of the program.
pub fn open(read: ReadBlock) -> Result<(), &'static str> {
    let content = structure(read)?;
    // This fails only at a second start, as in tests, and then the content is the same.
    let _ = CONTENT.set(content);
    Ok(())
}

fn structure(read: ReadBlock) -> Result<Content, &'static str> {
    let Block { schema, text } = read("content").ok_or("the content is missing")?;
    if schema != SCHEMA {
        return Err("the content was made for another version of the program");
    }
    provide_packs(Box::new(move |lang| {
        read(&format!("words-{}", lang.tag())).map(|block| block.text).unwrap_or_default()
    }));
    let bytes = bytes_of_text(&text);
    bytes.and_then(|bytes| postcard::from_bytes(&bytes).ok()).ok_or("the content is damaged")
}

/// Everything that the tool says about the Standard.
pub fn content() -> &'static Content {
    // In a page, `open` has already set it.
    CONTENT.get_or_init(|| structure(built_in).unwrap_or_default())
}

/// Without a page the blocks are in the program; a native test reads them, so the default above is never seen.
#[cfg(not(target_arch = "wasm32"))]
fn built_in(name: &str) -> Option<Block> {
    let text = match name {
        "content" => include_str!(concat!(env!("OUT_DIR"), "/content.txt")),
        "words-kk" => include_str!(concat!(env!("OUT_DIR"), "/words-kk.txt")),
        "words-ru" => include_str!(concat!(env!("OUT_DIR"), "/words-ru.txt")),
        "words-en" => include_str!(concat!(env!("OUT_DIR"), "/words-en.txt")),
        _ => return None,
    };
    Some(Block { schema: SCHEMA.to_owned(), text: text.to_owned() })
}

#[cfg(target_arch = "wasm32")]
fn built_in(_: &str) -> Option<Block> {
    None
}

/// Finds situations by typed words; made when somebody first types.
pub(crate) fn finder() -> &'static Finder {
    static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::new(content()));
    &FINDER
}

/// Words of the interface: these are the first texts of each pack, in the order of the generated methods.
pub(crate) fn word(lang: Lang, place: u16) -> &'static str {
    // The packs are provided together with the content.
    content();
    packed_text(lang, place)
}
