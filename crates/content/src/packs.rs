//! The content in the form in which the widget reads it: a structure without words, and one pack of words per language. They
//! are inert blocks of text in the page and can be replaced without compiling the program.

use adal_core::{Lang, PackError, pack_texts, text_of_bytes};
use sha2::{Digest as _, Sha256};

use crate::fluent::Words;
use crate::loaded::Loaded;

/// The content as blocks of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// The programs that can read it; see [`schema`].
    pub schema: String,
    /// Changes with any of its blocks; all blocks of a page have the same.
    pub edition: String,
    /// The structure: bytes as text, see [`adal_core::text_of_bytes`].
    pub structure: String,
    /// The texts, in the order of [`Lang::ALL`].
    pub words: [String; 3],
}

/// Why a content cannot be packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackProblem {
    /// Its texts cannot be packed.
    Texts(PackError),
    /// Its structure cannot be packed, which would be a mistake in this crate.
    Structure(postcard::Error),
}

impl std::fmt::Display for PackProblem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let reason: &dyn std::fmt::Display = match self {
            PackProblem::Texts(error) => error,
            PackProblem::Structure(error) => error,
        };
        write!(formatter, "the content cannot be packed: {reason}")
    }
}

/// Packs the content and the words of the interface, which come first in each pack, in the order of their keys.
///
/// # Errors
///
/// Where it cannot be packed.
pub fn pack(loaded: &Loaded) -> Result<Packed, PackProblem> {
    let messages = loaded.words.messages.iter().map(|message| &message.0);
    let (structure, words) = pack_texts(messages, || postcard::to_allocvec(&loaded.content))
        .map_err(PackProblem::Texts)?;
    let structure = text_of_bytes(&structure.map_err(PackProblem::Structure)?);
    let mut hash = Sha256::new();
    hash.update(&structure);
    words.iter().for_each(|pack| hash.update(pack));
    Ok(Packed { schema: schema(&loaded.words), edition: digits(hash), structure, words })
}

/// Sixteen hexadecimal digits that change with the format of the content and with the keys of the interface. A program reads
/// only content with its own schema.
pub fn schema(words: &Words) -> String {
    let mut hash = Sha256::new();
    adal_core::FORM.iter().for_each(|source| hash.update(source));
    for key in &words.keys {
        hash.update(format!("{}{:?}\n", key.id, key.variables));
    }
    digits(hash)
}

fn digits(hash: Sha256) -> String {
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

impl Packed {
    /// The names of the blocks and their texts: `content`, then `words-kk` and so on.
    pub fn blocks(&self) -> Vec<(String, &str)> {
        let words = Lang::ALL.into_iter().zip(&self.words);
        let words = words.map(|(lang, pack)| (format!("words-{}", lang.tag()), pack.as_str()));
        std::iter::once(("content".to_owned(), self.structure.as_str())).chain(words).collect()
    }

    /// The blocks as elements that no browser runs. The boot script checks that all `data-blocks` are there, and their
    /// `data-length`, in UTF-16 code units, and `data-edition`; the program checks `data-schema`.
    ///
    /// # Errors
    ///
    /// If a text would end its element too early or would be changed by the HTML parser.
    pub fn html(&self) -> Result<String, String> {
        let Packed { schema, edition, .. } = self;
        let blocks = self.blocks();
        let names: Vec<&str> = blocks.iter().map(|(name, _)| name.as_str()).collect();
        let mut names = format!(" data-blocks=\"{}\"", names.join(" "));
        let mut html = String::new();
        for (name, text) in &blocks {
            if let Some(bad) =
                ["</script", "<!--", "\r", "\0"].iter().find(|bad| text.contains(**bad))
            {
                return Err(format!("the block {name} has {bad:?} and cannot be in a page"));
            }
            let length = text.encode_utf16().count();
            html.push_str(&format!(
                "<script type=\"text/plain\" id=\"adal-{name}\"{names} data-schema=\"{schema}\" data-edition=\"{edition}\" \
                 data-length=\"{length}\">{text}</script>\n"
            ));
            // The first one says which there are.
            names.clear();
        }
        Ok(html)
    }
}
