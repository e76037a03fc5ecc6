//! The settings of the host page, which the boot script left on the root element: `data-lang`, `data-contact-name` …
//!
//! This module sends nothing to the host page; the boot script does (`embed/boot/host.js`).

use adal_core::{Lang, PersonIx};
use yew::AttrValue;

use crate::embedded::content;
use crate::session::starting_people;

/// The settings of the host page. Missing and invalid settings are `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The initial language.
    pub lang: Option<Lang>,
    /// Who the page is for. The person is then not asked who they are.
    pub audience: Option<PersonIx>,
    /// The contacts.
    pub contacts: Contacts,
}

/// The contacts of this site. The Standard names nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts {
    /// For staff.
    pub staff: Contact,
    /// For organisations and applicants.
    pub ngo: Contact,
    /// Outside the Company, for everyone.
    pub outside: Contact,
}

/// The parts of a contact that are given: name, phone, email, URL. Plain text, because links do not work in the
/// frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact(pub Vec<AttrValue>);

impl Settings {
    /// Reads the settings by their attribute names on `<adal-check>`.
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

/// The host page's value for staff and for people whom the Standard does not bind. There is none for others.
pub fn audience(person: PersonIx) -> Option<&'static str> {
    let staff = content().profile.staff;
    if person == staff {
        Some("staff")
    } else if content()[person].stands_for.contains(staff) {
        None
    } else {
        Some("ngo")
    }
}
