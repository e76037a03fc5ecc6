//! The file in which a case is saved: small, flat JSON, described in `docs/SAVED_FILE.md`.

use adal_core::{Case, Content, Opened, Saved};

/// The maximum size of a file in bytes. The longest case of the shipped content is far smaller.
pub const MOST_BYTES: usize = 64 * 1024;

/// The MIME type.
pub const TYPE: &str = "application/json";

/// Why a file was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// The browser could not read it.
    Unreadable,
    /// Larger than [`MOST_BYTES`].
    TooLarge,
    /// Not a file saved by this tool.
    Foreign,
    /// Saved by this tool, but damaged or changed.
    Damaged,
    /// Saved by a newer version of the tool.
    Newer,
}

/// The text of the file for a case, with one answer per line, so that people can read what they pass on.
pub fn write(content: &Content, case: &Case) -> String {
    let Saved { format, content, people, situations, answers } = Saved::of(content, case);
    // Ids contain only letters, digits, full stops and hyphens, so nothing needs escaping.
    let list =
        |ids: &[&str]| ids.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
    let answers: Vec<String> = answers
        .iter()
        .map(|(question, answer)| format!("\n    \"{question}\": \"{answer}\""))
        .collect();
    format!(
        "{{\n  \"{KEY}\": {format},\n  \"content\": \"{content}\",\n  \"people\": [{}],\n  \"situations\": [{}],\n  \
         \"answers\": {{{}\n  }}\n}}\n",
        list(&people),
        list(&situations),
        answers.join(","),
    )
}

/// Opens the text of a file with this content.
pub fn open(content: &Content, text: &str) -> Result<Opened, FileProblem> {
    if text.len() > MOST_BYTES {
        return Err(FileProblem::TooLarge);
    }
    // Text editors may add a byte order mark.
    let text = text.trim_start_matches('\u{feff}');
    // The format is flat, so deeper nesting is a type error and nothing is parsed recursively.
    match serde_json_core::from_str::<Saved<'_>>(text) {
        Ok((saved, end)) if saved.format == Saved::FORMAT && is_blank(text, end) => {
            Ok(saved.open(content))
        }
        _ => Err(problem(text)),
    }
}

/// The key of the format version. It identifies a saved file.
const KEY: &str = "adal-check";

fn is_blank(text: &str, from: usize) -> bool {
    text.get(from..).is_some_and(|rest| rest.trim().is_empty())
}

/// The problem with a text that is not a saved case, judged by the version that it names, if any.
fn problem(text: &str) -> FileProblem {
    let Some((_, after)) = text.split_once(&format!("\"{KEY}\"")) else {
        return FileProblem::Foreign;
    };
    let version = after.trim_start_matches([':', ' ', '\t', '\r', '\n']);
    let digits = version.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default();
    match digits.parse::<u32>() {
        Ok(version) if version > Saved::FORMAT => FileProblem::Newer,
        _ => FileProblem::Damaged,
    }
}
