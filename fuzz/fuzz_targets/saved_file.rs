//! Opening any file must give a case that the engine can work with, or a problem.
#![no_main]

use adal_check::embedded::content;
use adal_check::saved_file::{open, write};
use adal_core::{Case, assess, interview};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The browser decodes the file in the same way.
    let text = String::from_utf8_lossy(bytes);
    let Ok(opened) = open(content(), &text) else { return };
    assess(content(), &opened.case);
    let live = interview(content(), &opened.case).live;
    let again = open(content(), &write(content(), &opened.case)).expect("a file of our own");
    assert!(again.is_whole());
    assert_eq!(again.case, Case { answers: live, ..opened.case });
});
