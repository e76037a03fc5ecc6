//! Leave quickly: the button on every page, its explanation, and the page afterwards.
//!
//! The boot script does the leaving (`embed/boot/leave.js`), so that it works before the program runs.

use yew::prelude::*;

use crate::browser::HtmlInputElement;
use crate::ids::Id;
use crate::session::{Action, Session};
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::disclosure::disclosure;
use crate::words::Words;

/// Placeholder for the name of the Shift key in a message, so that the name can be marked up as a key.
const KEY: &str = "|";

/// The button, first in the sticky bar. In an embedded check the loader shows one of its own, because nothing is
/// sticky in a frame as high as its page.
pub(crate) fn leave_button(words: Words) -> Html {
    html! {
        <button type="button" class="adal-leave" data-blank={words.left_title()}>
            { words.leave() }
        </button>
    }
}

/// What leaving does and does not do, and the switch for the Shift key.
pub(crate) fn about_leaving(session: &Session, words: Words, dispatch: &Callback<Action>) -> Html {
    let on_shift = words.leave_shift(KEY);
    let (before, after) = on_shift.split_once(KEY).unwrap_or((&on_shift, ""));
    let on_change = dispatch.reform(|event: Event| {
        Action::LeaveByShift(!event.target_unchecked_into::<HtmlInputElement>().checked())
    });
    html! {
        <aside class="adal-footer adal-about-leaving">
            { disclosure(words.leave_about(), html! { <>
                <p>{ words.leave_advice() }</p>
                <p>{ before }<kbd lang="en">{ words.shift_key() }</kbd>{ after }</p>
                <label class="adal-switch">
                    <input
                        type="checkbox"
                        id={Id("no-shift")}
                        name="shift"
                        value="off"
                        autocomplete="off"
                        checked={!session.leaves_by_shift()}
                        onchange={on_change}
                    />
                    { words.leave_shift_off() }
                </label>
            </> }) }
        </aside>
    }
}

/// A page that does not show what was here: a heading for the focus, and a button to start again.
pub(crate) fn left_page(words: Words, dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="adal adal--left" lang={words.lang().tag()} translate="no">
            <main class="adal-main">
                <h1 class="adal-left__title" id={HEADING_ID} tabindex="-1">{ words.left_title() }</h1>
                <button
                    type="button"
                    class="adal-link"
                    onclick={dispatch.reform(|_: MouseEvent| Action::StartAgain)}
                >
                    { words.left_start() }
                </button>
            </main>
        </div>
    }
}
