//! Drafts as an Office Open XML document (.docx): A4, Times New Roman 14, each paragraph in its language.

use adal_core::{Draft, Lang, Paragraph, Style};

use super::zip::zip;

/// The MIME type.
pub const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;

const PACKAGE: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const DOCUMENT_PARTS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

/// Styles make text that a person adds in an editor look like the rest.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="kk-KZ" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="480"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="360"/><w:jc w:val="center"/></w:pPr></w:style></w:styles>"#;

const DOCUMENT_START: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;

/// A4 with the usual margins of office documents: 3 cm on the left for binding.
const DOCUMENT_END: &str = r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>"#;

/// The drafts as one document, each on its own page.
pub fn docx(drafts: &[Draft]) -> Vec<u8> {
    zip(&[
        ("[Content_Types].xml", CONTENT_TYPES.into()),
        ("_rels/.rels", PACKAGE.into()),
        ("word/document.xml", document(drafts).into_bytes()),
        ("word/_rels/document.xml.rels", DOCUMENT_PARTS.into()),
        ("word/styles.xml", STYLES.into()),
    ])
}

fn document(drafts: &[Draft]) -> String {
    let mut xml = DOCUMENT_START.to_owned();
    for (place, draft) in drafts.iter().enumerate() {
        for (row, paragraph) in draft.paragraphs.iter().enumerate() {
            let new_page = place > 0 && row == 0;
            write_paragraph(paragraph, draft.lang, new_page, &mut xml);
        }
    }
    xml + DOCUMENT_END
}

fn write_paragraph(paragraph: &Paragraph, lang: Lang, new_page: bool, xml: &mut String) {
    let (style, looks) = match paragraph.style {
        Style::Address => ("", r#"<w:ind w:left="4536"/>"#),
        Style::Title => (r#"<w:pStyle w:val="Title"/>"#, ""),
        Style::Subject => (r#"<w:pStyle w:val="Subtitle"/>"#, ""),
        Style::Body => ("", r#"<w:spacing w:after="120"/><w:ind w:firstLine="709"/>"#),
        Style::Signature => ("", r#"<w:spacing w:before="240"/>"#),
    };
    let page = if new_page { "<w:pageBreakBefore/>" } else { "" };
    let tag = match lang {
        Lang::Kk => "kk-KZ",
        Lang::Ru => "ru-RU",
        Lang::En => "en-GB",
    };
    xml.extend(["<w:p><w:pPr>", style, page, looks, "</w:pPr>"]);
    xml.extend([r#"<w:r><w:rPr><w:lang w:val=""#, tag, r#""/></w:rPr>"#]);
    write_text(&paragraph.text, xml);
    xml.push_str("</w:r></w:p>");
}

/// Writes text as the content of a run: lines and tabs become elements, and XML characters are escaped.
/// [`adal_core::plain_text`] has removed what XML cannot contain.
fn write_text(text: &str, xml: &mut String) {
    xml.push_str(OPEN);
    for c in text.chars() {
        match c {
            '\n' => xml.extend([CLOSE, "<w:br/>", OPEN]),
            '\t' => xml.extend([CLOSE, "<w:tab/>", OPEN]),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '&' => xml.push_str("&amp;"),
            c => xml.push(c),
        }
    }
    xml.push_str(CLOSE);
}

const OPEN: &str = r#"<w:t xml:space="preserve">"#;
const CLOSE: &str = "</w:t>";
