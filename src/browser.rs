//! The only door to JavaScript: the document, history, focus, and the marks by which the boot script speaks to the host.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    BeforeUnloadEvent, CustomEvent, CustomEventInit, Document, Element, Event, EventInit,
    FilePropertyBag, FocusOptions, HtmlElement, InputEvent, Window,
};
// What others hand over or receive as it is.
pub(crate) use web_sys::{File, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use crate::embedded::Block;
use crate::host::Settings;
use crate::ids::{self, Id};
use crate::saved_file::{FileProblem, MOST_BYTES};

/// Without a browser, as where pages are rendered at build time, nobody waits and nothing can be opened: what is drawn
/// later or on demand in a browser is there at once.
pub(crate) const IS_HERE: bool = cfg!(target_arch = "wasm32");

/// What the boot script left: what the host set, and what a person did before the program ran.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Beginning {
    /// What the host set; its language is that of the start page that is shown.
    pub(crate) settings: Settings,
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
    /// What was typed into a search field.
    pub(crate) typed: Option<Typed>,
    /// The file that is to be opened.
    pub(crate) file: Option<File>,
}

/// The id of the control that takes a file to open.
pub(crate) const OPEN_ID: Id = Id("open");

/// The text in a field, and where its caret or selection was.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Typed {
    field: String,
    text: String,
    selection: (u32, u32),
}

/// The element that the widget fills.
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

/// Types a text again into the field that the program has drawn anew, as if the person did it now.
pub(crate) fn type_again(Typed { field, text, selection: (start, end) }: &Typed) {
    let found = root().and_then(|root| root.query_selector(field).ok().flatten());
    let Some(input) = found.and_then(|found| found.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    input.set_value(text);
    // These fail only on fields of other types, and on an event that is being dispatched already. Some browsers
    // move the focus into a field whose selection is set.
    if document().and_then(|document| document.active_element()).is_some_and(|a| a == **input) {
        let _ = input.set_selection_range(*start, *end);
    }
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("input", &bubbling) {
        let _ = input.dispatch_event(&event);
    }
}

/// The whole text of the field in which something was typed.
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

/// A selector that finds the same control again after the program has drawn the page anew.
fn selector(element: &Element) -> Option<String> {
    let marked = |name| Some(format!("[{name}=\"{}\"]", element.get_attribute(name)?));
    marked("id").or_else(|| marked("data-lang"))
}

/// Reads the file that was chosen in the control of this event, and hands over its text.
pub(crate) fn read_chosen(event: &Event, done: impl FnOnce(Result<String, FileProblem>) + 'static) {
    let control = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(file) = control.and_then(take_file) {
        read(&file, done);
    }
}

/// Takes the file out of its control, so that choosing it once more is a change again.
fn take_file(control: Element) -> Option<File> {
    let control = control.dyn_into::<HtmlInputElement>().ok()?;
    let file = control.files()?.get(0);
    control.set_value("");
    file
}

/// Reads a file, unless it is too large to be one of ours: then not a byte of it.
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

/// Today on this device, as `YYYY-MM-DD`.
pub(crate) fn today() -> String {
    let now = Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Listens for the boot script, which says that the person leaves quickly.
pub(crate) fn on_leave(leave: impl Fn() + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let root = root()?;
    Some(EventListener::new_with_options(&root.into(), "adal-leave", options, move |event| {
        // So the boot script knows that the program does the rest.
        event.prevent_default();
        leave();
    }))
}

/// Marks the language of the page and names it.
pub(crate) fn describe_page(lang: &str, title: &str) {
    let Some(document) = document() else { return };
    document.set_title(title);
    if let Some(html) = document.document_element() {
        // It fails only on a malformed attribute name.
        let _ = html.set_attribute("lang", lang);
    }
}

/// Moves the focus without scrolling, which would scroll the host page too.
pub(crate) fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        focus_without_scrolling(&element);
    }
}

/// Moves the focus and brings what takes it into sight, as the Tab key does.
pub(crate) fn show(selector: &str) {
    if let Some(element) = find(selector) {
        // As below.
        let _ = element.focus_with_options(&FocusOptions::new());
    }
}

/// Moves the focus to the first of the choices with this name that can be seen.
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

/// Scrolls to the top of the widget's own document: needed where it stands alone.
pub(crate) fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

fn history_step() -> usize {
    let history = window().and_then(|window| window.history().ok());
    history.and_then(|history| step_of(&history.state().ok()?)).unwrap_or(0)
}

/// The number in a state of the history. What did not come from here has none.
fn step_of(state: &JsValue) -> Option<usize> {
    state.as_f64().map(|number| number as usize)
}

/// Gives the page at which the history stands its number: the page that was opened, or one that a changed fragment made. Without one, Chromium tells the host that a sandboxed frame was loaded
/// anew when a person goes back to it, and the loader would remove the frame.
pub(crate) fn number_step(step: usize) {
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

/// Listens for moves through the history; the number is that of [`push_step`], none where the step is not of this program.
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
            // Older browsers warn only when the value is not empty; none shows it.
            event.set_return_value("-");
        }
    }))
}

/// What the host page says, as the boot script left it on the root.
fn settings(root: &Element) -> Settings {
    Settings::read(|name| root.get_attribute(&format!("data-{name}")))
}

/// Listens for changes that the host page makes. Its messages are read by the boot script, strictly. Where drawing takes
/// long, Yew lets other events in before anything listens, so what stands there now is received at once.
pub(crate) fn on_settings(receive: impl Fn(Settings) + 'static) -> Option<EventListener> {
    let root = root()?;
    receive(settings(&root));
    Some(EventListener::new(&root.clone().into(), "adal-settings", move |_| {
        receive(settings(&root))
    }))
}

/// Hands a text to the boot script to be put on the clipboard, and says whether that went well. An exception of the browser
/// would run through the program, which could not go on after it; so the boot script does it.
pub(crate) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let Some(root) = root() else { return };
    let answered = root.clone();
    let answer = EventListener::once(&root, "adal-copied", move |_| {
        done(answered.get_attribute("data-copied").as_deref() == Some("yes"));
    });
    // Who takes the text cancels the event, and answers; else nobody ever will.
    if hand_over("adal-copy", &JsValue::from_str(text)) == Some(true) {
        answer.forget();
    }
}

/// Hands a file to the boot script to be saved, and says whether it took it. The program itself has no call that could
/// make an address or press a link.
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

/// Hands something to the boot script, and says whether it took it.
fn hand_over(event: &str, detail: &JsValue) -> Option<bool> {
    let init = CustomEventInit::new();
    init.set_cancelable(true);
    init.set_detail(detail);
    let event = CustomEvent::new_with_event_init_dict(event, &init).ok()?;
    // Who takes it cancels the event.
    root()?.dispatch_event(&event).ok().map(|nobody_took_it| !nobody_took_it)
}

/// Opens the print dialogue, and says whether the browser threw no error. Where there is no printer, or the host forbids
/// dialogues, nothing happens, and nobody is told.
pub(crate) fn print() -> bool {
    window().is_some_and(|window| window.print().is_ok())
}

/// Listens for the boot script, which asks whether the program still lives.
pub(crate) fn on_ask(answer: impl Fn() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&root()?.into(), "adal-ask", move |_| answer()))
}

/// The answer: another number each time, once it was drawn.
pub(crate) fn mark_alive(asked: usize) {
    if let Some(root) = root() {
        // It fails only on a malformed attribute name.
        let _ = root.set_attribute("data-alive", &asked.to_string());
    }
}

/// Runs the work after so many milliseconds, unless the timer is dropped before.
pub(crate) fn after(milliseconds: u32, work: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, work)
}

/// The address of this file with another fragment; what else the address of the page holds is the host's.
pub(crate) fn own_address(fragment: &str) -> String {
    let address = document().and_then(|document| document.url().ok()).unwrap_or_default();
    let file = address.split(['#', '?']).next().unwrap_or_default();
    format!("{file}#{fragment}")
}

/// Puts the focus into a field of several lines and selects its text, ready to be copied by hand.
pub(crate) fn select_all(area: &HtmlTextAreaElement) {
    focus_without_scrolling(area);
    area.select();
}

/// Listens for the print dialogue, whoever opens it.
pub(crate) fn on_print(prepare: impl Fn() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "beforeprint", move |_| prepare()))
}

/// Selects the text of a field, ready to be copied by hand.
pub(crate) fn select(field: &HtmlInputElement) {
    field.select();
}

/// Marks the page that is shown: by these marks the boot script tells the host page that a page was turned and how high
/// it is. The program itself has no call that could send anything.
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

/// Marks that the page which was shown in part is whole now, and may be higher.
pub(crate) fn mark_whole() {
    if let Some(root) = root() {
        let page = root.get_attribute("data-page").unwrap_or_default();
        // It fails only on a malformed attribute name.
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
