//! Icons. Each repeats by its shape what the word next to it says, so screen readers skip them.

use adal_core::Headline;
use yew::prelude::*;

/// The icon of a headline.
pub fn sign(headline: Headline) -> Html {
    icon(match headline {
        Headline::Prohibited => "stop",
        Headline::Duty => "duty",
        Headline::StepsFirst => "first",
        Headline::Expected => "expected",
        Headline::Recommended => "advice",
        Headline::Right => "right",
        Headline::MayApply => "open",
        Headline::Nothing => "nothing",
    })
}

/// An icon of the sheet by name, in the colour of the text.
pub fn icon(name: &str) -> Html {
    html! {
        <svg class="adal-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={path(name)} />
        </svg>
    }
}

/// The path of an icon.
fn path(name: &str) -> &'static str {
    match name {
        "stop" => "M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8zM7 12h10",
        "duty" => "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM7.5 12h8.5M12.5 8.5 16 12l-3.5 3.5",
        "first" => "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM9 9.5l2.5-1.5v8M15 12h1.5",
        "expected" => {
            "M4 4h16v16H4zM15 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM7.5 20c0-3 2-4.5 4.5-4.5s4.5 1.5 4.5 4.5"
        }
        "open" => "M12 2 22 12 12 22 2 12zM9.5 9.5c0-3.5 5-3.2 5 0 0 2-2.5 2-2.5 4M12 16.5v.1",
        "advice" => path("lamp"),
        "right" => "M15 9a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM13.5 12.5 21 20M18 17l-2 2",
        "nothing" => "M20.5 15a9 9 0 1 1 0-6M8 12h8",
        "pause" => "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM9.5 8.5v7M14.5 8.5v7",
        "sheet" => "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7",
        "gift" => {
            "M4 9h16v4H4zM6 13v8h12v-8M12 9v12M12 9c-4 0-6-5-2.5-5C11.5 4 12 9 12 9s.5-5 2.5-5C18 4 16 9 12 9z"
        }
        "people" => {
            "M11 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM2.5 20c0-4 2-6 5.5-6s5.5 2 5.5 6M16 11a2.5 2.5 0 1 0-1.5-4.5M16 14c3 0 5 2 5 6"
        }
        "clipboard" => "M6 4h12v17H6zM9 2.5h6v3H9zM9 11h6M9 15h6",
        "speech" => "M4 4h16v12h-8l-5 4v-4H4zM8 9h8M8 12h5",
        "flag" => "M5 22V3h12l-2 4.5L17 12H5",
        "lamp" => {
            "M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9c.6.5 1 1.2 1 2.1h5c0-.9.4-1.6 1-2.1A6 6 0 0 0 12 3z"
        }
        _ => "",
    }
}
