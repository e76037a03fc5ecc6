//! Exports of the result: copy, print and save, in one language or two.

use std::rc::Rc;

use adal_core::Lang;
use yew::prelude::*;

use crate::browser;
use crate::export::text;
use crate::host::Contacts;
use crate::report::{Line, Report, columns};
use crate::session::{Action, Session};
use crate::ui::parts::take_along::TakeAlong;
use crate::ui::result_page::paper::paper;
use crate::ui::standard_page::beside_switch;
use crate::words::Words;

/// Exports of the result.
#[derive(Properties, PartialEq)]
pub struct TakeResultProps {
    /// The session.
    pub session: Rc<Session>,
    /// The words of the interface.
    pub words: Words,
    /// Where actions go.
    pub dispatch: Callback<Action>,
    /// The contacts of the site.
    pub contacts: Contacts,
}

/// The state of the print view.
#[derive(Clone, Debug, Default, PartialEq)]
struct Paper {
    /// The date on it, or `None` before it is rendered for printing.
    day: Option<String>,
    /// How often the person pressed the button.
    pressed: usize,
}

/// Exports of the result. The print view is rendered a moment later, so that the page appears sooner.
#[component]
pub fn TakeResult(props: &TakeResultProps) -> Html {
    let TakeResultProps { session, words, dispatch, contacts } = props;
    let beside = session.beside();
    let (on_paper, on_print) = use_paper();
    let languages: Rc<[Lang]> = [words.lang()].into_iter().chain(beside).collect();
    let lines = {
        let (session, contacts, languages) = (session.clone(), contacts.clone(), languages.clone());
        move |day: Option<&str>| lines(&session, &contacts, &languages, day)
    };
    html! {
        <section class="adal-section adal-take-result">
            <h2 class="adal-heading">{ words.take_result_title() }</h2>
            <p>{ words.take_result_lead() }</p>
            { beside_switch(session, *words, dispatch) }
            <TakeAlong
                words={*words}
                text={
                    let lines = lines.clone();
                    Callback::from(move |()| text::reports(&lines(Some(&browser::today()))))
                }
                {on_print}
                {languages}
            />
            if beside.is_some() || on_paper.day.is_some() {
                { paper(lines(on_paper.day.as_deref()), beside.is_some()) }
            }
        </section>
    }
}

/// The report as lines in these languages.
fn lines(
    session: &Session,
    contacts: &Contacts,
    languages: &[Lang],
    day: Option<&str>,
) -> Vec<Vec<Line>> {
    let report = |lang: &Lang| Report::of(session.case(), contacts, Words::new(*lang));
    let reports: Vec<Report> = languages.iter().map(report).collect();
    columns(&reports, day)
}

/// The page appears first; nobody opens a menu this soon.
const BEFORE_PAPER: u32 = 300;

/// The state of the print view, and the action of the print button. The print view is already on the page when a
/// person prints from the browser's menu, because Firefox prints what is there when the last listener has run.
#[hook]
fn use_paper() -> (Paper, Callback<Callback<bool>>) {
    let state = use_reducer_eq(Paper::default);
    let dispatch = state.dispatcher();
    use_effect_with((), {
        let dispatch = dispatch.clone();
        move |()| {
            let paper = {
                let dispatch = dispatch.clone();
                move || dispatch.dispatch(Wish::Paper)
            };
            let task = browser::after(BEFORE_PAPER, paper.clone());
            let listener = browser::on_print(paper);
            move || drop((task, listener))
        }
    });
    // Only once the print view is on the page: while a script runs, the browser prints what was there before.
    let waiting = use_mut_ref(|| None::<Callback<bool>>);
    let on_print = {
        let waiting = waiting.clone();
        use_callback((), move |done, ()| {
            *waiting.borrow_mut() = Some(done);
            dispatch.dispatch(Wish::Print);
        })
    };
    use_effect_with(state.pressed, move |_| {
        let done = waiting.borrow_mut().take();
        if let Some(done) = done {
            done.emit(browser::print());
        }
    });
    ((*state).clone(), on_print)
}

enum Wish {
    /// The print view, with the current date.
    Paper,
    /// The print dialogue.
    Print,
}

impl Reducible for Paper {
    type Action = Wish;

    fn reduce(self: Rc<Self>, wish: Wish) -> Rc<Self> {
        let day = Some(browser::today());
        let pressed = self.pressed + usize::from(matches!(wish, Wish::Print));
        Rc::new(Paper { day, pressed })
    }
}
