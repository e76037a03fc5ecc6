//! Bytes that travel as text of a page come back as they were.

use adal_core::{bytes_of_text, text_of_bytes};
use proptest::prelude::*;

proptest! {
    #[test]
    fn bytes_come_back_from_their_text(bytes: Vec<u8>) {
        prop_assert_eq!(bytes_of_text(&text_of_bytes(&bytes)), Some(bytes));
    }

    #[test]
    fn nothing_in_the_text_means_anything_to_a_page(bytes: Vec<u8>) {
        let text = text_of_bytes(&bytes);
        prop_assert!(!text.contains(|c: char| c.is_whitespace() || c.is_control() || "\"&'<>\\`".contains(c)));
    }
}

#[test]
fn a_damaged_text_is_not_taken_for_bytes() {
    let text = text_of_bytes(b"adal");
    let cut: String = text.chars().take(255).collect();
    assert_eq!(bytes_of_text(&cut), None);
    assert_eq!(bytes_of_text(&format!("{text} ")), None);
    assert_eq!(bytes_of_text(&format!("{text}\u{fffd}")), None);
}
