//! Generates a Rust method for each message, so that a misspelt key or a missing variable does not compile.

use std::fmt::Write;

use super::{FluentFile, Key, VariableKind, Words};
use crate::problem::Problems;

/// Words that cannot be names of methods or variables in Rust, and the methods that `Words` already has.
const TAKEN: [&str; 55] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fixed", "fn", "for", "format", "gen",
    "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv",
    "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type",
    "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "lang", "new",
];

impl Words {
    /// The source of `impl Words`, with one method per message.
    pub fn rust_source(&self) -> String {
        let mut source = String::from("impl Words {\n");
        for (place, key) in self.keys.iter().enumerate() {
            method(place, key, &mut source);
        }
        source.push_str("}\n");
        source
    }
}

fn method(place: usize, key: &Key, source: &mut String) {
    for line in key.english.lines() {
        // In documentation, brackets would be links and tags.
        let line = line.replace(['[', '<'], "(").replace([']', '>'], ")");
        // Writing to a string cannot fail.
        let _ = writeln!(source, "    /// {}", line.trim_end());
    }
    let parameters: String = key
        .variables
        .iter()
        .map(|(name, kind)| match kind {
            VariableKind::Number => format!(", {}: usize", snake(name)),
            VariableKind::Words => format!(", {}: &str", snake(name)),
        })
        .collect();
    let arguments: Vec<String> = key
        .variables
        .iter()
        .map(|(name, kind)| match kind {
            VariableKind::Number => format!("Argument::Number({})", snake(name)),
            VariableKind::Words => format!("Argument::Words({})", snake(name)),
        })
        .collect();
    let body = if arguments.is_empty() {
        format!("self.fixed({place})")
    } else {
        format!("self.format({place}, &[{}])", arguments.join(", "))
    };
    let name = snake(&key.id);
    let _ = writeln!(
        source,
        "    pub(crate) fn {name}(self{parameters}) -> AttrValue {{\n        {body}\n    }}"
    );
}

fn snake(name: &str) -> String {
    name.replace('-', "_")
}

/// Reports keys and variables that are not valid names in Rust.
pub(super) fn check_names(keys: &[Key], files: &[FluentFile; 3], problems: &mut Problems) {
    let [_, _, english] = files;
    for key in keys {
        let place = english.place_of_key(&key.id);
        if !can_be_a_name(&key.id) {
            problems
                .add(&place, format!("`{}` cannot be the name of a method", key.id))
                .help("give the message a longer key that begins with a letter");
        }
        for (name, _) in &key.variables {
            if !can_be_a_name(name) || !crate::check::is_id(name) {
                problems
                    .add(&place, format!("`${name}` cannot be the name of a variable"))
                    .help("a variable is lower-case Latin letters and hyphens, like `$count`");
            }
        }
    }
}

fn can_be_a_name(id: &str) -> bool {
    let name = snake(id);
    !TAKEN.contains(&name.as_str()) && name.starts_with(|c: char| c.is_ascii_lowercase())
}
