//! Words with the host page: the fragment read at the start, and messages in the same grammar.
//!
//! A message is text: `adal=1&type=height&height=600`. Out of the frame go only `ready`, `height` and `top`
//! (`failed` is sent by the boot script); into it comes `attributes`. None holds an answer, a finding or a count.

use adal_core::Lang;

/// Heights are rounded up to this many CSS pixels, so that they tell little about the page.
const HEIGHT_STEP: f64 = 200.0;

/// Room for an error message, so that the frame need not grow for it.
const HEIGHT_SPARE: f64 = 120.0;

/// What the host page may set. Strict: what is not understood here is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Settings {
    /// The language to start with.
    pub(crate) lang: Option<Lang>,
    /// `light` or `dark`; none: the device decides.
    pub(crate) theme: Option<&'static str>,
    /// The value of the radio `who` to start with: `staff` and `ngo` are the loader's words.
    pub(crate) audience: Option<String>,
    /// The situation to start with.
    pub(crate) situation: Option<String>,
    /// Whether the host keeps a fixed height.
    pub(crate) fixed_height: bool,
}

impl Settings {
    /// Reads `key=value&key=value`; unknown keys and values are left out.
    pub(crate) fn parse(text: &str) -> Settings {
        let mut settings = Settings::default();
        for (key, value) in text.split('&').filter_map(|pair| pair.split_once('=')) {
            match (key, value) {
                ("lang", tag) => settings.lang = Lang::from_tag(tag),
                ("theme", "light") => settings.theme = Some("light"),
                ("theme", "dark") => settings.theme = Some("dark"),
                ("audience", audience) => settings.audience = Some(audience.to_owned()),
                ("situation", situation) => settings.situation = Some(situation.to_owned()),
                ("height", "fixed") => settings.fixed_height = true,
                _ => {}
            }
        }
        settings
    }

    /// Reads a message of the loader; none where it is another's, or of another version.
    pub(crate) fn from_message(text: &str) -> Option<Settings> {
        text.strip_prefix("adal=1&type=attributes&").map(Settings::parse)
    }
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
