//! The known words of one language: the installed dictionary, Kazakh endings, and the project's own list.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

use adal_content::Place;
use adal_core::Lang;

use crate::kazakh::Endings;
use crate::list::{Entry, WordList};

/// With the default hasher, suggestions would have a different order at every start.
type Book = spellbook::Dictionary<BuildHasherDefault<DefaultHasher>>;

/// The folder of dictionaries on Debian and its derivatives. `DICPATH` is Hunspell's variable for other folders.
const FOLDER: &str = "/usr/share/hunspell";

/// The folder with the dictionaries of all three languages.
///
/// # Errors
///
/// If no folder has them all: the missing files and the remedy.
pub fn find_dictionaries() -> Result<PathBuf, String> {
    let given = env::var_os("DICPATH").unwrap_or_default();
    let mut folders = env::split_paths(&given).chain([PathBuf::from(FOLDER)]);
    folders.find(|folder| missing(folder).is_empty()).ok_or_else(|| {
        format!(
            "{} not found in {FOLDER}. Remedy: install the Hunspell dictionaries of Kazakh, Russian and British \
             English (Debian: hunspell-kk, hunspell-ru, hunspell-en-gb), or let DICPATH name the folder that has them",
            missing(Path::new(FOLDER)).join(", ")
        )
    })
}

fn missing(folder: &Path) -> Vec<String> {
    let names = Lang::ALL.map(name).into_iter();
    let files = names.flat_map(|name| [format!("{name}.aff"), format!("{name}.dic")]);
    files.filter(|file| !folder.join(file).is_file()).collect()
}

/// The name of a dictionary's files.
fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk => "kk_KZ",
        Lang::Ru => "ru_RU",
        Lang::En => "en_GB",
    }
}

/// How a word is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Known {
    /// It is in the dictionary.
    Dictionary,
    /// Its stem is in the dictionary.
    Endings,
    /// It is the entry of the project's list with this number.
    List(usize),
}

/// The known words of one language.
pub(crate) struct Dictionary {
    pub(crate) lang: Lang,
    pub(crate) list: WordList,
    book: Book,
    /// The words in the dictionary file, without forms derived by its rules.
    stems: HashSet<String>,
    /// Kazakh only.
    endings: Option<Endings>,
    /// For each entry of the list with a model: a dictionary of this entry alone, to find out which entries are
    /// needed.
    own: Vec<Option<Book>>,
}

impl Dictionary {
    /// Reads the dictionary. Reports where it is invalid.
    pub(crate) fn read(
        lang: Lang,
        folder: &Path,
        list: WordList,
    ) -> Result<Dictionary, (Place, String)> {
        let file = |ending: &str| read_file(&folder.join(format!("{}.{ending}", name(lang))));
        let make = |rules: &str, words: &str| {
            Book::new_with_hasher(rules, words, BuildHasherDefault::default())
                .map_err(|error| format!("{}: {error}", name(lang)))
        };
        let whole = || -> Result<_, String> {
            let (rules, words) = (file("aff")?, file("dic")?);
            Ok((make(&rules, &words)?, rules, words))
        };
        let (book, rules, words) = whole().map_err(|problem| (list.place.clone(), problem))?;
        let own = |entry: &Entry| -> Result<Option<Book>, (Place, String)> {
            let Some(model) = &entry.model else { return Ok(None) };
            like_model(&entry.word, model, &words)
                .and_then(|line| make(&rules, &line))
                .map(Some)
                .map_err(|problem| (entry.place.clone(), problem))
        };
        let own = list.entries.iter().map(own).collect::<Result<_, _>>()?;
        let stems = words.lines().filter_map(|line| line.split('/').next());
        let stems = stems.map(|stem| stem.trim().to_owned()).collect();
        let endings = (lang == Lang::Kk).then(Endings::read);
        Ok(Dictionary { lang, list, book, stems, endings, own })
    }

    /// How the word is known, if at all. A hyphenated compound is known if each part is.
    pub(crate) fn know(&self, word: &str) -> Vec<Known> {
        if let Some(known) = self.know_whole(word) {
            return vec![known];
        }
        let parts: Vec<_> = word.split('-').filter(|part| !part.is_empty()).collect();
        let known: Vec<Known> = parts.iter().filter_map(|part| self.know_whole(part)).collect();
        if parts.len() > 1 && known.len() == parts.len() { known } else { Vec::new() }
    }

    fn know_whole(&self, word: &str) -> Option<Known> {
        if self.book.check(word) {
            return Some(Known::Dictionary);
        }
        let has_stem = |stem: &str| self.stems.contains(stem);
        if let Some(endings) = &self.endings
            && endings.stem(word, has_stem).is_some()
        {
            return Some(Known::Endings);
        }
        self.entry_of(word).or_else(|| self.entry_of_stem(word)).map(Known::List)
    }

    /// The entry of the list that equals this word, or has it as a form of its model.
    fn entry_of(&self, word: &str) -> Option<usize> {
        let lower = word.to_lowercase();
        self.list.entries.iter().zip(&self.own).position(|(entry, own)| {
            let as_model = own.as_ref().is_some_and(|own| own.check(word));
            as_model || entry.word == word || entry.word == lower
        })
    }

    /// The entry of the list that is the stem of this word.
    fn entry_of_stem(&self, word: &str) -> Option<usize> {
        let entry_of = |stem: &str| {
            self.list.entries.iter().position(|entry| entry.word.to_lowercase() == stem)
        };
        let stem = self.endings.as_ref()?.stem(word, |stem| entry_of(stem).is_some())?;
        entry_of(&stem)
    }

    /// Suggestions for a misspelt word.
    pub(crate) fn suggest(&self, word: &str) -> Vec<String> {
        let mut suggestions = Vec::new();
        self.book.suggest(word, &mut suggestions);
        suggestions
    }
}

fn read_file(path: &Path) -> Result<String, String> {
    let text = fs::read_to_string(path)
        .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    // A byte order mark would hide the first line.
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// A dictionary of this word alone, inflected like the model in `words`.
fn like_model(word: &str, model: &str, words: &str) -> Result<String, String> {
    let mut lines = words.lines().filter_map(|line| line.trim().split_once('/'));
    let (_, flags) = lines
        .find(|(known, _)| *known == model)
        .ok_or_else(|| format!("the dictionary has no `{model}` with endings"))?;
    Ok(format!("1\n{word}/{flags}\n"))
}
