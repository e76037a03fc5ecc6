//! The amendment sheet: a Word file in which an officer writes down changes to the Standard.

use std::io::Cursor;

use adal_content::Loaded;
use adal_core::{Clause, Content, Lang};
use docx_rs::{
    Docx, PageMargin, PageOrientationType, Paragraph, Run, RunFonts, Table, TableCell,
    TableCellMargins, TableLayoutType, TableRow, WidthType,
};

use crate::labels::Labels;

/// A4 landscape, in twentieths of a point.
const PAGE: (u32, u32) = (16838, 11906);
const MARGIN: i32 = 850;

/// Clause, present text, new text, reason, effective date, signature. The sum is the width between the margins.
const COLUMNS: [usize; 6] = [900, 4644, 4644, 2100, 1600, 1250];

/// Empty rows for new clauses.
const EMPTY_ROWS: usize = 3;

/// In half points.
const TEXT_SIZE: usize = 19;
const TITLE_SIZE: usize = 28;

/// A font that office programs have, or replace by one with Kazakh letters.
const FONT: &str = "Arial";

/// The sheet in one language as the bytes of a .docx file, with the named clauses or all of them.
///
/// # Errors
///
/// If a clause is not in the Standard, or the messages of `content/papers/` are not the ones that the papers use.
pub fn amendment_sheet(loaded: &Loaded, numbers: &[String], lang: Lang) -> Result<Vec<u8>, String> {
    let clauses = clauses(&loaded.content, numbers)?;
    let labels = Labels::new(loaded, lang).map_err(|problems| problems.to_string())?;
    sheet(&loaded.content, &clauses, labels)
}

fn clauses<'a>(content: &'a Content, numbers: &[String]) -> Result<Vec<&'a Clause>, String> {
    if numbers.is_empty() {
        return Ok(content.clauses.iter().collect());
    }
    let find = |number: &String| {
        let found = content.clause(number).map(|ix| &content[ix]);
        found.ok_or_else(|| format!("the Standard has no clause `{number}`"))
    };
    numbers.iter().map(find).collect()
}

/// The sheet as the bytes of a .docx file.
fn sheet(content: &Content, clauses: &[&Clause], labels: Labels) -> Result<Vec<u8>, String> {
    let version = format!("{}: {}, {}", labels.content_version(), content.version, content.date);
    let lines = [labels.post(), labels.name(), labels.signature(), labels.date()];
    let mut document = Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_orient(PageOrientationType::Landscape)
        .page_margin(PageMargin::new().top(MARGIN).bottom(MARGIN).left(MARGIN).right(MARGIN))
        .default_fonts(RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT))
        .default_size(TEXT_SIZE)
        .add_paragraph(
            Paragraph::new()
                .add_run(Run::new().add_text(labels.sheet_title()).size(TITLE_SIZE).bold()),
        )
        .add_paragraph(paragraph(content.title.get(labels.lang)))
        .add_paragraph(paragraph(&version))
        .add_paragraph(paragraph(&labels.sheet_how()))
        .add_table(table(content, clauses, labels));
    for line in lines {
        document = document
            .add_paragraph(paragraph(""))
            .add_paragraph(paragraph(&format!("{line}: ______________________________")));
    }
    let mut bytes = Cursor::new(Vec::new());
    document
        .build()
        .pack(&mut bytes)
        .map_err(|error| format!("the sheet cannot be packed: {error}"))?;
    Ok(bytes.into_inner())
}

fn table(content: &Content, clauses: &[&Clause], labels: Labels) -> Table {
    let heads = [
        labels.clause(),
        labels.present_column(),
        labels.new_column(),
        labels.reason_column(),
        labels.date_column(),
        labels.signature(),
    ];
    let heads =
        heads.map(|words| vec![Paragraph::new().add_run(Run::new().add_text(words).bold())]);
    let mut rows = vec![row(heads)];
    rows.extend(clauses.iter().map(|clause| clause_row(content, clause, labels)));
    rows.extend((0..EMPTY_ROWS).map(|_| row(Default::default()).row_height(900.0)));
    Table::new(rows)
        .set_grid(COLUMNS.to_vec())
        .margins(TableCellMargins::new().margin(60, 100, 60, 100))
        .layout(TableLayoutType::Fixed)
        .width(COLUMNS.iter().sum(), WidthType::Dxa)
}

/// Every sheet has the official text; a translation comes below it.
fn clause_row(content: &Content, clause: &Clause, labels: Labels) -> TableRow {
    let mut present = wording(content, clause, Lang::Kk);
    if labels.lang != Lang::Kk {
        let remark = Run::new().add_text(format!("{}:", labels.translation())).italic();
        present.push(Paragraph::new().add_run(remark));
        present.extend(wording(content, clause, labels.lang));
    }
    let number = vec![paragraph(&clause.id)];
    row([number, present, Vec::new(), Vec::new(), Vec::new(), Vec::new()])
}

/// The text of a clause with its bullets, preceded by the stem that it completes.
fn wording(content: &Content, clause: &Clause, lang: Lang) -> Vec<Paragraph> {
    let stem = clause.stem.map(|stem| content[stem].text.get(lang));
    let items = clause.items.iter().map(|item| format!("– {}", item.get(lang)));
    let own = [clause.text.get(lang).to_owned()];
    let all = stem.map(str::to_owned).into_iter().chain(own).chain(items);
    all.map(|words| paragraph(&words)).collect()
}

fn row(cells: [Vec<Paragraph>; 6]) -> TableRow {
    let cells = cells.into_iter().zip(COLUMNS).map(|(paragraphs, width)| {
        let cell = TableCell::new().width(width, WidthType::Dxa);
        // Word requires a paragraph in every cell.
        let paragraphs = if paragraphs.is_empty() { vec![paragraph("")] } else { paragraphs };
        paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
    });
    TableRow::new(cells.collect()).cant_split()
}

fn paragraph(words: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(words))
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        reason = "a test says by failing what is wrong"
    )]

    use std::io::Read as _;
    use std::path::Path;

    use roxmltree::{Document, Node};

    use super::*;

    #[test]
    fn the_sheet_is_a_word_file_with_the_present_text_of_each_clause() {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        let loaded = adal_content::load(&content).unwrap();
        let numbers = ["3.6".to_owned(), "1.4".to_owned()];
        let chosen = clauses(&loaded.content, &numbers).unwrap();
        for lang in Lang::ALL {
            let labels = Labels::new(&loaded, lang).unwrap();
            let xml = document_xml(sheet(&loaded.content, &chosen, labels).unwrap());
            let document = Document::parse(&xml).unwrap();
            let rows = rows(&document);
            assert_eq!(rows.len(), 1 + numbers.len() + EMPTY_ROWS);
            assert_eq!(rows[0][0], labels.clause());
            assert_eq!(rows[0][5], labels.signature());
            for (row, clause) in rows[1..].iter().zip(&chosen) {
                assert_eq!(row[0], clause.id);
                assert!(row[1].contains(clause.text.get(Lang::Kk)), "{}", row[1]);
                assert!(row[1].contains(clause.text.get(lang)), "{}", row[1]);
                assert!(clause.items.iter().all(|item| row[1].contains(item.get(lang))));
                assert!(row[2..].iter().all(String::is_empty));
            }
            assert!(rows[3..].iter().flatten().all(String::is_empty));
        }
    }

    #[test]
    fn the_page_is_a4_on_its_side() {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        let loaded = adal_content::load(&content).unwrap();
        let labels = Labels::new(&loaded, Lang::Kk).unwrap();
        let xml = document_xml(sheet(&loaded.content, &[], labels).unwrap());
        let document = Document::parse(&xml).unwrap();
        let page = document.descendants().find(|node| node.tag_name().name() == "pgSz").unwrap();
        let value = |name| page.attributes().find(|a| a.name() == name).map(|a| a.value());
        assert_eq!((value("w"), value("h")), (Some("16838"), Some("11906")));
        assert_eq!(value("orient"), Some("landscape"));
        assert_eq!(COLUMNS.iter().sum::<usize>(), PAGE.0 as usize - 2 * MARGIN as usize);
    }

    #[test]
    fn an_unknown_clause_is_named() {
        let problem = clauses(&Content::default(), &["7.7".to_owned()]).unwrap_err();
        assert_eq!(problem, "the Standard has no clause `7.7`");
    }

    fn document_xml(sheet: Vec<u8>) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(sheet)).unwrap();
        let mut xml = String::new();
        archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
        xml
    }

    /// The words of each cell, row by row.
    fn rows(document: &Document) -> Vec<Vec<String>> {
        let named = |node: &Node, name| node.tag_name().name() == name;
        let words = |cell: Node| -> String {
            cell.descendants().filter(|n| named(n, "t")).filter_map(|n| n.text()).collect()
        };
        let rows = document.descendants().filter(|node| named(node, "tr"));
        rows.map(|row| row.children().filter(|n| named(n, "tc")).map(words).collect()).collect()
    }
}
