//! Texts in three languages. The native tools keep them in full. In a packed content, the texts of each language are in one
//! pack, and a text is its place in the packs, so the program only reads the languages that it shows.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::{self, Debug, Formatter};
use std::sync::OnceLock;

use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A language of the tool.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Lang {
    /// Kazakh: the authoritative language of the Standard.
    #[default]
    Kk,
    /// Russian: an unofficial translation.
    Ru,
    /// English: an unofficial translation.
    En,
}

impl Lang {
    /// All languages, Kazakh first.
    pub const ALL: [Lang; 3] = [Lang::Kk, Lang::Ru, Lang::En];

    /// The BCP 47 tag, as in a `lang` attribute.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Kk => "kk",
            Lang::Ru => "ru",
            Lang::En => "en",
        }
    }

    /// The language of a BCP 47 tag such as `kk`, `ru-KZ` or `EN`; the region is ignored.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Lang::ALL.into_iter().find(|lang| lang.tag() == primary)
    }
}

/// A text in the three languages.
#[derive(Clone)]
pub struct Text(Form);

#[derive(Clone)]
enum Form {
    /// In the order of [`Lang::ALL`].
    Written([String; 3]),
    /// The place in the pack of each language.
    Packed(u16),
}

impl Text {
    pub(crate) const EMPTY: Text = Text(Form::Written([const { String::new() }; 3]));

    /// A text from its Kazakh, Russian and English form.
    pub fn new(kk: String, ru: String, en: String) -> Text {
        Text(Form::Written([kk, ru, en]))
    }

    /// The text at this place of the packs; see [`provide_packs`].
    pub fn packed(place: u16) -> Text {
        Text(Form::Packed(place))
    }

    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match &self.0 {
            Form::Written(texts) => &texts[lang as usize],
            Form::Packed(place) => packed_text(lang, *place),
        }
    }

    fn all(&self) -> [&str; 3] {
        Lang::ALL.map(|lang| self.get(lang))
    }
}

impl Default for Text {
    fn default() -> Self {
        Text::EMPTY
    }
}

impl Debug for Text {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Text").field(&self.all()).finish()
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.all() == other.all()
    }
}

impl Eq for Text {}

/// Separates the texts of a pack. A text that contains it cannot be packed.
const SEPARATOR: char = '^';

/// How many texts a pack can have: a place is a `u16`.
const PLACES: usize = 1 << u16::BITS;

/// Returns the pack of a language.
pub type PackSource = Box<dyn Fn(Lang) -> String + Send + Sync>;

/// The source of packs, and the packs that were read.
static SOURCE: OnceLock<PackSource> = OnceLock::new();
static PACKS: [OnceLock<Vec<&'static str>>; 3] = [const { OnceLock::new() }; 3];

/// Sets the source of packs, once per program. A pack is read when its language is first shown.
pub fn provide_packs(source: PackSource) {
    // A second start, as in tests, has the same source.
    let _ = SOURCE.set(source);
}

/// The text at this place of the pack of a language; empty where the pack has no such place.
pub fn packed_text(lang: Lang, place: u16) -> &'static str {
    pack(lang).get(usize::from(place)).copied().unwrap_or_default()
}

fn pack(lang: Lang) -> &'static [&'static str] {
    PACKS[lang as usize].get_or_init(|| {
        let whole = SOURCE.get().map(|source| source(lang)).unwrap_or_default();
        String::leak(whole).split(SEPARATOR).collect()
    })
}

/// Why texts cannot be packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// A text has the character that separates texts.
    Separator(String),
    /// There are more texts than places in a pack.
    TooMany,
}

impl fmt::Display for PackError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            PackError::Separator(text) => write!(formatter, "a text has `{SEPARATOR}`: {text}"),
            PackError::TooMany => write!(formatter, "there are more than {PLACES} texts"),
        }
    }
}

impl std::error::Error for PackError {}

thread_local! {
    /// The texts that are being packed. Serde passes no context to the values that it serializes, so they are kept here.
    static PACKING: RefCell<Option<Packing>> = const { RefCell::new(None) };
}

#[derive(Default)]
struct Packing {
    texts: Vec<[String; 3]>,
    places: HashMap<[String; 3], usize>,
}

/// Packs `first`, in this order, followed by every text that `serialize` serializes, without repetition. Returns the result of
/// `serialize` and the packs in the order of [`Lang::ALL`].
///
/// # Errors
///
/// Where the texts cannot be packed.
pub fn pack_texts<'a, T>(
    first: impl IntoIterator<Item = &'a Text>,
    serialize: impl FnOnce() -> T,
) -> Result<(T, [String; 3]), PackError> {
    let texts: Vec<[String; 3]> =
        first.into_iter().map(|text| text.all().map(str::to_owned)).collect();
    let packing = Packing { texts, places: HashMap::new() };
    PACKING.with(|cell| cell.replace(Some(packing)));
    let made = serialize();
    let packing = PACKING.with(RefCell::take).unwrap_or_default();
    if packing.texts.len() > PLACES {
        return Err(PackError::TooMany);
    }
    if let Some(text) = packing.texts.iter().flatten().find(|text| text.contains(SEPARATOR)) {
        return Err(PackError::Separator(text.clone()));
    }
    let packs = Lang::ALL.map(|lang| {
        let texts: Vec<&str> =
            packing.texts.iter().map(|text| text[lang as usize].as_str()).collect();
        texts.join(&SEPARATOR.to_string())
    });
    Ok((made, packs))
}

impl Packing {
    fn place(&mut self, text: &Text) -> usize {
        let texts = text.all().map(str::to_owned);
        let next = self.texts.len();
        *self.places.entry(texts.clone()).or_insert_with(|| {
            self.texts.push(texts);
            next
        })
    }
}

impl Serialize for Text {
    /// Serializes the place in the packs. Fails outside of [`pack_texts`].
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let place =
            PACKING.with(|cell| cell.borrow_mut().as_mut().map(|packing| packing.place(self)));
        let place =
            place.ok_or_else(|| S::Error::custom("texts are written by `pack_texts` only"))?;
        serializer.serialize_u16(u16::try_from(place).unwrap_or(u16::MAX))
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u16::deserialize(deserializer).map(Text::packed)
    }
}
