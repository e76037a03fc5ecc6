//! How amendments are shown, with a content that has an earlier version. The present Standard has none.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use adal_check::embedded;
use adal_check::ui::standard_page::amendments::{amendments, remark, texts};
use adal_check::words::Words;
use adal_core::{Content, Lang};
use yew::ServerRenderer;
use yew::prelude::*;

/// The valid content of the tests, amended by `tests/amended/changes.toml`.
static AMENDED: LazyLock<Content> = LazyLock::new(|| {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path().join("content");
    copy(&here.join("crates/fixtures/valid"), &folder);
    let change = |file: &str, change: &dyn Fn(String) -> String| {
        let path = folder.join(file);
        fs::write(&path, change(fs::read_to_string(&path).unwrap())).unwrap();
    };
    let second = fs::read_to_string(here.join("tests/amended/changes.toml")).unwrap();
    change("changes.toml", &|first| first + "\n" + &second);
    change("standard.toml", &|first| {
        first.replacen("version = \"1\"", "version = \"2\"", 1).replacen(
            "date = \"2026-11-22\"",
            "date = \"2026-12-01\"",
            1,
        )
    });
    adal_content::load(&folder).unwrap_or_else(|problems| panic!("{problems}")).content
});

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[derive(Properties, PartialEq)]
struct ShownProps {
    draw: Callback<(), Html>,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    props.draw.emit(())
}

fn rendered(draw: fn() -> Html) -> String {
    let renderer = ServerRenderer::<Shown>::with_props(move || ShownProps {
        draw: Callback::from(move |()| draw()),
    });
    futures::executor::block_on(renderer.hydratable(false).render())
}

fn position(page: &str, words: &str) -> usize {
    page.find(words).unwrap_or_else(|| panic!("“{words}” is not in {page}"))
}

#[test]
fn a_reworded_clause_shows_both_texts_whole_with_the_words_marked_that_differ() {
    let page = rendered(|| amendments(&AMENDED, Words::new(Lang::En)));
    position(&page, "In force from 15 December 2026");
    position(&page, "The clause on gifts has changed.");
    position(&page, "Clause 2.1.1 has been reworded");
    position(&page, "not to accept <del>money</del>;");
    position(&page, "not to accept <ins>gifts</ins>;");
}

#[test]
fn the_official_text_stands_beside_a_translation_and_alone_in_kazakh() {
    let english = rendered(|| amendments(&AMENDED, Words::new(Lang::En)));
    let kazakh = rendered(|| amendments(&AMENDED, Words::new(Lang::Kk)));
    let russian = rendered(|| amendments(&AMENDED, Words::new(Lang::Ru)));
    for page in [&english, &kazakh, &russian] {
        position(page, "<del>ақша</del> алмауға;");
        position(page, "<ins>сыйлық</ins> алмауға;");
    }
    assert!(!kazakh.contains("lang=\"ru\"") && !kazakh.contains("lang=\"en\""));
    position(&russian, "не принимать <del>деньги</del>;");
    position(&russian, "Действует с 15 декабря 2026 года");
    position(&kazakh, "Күшіне енген күні: 2026 жылғы 15 желтоқсан");
}

#[test]
fn a_translation_is_marked_as_unofficial_and_the_kazakh_text_below_it_as_official() {
    let russian = rendered(|| texts(&AMENDED, "2.1.1", Words::new(Lang::Ru)));
    let unofficial = position(&russian, "Неофициальный перевод");
    let official = position(&russian, "Официальный текст, на казахском языке");
    assert!(unofficial < position(&russian, "деньги") && position(&russian, "деньги") < official);
    assert!(official < position(&russian, "ақша"));
    let kazakh = rendered(|| texts(&AMENDED, "2.1.1", Words::new(Lang::Kk)));
    assert!(!kazakh.contains("Бейресми аударма"));
}

#[test]
fn a_new_clause_has_no_text_before_and_one_taken_out_none_after_in_the_order_of_numbers() {
    let page = rendered(|| amendments(&AMENDED, Words::new(Lang::En)));
    let new = position(&page, "Clause 2.1.2 is new");
    let gone = position(&page, "Clause 2.1.10 is no longer in the Standard");
    assert!(position(&page, "Clause 2.1.1 has") < new && new < gone);
    assert!(!page[new..gone].contains(">Before<") && page[new..gone].contains(">After<"));
    assert!(page[gone..].contains(">Before<") && !page[gone..].contains(">After<"));
}

#[test]
fn a_clause_tells_its_own_amendment_and_no_other() {
    let page = rendered(|| remark(&AMENDED, "2.1.1", Words::new(Lang::En)));
    position(&page, "Clause 2.1.1 has been reworded. In force from 15 December 2026.");
    let page = rendered(|| texts(&AMENDED, "2.1.2", Words::new(Lang::En)));
    position(&page, "Clause 2.1.2 is new");
    assert!(!page.contains("2.1.1"));
    assert_eq!(rendered(|| remark(&AMENDED, "1.1", Words::new(Lang::En))), "");
}

#[test]
fn without_an_amendment_nothing_is_said() {
    assert_eq!(rendered(|| amendments(embedded::content(), Words::new(Lang::Kk))), "");
    assert_eq!(rendered(|| remark(embedded::content(), "3.6", Words::new(Lang::Kk))), "");
}
