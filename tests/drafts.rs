//! Exported drafts: complete, well-formed, and read by an office program as they were shown.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::io::{Cursor, Read};
use std::process::Command;
use std::rc::Rc;

use adal_check::embedded::content;
use adal_check::export::docx::docx;
use adal_check::export::text;
use adal_core::{Answers, BLANK, Draft, Lang, NoticeIx, plain_text};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

/// Hostile input, and text in many scripts.
const HOSTILE: &str = "</w:t><w:p> & ]]> \"' <!-- {to} {{ %s \u{202e}abc\u{202c} \u{2067}שלום\u{2069} 日本 😀 \u{0}\u{8}\tend\r\nline two";

fn notices() -> impl Iterator<Item = NoticeIx> {
    (0..content().notices.notices.len()).map(|place| NoticeIx(place as u8))
}

fn drafts(notice: NoticeIx, typed: &str) -> Vec<Draft> {
    let typed = vec![typed.to_owned(); content().notices.fields.len()];
    let draft = |lang| content().draft(&content()[notice], &Answers::new(), &typed, lang);
    vec![draft(Lang::Kk), draft(Lang::Ru)]
}

fn part(package: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The paragraphs of a document, as parsed by an XML reader.
fn paragraphs(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == b"w:p" => found.push(String::new()),
            Event::Empty(tag) if tag.name().as_ref() == b"w:br" => push(&mut found, "\n"),
            Event::Empty(tag) if tag.name().as_ref() == b"w:tab" => push(&mut found, "\t"),
            Event::Text(text) => push(&mut found, &text.decode().unwrap()),
            Event::GeneralRef(entity) => match entity.decode().unwrap().as_ref() {
                "lt" => push(&mut found, "<"),
                "gt" => push(&mut found, ">"),
                "amp" => push(&mut found, "&"),
                other => panic!("the entity {other}"),
            },
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn push(paragraphs: &mut [String], text: &str) {
    if let Some(last) = paragraphs.last_mut() {
        last.push_str(text);
    }
}

fn shown(drafts: &[Draft]) -> Vec<String> {
    drafts.iter().flat_map(|draft| draft.paragraphs.iter().map(|p| p.text.clone())).collect()
}

#[test]
fn every_part_of_every_document_is_well_formed() {
    for notice in notices() {
        let package = docx(&drafts(notice, HOSTILE));
        let mut archive = zip::ZipArchive::new(Cursor::new(&package)).unwrap();
        assert_eq!(archive.len(), 5);
        for place in 0..archive.len() {
            let mut xml = String::new();
            archive.by_index(place).unwrap().read_to_string(&mut xml).unwrap();
            paragraphs(&xml);
        }
    }
}

#[test]
fn a_document_names_its_languages() {
    let xml = part(&docx(&drafts(NoticeIx(0), "")), "word/document.xml");
    let (kazakh, russian) = xml.split_once("<w:pageBreakBefore/>").unwrap();
    assert!(kazakh.contains("kk-KZ") && !kazakh.contains("ru-RU"));
    assert!(russian.contains("ru-RU") && !russian.contains("kk-KZ"));
}

#[test]
fn what_is_not_filled_in_is_a_blank_line_and_what_is_optional_is_left_out() {
    for notice in notices() {
        for draft in drafts(notice, " \n ") {
            let all = text::drafts(std::slice::from_ref(&draft));
            assert!(all.contains(BLANK) && !all.contains('{'), "{all}");
            for paragraph in &draft.paragraphs {
                let optional = ["Қосымша:", "Приложение:"];
                assert!(!optional.iter().any(|start| paragraph.text.starts_with(start)), "{all}");
            }
        }
    }
}

#[test]
fn ten_thousand_characters_are_kept() {
    let long = "ұ\n".repeat(5_000) + "соңы";
    let drafts = drafts(NoticeIx(0), &long);
    let found = paragraphs(&part(&docx(&drafts), "word/document.xml"));
    assert_eq!(found, shown(&drafts));
    assert!(found.iter().any(|paragraph| paragraph.ends_with("соңы")));
}

#[test]
fn a_text_file_opens_in_old_editors() {
    let file =
        String::from_utf8(text::file(&text::drafts(&drafts(NoticeIx(0), "бір\nекі")))).unwrap();
    assert!(file.starts_with('\u{feff}'));
    assert!(file.contains("бір\r\nекі") && !file.replace("\r\n", "").contains('\n'));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_survives_in_the_document(typed in any::<String>(), notice in 0..10_u8) {
        let notice = NoticeIx(notice % content().notices.notices.len() as u8);
        let drafts = drafts(notice, &typed);
        let found = paragraphs(&part(&docx(&drafts), "word/document.xml"));
        prop_assert_eq!(&found, &shown(&drafts));
        let typed = plain_text(&typed);
        prop_assert!(found.iter().any(|paragraph| paragraph.contains(typed.as_str())));
    }

    #[test]
    fn plain_text_holds_nothing_that_steers(typed in any::<String>()) {
        let plain = plain_text(&typed);
        let steers = |c: char| {
            (c.is_control() && c != '\n' && c != '\t')
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        prop_assert!(!plain.chars().any(steers));
        prop_assert_eq!(plain_text(&plain), plain);
    }
}

#[test]
fn an_office_program_reads_every_draft_as_it_was_shown() {
    let folder = tempfile::tempdir().unwrap();
    let typed = "Аты-жөні: Әбіш <Қ.> & \"Ұ\"\nекінші жол";
    for notice in notices() {
        let name = format!("{}.docx", content()[notice].id);
        fs::write(folder.path().join(name), docx(&drafts(notice, typed))).unwrap();
    }
    let files = notices().map(|n| folder.path().join(format!("{}.docx", content()[n].id)));
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let office = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
        .arg(folder.path())
        .args(files)
        .output()
        .expect("soffice is missing; `cargo xtask setup` installs LibreOffice Writer");
    assert!(office.status.success(), "{office:?}");
    for notice in notices() {
        let read = fs::read_to_string(folder.path().join(format!("{}.txt", content()[notice].id)));
        let read = read.expect("soffice wrote no text");
        let lines = |text: &str| -> Vec<String> {
            let lines = text.trim_start_matches('\u{feff}').lines();
            lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
        };
        assert_eq!(lines(&read), lines(&shown(&drafts(notice, typed)).join("\n")));
    }
}

/// Drafts need no session, but a session with typed text must give the same.
#[test]
fn a_session_makes_the_draft_from_what_was_typed() {
    use adal_check::session::{Action, Session};
    use yew::Reducible;
    let typed = Rc::new(Session::new(Lang::Kk)).reduce(Action::Type(0, "Директорға".to_owned()));
    let draft = typed.draft(NoticeIx(0), Lang::Kk);
    assert_eq!(draft.paragraphs[0].text, "Кімге: Директорға");
}
