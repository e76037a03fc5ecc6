//! What the host page says about the widget, as the boot script left it on the root: `data-lang`, `data-contact-name` …
//!
//! Nothing goes the other way from here: the boot script speaks to the host page (`embed/boot/host.js`).

use adal_core::{Lang, PersonIx};
use yew::AttrValue;

use crate::embedded::content;
use crate::session::{STAFF, starting_people};

/// What the host page set. What it left out, or what is not understood, is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language to speak.
    pub lang: Option<Lang>,
    /// For whom the page is: then the person is not asked who they are.
    pub audience: Option<PersonIx>,
    /// Whom to turn to.
    pub contacts: Contacts,
}

/// Whom to turn to, as this site says; the Standard names nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts {
    /// For staff.
    pub staff: Contact,
    /// For organisations and applicants.
    pub ngo: Contact,
    /// Outside the Company, for everybody.
    pub outside: Contact,
}

/// The parts of a contact that are given: name, phone, email, address of a page. Text only: no link works in the frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact(pub Vec<AttrValue>);

impl Settings {
    /// Reads the settings by their names as attributes of `<adal-check>`.
    pub fn read(attribute: impl Fn(&str) -> Option<String>) -> Settings {
        let contact = |group: &str| {
            let parts = ["name", "phone", "email", "url"].into_iter();
            Contact(
                parts
                    .filter_map(|part| attribute(&format!("{group}-{part}")))
                    .map(AttrValue::from)
                    .collect(),
            )
        };
        let audience_of = |value: String| {
            starting_people(content()).find(|person| audience(*person) == Some(value.as_str()))
        };
        Settings {
            lang: attribute("lang").as_deref().and_then(Lang::from_tag),
            audience: attribute("audience").and_then(audience_of),
            contacts: Contacts {
                staff: contact("contact"),
                ngo: contact("contact-ngo"),
                outside: contact("contact-outside"),
            },
        }
    }
}

/// The host page's word for the staff and for those whom the Standard does not bind; the others have none.
pub fn audience(person: PersonIx) -> Option<&'static str> {
    if person == STAFF {
        Some("staff")
    } else if content()[person].stands_for.contains(STAFF) {
        None
    } else {
        Some("ngo")
    }
}
