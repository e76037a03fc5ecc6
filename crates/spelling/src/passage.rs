//! Finds every text that is shown or read, with its language and its place.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use adal_content::{Place, Problems, SourceFile};
use adal_core::Lang;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A text in one language.
pub(crate) struct Passage {
    pub(crate) lang: Lang,
    pub(crate) file: Arc<SourceFile>,
    pub(crate) range: Range<usize>,
}

/// All texts in `content/`, except the source editions, and in the documents next to it.
pub(crate) fn all(root: &Path, problems: &mut Problems) -> Vec<Passage> {
    let mut files = Vec::new();
    walk(&root.join("content"), &mut files);
    files.retain(|path| !path.starts_with(root.join("content/source")));
    files.extend(listed(root).into_iter().filter(|path| path.is_file()));
    walk(&root.join("docs"), &mut files);
    let mut passages = Vec::new();
    for path in files {
        let Some(read) = reader(&path) else { continue };
        match read_file(root, &path) {
            Ok(file) => read(&file, &mut passages),
            Err(problem) => drop(problems.add(&problem, "cannot be read")),
        }
    }
    passages
}

type Reader = fn(&Arc<SourceFile>, &mut Vec<Passage>);

/// The reader for a file with this name, or `None` if it contains no text.
fn reader(path: &Path) -> Option<Reader> {
    match path.extension()?.to_str()? {
        "toml" => Some(read_toml),
        "ftl" => Some(read_fluent),
        "md" => Some(read_markdown),
        _ => None,
    }
}

/// A file under the name that problems show, or the place for a problem if it cannot be read.
pub(crate) fn read_file(root: &Path, path: &Path) -> Result<Arc<SourceFile>, Place> {
    let name = path.strip_prefix(root).unwrap_or(path).to_string_lossy().into_owned();
    match fs::read_to_string(path) {
        Ok(text) => Ok(Arc::new(SourceFile { name, text })),
        Err(_) => Err(Place::whole(&Arc::new(SourceFile { name, text: String::new() }))),
    }
}

/// All files under a folder, sorted by name.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for path in listed(folder) {
        if path.is_dir() { walk(&path, files) } else { files.push(path) }
    }
}

fn listed(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// Values with the key `kk`, `ru` or `en`, at any depth. The content check reports invalid TOML.
fn read_toml(file: &Arc<SourceFile>, passages: &mut Vec<Passage>) {
    let (table, _) = DeTable::parse_recoverable(&file.text);
    in_table(table.get_ref(), file, passages);
}

/// Keywords are what people may type, including slang and mistakes. Names to avoid and the words of a force are often
/// parts of words.
const NOT_SHOWN: [&str; 4] = ["keywords", "avoid", "words", "told"];

fn in_table(table: &DeTable, file: &Arc<SourceFile>, passages: &mut Vec<Passage>) {
    for (key, value) in table.iter().filter(|(key, _)| !NOT_SHOWN.contains(&key.get_ref().as_ref()))
    {
        let lang = Lang::ALL.into_iter().find(|lang| lang.tag() == key.get_ref().as_ref());
        in_value(value, lang, file, passages);
    }
}

fn in_value(
    value: &Spanned<DeValue>,
    lang: Option<Lang>,
    file: &Arc<SourceFile>,
    passages: &mut Vec<Passage>,
) {
    match (value.get_ref(), lang) {
        (DeValue::String(_), Some(lang)) => {
            passages.push(Passage { lang, file: Arc::clone(file), range: value.span() });
        }
        (DeValue::Array(list), _) => {
            list.iter().for_each(|item| in_value(item, lang, file, passages));
        }
        (DeValue::Table(table), _) => in_table(table, file, passages),
        _ => {}
    }
}

/// The messages of a file named after a language, without their variables.
fn read_fluent(file: &Arc<SourceFile>, passages: &mut Vec<Passage>) {
    let Some(lang) = language_of(file, "ftl") else { return };
    let parsed = fluent_syntax::parser::parse(file.text.as_str());
    let resource = parsed.unwrap_or_else(|(resource, _)| resource);
    for entry in resource.body {
        if let Entry::Message(message) = entry
            && let Some(pattern) = &message.value
        {
            in_pattern(pattern, lang, file, passages);
        }
    }
}

/// The language in a file name: `ui/kk.ftl`, `OFFICER.kk.md`.
fn language_of(file: &SourceFile, ending: &str) -> Option<Lang> {
    let stem = file.name.strip_suffix(ending)?.strip_suffix('.')?;
    let tag = stem.rsplit(['/', '.']).next()?;
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
}

fn in_pattern(
    pattern: &Pattern<&str>,
    lang: Lang,
    file: &Arc<SourceFile>,
    passages: &mut Vec<Passage>,
) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                let start = value.as_ptr() as usize - file.text.as_ptr() as usize;
                let range = start..start + value.len();
                passages.push(Passage { lang, file: Arc::clone(file), range });
            }
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants
                    .iter()
                    .for_each(|variant| in_pattern(&variant.value, lang, file, passages));
            }
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::Placeable { .. } | _),
            } => {}
        }
    }
}

/// The text of a document, without code and URLs. A file name such as `OFFICER.kk.md` gives the language; other
/// documents are in English.
fn read_markdown(file: &Arc<SourceFile>, passages: &mut Vec<Passage>) {
    let lang = language_of(file, "md").unwrap_or(Lang::En);
    let options = Options::ENABLE_TABLES;
    let mut is_code = false;
    for (event, range) in Parser::new_ext(&file.text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Link { link_type: LinkType::Autolink, .. }) => {
                is_code = true;
            }
            Event::End(TagEnd::CodeBlock | TagEnd::Link) => is_code = false,
            Event::Text(_) if !is_code => {
                passages.push(Passage { lang, file: Arc::clone(file), range });
            }
            _ => {}
        }
    }
}
