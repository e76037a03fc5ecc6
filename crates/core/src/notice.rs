//! Notices that the Standard calls for: drafts assembled from what a person typed and answered.

use serde::{Deserialize, Serialize};

use crate::{Answers, Argument, Condition, Content, Lang, Message, NoticeIx, StepIx, Text, Truth};

/// Stands for an empty field, to be filled in by hand.
pub const BLANK: &str = "________";

/// The notices and their parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notices {
    /// The fields, in page order.
    pub fields: Vec<Field>,
    /// The parts of drafts. A variable in a text is the index of a field.
    pub parts: Vec<DraftPart>,
    /// The notices.
    pub notices: Vec<Notice>,
}

/// A field to fill in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Id in the content files.
    pub id: String,
    /// Its label.
    pub label: Text,
    /// Help for filling it in.
    pub hint: Option<Text>,
    /// Whether it has several lines.
    pub long: bool,
}

/// A paragraph that drafts can include.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftPart {
    /// How it looks.
    pub style: Style,
    /// The answers that include it, or `None` if it is always included.
    pub when: Option<Condition>,
    /// Whether it is left out while its fields are empty.
    pub optional: bool,
    /// The indices of its fields.
    pub fields: Vec<u8>,
    /// Its text.
    pub text: Message,
}

/// How a paragraph of a draft looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Style {
    /// Sender and recipient: above the title, on the right.
    Address,
    /// The kind of document.
    Title,
    /// The subject, below the title.
    Subject,
    /// The body.
    Body,
    /// Date and signature.
    Signature,
}

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Id in the content files.
    pub id: String,
    /// The steps that call for it.
    pub steps: Vec<StepIx>,
    /// Its name.
    pub name: Text,
    /// What the Standard says about it: to whom, when, in what form.
    pub lead: Text,
    /// The kind of document.
    pub title: Text,
    /// The subject.
    pub subject: Text,
    /// The indices of its parts.
    pub parts: Vec<u8>,
}

/// A paragraph of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// How it looks.
    pub style: Style,
    /// Its text. Lines end in `\n`.
    pub text: String,
}

/// A draft in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The language.
    pub lang: Lang,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

impl Notices {
    /// The notice for this step.
    pub fn for_step(&self, step: StepIx) -> Option<NoticeIx> {
        let served = |notice: &Notice| notice.steps.contains(&step);
        self.notices.iter().position(served).map(|place| NoticeIx(place as u8))
    }

    /// The parts of a notice that these answers include.
    fn parts_of<'a>(
        &'a self,
        notice: &'a Notice,
        answers: &'a Answers,
    ) -> impl Iterator<Item = &'a DraftPart> {
        let parts = notice.parts.iter().filter_map(|place| self.parts.get(usize::from(*place)));
        parts.filter(|part| part.when.as_ref().is_none_or(|when| when.truth(answers) == Truth::Yes))
    }

    /// Whether the answers add sentences to the draft.
    pub fn tells_answers(&self, notice: &Notice, answers: &Answers) -> bool {
        self.parts_of(notice, answers).any(|part| part.when.is_some())
    }

    /// The fields of a notice: the index of each, in page order, and whether it is optional.
    pub fn fields_of(&self, notice: &Notice, answers: &Answers) -> Vec<(usize, bool)> {
        let parts: Vec<&DraftPart> = self.parts_of(notice, answers).collect();
        let holds = |part: &DraftPart, place| part.fields.iter().any(|f| usize::from(*f) == place);
        (0..self.fields.len())
            .filter(|place| parts.iter().any(|part| holds(part, *place)))
            .map(|place| (place, !parts.iter().any(|part| holds(part, place) && !part.optional)))
            .collect()
    }
}

impl Content {
    /// The draft of a notice in one language, with the text typed into each field.
    pub fn draft(&self, notice: &Notice, answers: &Answers, typed: &[String], lang: Lang) -> Draft {
        let typed: Vec<String> = typed.iter().map(|text| plain_text(text)).collect();
        let is_blank = |place: &u8| typed.get(usize::from(*place)).is_none_or(String::is_empty);
        let arguments: Vec<Argument> = (0..self.notices.fields.len())
            .map(|place| typed.get(place).filter(|text| !text.is_empty()))
            .map(|text| Argument::Words(text.map_or(BLANK, String::as_str)))
            .collect();
        let parts = self.notices.parts_of(notice, answers);
        let mut paragraphs: Vec<Paragraph> = parts
            .filter(|part| !(part.optional && part.fields.iter().all(is_blank)))
            .map(|part| Paragraph { style: part.style, text: part.text.format(lang, &arguments) })
            .collect();
        let heading = [(Style::Title, &notice.title), (Style::Subject, &notice.subject)];
        let below_addresses =
            paragraphs.iter().take_while(|paragraph| paragraph.style == Style::Address).count();
        let heading = heading.map(|(style, text)| Paragraph { style, text: text.get(lang).into() });
        paragraphs.splice(below_addresses..below_addresses, heading);
        Draft { lang, paragraphs }
    }
}

/// Typed text as plain text: lines end in `\n`, and control characters and characters that change the text direction
/// are removed.
pub fn plain_text(typed: &str) -> String {
    let mut plain = String::with_capacity(typed.len());
    for (at, c) in typed.char_indices() {
        match c {
            '\r' if typed[at + 1..].starts_with('\n') => {}
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => plain.push('\n'),
            '\n' | '\t' => plain.push(c),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => plain.push(c),
        }
    }
    plain.trim().to_owned()
}
