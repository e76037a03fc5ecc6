//! The file in which a case is saved: JSON, small, flat. `docs/SAVED_FILE.md` describes it.

use adal_core::{Case, Content, Opened, Saved};

/// The most bytes that a file may have. The longest case of the shipped content needs a fraction of it.
pub const MOST_BYTES: usize = 64 * 1024;

/// The kind of the file for the browser.
pub const TYPE: &str = "application/json";

/// Why a file was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// The browser could not read it.
    Unreadable,
    /// More than [`MOST_BYTES`].
    TooLarge,
    /// Something else than a file saved here.
    Foreign,
    /// Saved here, and broken or changed since.
    Damaged,
    /// Saved by a newer version of the tool.
    Newer,
}

/// The text of the file for a case: one answer a line, so that a person can read what they hand on.
pub fn write(content: &Content, case: &Case) -> String {
    let Saved { format, content, people, situations, answers } = Saved::of(content, case);
    // Ids are letters, digits, points and hyphens, so nothing needs an escape.
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

/// What this content makes of the text of a file.
pub fn open(content: &Content, text: &str) -> Result<Opened, FileProblem> {
    if text.len() > MOST_BYTES {
        return Err(FileProblem::TooLarge);
    }
    // Text editors may put a mark of the byte order before a text.
    let text = text.trim_start_matches('\u{feff}');
    // The format is flat, so whatever is nested deeper is an error of type, and nothing is read recursively.
    match serde_json_core::from_str::<Saved<'_>>(text) {
        Ok((saved, end)) if saved.format == Saved::FORMAT && is_blank(text, end) => {
            Ok(saved.open(content))
        }
        _ => Err(problem(text)),
    }
}

/// The key of the version, by which a file is known as one of ours.
const KEY: &str = "adal-check";

fn is_blank(text: &str, from: usize) -> bool {
    text.get(from..).is_some_and(|rest| rest.trim().is_empty())
}

/// What to say of a text that is no saved case: by the version that it names, if it names one.
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
