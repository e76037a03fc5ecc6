//! The project's own list of correct words that are in no dictionary.

use std::path::Path;

use adal_content::{Place, Problems};
use adal_core::Lang;

use crate::passage::read_file;

/// `content/spelling/<lang>.txt`: one word per line; `word/model` inflects it like the model; `#` starts a comment.
pub(crate) struct WordList {
    /// The whole file.
    pub(crate) place: Place,
    pub(crate) entries: Vec<Entry>,
}

/// A line of the list.
pub(crate) struct Entry {
    pub(crate) word: String,
    /// A word of the dictionary with the same endings.
    pub(crate) model: Option<String>,
    pub(crate) place: Place,
}

impl WordList {
    pub(crate) fn read(root: &Path, lang: Lang, problems: &mut Problems) -> WordList {
        let path = root.join(format!("content/spelling/{}.txt", lang.tag()));
        let file = match read_file(root, &path) {
            Ok(file) => file,
            Err(place) => {
                problems.add(&place, "cannot be read").help("make the file; it may be empty");
                return WordList { place, entries: Vec::new() };
            }
        };
        let mut entries = Vec::new();
        let mut start = 0;
        for line in file.text.split_inclusive('\n') {
            let written = line.trim();
            if !written.is_empty() && !written.starts_with('#') {
                let (word, model) = written.split_once('/').unzip();
                let word = word.unwrap_or(written).to_owned();
                let place = Place::at(&file, start..start + written.len());
                entries.push(Entry { word, model: model.map(str::to_owned), place });
            }
            start += line.len();
        }
        in_order(&entries, problems);
        WordList { place: Place::whole(&file), entries }
    }
}

/// Each group, which ends at an empty line or a comment, must be sorted and without duplicates.
fn in_order(entries: &[Entry], problems: &mut Problems) {
    for (before, entry) in entries.iter().zip(entries.iter().skip(1)) {
        let next_line = before.place.line().map(|line| line + 1) == entry.place.line();
        if next_line && before.word > entry.word {
            let message = format!("“{}” stands after “{}”", entry.word, before.word);
            problems.add(&entry.place, message).help("sort the words of each group");
        }
    }
    for (index, entry) in entries.iter().enumerate() {
        if entries[..index].iter().any(|other| other.word == entry.word) {
            problems
                .add(&entry.place, format!("“{}” stands twice", entry.word))
                .help("take one of them out");
        }
    }
}
