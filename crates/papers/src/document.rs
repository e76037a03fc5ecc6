//! A document to read and sign: the same blocks as plain text for the terminal and as a page for printing.

use adal_core::Lang;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// A document.
#[derive(Debug)]
pub struct Document {
    pub(crate) lang: Lang,
    pub(crate) title: String,
    pub(crate) blocks: Vec<Block>,
    /// The text to sign, and the lines to fill in below it.
    pub(crate) sign: Vec<String>,
}

/// A block of a document.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// The heading of a section.
    Heading(String),
    /// The heading of an item in a section.
    Item(String),
    /// A line.
    Line(String),
    /// Text before and after, by language; without a language if all are the same.
    Change {
        label: String,
        before: String,
        after: String,
        rows: Vec<(Option<Lang>, String, String)>,
    },
}

/// Black on white, for printing.
const STYLE: &str = "body{font:11pt/1.4 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}\
    table{border-collapse:collapse;width:100%;margin:.5em 0 1em;table-layout:fixed}\
    th,td{border:1px solid;padding:.4em;text-align:start;vertical-align:top;white-space:pre-line;overflow-wrap:anywhere}\
    caption{text-align:start;font-weight:bold}thead th:first-child{width:3em}tr{break-inside:avoid}\
    h2,h3,caption{break-after:avoid}.sign p{border-bottom:1px solid;padding-top:1.5em;max-width:30em}\
    @page{size:A4;margin:15mm}";

impl Document {
    /// The document for the terminal.
    pub fn plain(&self) -> String {
        let mut lines = vec![self.title.clone()];
        for block in &self.blocks {
            match block {
                Block::Heading(words) => lines.push(format!("\n== {words}")),
                Block::Item(words) => lines.push(format!("\n{words}")),
                Block::Line(words) => lines.push(words.clone()),
                Block::Change { label, before, after, rows } => {
                    lines.push(format!("  {label}"));
                    for (lang, was, is) in rows {
                        let lang = lang.map_or("", Lang::tag);
                        lines.push(format!("    {lang:2} {before}: {}", indented(was)));
                        lines.push(format!("    {lang:2} {after}: {}", indented(is)));
                    }
                }
            }
        }
        lines.join("\n")
    }

    /// The document as a page for printing.
    pub fn html(&self) -> String {
        let page = html! {
            (DOCTYPE)
            html lang=(self.lang.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width";
                    title { (self.title) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    h1 { (self.title) }
                    @for block in &self.blocks { (block_html(block)) }
                    div.sign {
                        @for (place, words) in self.sign.iter().enumerate() {
                            @if place == 0 { h2 { (words) } } @else { p { (words) ":" } }
                        }
                    }
                }
            }
        };
        page.into_string()
    }
}

fn block_html(block: &Block) -> Markup {
    match block {
        Block::Heading(words) => html! { h2 { (words) } },
        Block::Item(words) => html! { h3 { (words) } },
        Block::Line(words) => html! { p { (words) } },
        Block::Change { label, before, after, rows } => html! {
            table {
                @if !label.is_empty() { caption { (label) } }
                thead { tr { th {} th scope="col" { (before) } th scope="col" { (after) } } }
                tbody {
                    @for (lang, was, is) in rows {
                        @let tag = lang.map(Lang::tag);
                        tr {
                            th scope="row" { (tag.unwrap_or_default()) }
                            td lang=[tag] { (was) }
                            td lang=[tag] { (is) }
                        }
                    }
                }
            }
        },
    }
}

/// Lines after the first one are indented to match it.
fn indented(words: &str) -> String {
    words.replace('\n', "\n         ")
}
