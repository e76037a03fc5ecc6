//! The widget in a real browser: tests that need one. Run by `cargo xtask test --only browser`.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use adal_core::{Lang, PluralCategory, plural_category};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).unwrap().map(|element| element.dyn_into().unwrap())
}

async fn click(selector: &str) {
    find(selector).unwrap_or_else(|| panic!("nothing matches {selector}")).click();
    settle().await;
}

/// Lets the program render, and runs the tasks that it has queued.
async fn settle() {
    yew::scheduler::flush().await;
    gloo::timers::future::TimeoutFuture::new(0).await;
}

/// A new widget in a new root element.
async fn open() -> Element {
    if let Some(old) = find("#adal") {
        old.remove();
    }
    let root = document().create_element("div").unwrap();
    root.set_id("adal");
    document().body().unwrap().append_child(&root).unwrap();
    put_content_in_page();
    adal_check::mount::mount();
    // The widget hides panics. A test must not.
    yew::set_custom_panic_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
    settle().await;
    root
}

/// As in the file that is shipped; `cargo xtask content pack` writes the blocks.
fn put_content_in_page() {
    const BLOCKS: &str =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/target/content/blocks.html"));
    if find("#adal-content").is_none() {
        let place = document().create_element("div").unwrap();
        place.set_inner_html(BLOCKS);
        document().body().unwrap().append_child(&place).unwrap();
    }
}

fn heading() -> String {
    find("#adal h1").unwrap().text_content().unwrap()
}

async fn speak(lang: &str) {
    click(&format!("[data-lang=\"{lang}\"]")).await;
}

#[wasm_bindgen_test]
fn plural_categories_are_those_of_the_browser() {
    for lang in Lang::ALL {
        let tags = js_sys::Array::of1(&lang.tag().into());
        let rules = js_sys::Intl::PluralRules::new(&tags, &js_sys::Object::new());
        for number in (0..=200).chain([1_000, 1_001, 1_021, 1_000_000]) {
            let expected = String::from(rules.select(f64::from(number)));
            let ours = match plural_category(lang, number as usize) {
                PluralCategory::One => "one",
                PluralCategory::Few => "few",
                PluralCategory::Many => "many",
                PluralCategory::Other => "other",
            };
            assert_eq!(ours, expected, "{} {number}", lang.tag());
        }
    }
}

#[wasm_bindgen_test]
async fn the_first_page_takes_no_focus_and_a_page_turn_moves_it_to_the_heading() {
    let root = open().await;
    assert!(!root.contains(document().active_element().as_deref()));
    click("input[value=\"employee\"]").await;
    click("input[value=\"gift\"]").await;
    click("[data-action=\"continue\"]").await;
    assert_eq!(document().active_element().unwrap().id(), "adal-heading");
}

#[wasm_bindgen_test]
async fn a_missing_choice_moves_the_focus_to_the_message() {
    open().await;
    click("[data-action=\"continue\"]").await;
    assert_eq!(document().active_element().unwrap().id(), "adal-error");
}

#[wasm_bindgen_test]
async fn the_browsers_back_is_back() {
    open().await;
    let start = heading();
    click("input[value=\"ngo\"]").await;
    click("input[name=\"situation\"][value^=\"ngo-\"]").await;
    click("[data-action=\"continue\"]").await;
    let question = heading();
    assert_ne!(question, start);
    let history = web_sys::window().unwrap().history().unwrap();
    history.back().unwrap();
    gloo::timers::future::TimeoutFuture::new(300).await;
    settle().await;
    assert_eq!(heading(), start);
    history.forward().unwrap();
    gloo::timers::future::TimeoutFuture::new(300).await;
    settle().await;
    assert_eq!(heading(), question);
}

#[wasm_bindgen_test]
async fn the_language_changes_in_the_middle_of_a_question_and_nothing_is_lost() {
    open().await;
    click("input[value=\"employee\"]").await;
    click("input[value=\"gift\"]").await;
    click("[data-action=\"continue\"]").await;
    click("fieldset label:nth-of-type(2) input").await;
    let kazakh = heading();
    speak("en").await;
    assert_ne!(heading(), kazakh);
    assert_eq!(find("#adal .adal").unwrap().get_attribute("lang").unwrap(), "en");
    assert!(find("fieldset label:nth-of-type(2) input:checked").is_some());
    speak("kk").await;
    assert_eq!(heading(), kazakh);
}
