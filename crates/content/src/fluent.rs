//! Reads Fluent files, of the interface and of printed pages: messages whose keys and variables agree in all
//! languages.

mod lower;
mod pattern;
mod rust;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use adal_core::{Lang, Message, Text};
use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser;

use crate::check::is_id;
use crate::problem::{Place, Problems, SourceFile, suggestion};
use crate::read::Folder;

pub(crate) use pattern::{Part, pattern};

/// The words of the interface, or others in the same form.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The keys in the order of the English file.
    pub keys: Vec<Key>,
    /// The messages in the same order.
    pub messages: Vec<Message>,
}

/// The key of a message, and its variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key in the files: `at-most-left`.
    pub id: String,
    /// Its variables, in the order in which they first occur in English.
    pub variables: Vec<(String, VariableKind)>,
    /// The English message, for readers of the code.
    pub english: String,
    /// Whether it is part of what is signed: the heading of its group in the English file ends with `(signed)`.
    pub signed: bool,
}

/// The type of a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VariableKind {
    /// A number, which selects a plural form in some language.
    Number,
    /// Words, inserted as they are.
    Words,
}

impl Words {
    /// The message with this key.
    pub fn get(&self, key: &str) -> Option<&Message> {
        let place = self.keys.iter().position(|known| known.id == key)?;
        self.messages.get(place)
    }

    /// The messages that are part of what is signed, each with its text. A variable is `{count}`, and its plural forms are
    /// `{count|form|form}`.
    pub(crate) fn signed(&self) -> impl Iterator<Item = (&Key, Text)> {
        let all = self.keys.iter().zip(&self.messages).filter(|(key, _)| key.signed);
        all.map(|(key, message)| {
            let [kk, ru, en] = Lang::ALL.map(|lang| key.with_names(message.fixed(lang)));
            (key, Text::new(kk, ru, en))
        })
    }
}

impl Key {
    /// The pattern of a message with names of variables in place of their numbers.
    fn with_names(&self, pattern: &str) -> String {
        let numbered = self.variables.iter().enumerate();
        numbered.fold(pattern.to_owned(), |pattern, (number, (name, _))| {
            let named = |end| (format!("{{{number}{end}"), format!("{{{name}{end}"));
            let ((place, place_named), (forms, forms_named)) = (named('}'), named('|'));
            pattern.replace(&place, &place_named).replace(&forms, &forms_named)
        })
    }
}

/// The end of the heading of a group of messages that are signed.
const SIGNED: &str = "(signed)";

/// Reads the messages in a folder under the content folder. Empty if the folder does not exist.
pub(crate) fn load(folder: &mut Folder, of: &str, problems: &mut Problems) -> Words {
    let names = folder.list(of);
    if names.is_empty() {
        return Words::default();
    }
    let wanted = Lang::ALL.map(|lang| format!("{of}/{}.ftl", lang.tag()));
    for name in names.iter().filter(|name| !wanted.contains(name)) {
        problems
            .add(&folder.place(name), "this is not the file of a language that the tool speaks")
            .help("the languages are kk.ftl, ru.ftl and en.ftl");
    }
    let [Some(kk), Some(ru), Some(en)] = wanted.map(|path| folder.required(&path, problems)) else {
        return Words::default();
    };
    let parsed = [
        FluentFile::parse(Lang::Kk, &kk, problems),
        FluentFile::parse(Lang::Ru, &ru, problems),
        FluentFile::parse(Lang::En, &en, problems),
    ];
    all_have_the_same_keys(&parsed, problems);
    let keys = keys(&parsed, problems);
    let messages = keys.iter().map(|key| Message(lower::message(key, &parsed, problems))).collect();
    rust::check_names(&keys, &parsed, problems);
    Words { keys, messages }
}

/// A file of one language.
struct FluentFile<'f> {
    lang: Lang,
    file: &'f Arc<SourceFile>,
    messages: BTreeMap<&'f str, Pattern<&'f str>>,
    order: Vec<&'f str>,
    /// The messages in groups that are signed.
    signed: BTreeSet<&'f str>,
    /// Whether the group that is being read is signed.
    group_is_signed: bool,
    /// False if a part could not be read, so that a missing key may be there.
    complete: bool,
}

impl<'f> FluentFile<'f> {
    fn parse(lang: Lang, file: &'f Arc<SourceFile>, problems: &mut Problems) -> Self {
        let mut parsed = FluentFile {
            lang,
            file,
            messages: BTreeMap::new(),
            order: Vec::new(),
            signed: BTreeSet::new(),
            group_is_signed: false,
            complete: true,
        };
        let resource = parser::parse(file.text.as_str()).unwrap_or_else(|(resource, errors)| {
            parsed.complete = false;
            for error in errors {
                let message = format!("this is not valid Fluent: {}", error.kind);
                problems
                    .add(&Place::at(file, error.pos.start..error.pos.end), message)
                    .help("a message is a key, an equals sign and its words");
            }
            resource
        });
        for entry in resource.body {
            parsed.entry(entry, problems);
        }
        parsed
    }

    fn entry(&mut self, entry: Entry<&'f str>, problems: &mut Problems) {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                let place = self.place_of(id);
                if let Some(attribute) = message.attributes.first() {
                    problems
                        .add(&self.place_of(attribute.id.name), "attributes are not supported")
                        .help("make it a message of its own");
                }
                if !is_id(id) {
                    problems
                        .add(&place, format!("`{id}` is not a valid key"))
                        .help("a key is lower-case Latin letters, digits and hyphens");
                }
                let Some(value) = message.value else {
                    problems
                        .add(&place, format!("the message `{id}` is empty"))
                        .help("write it, or take it out in all languages");
                    return;
                };
                if self.messages.insert(id, value).is_some() {
                    problems
                        .add(&place, format!("the message `{id}` is defined twice"))
                        .help("keep one of the two");
                } else {
                    self.order.push(id);
                    if self.group_is_signed {
                        self.signed.insert(id);
                    }
                }
            }
            Entry::Term(term) => {
                problems
                    .add(&self.place_of(term.id.name), "terms are not supported")
                    .help("write the words out in each message");
            }
            Entry::GroupComment(heading) => {
                let last = heading.content.last();
                self.group_is_signed = last.is_some_and(|line| line.trim_end().ends_with(SIGNED));
            }
            _ => {}
        }
    }

    /// The place of a slice of the file.
    fn place_of(&self, words: &str) -> Place {
        let start = (words.as_ptr() as usize).wrapping_sub(self.file.text.as_ptr() as usize);
        match start.checked_add(words.len()) {
            Some(end) if end <= self.file.text.len() => Place::at(self.file, start..end),
            _ => Place::whole(self.file),
        }
    }

    fn place_of_key(&self, key: &str) -> Place {
        let own = self.messages.get_key_value(key).map(|(own, _)| *own);
        own.map_or_else(|| Place::whole(self.file), |own| self.place_of(own))
    }
}

fn all_have_the_same_keys(files: &[FluentFile; 3], problems: &mut Problems) {
    let all: BTreeSet<&str> = files.iter().flat_map(|file| file.messages.keys().copied()).collect();
    for key in all {
        let (with, without): (Vec<&FluentFile>, Vec<&FluentFile>) =
            files.iter().partition(|file| file.messages.contains_key(key));
        let Some(first) = with.first() else { continue };
        let place = first.place_of_key(key);
        if with.len() == 1 && without.iter().all(|file| file.complete) {
            let langs: Vec<&str> = without.iter().map(|file| file.lang.tag()).collect();
            let message = format!("only this language has the message `{key}`");
            let near = without.iter().find_map(|file| {
                let others = file.order.iter().filter(|other| !first.messages.contains_key(*other));
                crate::problem::nearest(key, others.copied())
            });
            problems.add(&place, message).help(match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("add it in {}, or take it out here", langs.join(" and ")),
            });
            continue;
        }
        for file in without.iter().filter(|file| file.complete) {
            problems
                .add(&Place::whole(file.file), format!("the message `{key}` is missing"))
                .help(format!("another language has it at {place}"));
        }
    }
}

/// The keys of the English file with their variables. The other languages must have the same.
fn keys(files: &[FluentFile; 3], problems: &mut Problems) -> Vec<Key> {
    let [_, _, english] = files;
    let mut keys = Vec::new();
    for id in &english.order {
        let in_english = lower::variables(&english.messages[id]);
        let mut numbers = BTreeSet::new();
        for file in files {
            let Some(pattern) = file.messages.get(id) else { continue };
            let here = lower::variables(pattern);
            numbers.extend(here.iter().filter(|v| v.plural).map(|v| v.name));
            same_variables(id, file, &here, &in_english, problems);
        }
        let mut variables: Vec<(String, VariableKind)> = Vec::new();
        for variable in &in_english {
            let number = numbers.contains(variable.name);
            let kind = if number { VariableKind::Number } else { VariableKind::Words };
            if variables.iter().all(|(name, _)| name != variable.name) {
                variables.push((variable.name.to_owned(), kind));
            }
        }
        let words = lower::in_words(&english.messages[id]);
        let signed = english.signed.contains(id);
        keys.push(Key { id: (*id).to_owned(), variables, english: words, signed });
    }
    keys
}

fn same_variables(
    key: &str,
    file: &FluentFile,
    here: &[lower::Variable],
    english: &[lower::Variable],
    problems: &mut Problems,
) {
    let known: BTreeSet<&str> = english.iter().map(|variable| variable.name).collect();
    let own: BTreeSet<&str> = here.iter().map(|variable| variable.name).collect();
    for name in own.difference(&known) {
        let place = here
            .iter()
            .find(|variable| variable.name == *name)
            .map_or_else(|| file.place_of_key(key), |variable| file.place_of(variable.name));
        problems.add(&place, format!("`{key}` has no variable `{name}` in English")).help =
            suggestion(name, known.iter().copied());
    }
    for name in known.difference(&own) {
        problems
            .add(&file.place_of_key(key), format!("`{key}` lacks the variable `{name}`"))
            .help("all languages show the same variables");
    }
}
