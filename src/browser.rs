//! The only door to JavaScript: the document, history, focus, and messages to the page that frames the widget.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    BeforeUnloadEvent, Document, Element, FocusOptions, HtmlElement, HtmlInputElement, Window,
};

/// What the boot script left: what the host set, and what a person did before the program ran.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Beginning {
    /// The language of the start page that is shown.
    pub(crate) lang: Option<String>,
    /// Whether the host keeps the height of the frame.
    pub(crate) fixed_height: bool,
    /// The step at which the browser's history stands: not 0 after a reload.
    pub(crate) step: usize,
    /// The checked inputs as name and value, in document order.
    pub(crate) checked: Vec<(String, String)>,
    /// The action of the button that was pressed last.
    pub(crate) pressed: Option<String>,
    /// The clause that the host or a link asks for.
    pub(crate) clause: Option<String>,
    /// A selector for the element that had the focus.
    pub(crate) focused: Option<String>,
}

/// The element that the widget fills.
pub(crate) fn root() -> Option<Element> {
    document()?.get_element_by_id("adal")
}

/// Reads the root and the start page that stands in it.
pub(crate) fn beginning(root: &Element) -> Beginning {
    let is = |name, value| root.get_attribute(name).as_deref() == Some(value);
    let focused = document().and_then(|document| document.active_element());
    Beginning {
        lang: root.get_attribute("data-lang"),
        fixed_height: is("data-height", "fixed"),
        step: history_step(),
        checked: checked_inputs(root),
        pressed: root.get_attribute("data-pressed"),
        clause: root.get_attribute("data-clause"),
        focused: focused.filter(|active| root.contains(Some(active))).and_then(|a| selector(&a)),
    }
}

fn checked_inputs(root: &Element) -> Vec<(String, String)> {
    all(root, "input:checked")
        .iter()
        .filter_map(|input| Some((input.get_attribute("name")?, input.get_attribute("value")?)))
        .collect()
}

/// A selector that finds the same control again after the program has drawn the page anew.
fn selector(element: &Element) -> Option<String> {
    let marked = |name| Some(format!("[{name}=\"{}\"]", element.get_attribute(name)?));
    marked("id").or_else(|| marked("data-lang"))
}

/// Marks the language of the page and names it.
pub(crate) fn describe_page(lang: &str, title: &str) {
    let Some(document) = document() else { return };
    document.set_title(title);
    set_root_attribute(&document, "lang", lang);
}

/// Sets the colour scheme, or leaves it to the device.
pub(crate) fn set_theme(theme: &str) {
    if let Some(document) = document() {
        set_root_attribute(&document, "data-theme", theme);
    }
}

fn set_root_attribute(document: &Document, name: &str, value: &str) {
    if let Some(html) = document.document_element() {
        // It fails only on a malformed attribute name, and the names are ours.
        let _ = html.set_attribute(name, value);
    }
}

/// Moves the focus without scrolling, which would scroll the host page too.
pub(crate) fn focus(selector: &str) {
    let found = root().and_then(|root| root.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus_with_options(&options);
    }
}

/// Scrolls to the top of the widget's own document: needed where it stands alone.
pub(crate) fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

fn history_step() -> usize {
    let history = window().and_then(|window| window.history().ok());
    history.and_then(|history| history.state().ok()).map_or(0, |state| step_of(&state))
}

/// The number in a state of the history; the first page has none.
fn step_of(state: &JsValue) -> usize {
    state.as_f64().unwrap_or(0.0) as usize
}

/// Gives the page that was opened its number. Without one, Chromium tells the host that a sandboxed frame was loaded
/// anew when a person goes back to it, and the loader would remove the frame.
pub(crate) fn number_first_step(step: usize) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // As below: the page works without it.
        let _ = history.replace_state(&JsValue::from(step as u32), "");
    }
}

/// Adds a step to the browser's history: a number and no address.
pub(crate) fn push_step(step: usize) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // Some browsers limit how often this may be called; the page works without it.
        let _ = history.push_state(&JsValue::from(step as u32), "");
    }
}

/// Listens for moves through the history; the number is that of [`push_step`], 0 for the first page.
pub(crate) fn on_travel(travel: impl Fn(usize) + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "popstate", move |event| {
        let state = event.dyn_ref::<web_sys::PopStateEvent>().map(web_sys::PopStateEvent::state);
        travel(state.as_ref().map_or(0, step_of));
    }))
}

/// Asks the browser to warn before the page is left.
pub(crate) fn warn_before_leaving() -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window()?.into(), "beforeunload", options, |event| {
        event.prevent_default();
        if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
            // Older browsers warn only when the value is not empty; none shows it.
            event.set_return_value("-");
        }
    }))
}

/// Listens for text messages of the page that frames the widget, and of nobody else.
pub(crate) fn on_message(receive: impl Fn(&str) + 'static) -> Option<EventListener> {
    let parent = framing_window()?;
    Some(EventListener::new(&window()?.into(), "message", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::MessageEvent>() else { return };
        let from_parent = event.source().is_some_and(|source| *source == ***parent);
        if let (true, Some(text)) = (from_parent, event.data().as_string()) {
            receive(&text);
        }
    }))
}

/// Sends a text message to the page that frames the widget, where there is one.
pub(crate) fn post(message: &str) {
    if let Some(parent) = framing_window() {
        // The frame has an opaque origin and cannot know the host's, so any origin may read it: no message holds
        // an answer, a finding or a count.
        let _ = parent.post_message(&JsValue::from_str(message), "*");
    }
}

/// The address of this file with another fragment; what else the address of the page holds is the host's.
pub(crate) fn own_address(fragment: &str) -> String {
    let address = document().and_then(|document| document.url().ok()).unwrap_or_default();
    let file = address.split(['#', '?']).next().unwrap_or_default();
    format!("{file}#{fragment}")
}

/// Puts a text on the clipboard and says whether that went well: browsers and hosts may refuse it.
pub(crate) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let clipboard = window().map(|window| window.navigator().clipboard());
    // There is none on a page that came by plain http.
    let Some(clipboard) = clipboard.filter(|clipboard| !clipboard.is_undefined()) else {
        done(false);
        return;
    };
    let writing = JsFuture::from(clipboard.write_text(text));
    spawn_local(async move { done(writing.await.is_ok()) });
}

/// Selects the text of a field, ready to be copied by hand.
pub(crate) fn select(field: &HtmlInputElement) {
    field.select();
}

/// Runs the work in a task of its own: animation frames stand still while a frame is out of view.
pub(crate) fn in_a_task(work: impl FnOnce() + 'static) {
    Timeout::new(0, work).forget();
}

/// The height of the page in CSS pixels. On the start page it is that of the person with the most to choose from, so that
/// it tells the host that somebody began, and not who they are.
pub(crate) fn height() -> f64 {
    let Some(html) = document().and_then(|document| document.document_element()) else {
        return 0.0;
    };
    let own = || html.get_bounding_client_rect().height();
    let parts = all(&html, "[data-for-who]");
    let shown: Vec<bool> = parts.iter().map(|part| !part.has_attribute("hidden")).collect();
    let mut height = own();
    if shown.iter().any(|shown| *shown) {
        for person in everybody(&html) {
            for part in &parts {
                let whom = part.get_attribute("data-for-who").unwrap_or_default();
                show(part, whom.split(' ').any(|one| person.iter().any(|own| own == one)));
            }
            height = height.max(own());
        }
        parts.iter().zip(shown).for_each(|(part, shown)| show(part, shown));
    }
    height
}

/// The values of the start page that each kind of person can choose at most: staff with all their roles, and the others.
fn everybody(html: &Element) -> Vec<Vec<String>> {
    let values = |name: &str| -> Vec<String> {
        let inputs = all(html, &format!("input[name=\"{name}\"]"));
        inputs.iter().filter_map(|input| input.get_attribute("value")).collect()
    };
    let mut people: Vec<Vec<String>> = values("who").into_iter().map(|who| vec![who]).collect();
    if let Some(staff) = people.first_mut() {
        staff.extend(values("role"));
    }
    people
}

fn show(element: &Element, shown: bool) {
    // Both fail only on a malformed attribute name.
    let _ = if shown {
        element.remove_attribute("hidden")
    } else {
        element.set_attribute("hidden", "")
    };
}

fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// The window that frames this one.
fn framing_window() -> Option<Window> {
    let own = window()?;
    own.parent().ok().flatten().filter(|parent| *parent != own)
}
