//! The widget shows the Standard of another organisation, which has other people, clauses, facts and situations, without
//! a change of its code.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod pages;
mod play;
mod signed;

use std::rc::Rc;
use std::sync::{LazyLock, Once};

use adal_check::embedded::{self, Block};
use adal_check::host::Settings;
use adal_check::session::{Action, Page, Session};
use adal_check::ui::app::Frame;
use adal_check::ui::view::View;
use adal_content::{Loaded, Packed, load, pack};
use adal_core::{Answer, ChoiceIx, Content, Lang, People, PersonIx, SituationIx};
use adal_fixtures::content_for_widget;
use yew::prelude::*;
use yew::{Reducible, ServerRenderer};

static LOADED: LazyLock<Loaded> = LazyLock::new(|| {
    let folder = content_for_widget();
    load(&folder.path().join("content")).unwrap_or_else(|problems| panic!("{problems}"))
});

static PACKED: LazyLock<Packed> = LazyLock::new(|| pack(&LOADED).unwrap());

fn block(name: &str) -> Option<Block> {
    let (_, text) = PACKED.blocks().into_iter().find(|(known, _)| known == name)?;
    Some(Block { schema: PACKED.schema.clone(), text: text.to_owned() })
}

/// The second content. Each test reads it, or begins a session, before it calls anything else of the widget.
fn content() -> &'static Content {
    static OPENED: Once = Once::new();
    OPENED.call_once(|| embedded::open(block).unwrap());
    let content = embedded::content();
    assert_eq!(content.version, LOADED.content.version, "the shipped content was read first");
    content
}

fn begun(lang: Lang) -> Session {
    content();
    Session::new(lang)
}

fn after(session: Session, actions: impl IntoIterator<Item = Action>) -> Session {
    Rc::unwrap_or_clone(actions.into_iter().fold(Rc::new(session), Reducible::reduce))
}

fn person(id: &str) -> PersonIx {
    PersonIx(content().people.iter().position(|person| person.id == id).expect(id) as u8)
}

fn situation(id: &str) -> SituationIx {
    SituationIx(content().situations.iter().position(|s| s.id == id).expect(id) as u8)
}

fn started(lang: Lang, person: PersonIx, situation: SituationIx) -> Session {
    let actions =
        [Action::BeSomebody(person), Action::ToggleSituation(situation), Action::Continue];
    after(begun(lang), actions)
}

/// A member of staff who is offered something by an NGO.
fn worker_with_a_present() -> Session {
    started(Lang::Kk, person("worker"), situation("present"))
}

/// Every person with each situation that this person sees.
fn starts(lang: Lang) -> impl Iterator<Item = Session> {
    let people = (0..content().people.len()).map(|place| PersonIx(place as u8));
    people.flat_map(move |who| {
        let situations = content().situations_for(People::NOBODY.with(who));
        situations.map(move |situation| started(lang, who, situation))
    })
}

/// The session at each page from its first question to the review, where each question is answered by this choice, or
/// by its last one, or by “not sure”.
fn answered(mut session: Session, choice: Option<usize>) -> Vec<Session> {
    let mut pages = vec![session.clone()];
    while let Page::Question(question) = session.page() {
        let last = content()[question].choices.len() - 1;
        let answer = choice
            .map_or(Answer::NotSure, |choice| Answer::Choice(ChoiceIx(choice.min(last) as u8)));
        session = after(session, [Action::Pick(answer), Action::Continue]);
        pages.push(session.clone());
    }
    pages
}

/// Ways to answer that reach every headline.
const WAYS: [Option<usize>; 4] = [Some(0), Some(1), Some(9), None];

fn result(session: Session, choice: Option<usize>) -> Session {
    after(answered(session, choice).pop().unwrap(), [Action::SeeResult])
}

fn rendered(session: &Session) -> String {
    let session = session.clone();
    let renderer = ServerRenderer::<Frame>::with_props(move || {
        View::new(session, Callback::noop(), Settings::default().contacts)
    });
    futures::executor::block_on(renderer.hydratable(false).render())
}

/// The text of a page without its markup.
fn text_of(page: &str) -> String {
    let pieces = page.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    let text: String = pieces.collect();
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}
