//! What knows the words of one language: the dictionary as installed, the endings of Kazakh, the project's own list.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

use adal_content::Place;
use adal_core::Lang;

use crate::kazakh::Endings;
use crate::list::{Entry, WordList};

/// A dictionary that says the same at every start: with another hasher its suggestions come in another order each time.
type Book = spellbook::Dictionary<BuildHasherDefault<DefaultHasher>>;

/// Where dictionaries stand on Debian and its kin; `DICPATH` is Hunspell's own variable for other places.
const FOLDER: &str = "/usr/share/hunspell";

/// The folder with the dictionaries of all three languages.
///
/// # Errors
///
/// The files that are missing and the remedy, when no folder has them all.
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

/// Why a word is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Known {
    /// The dictionary has it.
    Dictionary,
    /// The dictionary has its stem.
    Endings,
    /// The entry of the project's list with this number.
    List(usize),
}

/// What knows the words of one language.
pub(crate) struct Dictionary {
    pub(crate) lang: Lang,
    pub(crate) list: WordList,
    book: Book,
    /// The words that the dictionary lists, without what its rules make of them.
    stems: HashSet<String>,
    /// Kazakh only.
    endings: Option<Endings>,
    /// For each entry of the list that has a model: a dictionary of this entry alone, so that it is known which of
    /// them was needed.
    own: Vec<Option<Book>>,
}

impl Dictionary {
    /// Reads the dictionary; the problem says where something is wrong with it, and what.
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

    /// Why the word is known, if it is. A compound with hyphens is known when each part is.
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

    /// The entry of the list that is this word, or has it among the endings of its model.
    fn entry_of(&self, word: &str) -> Option<usize> {
        let lower = word.to_lowercase();
        self.list.entries.iter().zip(&self.own).position(|(entry, own)| {
            let as_model = own.as_ref().is_some_and(|own| own.check(word));
            as_model || entry.word == word || entry.word == lower
        })
    }

    /// The entry of the list that the word comes from by its endings.
    fn entry_of_stem(&self, word: &str) -> Option<usize> {
        let entry_of = |stem: &str| {
            self.list.entries.iter().position(|entry| entry.word.to_lowercase() == stem)
        };
        let stem = self.endings.as_ref()?.stem(word, |stem| entry_of(stem).is_some())?;
        entry_of(&stem)
    }

    /// Words that may have been meant.
    pub(crate) fn suggest(&self, word: &str) -> Vec<String> {
        let mut suggestions = Vec::new();
        self.book.suggest(word, &mut suggestions);
        suggestions
    }
}

fn read_file(path: &Path) -> Result<String, String> {
    let text = fs::read_to_string(path)
        .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    // A mark at the beginning that says “UTF-8” would hide the first line.
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// A dictionary of this word alone, with the endings that the model has in `words`.
fn like_model(word: &str, model: &str, words: &str) -> Result<String, String> {
    let mut lines = words.lines().filter_map(|line| line.trim().split_once('/'));
    let (_, flags) = lines
        .find(|(known, _)| *known == model)
        .ok_or_else(|| format!("the dictionary has no `{model}` with endings"))?;
    Ok(format!("1\n{word}/{flags}\n"))
}
