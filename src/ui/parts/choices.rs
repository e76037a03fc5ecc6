//! A group of radios or checkboxes under a legend, following the GOV.UK pattern.

use yew::prelude::*;

use crate::ids::id;
use crate::ui::parts::error_message::ERROR_ID;
use crate::ui::parts::signs::icon;

/// Whether one or several options can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceKind {
    /// Exactly one.
    Radio,
    /// Any number.
    Checkbox,
}

/// Whether a required choice is missing. The group is then marked and described by the error message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lack(pub bool);

impl Lack {
    /// The class of a group with a missing choice.
    pub fn class(self) -> Option<&'static str> {
        self.0.then_some("adal-fieldset--lacking")
    }

    /// The value of `aria-invalid`.
    pub fn invalid(self) -> Option<&'static str> {
        self.0.then_some("true")
    }

    /// The value of `aria-describedby`.
    pub fn described_by(self) -> Option<AttrValue> {
        self.0.then(|| id(ERROR_ID.0))
    }
}

/// An option.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceItem {
    /// Its value in the markup: an id of the content, never shown.
    pub value: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// Help below the label.
    pub hint: Option<AttrValue>,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Called when the person chooses it, or unticks a checkbox.
    pub on_choose: Callback<()>,
    /// Whether it is hidden for now.
    pub hidden: bool,
    /// The values of the radio `who` for which it is visible; read by the boot script.
    pub for_who: Option<AttrValue>,
    /// The value of the attribute `audience` that selects it; read by the boot script.
    pub audience: Option<&'static str>,
}

impl ChoiceItem {
    /// An option that everyone sees.
    pub fn new(
        value: impl Into<AttrValue>,
        label: impl Into<AttrValue>,
        hint: Option<AttrValue>,
        chosen: bool,
        on_choose: Callback<()>,
    ) -> ChoiceItem {
        let (value, label) = (value.into(), label.into());
        ChoiceItem {
            value,
            label,
            hint,
            chosen,
            on_choose,
            hidden: false,
            for_who: None,
            audience: None,
        }
    }
}

/// A line between the first options and the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Divider {
    /// How many options are above it.
    pub after: usize,
    /// Its label.
    pub text: AttrValue,
}

/// A heading above some of the options.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// How many options are above it.
    pub after: usize,
    /// The name of its icon.
    pub sign: &'static str,
    /// Its text.
    pub text: AttrValue,
    /// Whether it is hidden for now.
    pub hidden: bool,
    /// The values of the radio `who` for which it is visible; read by the boot script.
    pub for_who: AttrValue,
}

/// The options of a group, without its fieldset.
pub struct Choices {
    /// Radios or checkboxes.
    pub kind: ChoiceKind,
    /// The name that the inputs share.
    pub name: AttrValue,
    /// The options.
    pub options: Vec<ChoiceItem>,
    /// Whether something must be chosen and is not. A group of radios says so itself; boxes have no group that could.
    pub lack: Lack,
    /// What parts the first options from the others.
    pub divider: Option<Divider>,
    /// Headings, in the order of the options.
    pub heads: Vec<Head>,
}

impl Choices {
    /// Options alone.
    pub fn new(kind: ChoiceKind, name: impl Into<AttrValue>, options: Vec<ChoiceItem>) -> Choices {
        let (name, lack) = (name.into(), Lack::default());
        Choices { kind, name, options, lack, divider: None, heads: Vec::new() }
    }

    /// Radios or checkboxes with large targets: the whole label can be pressed.
    pub fn view(&self) -> Html {
        let mut choices: Vec<Html> =
            self.options.iter().map(|option| choice(self, option)).collect();
        for head in self.heads.iter().rev() {
            choices.insert(head.after.min(choices.len()), head_view(head));
        }
        if let Some(Divider { after, text }) = &self.divider {
            let line = html! {
                <p key="/" class="adal-choices__divider" data-unmeasured="">{ text }</p>
            };
            let heads = self.heads.iter().filter(|head| head.after < *after).count();
            choices.insert((*after + heads).min(choices.len()), line);
        }
        html! { <div class="adal-choices">{ choices }</div> }
    }
}

fn head_view(head: &Head) -> Html {
    html! {
        <h2
            key={format!("/{}", head.text)}
            class="adal-choices__head"
            hidden={head.hidden}
            data-for-who={head.for_who.clone()}
        >
            { icon(head.sign) }
            { &head.text }
        </h2>
    }
}

fn choice(group: &Choices, option: &ChoiceItem) -> Html {
    let input_type = match group.kind {
        ChoiceKind::Radio => "radio",
        ChoiceKind::Checkbox => "checkbox",
    };
    let boxes_lack = Lack(group.lack.0 && group.kind == ChoiceKind::Checkbox);
    let id = id(&format!("{}-{}", group.name, option.value));
    let hint = option.hint.as_ref().map(|hint| {
        html! { <span class="adal-choice__hint" id={format!("{id}-hint")}>{ hint }</span> }
    });
    let described = option.hint.as_ref().map(|_| format!("{id}-hint"));
    html! {
        <label
            key={option.value.as_str()}
            class="adal-choice"
            hidden={option.hidden}
            data-for-who={option.for_who.clone()}
        >
            <input
                class="adal-choice__input"
                id={id.clone()}
                aria-labelledby={format!("{id}-label")}
                aria-describedby={described}
                type={input_type}
                data-audience={option.audience}
                name={group.name.clone()}
                value={option.value.clone()}
                checked={option.chosen}
                aria-invalid={boxes_lack.invalid()}
                autocomplete="off"
                onchange={option.on_choose.reform(|_: Event| ())}
            />
            <span class="adal-choice__text">
                <span class="adal-choice__label" id={format!("{id}-label")}>{ &option.label }</span>
                { hint }
            </span>
        </label>
    }
}
