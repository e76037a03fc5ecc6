//! Drafts and reports as plain text, for copying and saving.

use adal_core::Draft;

use crate::report::{Line, LineKind};

/// The MIME type.
pub const TYPE: &str = "text/plain;charset=utf-8";

/// Separates the languages.
const BREAK: &str = "\n\n* * *\n\n";

/// The drafts one after another, with an empty line between paragraphs.
pub fn drafts(drafts: &[Draft]) -> String {
    let one = |draft: &Draft| {
        let paragraphs: Vec<&str> =
            draft.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        paragraphs.join("\n\n")
    };
    drafts.iter().map(one).collect::<Vec<_>>().join(BREAK)
}

/// The lines of the reports, one report after another.
pub fn reports(columns: &[Vec<Line>]) -> String {
    columns.iter().map(|lines| report(lines)).collect::<Vec<_>>().join(BREAK)
}

fn report(lines: &[Line]) -> String {
    let mut text = String::new();
    let mut steps = 0;
    for Line { kind, text: words, .. } in lines {
        let words = words.as_str();
        match kind {
            LineKind::Title => text.push_str(words),
            LineKind::Headline | LineKind::Section | LineKind::Clause => {
                text.extend(["\n\n\n", words]);
            }
            LineKind::Label => text.extend(["\n\n", words]),
            LineKind::Strong | LineKind::Text | LineKind::Wording | LineKind::Quote => {
                text.extend(["\n", words])
            }
            LineKind::Item => text.extend(["\n- ", words]),
            LineKind::Step => {
                steps += 1;
                text.extend(["\n", &steps.to_string(), ". ", words]);
            }
            LineKind::Ground => text.extend(["\n   (", words, ")"]),
        }
    }
    text
}

/// A text as a file that plain editors of older systems also show correctly, with a byte order mark and CRLF line
/// ends.
pub fn file(text: &str) -> Vec<u8> {
    format!("\u{feff}{text}\n").replace('\n', "\r\n").into_bytes()
}
