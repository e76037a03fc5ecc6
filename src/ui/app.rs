//! The whole widget: bar, current page and footer.

use yew::prelude::*;

use crate::session::{Action, Page};
use crate::ui::expectations_page::expectations_page;
use crate::ui::footer::footer;
use crate::ui::leaving::{about_leaving, leave_button, left_page};
use crate::ui::notice_page::notice_page;
use crate::ui::opened_page::opened_page;
use crate::ui::parts::language_switch::language_switch;
use crate::ui::practice_page::practice_page;
use crate::ui::question_page::question_page;
use crate::ui::result_page::result_page;
use crate::ui::review_page::review_page;
use crate::ui::standard_page::standard_page;
use crate::ui::start_page::start_page;
use crate::ui::view::View;

/// Bar, page and footer for one state of the session, as a component: rendered at build time and in tests.
#[component]
pub fn Frame(view: &View) -> Html {
    frame(view)
}

/// Bar, page and footer for one state of the session. Needs no browser.
pub fn frame(view: &View) -> Html {
    let View { session, words, dispatch, .. } = view;
    if session.page() == Page::Left {
        return left_page(*words, dispatch);
    }
    let (lang, on_speak) = (session.lang(), dispatch.reform(Action::Speak));
    html! {
        <div class="adal" lang={lang.tag()} translate="no" spellcheck="false">
            <header class="adal-bar">
                { leave_button(*words) }
                { language_switch(lang, words.language_label(), &on_speak) }
            </header>
            // With another key nothing of one page is left in the next.
            <main key={session.step()} class="adal-main">
                <p class="adal-name">{ words.tool_name() }</p>
                { page(view) }
            </main>
            { about_leaving(session, *words, dispatch) }
            { footer(session, *words) }
        </div>
    }
}

fn page(view: &View) -> Html {
    match view.session.page() {
        Page::Start => start_page(view),
        Page::Question(question) => question_page(view, question),
        Page::Review => review_page(view),
        Page::Result => result_page(view),
        Page::Standard(clause) => standard_page(view, clause, false),
        Page::PlainWords => standard_page(view, None, true),
        Page::Expectations(audience) => expectations_page(view, audience),
        Page::Notice(notice) => notice_page(view, notice),
        Page::Practice(page) => practice_page(view, page),
        Page::Opened => opened_page(view),
        Page::Left => Html::default(),
    }
}
