//! The whole widget: bar, current page and footer.

use std::rc::Rc;

use yew::prelude::*;

use crate::host::Contacts;
use crate::session::{Action, Page, Session};
use crate::ui::expectations_page::ExpectationsPage;
use crate::ui::footer::footer;
use crate::ui::leaving::{about_leaving, leave_button, left_page};
use crate::ui::notice_page::NoticePage;
use crate::ui::opened_page::OpenedPage;
use crate::ui::parts::language_switch::LanguageSwitch;
use crate::ui::practice_page::PracticePage;
use crate::ui::question_page::QuestionPage;
use crate::ui::result_page::ResultPage;
use crate::ui::review_page::ReviewPage;
use crate::ui::standard_page::StandardPage;
use crate::ui::start_page::StartPage;
use crate::words::Words;

/// The widget as markup.
#[derive(Clone, Properties, PartialEq)]
pub struct FrameProps {
    /// The session.
    pub session: Rc<Session>,
    /// Where actions go.
    pub dispatch: Callback<Action>,
    /// The contacts of the site.
    #[prop_or_default]
    pub contacts: Contacts,
}

/// Bar, page and footer for one state of the session. Needs no browser, so it can be rendered at build time.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let FrameProps { session, dispatch, .. } = props;
    let words = Words::new(session.lang());
    if session.page() == Page::Left {
        return left_page(words, dispatch);
    }
    html! {
        <div class="adal" lang={session.lang().tag()} translate="no" spellcheck="false">
            <header class="adal-bar">
                { leave_button(words) }
                <LanguageSwitch
                    lang={session.lang()}
                    label={words.language_label()}
                    on_speak={dispatch.reform(Action::Speak)}
                />
            </header>
            <main class="adal-main">
                <p class="adal-name">{ words.tool_name() }</p>
                { page(props, words) }
            </main>
            { about_leaving(session, words, dispatch) }
            { footer(session, words) }
        </div>
    }
}

fn page(props: &FrameProps, words: Words) -> Html {
    let FrameProps { session, dispatch, contacts } = props.clone();
    let key = session.step();
    match session.page() {
        Page::Start => html! { <StartPage {key} {session} {words} {dispatch} /> },
        Page::Question(question) => {
            html! { <QuestionPage {key} {session} {question} {words} {dispatch} /> }
        }
        Page::Review => html! { <ReviewPage {key} {session} {words} {dispatch} /> },
        Page::Result => html! { <ResultPage {key} {session} {words} {dispatch} {contacts} /> },
        Page::Standard(clause) => {
            html! { <StandardPage {key} {session} {clause} {words} {dispatch} /> }
        }
        Page::PlainWords => {
            html! { <StandardPage {key} {session} plain=true {words} {dispatch} /> }
        }
        Page::Expectations => html! { <ExpectationsPage {key} {session} {words} {dispatch} /> },
        Page::Notice(notice) => {
            html! { <NoticePage {key} {session} {notice} {words} {dispatch} /> }
        }
        Page::Practice(page) => {
            html! { <PracticePage {key} {session} {page} {words} {dispatch} /> }
        }
        Page::Opened => html! { <OpenedPage {key} {session} {words} {dispatch} /> },
        Page::Left => Html::default(),
    }
}
