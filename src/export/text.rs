//! Drafts as plain text, as it is copied and saved.

use adal_core::Draft;

/// Between the languages of a paper.
const BREAK: &str = "\n\n* * *\n\n";

/// The drafts one after another, an empty line between two paragraphs.
pub fn text(drafts: &[Draft]) -> String {
    let one = |draft: &Draft| {
        let paragraphs: Vec<&str> =
            draft.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        paragraphs.join("\n\n")
    };
    drafts.iter().map(one).collect::<Vec<_>>().join(BREAK)
}

/// The same as a file that the plain editors of older systems show rightly too: with a byte order mark and their line
/// ends.
pub fn text_file(drafts: &[Draft]) -> Vec<u8> {
    format!("\u{feff}{}\n", text(drafts)).replace('\n', "\r\n").into_bytes()
}
