//! Starts the widget: takes over the prerendered start page and connects the session to the browser.

use std::cell::Cell;
use std::rc::Rc;

use adal_core::{Audience, PersonIx, SituationIx};
use yew::prelude::*;

use crate::browser::{self, Beginning, File};
use crate::embedded::{self, content};
use crate::host::Settings;
use crate::session::{Action, Page, Session, is_role};
use crate::ui::app::frame;
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::error_message::ERROR_ID;
use crate::ui::view::View;
use crate::words::Words;

/// Starts the widget in the element `#adal`.
pub fn mount() {
    // A panic reaches the boot script as a window error. The default hook would print its message to the console,
    // where the host's session recorders could read it.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    if let Err(reason) = embedded::open(browser::block) {
        browser::refuse_to_start(reason);
    }
    let Some(root) = browser::root() else { return };
    let beginning = browser::beginning(&root);
    yew::Renderer::<Widget>::with_root_and_props(root, WidgetProps { beginning }).render();
}

#[derive(Properties, PartialEq)]
struct WidgetProps {
    beginning: Beginning,
}

#[component]
fn Widget(props: &WidgetProps) -> Html {
    let beginning = &props.beginning;
    let session = use_reducer(|| first_session(beginning));
    // Memoised, because a new callback at each render would differ from the last and run every effect again.
    let dispatch = use_memo((), |()| Callback::<Action>::from(session.dispatcher()));
    use_history(&session, &dispatch, beginning.step);
    use_leave_warning(session.holds_something());
    use_focus(&session, beginning);
    use_page_marks(&session);
    use_leaving(&dispatch);
    use_first_file(&dispatch, &beginning.file);
    use_answer();
    let contacts = use_settings(&dispatch, &beginning.settings).contacts.clone();
    let dispatch = (*dispatch).clone();
    frame(&View::new((*session).clone(), dispatch, contacts))
}

/// The session with what the person chose before the program ran. The boot script has already applied the host's
/// settings.
fn first_session(beginning: &Beginning) -> Session {
    let Settings { lang, audience, .. } = beginning.settings;
    let fresh = Session::new(lang.unwrap_or_default()).from_step(beginning.step);
    let fresh = fresh.for_audience(audience);
    let pressed = beginning.pressed.as_deref().and_then(pressed_action);
    let clause = beginning.clause.as_deref().and_then(|id| content().clause(id));
    let fresh = match clause {
        Some(clause) if pressed.is_none() => fresh.opened_at(Page::Standard(Some(clause))),
        _ => fresh,
    };
    let chosen = beginning.checked.iter().filter_map(|(name, value)| action(name, value));
    let session = chosen.chain(pressed).fold(Rc::new(fresh), Reducible::reduce);
    Rc::unwrap_or_clone(session)
}

/// The action of an input on the start page. In document order, the person comes before roles and situations.
fn action(name: &str, value: &str) -> Option<Action> {
    match name {
        "who" => person(value).map(Action::BeSomebody),
        "role" => person(value).filter(|p| is_role(content(), *p)).map(Action::ToggleRole),
        "situation" => situation(value).map(Action::ToggleSituation),
        "shift" => Some(Action::LeaveByShift(false)),
        _ => None,
    }
}

/// The action of a start page button that was pressed before the program ran, by its `data-action`.
fn pressed_action(name: &str) -> Option<Action> {
    match name {
        "continue" => Some(Action::Continue),
        "practise" => Some(Action::Practise),
        "standard" => Some(Action::Read(Page::Standard(None))),
        "expectations" => Some(Action::Read(Page::Expectations(Audience::Ngo))),
        "expected" => Some(Action::Read(Page::Expectations(Audience::Staff))),
        "leave" => Some(Action::Leave),
        _ => None,
    }
}

fn person(id: &str) -> Option<PersonIx> {
    (0_u8..).map(PersonIx).zip(&content().people).find(|(_, p)| p.id == id).map(|(ix, _)| ix)
}

fn situation(id: &str) -> Option<SituationIx> {
    let mut all = (0_u8..).map(SituationIx).zip(&content().situations);
    all.find(|(_, situation)| situation.id == id).map(|(ix, _)| ix)
}

/// Makes each page an entry of the browser's history, so that the system's Back button works.
#[hook]
fn use_history(session: &UseReducerHandle<Session>, dispatch: &Callback<Action>, first: usize) {
    // The browser's current step. After a new start it may be before the session's first step.
    let shown = use_mut_ref(|| first);
    {
        let shown = shown.clone();
        use_effect_with(dispatch.clone(), move |dispatch| {
            browser::number_step(first);
            let dispatch = dispatch.clone();
            let listener = browser::on_travel(move |step| {
                let before = *shown.borrow();
                match step {
                    // The host page has changed the fragment of the URL. This must not turn the page.
                    None => browser::number_step(before),
                    Some(step) if step == before => {}
                    Some(step) => {
                        *shown.borrow_mut() = step;
                        dispatch.emit(Action::Travel(step));
                    }
                }
            });
            move || drop(listener)
        });
    }
    use_effect_with(session.step(), move |step| {
        if shown.replace(*step) != *step {
            browser::push_step(*step);
        }
    });
}

#[hook]
fn use_leave_warning(holds_something: bool) {
    use_effect_with(holds_something, |holds_something| {
        let listener = holds_something.then(browser::warn_before_leaving).flatten();
        move || drop(listener)
    });
}

/// Makes the session forget everything when the boot script reports that the person leaves quickly.
#[hook]
fn use_leaving(dispatch: &Callback<Action>) {
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        let listener = browser::on_leave(move || dispatch.emit(Action::Leave));
        move || drop(listener)
    });
}

/// Answers the boot script by rendering: a program that cannot render has failed.
#[hook]
fn use_answer() {
    let asked = use_state(|| 0_usize);
    let setter = asked.setter();
    use_effect_with((), move |()| {
        let count = Cell::new(0);
        let listener = browser::on_ask(move || {
            count.set(count.get() + 1);
            setter.set(count.get());
        });
        move || drop(listener)
    });
    use_effect_with(*asked, |asked| browser::mark_alive(*asked));
}

/// Opens a file that was chosen before the program ran.
#[hook]
fn use_first_file(dispatch: &Callback<Action>, file: &Option<File>) {
    let (dispatch, file) = (dispatch.clone(), file.clone());
    use_effect_with((), move |()| {
        if let Some(file) = file {
            browser::read(&file, move |text| dispatch.emit(Action::Open(text)));
        }
    });
}

/// Moves the focus to the new heading when the page changes, and to the error message if something is missing, but
/// never before the person's first action.
#[hook]
fn use_focus(session: &UseReducerHandle<Session>, beginning: &Beginning) {
    let begun = use_mut_ref(|| false);
    let pressed = beginning.pressed.is_some();
    let restore = beginning.focused.clone();
    let typed = beginning.typed.clone();
    let problem = session.problem().is_some();
    use_effect_with((session.step(), session.told()), move |_| {
        let first = !std::mem::replace(&mut *begun.borrow_mut(), true);
        if first && !pressed {
            restore.iter().for_each(|selector| browser::focus(selector));
        } else {
            turn_attention(problem);
        }
        if first {
            typed.iter().for_each(browser::type_again);
        }
    });
}

/// Error messages appear where the person is looking. Only a file can be dropped elsewhere, so its message is
/// scrolled into view.
fn turn_attention(problem: bool) {
    if problem {
        browser::show(&format!("#{ERROR_ID}"));
    } else {
        browser::focus(&format!("#{HEADING_ID}"));
        browser::scroll_to_top();
    }
}

/// Sets the attributes for page and language, from which the boot script tells the host what it may know.
#[hook]
fn use_page_marks(session: &UseReducerHandle<Session>) {
    let left = session.page() == Page::Left;
    use_effect_with((session.lang(), left), |(lang, left)| {
        let words = Words::new(*lang);
        let title = if *left { words.left_title() } else { words.start_title() };
        browser::describe_page(lang.tag(), &title);
    });
    let began = session.page() == Page::Start && !session.case().people.is_empty();
    // A second language makes the page higher.
    use_effect_with((session.step(), began, session.beside()), |(step, began, _)| {
        browser::mark_page(*step, *began);
    });
}

/// Follows the host's settings. The language is followed only when the host changes it, which keeps the person's own
/// choice.
#[hook]
fn use_settings(dispatch: &Callback<Action>, first: &Settings) -> UseStateHandle<Settings> {
    let settings = use_state_eq(|| first.clone());
    let known = use_mut_ref(|| first.clone());
    let setter = settings.setter();
    use_effect_with(dispatch.clone(), move |dispatch| {
        let dispatch = dispatch.clone();
        let listener = browser::on_settings(move |now| {
            let before = known.replace(now.clone());
            if let Some(lang) = now.lang.filter(|_| now.lang != before.lang) {
                dispatch.emit(Action::Speak(lang));
            }
            if now.audience != before.audience {
                dispatch.emit(Action::Address(now.audience));
            }
            setter.set(now);
        });
        move || drop(listener)
    });
    settings
}
