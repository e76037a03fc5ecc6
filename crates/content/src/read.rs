//! Reads the content folder and takes TOML files apart, item by item, so that one mistake hides no other.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use crate::problem::{Place, Problems, SourceFile, list, suggestion};

/// The content folder.
pub(crate) struct Folder {
    root: PathBuf,
    /// Every file that was read, for `rerun-if-changed`.
    pub(crate) files: Vec<PathBuf>,
    /// The same files with their text.
    pub(crate) sources: Vec<Arc<SourceFile>>,
}

impl Folder {
    pub(crate) fn new(root: &Path) -> Folder {
        Folder { root: root.to_path_buf(), files: Vec::new(), sources: Vec::new() }
    }

    /// The file with this path under the folder, or a problem when it cannot be read.
    pub(crate) fn required(
        &mut self,
        path: &str,
        problems: &mut Problems,
    ) -> Option<Arc<SourceFile>> {
        let full = self.root.join(path);
        match fs::read_to_string(&full) {
            Ok(text) => {
                let file = Arc::new(SourceFile { name: self.name(path), text });
                if !self.files.contains(&full) {
                    self.files.push(full);
                    self.sources.push(Arc::clone(&file));
                }
                Some(file)
            }
            Err(error) => {
                problems
                    .add(&self.place(path), format!("cannot be read: {error}"))
                    .help("this file is needed, and as UTF-8 text");
                None
            }
        }
    }

    /// The file with this path under the folder, if it is there.
    pub(crate) fn optional(
        &mut self,
        path: &str,
        problems: &mut Problems,
    ) -> Option<Arc<SourceFile>> {
        if self.root.join(path).exists() { self.required(path, problems) } else { None }
    }

    /// The paths of what lies in this folder under the content folder, in the order of names.
    /// Hidden files and an editor's backups do not count.
    pub(crate) fn list(&self, path: &str) -> Vec<String> {
        let entries = fs::read_dir(self.root.join(path)).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| !name.starts_with('.') && !name.ends_with('~'))
            .map(|name| if path.is_empty() { name } else { format!("{path}/{name}") })
            .collect();
        names.sort();
        names
    }

    /// A place for problems with the folder or with a file that is not content.
    pub(crate) fn place(&self, path: &str) -> Place {
        let file = SourceFile { name: self.name(path), text: String::new() };
        Place::whole(&Arc::new(file))
    }

    fn name(&self, path: &str) -> String {
        let folder = self.root.file_name().unwrap_or_default().to_string_lossy();
        if path.is_empty() { folder.into_owned() } else { format!("{folder}/{path}") }
    }
}

/// The items of a file that holds nothing but one list.
pub(crate) fn only_list<T: DeserializeOwned>(
    file: Option<&Arc<SourceFile>>,
    key: &str,
    problems: &mut Problems,
) -> Items<T> {
    file.and_then(|file| Table::parse(file, problems))
        .map_or_else(Items::unreadable, |table| table.only_items(key, problems))
}

/// The items of a list, and what is known about those that could not be read.
pub(crate) struct Items<T> {
    pub(crate) good: Vec<Spanned<T>>,
    /// Ids of items with mistakes in them: known, so that references to them are no mistakes too.
    pub(crate) broken: BTreeSet<String>,
    /// False when some item could not even be named.
    pub(crate) complete: bool,
}

impl<T> Default for Items<T> {
    fn default() -> Self {
        Items { good: Vec::new(), broken: BTreeSet::new(), complete: true }
    }
}

impl<T> Items<T> {
    /// The items of a file that could not be read at all.
    pub(crate) fn unreadable() -> Self {
        Items { complete: false, ..Items::default() }
    }

    /// Whether each item could be read, so that what is not used is surely not used.
    pub(crate) fn is_whole(&self) -> bool {
        self.complete && self.broken.is_empty()
    }

    /// Only as many items as the engine can tell apart; more are a problem.
    pub(crate) fn at_most(
        mut self,
        most: usize,
        what: &str,
        file: Option<&Arc<SourceFile>>,
        problems: &mut Problems,
    ) -> Self {
        if let Some(file) = file.filter(|_| self.good.len() > most) {
            problems
                .add(&Place::whole(file), format!("more than {most} {what}"))
                .help("put some together, or take some out");
            self.good.truncate(most);
            self.complete = false;
        }
        self
    }

    fn add(&mut self, value: Result<Spanned<T>, Option<String>>) {
        match value {
            Ok(item) => self.good.push(item),
            Err(Some(id)) => drop(self.broken.insert(id)),
            Err(None) => self.complete = false,
        }
    }
}

/// A TOML file that is sound as TOML.
pub(crate) struct Table<'f> {
    file: &'f Arc<SourceFile>,
    table: Spanned<DeTable<'f>>,
}

impl<'f> Table<'f> {
    /// The file as a table; a break of TOML's grammar is a problem.
    pub(crate) fn parse(file: &'f Arc<SourceFile>, problems: &mut Problems) -> Option<Table<'f>> {
        let (table, errors) = DeTable::parse_recoverable(&file.text);
        let Some(first) = errors.first() else { return Some(Table { file, table }) };
        // What comes after the first break of the grammar is mostly its echo.
        add_error(first, file, None, problems);
        None
    }

    /// Takes the list `key` out and reads each of its items by itself.
    pub(crate) fn items<T: DeserializeOwned>(
        &mut self,
        key: &str,
        problems: &mut Problems,
    ) -> Items<T> {
        self.items_with(key, problems, |value| Spanned::deserialize(ValueDeserializer::from(value)))
    }

    /// As [`Table::items`], with a reader that looks at the item before it chooses the type.
    pub(crate) fn items_with<T>(
        &mut self,
        key: &str,
        problems: &mut Problems,
        read: impl Fn(Spanned<DeValue<'f>>) -> Result<Spanned<T>, toml::de::Error>,
    ) -> Items<T> {
        let mut items = Items::default();
        for value in self.take_list(key, problems) {
            let (id, span) = (id_of(value.get_ref()), value.span());
            items.add(read(value).map_err(|error| {
                add_error(&error, self.file, Some(span), problems);
                id
            }));
        }
        items
    }

    /// Takes the only list of a file out; anything else in it is a problem.
    fn only_items<T: DeserializeOwned>(mut self, key: &str, problems: &mut Problems) -> Items<T> {
        let items = self.items(key, problems);
        self.nothing_else(&[key], problems);
        items
    }

    /// Reports whatever is left after the lists were taken out.
    pub(crate) fn nothing_else(self, keys: &[&str], problems: &mut Problems) {
        for other in self.table.get_ref().keys() {
            let place = Place::at(self.file, other.span());
            problems.add(&place, format!("unknown key `{}`", other.get_ref())).help =
                suggestion(other.get_ref(), keys.iter().copied()).or_else(take_out);
        }
    }

    /// Reads what is left after the lists were taken out.
    pub(crate) fn rest<T: DeserializeOwned>(self, problems: &mut Problems) -> Option<T> {
        let span = self.table.span();
        let value = Spanned::new(span, DeValue::Table(self.table.into_inner()));
        T::deserialize(ValueDeserializer::from(value))
            .inspect_err(|error| add_error(error, self.file, None, problems))
            .ok()
    }

    fn take_list(&mut self, key: &str, problems: &mut Problems) -> Vec<Spanned<DeValue<'f>>> {
        let Some(value) = self.table.get_mut().remove(key) else { return Vec::new() };
        let place = Place::at(self.file, value.span());
        match value.into_inner() {
            DeValue::Array(list) => list.into_iter().collect(),
            _ => {
                problems
                    .add(&place, format!("`{key}` must be a list"))
                    .help(format!("write each as a table under `[[{key}]]`"));
                Vec::new()
            }
        }
    }
}

/// What names an item: its id, or its number.
fn id_of(value: &DeValue) -> Option<String> {
    let table = value.as_table()?;
    let id = table.get("id").or_else(|| table.get("number"))?;
    id.get_ref().as_str().map(str::to_owned)
}

fn add_error(
    error: &toml::de::Error,
    file: &Arc<SourceFile>,
    item: Option<Range<usize>>,
    problems: &mut Problems,
) {
    let place = match error.span().or(item) {
        Some(span) => Place::at(file, span),
        None => Place::whole(file),
    };
    let (message, help) = plain_words(error.message());
    problems.add(&place, message).help = help;
}

/// The remedy for what nobody can have meant.
fn take_out() -> Option<String> {
    Some("take it out".to_owned())
}

/// The messages of serde in the words of the content's reference.
fn plain_words(message: &str) -> (String, Option<String>) {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    match quoted.as_slice() {
        [word, known @ ..] if message.starts_with("unknown field") => {
            let help = suggestion(word, known.iter().copied()).or_else(take_out);
            (format!("unknown key `{word}`"), help)
        }
        [word, known @ ..] if message.starts_with("unknown variant") => {
            // The words are few and fixed.
            let all = || Some(format!("known here: {}", list(known)));
            (format!("unknown word `{word}`"), suggestion(word, known.iter().copied()).or_else(all))
        }
        [word] if message.starts_with("missing field") => {
            (format!("`{word}` is missing"), Some("add it".to_owned()))
        }
        _ => match message.strip_prefix("invalid type: ").and_then(|m| m.split_once(", expected "))
        {
            Some((given, wanted)) => {
                let (given, wanted) = (type_in_words(given), type_in_words(wanted));
                (format!("this is {given}"), Some(format!("write {wanted}")))
            }
            None => {
                let message = message.lines().collect::<Vec<_>>().join(" ");
                (message, Some("see the grammar of TOML, toml.io".to_owned()))
            }
        },
    }
}

/// A type of serde in the words of TOML.
fn type_in_words(name: &str) -> &str {
    let name = name.strip_prefix("a ").unwrap_or(name);
    match name.split(' ').next() {
        Some("string") => "text in quotation marks",
        Some("sequence") => "a list in square brackets",
        Some("boolean") => "`true` or `false`",
        Some("integer" | "u32" | "usize") => "a whole number without quotation marks",
        _ if name == "struct Text" => "it in each language, as `.kk`, `.ru` and `.en`",
        Some("map" | "struct") => "a table",
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_told_in_the_words_of_toml() {
        for (message, told, help) in [
            (
                "invalid type: string \"me\", expected a sequence",
                "this is text in quotation marks",
                "write a list in square brackets",
            ),
            (
                "invalid type: integer `4`, expected a string",
                "this is a whole number without quotation marks",
                "write text in quotation marks",
            ),
            (
                "invalid type: sequence, expected a map",
                "this is a list in square brackets",
                "write a table",
            ),
            ("missing field `id`", "`id` is missing", "add it"),
        ] {
            assert_eq!(plain_words(message), (told.to_owned(), Some(help.to_owned())));
        }
    }
}
