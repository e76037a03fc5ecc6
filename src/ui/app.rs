//! The whole widget: header, the page of the session, footer.

use std::rc::Rc;

use adal_core::Lang;
use yew::prelude::*;

use crate::embedded::content;
use crate::session::{Action, Page, Session};
use crate::ui::expectations_page::ExpectationsPage;
use crate::ui::parts::language_switch::LanguageSwitch;
use crate::ui::question_page::QuestionPage;
use crate::ui::result_page::ResultPage;
use crate::ui::review_page::ReviewPage;
use crate::ui::standard_page::StandardPage;
use crate::ui::start_page::StartPage;
use crate::words::Words;

/// The id of the heading of a page, which takes the focus at a page turn.
pub const HEADING_ID: &str = "adal-heading";

/// One state of the widget as markup.
#[derive(Properties, PartialEq)]
pub struct FrameProps {
    /// The session.
    pub session: Rc<Session>,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// Header, page and footer for one state of the session. Needs no browser, so it is also rendered at build time.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let FrameProps { session, dispatch } = props;
    let words = Words::new(session.lang());
    html! {
        <div class="adal" lang={session.lang().tag()} translate="no" spellcheck="false">
            <header class="adal-header">
                <p class="adal-header__name">{ words.tool_name() }</p>
                <LanguageSwitch
                    lang={session.lang()}
                    label={words.language_label()}
                    on_speak={dispatch.reform(Action::Speak)}
                />
            </header>
            <main class="adal-main">{ page(session, words, dispatch) }</main>
            { footer(session.lang(), words) }
        </div>
    }
}

fn page(session: &Rc<Session>, words: Words, dispatch: &Callback<Action>) -> Html {
    let (session, dispatch) = (session.clone(), dispatch.clone());
    let key = session.step();
    match session.page() {
        Page::Start => html! { <StartPage {key} {session} {words} {dispatch} /> },
        Page::Question(question) => {
            html! { <QuestionPage {key} {session} {question} {words} {dispatch} /> }
        }
        Page::Review => html! { <ReviewPage {key} {session} {words} {dispatch} /> },
        Page::Result => html! { <ResultPage {key} {session} {words} {dispatch} /> },
        Page::Standard(clause) => {
            html! { <StandardPage {key} {session} {clause} {words} {dispatch} /> }
        }
        Page::PlainWords => {
            html! { <StandardPage {key} {session} plain=true {words} {dispatch} /> }
        }
        Page::Expectations => html! { <ExpectationsPage {key} {session} {words} {dispatch} /> },
    }
}

/// Which content this is, and how far it can be relied on.
pub(crate) fn footer(lang: Lang, words: Words) -> Html {
    html! {
        <footer class="adal-footer">
            <p>{ words.content_version(&content().version, &content().date) }</p>
            if lang != Lang::Kk {
                <p>{ words.kazakh_is_official() }</p>
            }
            <p>{ words.not_confirmed() }</p>
        </footer>
    }
}
