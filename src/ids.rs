//! Element ids. The boot script chooses a new prefix at each load (`embed/boot/ids.js`), so that the host page cannot
//! find out with a URL fragment which page is shown.

use std::fmt::{self, Display};
use std::sync::OnceLock;

use yew::AttrValue;
use yew::html::IntoPropValue;

static BEGINNING: OnceLock<String> = OnceLock::new();

/// Sets the prefix of all ids, once and before the first id is used.
pub(crate) fn begin_with(beginning: String) {
    // Fails only if it was set before, for example by a second start in tests.
    let _ = BEGINNING.set(beginning);
}

/// The id of an element, by a name that is the same at each load.
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

/// The same for a name that is built at run time.
pub(crate) fn id(name: &str) -> AttrValue {
    format!("{}{name}", BEGINNING.get().map_or("adal-", String::as_str)).into()
}
