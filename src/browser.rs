//! All calls to JavaScript: the document, history, focus, and the attributes that tell the boot script what to send
//! to the host.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    BeforeUnloadEvent, CustomEvent, CustomEventInit, Document, Element, Event, EventInit,
    FilePropertyBag, FocusOptions, HtmlElement, InputEvent, Window,
};
// Types that other modules only pass on.
pub(crate) use web_sys::{File, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use crate::embedded::Block;
use crate::host::Settings;
use crate::ids::{self, Id};
use crate::saved_file::{FileProblem, MOST_BYTES};

/// Without a browser, when pages are rendered at build time, nothing can be opened or loaded later, so everything is
/// rendered at once.
pub(crate) const IS_HERE: bool = cfg!(target_arch = "wasm32");

/// What the boot script left: the settings of the host, and what the person did before the program ran.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Beginning {
    /// The settings of the host; their language is that of the visible start page.
    pub(crate) settings: Settings,
    /// The current step in the browser's history: not 0 after a reload.
    pub(crate) step: usize,
    /// The checked inputs as name and value, in document order.
    pub(crate) checked: Vec<(String, String)>,
    /// The action of the last button that was pressed.
    pub(crate) pressed: Option<String>,
    /// The clause that the host or a link asks for.
    pub(crate) clause: Option<String>,
    /// A selector for the element that had the focus.
    pub(crate) focused: Option<String>,
    /// What was typed into a search field.
    pub(crate) typed: Option<Typed>,
    /// The file to open.
    pub(crate) file: Option<File>,
}

/// The id of the file input.
pub(crate) const OPEN_ID: Id = Id("open");

/// The text in a field, with its caret or selection.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Typed {
    field: String,
    text: String,
    selection: (u32, u32),
}

/// The root element of the widget.
pub(crate) fn root() -> Option<Element> {
    document()?.get_element_by_id("adal")
}

/// The text of a block of content in the page, and the form that it is of.
pub(crate) fn block(name: &str) -> Option<Block> {
    let element = document()?.get_element_by_id(&format!("adal-{name}"))?;
    Some(Block { schema: element.get_attribute("data-schema")?, text: element.text_content()? })
}

/// Ends the start of the program with a reason, which the boot script puts on the console.
pub(crate) fn refuse_to_start(reason: &str) -> ! {
    wasm_bindgen::throw_str(reason)
}

/// Reads the root and the start page that stands in it, and how ids begin.
pub(crate) fn beginning(root: &Element) -> Beginning {
    root.get_attribute("data-ids").into_iter().for_each(ids::begin_with);
    let focused = document().and_then(|document| document.active_element());
    Beginning {
        settings: settings(root),
        step: history_step(),
        checked: checked_inputs(root),
        pressed: root.get_attribute("data-pressed"),
        clause: root.get_attribute("data-clause"),
        focused: focused.filter(|active| root.contains(Some(active))).and_then(|a| selector(&a)),
        typed: typed_before(root),
        file: root.query_selector(&format!("#{OPEN_ID}")).ok().flatten().and_then(take_file),
    }
}

fn typed_before(root: &Element) -> Option<Typed> {
    let field: HtmlInputElement = all(root, "input[type=\"search\"]").pop()?.dyn_into().ok()?;
    let edge = |edge: Result<Option<u32>, JsValue>| edge.ok().flatten().unwrap_or_default();
    let selection = (edge(field.selection_start()), edge(field.selection_end()));
    let text = Some(field.value()).filter(|text| !text.is_empty())?;
    Some(Typed { field: selector(&field)?, text, selection })
}

/// Puts a text back into a field that the program has rendered anew, as if the person had typed it now.
pub(crate) fn type_again(Typed { field, text, selection: (start, end) }: &Typed) {
    let found = root().and_then(|root| root.query_selector(field).ok().flatten());
    let Some(input) = found.and_then(|found| found.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    input.set_value(text);
    // These fail only on fields of other types, and on an event that is already being dispatched. Some browsers focus
    // a field when its selection is set.
    if document().and_then(|document| document.active_element()).is_some_and(|a| a == **input) {
        let _ = input.set_selection_range(*start, *end);
    }
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("input", &bubbling) {
        let _ = input.dispatch_event(&event);
    }
}

/// The whole text of the field that received the input.
pub(crate) fn typed_text(event: &InputEvent) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

fn checked_inputs(root: &Element) -> Vec<(String, String)> {
    all(root, "input:checked")
        .iter()
        .filter_map(|input| Some((input.get_attribute("name")?, input.get_attribute("value")?)))
        .collect()
}

/// A selector that finds the same control after the program has rendered the page anew.
fn selector(element: &Element) -> Option<String> {
    let marked = |name| Some(format!("[{name}=\"{}\"]", element.get_attribute(name)?));
    marked("id").or_else(|| marked("data-lang"))
}

/// Reads the file chosen in the input of this event and passes on its text.
pub(crate) fn read_chosen(event: &Event, done: impl FnOnce(Result<String, FileProblem>) + 'static) {
    let control = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(file) = control.and_then(take_file) {
        read(&file, done);
    }
}

/// Removes the file from its input, so that choosing it again fires another change event.
fn take_file(control: Element) -> Option<File> {
    let control = control.dyn_into::<HtmlInputElement>().ok()?;
    let file = control.files()?.get(0);
    control.set_value("");
    file
}

/// Reads a file. Nothing is read if it is too large to be one of ours.
pub(crate) fn read(file: &File, done: impl FnOnce(Result<String, FileProblem>) + 'static) {
    if file.size() > MOST_BYTES as f64 {
        done(Err(FileProblem::TooLarge));
        return;
    }
    let reading = JsFuture::from(file.text());
    spawn_local(async move {
        let text = reading.await.ok().and_then(|text| text.as_string());
        done(text.ok_or(FileProblem::Unreadable));
    });
}

/// Today's date on this device, as `YYYY-MM-DD`.
pub(crate) fn today() -> String {
    let now = Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Listens for the boot script's message that the person leaves quickly.
pub(crate) fn on_leave(leave: impl Fn() + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let root = root()?;
    Some(EventListener::new_with_options(&root.into(), "adal-leave", options, move |event| {
        // This tells the boot script that the program handles the rest.
        event.prevent_default();
        leave();
    }))
}

/// Sets the language and the title of the page.
pub(crate) fn describe_page(lang: &str, title: &str) {
    let Some(document) = document() else { return };
    document.set_title(title);
    if let Some(html) = document.document_element() {
        // Fails only on a malformed attribute name.
        let _ = html.set_attribute("lang", lang);
    }
}

/// Moves the focus without scrolling, which would also scroll the host page.
pub(crate) fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        focus_without_scrolling(&element);
    }
}

/// Moves the focus and scrolls the element into view, like the Tab key.
pub(crate) fn show(selector: &str) {
    if let Some(element) = find(selector) {
        // See `focus_without_scrolling`.
        let _ = element.focus_with_options(&FocusOptions::new());
    }
}

/// Focuses the first visible choice with this name.
pub(crate) fn focus_first_choice(name: &str) {
    show(&format!(".adal-choice:not([hidden]) input[name=\"{name}\"]"));
}

fn find(selector: &str) -> Option<HtmlElement> {
    root()?.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

fn focus_without_scrolling(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that cannot take the focus leaves it where it is.
    let _ = element.focus_with_options(&options);
}

/// Scrolls to the top of the widget's own document. Needed when it is not embedded.
pub(crate) fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

fn history_step() -> usize {
    let history = window().and_then(|window| window.history().ok());
    history.and_then(|history| step_of(&history.state().ok()?)).unwrap_or(0)
}

/// The step number in a history state. States that the program did not create have none.
fn step_of(state: &JsValue) -> Option<usize> {
    state.as_f64().map(|number| number as usize)
}

/// Numbers the current history entry: the first page, or an entry created by a changed fragment. Without a number,
/// Chromium tells the host that a sandboxed frame was reloaded when a person goes back to it, and the loader would
/// remove the frame.
pub(crate) fn number_step(step: usize) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // The page works even if the browser refuses this.
        let _ = history.replace_state(&JsValue::from(step as u32), "");
    }
}

/// Adds an entry to the browser's history: a number and no URL.
pub(crate) fn push_step(step: usize) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // Some browsers limit how often this may be called; the page works without it.
        let _ = history.push_state(&JsValue::from(step as u32), "");
    }
}

/// Listens for moves through the history, with the number given by [`push_step`], or `None` if the entry is not the
/// program's.
pub(crate) fn on_travel(travel: impl Fn(Option<usize>) + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "popstate", move |event| {
        let state = event.dyn_ref::<web_sys::PopStateEvent>().map(web_sys::PopStateEvent::state);
        travel(state.as_ref().and_then(step_of));
    }))
}

/// Asks the browser to warn before the page is left.
pub(crate) fn warn_before_leaving() -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window()?.into(), "beforeunload", options, |event| {
        event.prevent_default();
        if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
            // Older browsers warn only if the value is not empty. None of them shows it.
            event.set_return_value("-");
        }
    }))
}

/// The settings of the host page that the boot script left on the root element.
fn settings(root: &Element) -> Settings {
    Settings::read(|name| root.get_attribute(&format!("data-{name}")))
}

/// Listens for changes of the settings. The boot script reads and validates the host's messages. If rendering takes
/// long, Yew handles other events before this listener exists, so the current settings are received at once.
pub(crate) fn on_settings(receive: impl Fn(Settings) + 'static) -> Option<EventListener> {
    let root = root()?;
    receive(settings(&root));
    Some(EventListener::new(&root.clone().into(), "adal-settings", move |_| {
        receive(settings(&root))
    }))
}

/// Asks the boot script to copy a text, and reports whether that worked. The boot script does it because the program
/// could not continue after an exception of the browser.
pub(crate) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let Some(root) = root() else { return };
    let answered = root.clone();
    let answer = EventListener::once(&root, "adal-copied", move |_| {
        done(answered.get_attribute("data-copied").as_deref() == Some("yes"));
    });
    // The boot script answers only if it has cancelled the event.
    if hand_over("adal-copy", &JsValue::from_str(text)) == Some(true) {
        answer.forget();
    }
}

/// Asks the boot script to save a file, and returns whether it did. The program itself cannot create object URLs or
/// click links.
pub(crate) fn save(name: &str, kind: &str, bytes: &[u8]) -> bool {
    offer(name, kind, bytes).unwrap_or(false)
}

fn offer(name: &str, kind: &str, bytes: &[u8]) -> Option<bool> {
    let options = FilePropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let file = File::new_with_u8_array_sequence_and_options(&parts, name, &options).ok()?;
    hand_over("adal-save", &file)
}

/// Sends an event to the boot script, and returns whether it was handled.
fn hand_over(event: &str, detail: &JsValue) -> Option<bool> {
    let init = CustomEventInit::new();
    init.set_cancelable(true);
    init.set_detail(detail);
    let event = CustomEvent::new_with_event_init_dict(event, &init).ok()?;
    // The handler cancels the event.
    root()?.dispatch_event(&event).ok().map(|nobody_took_it| !nobody_took_it)
}

/// Opens the print dialogue, and returns false if the browser threw an error. Without a printer, or if the host
/// forbids dialogues, nothing happens and there is no way to know.
pub(crate) fn print() -> bool {
    window().is_some_and(|window| window.print().is_ok())
}

/// Listens for the boot script's question whether the program can still render.
pub(crate) fn on_ask(answer: impl Fn() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&root()?.into(), "adal-ask", move |_| answer()))
}

/// Answers that question by rendering a new number.
pub(crate) fn mark_alive(asked: usize) {
    if let Some(root) = root() {
        // Fails only on a malformed attribute name.
        let _ = root.set_attribute("data-alive", &asked.to_string());
    }
}

/// Runs the work after this many milliseconds, unless the timer is dropped first.
pub(crate) fn after(milliseconds: u32, work: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, work)
}

/// The URL of this file with another fragment. The rest of the page's URL belongs to the host and is left out.
pub(crate) fn own_address(fragment: &str) -> String {
    let address = document().and_then(|document| document.url().ok()).unwrap_or_default();
    let file = address.split(['#', '?']).next().unwrap_or_default();
    format!("{file}#{fragment}")
}

/// Focuses a text area and selects its text for copying by hand.
pub(crate) fn select_all(area: &HtmlTextAreaElement) {
    focus_without_scrolling(area);
    area.select();
}

/// Listens for the print dialogue, no matter who opens it.
pub(crate) fn on_print(prepare: impl Fn() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "beforeprint", move |_| prepare()))
}

/// Selects the text of a field for copying by hand.
pub(crate) fn select(field: &HtmlInputElement) {
    field.select();
}

/// Marks the current page. From these attributes the boot script tells the host page that a new page is shown and how
/// high it is; the program itself cannot send anything.
pub(crate) fn mark_page(step: usize, began: bool) {
    let Some(root) = root() else { return };
    // Both fail only on a malformed attribute name.
    let _ = root.set_attribute("data-page", &step.to_string());
    let _ = if began {
        root.set_attribute("data-began", "")
    } else {
        root.remove_attribute("data-began")
    };
}

/// Marks that a page that was rendered in parts is now complete, and may be higher.
pub(crate) fn mark_whole() {
    if let Some(root) = root() {
        let page = root.get_attribute("data-page").unwrap_or_default();
        // Fails only on a malformed attribute name.
        let _ = root.set_attribute("data-whole", &page);
    }
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
