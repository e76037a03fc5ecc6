//! The ids of elements. Their beginning differs at each load: the boot script chooses it (`embed/boot/ids.js`), so that the
//! framing page cannot ask by a fragment of the address which page is shown.

use std::fmt::{self, Display};
use std::sync::OnceLock;

use yew::AttrValue;
use yew::html::IntoPropValue;

static BEGINNING: OnceLock<String> = OnceLock::new();

/// Sets the beginning of all ids, once and before the first of them is made.
pub(crate) fn begin_with(beginning: String) {
    // It fails only when it was set before, as by a second start in tests.
    let _ = BEGINNING.set(beginning);
}

/// The id of an element with this name, which is the same at each load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(pub &'static str);

impl Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&id(self.0))
    }
}

impl IntoPropValue<AttrValue> for Id {
    fn into_prop_value(self) -> AttrValue {
        id(self.0)
    }
}

impl IntoPropValue<Option<AttrValue>> for Id {
    fn into_prop_value(self) -> Option<AttrValue> {
        Some(id(self.0))
    }
}

/// The same for a name that is put together.
pub(crate) fn id(name: &str) -> AttrValue {
    format!("{}{name}", BEGINNING.get().map_or("adal-", String::as_str)).into()
}
