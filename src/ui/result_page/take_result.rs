//! The ways to take the result along: copied, printed, saved, in one language or two.

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

/// The ways to take the result along.
#[derive(Properties, PartialEq)]
pub struct TakeResultProps {
    /// The session.
    pub session: Rc<Session>,
    /// The words of the interface.
    pub words: Words,
    /// Where actions go.
    pub dispatch: Callback<Action>,
    /// Whom to turn to, as the host page says.
    pub contacts: Contacts,
}

/// What is known of the paper.
#[derive(Clone, Debug, Default, PartialEq)]
struct Paper {
    /// The day that stands on it; none before it is drawn for print.
    day: Option<String>,
    /// How often the person pressed the button.
    pressed: usize,
}

/// The ways to take the result along. The paper is drawn a moment later: so the page turns in faster.
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

/// The report in these languages, line by line.
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

/// The page turns in first; nobody opens a menu so soon.
const BEFORE_PAPER: u32 = 300;

/// What is known of the paper, and what the button for print does. Who prints by the browser’s own menu gets the paper too:
/// it stands in the page before, since Firefox prints what is there when the last listener has been called.
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
    // Not before the paper stands in the page: while a script runs, the browser prints what there was before it.
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

/// What is wanted of the paper.
enum Wish {
    /// The paper, with the day of now.
    Paper,
    /// The dialogue.
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
