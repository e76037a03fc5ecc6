//! A problem in the content files: where it is, what is wrong, and how to fix it.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// A content file as read.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The name shown in problems, starting at the content folder: `content/steps.toml`.
    pub name: String,
    /// The whole text; empty if the file could not be read.
    pub text: String,
}

/// A place in a content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The byte range, or `None` for the whole file.
    pub span: Option<Range<usize>>,
}

impl Place {
    /// The file as a whole.
    pub fn whole(file: &Arc<SourceFile>) -> Place {
        Place { file: Arc::clone(file), span: None }
    }

    /// These bytes of the file.
    pub fn at(file: &Arc<SourceFile>, span: Range<usize>) -> Place {
        Place { file: Arc::clone(file), span: Some(span) }
    }

    /// The line, starting at 1, or `None` for the whole file.
    pub fn line(&self) -> Option<usize> {
        let start = self.span.as_ref()?.start.min(self.file.text.len());
        Some(1 + self.file.text.as_bytes()[..start].iter().filter(|byte| **byte == b'\n').count())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line() {
            Some(line) => write!(f, "{}:{line}", self.file.name),
            None => f.write_str(&self.file.name),
        }
    }
}

/// A problem in the content files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    pub message: String,
    /// How to fix it.
    pub help: Option<String>,
}

impl Problem {
    /// Adds how to fix it.
    pub fn help(&mut self, help: impl Into<String>) {
        self.help = Some(help.into());
    }

    /// One line for a build log: `content/situations/gift.toml:12: …; did you mean …?`
    pub fn one_line(&self) -> String {
        let whole = match &self.help {
            Some(help) => format!("{}: {}; {help}", self.place, self.message),
            None => format!("{}: {}", self.place, self.message),
        };
        whole.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Several lines with an excerpt of the file, for terminals.
    pub fn rich(&self) -> String {
        self.render(&Renderer::styled())
    }

    /// Like [`Problem::rich`], without colours.
    pub fn plain(&self) -> String {
        self.render(&Renderer::plain())
    }

    fn render(&self, renderer: &Renderer) -> String {
        let file = &self.place.file;
        let mut group = Group::with_title(Level::ERROR.primary_title(&self.message));
        if let Some(span) = self.place.span.clone() {
            let annotation = AnnotationKind::Primary.span(within(&file.text, span));
            let snippet = Snippet::source(&file.text).path(&file.name).annotation(annotation);
            group = group.element(snippet);
        } else {
            group = group.element(annotate_snippets::Origin::path(&file.name));
        }
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(help));
        }
        renderer.render(&[group])
    }
}

/// The span, limited to its first line and to the file.
fn within(text: &str, span: Range<usize>) -> Range<usize> {
    let start = span.start.min(text.len());
    let end = span.end.clamp(start, text.len());
    match text.get(start..end).and_then(|words| words.find('\n')) {
        Some(length) => start..start + length,
        None => start..end,
    }
}

/// All problems, in the order of files and lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Adds a problem. A remedy can be added to the return value.
    pub fn add(&mut self, place: &Place, message: impl Into<String>) -> &mut Problem {
        let problem = Problem { place: place.clone(), message: message.into(), help: None };
        let last = self.0.len();
        self.0.push(problem);
        &mut self.0[last]
    }

    /// Adds a mistake as it is.
    pub fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The problems in order.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// Adds the problems of another list.
    pub fn append(&mut self, other: Problems) {
        self.0.extend(other.0);
    }

    /// Sorts them by file and position, and removes duplicates.
    pub fn sort(&mut self) {
        let key = |problem: &Problem| {
            let start = problem.place.span.as_ref().map(|span| span.start);
            (problem.place.file.name.clone(), start)
        };
        self.0.sort_by_key(key);
        self.0.dedup();
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|problem| writeln!(f, "{}", problem.one_line()))
    }
}

impl std::error::Error for Problems {}

/// The most similar candidate to a misspelt word.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let most = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The remedy for an unknown word: the most similar known one, or all of them if there are few.
pub(crate) fn suggestion<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let known: Vec<&str> = known.into_iter().collect();
    if let Some(near) = nearest(word, known.iter().copied()) {
        return Some(format!("did you mean `{near}`?"));
    }
    let few = !known.is_empty() && known.len() <= 8;
    few.then(|| format!("known here: {}", list(&known)))
}

/// Words in backquotes with commas between.
pub fn list<S: AsRef<str>>(words: &[S]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{}`", word.as_ref())).collect();
    quoted.join(", ")
}
