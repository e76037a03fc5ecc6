//! The only door to JavaScript: the document, history, focus, and messages to the page that frames the widget.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BeforeUnloadEvent, Document, Element, FocusOptions, HtmlElement, Window};

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
    /// Whether Continue was pressed.
    pub(crate) pressed_continue: bool,
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
        pressed_continue: is("data-pressed", "continue"),
        focused: focused.filter(|active| root.contains(Some(active))).and_then(|a| selector(&a)),
    }
}

fn checked_inputs(root: &Element) -> Vec<(String, String)> {
    let Ok(inputs) = root.query_selector_all("input:checked") else { return Vec::new() };
    (0..inputs.length())
        .filter_map(|place| inputs.get(place)?.dyn_into::<Element>().ok())
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

/// Runs the work in a task of its own: animation frames stand still while a frame is out of view.
pub(crate) fn in_a_task(work: impl FnOnce() + 'static) {
    Timeout::new(0, work).forget();
}

/// The height of the page in CSS pixels, as it would be with every choice of the start page in view.
///
/// So the height tells the host that somebody began, and not who they are.
pub(crate) fn height() -> f64 {
    let Some(document) = document() else { return 0.0 };
    let hidden = document.query_selector_all(".adal-fieldset:not([hidden]) > div > [hidden]").ok();
    let hidden: Vec<Element> = hidden
        .map(|list| (0..list.length()).filter_map(|i| list.get(i)?.dyn_into().ok()).collect())
        .unwrap_or_default();
    for element in &hidden {
        let _ = element.remove_attribute("hidden");
    }
    let height =
        document.document_element().map_or(0.0, |html| html.get_bounding_client_rect().height());
    for element in &hidden {
        let _ = element.set_attribute("hidden", "");
    }
    height
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
