//! Words with the host page, as text in the grammar of the fragment: `adal=1&type=height&height=600`.
//!
//! Out of the frame go `ready`, `height`, `top` and `language` (`failed` is sent by the boot script); into it comes
//! `attributes`. None holds an answer, a finding or a count.

use adal_core::Lang;

/// Heights are rounded up to this many CSS pixels, so that they tell little about the page.
const HEIGHT_STEP: f64 = 200.0;

/// Room for an error message, so that the frame need not grow for it.
const HEIGHT_SPARE: f64 = 120.0;

/// What the host page changed. Strict: what is not understood here is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Change {
    /// The language to speak.
    pub(crate) lang: Option<Lang>,
    /// `light`, `dark` or `auto`.
    pub(crate) theme: Option<&'static str>,
}

/// Reads a message of the loader; none where it is another's, or of another version.
pub(crate) fn change(message: &str) -> Option<Change> {
    let pairs = message.strip_prefix("adal=1&type=attributes&")?.split('&');
    let mut change = Change::default();
    for (key, value) in pairs.filter_map(|pair| pair.split_once('=')) {
        match key {
            "lang" => change.lang = Lang::from_tag(value),
            "theme" => change.theme = ["light", "dark", "auto"].into_iter().find(|t| *t == value),
            _ => {}
        }
    }
    Some(change)
}

/// Says that the widget can be used.
pub(crate) fn ready_message() -> &'static str {
    "adal=1&type=ready"
}

/// Asks the loader to bring the top of the widget into view.
pub(crate) fn top_message() -> &'static str {
    "adal=1&type=top"
}

/// Says how high the page is, coarsely.
pub(crate) fn height_message(height: f64) -> String {
    let coarse = ((height + HEIGHT_SPARE) / HEIGHT_STEP).ceil() * HEIGHT_STEP;
    format!("adal=1&type=height&height={}", coarse as u32)
}

/// Says which language the page speaks now, for the title of the frame.
pub(crate) fn language_message(lang: Lang) -> String {
    format!("adal=1&type=language&lang={}", lang.tag())
}
