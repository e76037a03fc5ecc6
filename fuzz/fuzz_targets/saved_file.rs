//! Whatever is in a file, opening it gives a case that the engine can work with, or says what is wrong.
#![no_main]

use adal_check::embedded::content;
use adal_check::saved_file::{open, write};
use adal_core::{Case, assess, interview};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // As the browser hands it over.
    let text = String::from_utf8_lossy(bytes);
    let Ok(opened) = open(content(), &text) else { return };
    assess(content(), &opened.case);
    let live = interview(content(), &opened.case).live;
    let again = open(content(), &write(content(), &opened.case)).expect("a file of our own");
    assert!(again.is_whole());
    assert_eq!(again.case, Case { answers: live, ..opened.case });
});
