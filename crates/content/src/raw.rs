//! The content files as they are written: one struct a table, ids still strings, places still known.

use std::collections::BTreeMap;

use adal_core::{Certainty, Check, Effect, Group, Headline, Kind, Lang, NgoBearing, Style};
use serde::de::{self, Deserialize, Deserializer};
use toml::Spanned;

/// An id or a number that stands for another item.
pub(crate) type Id = Spanned<String>;

/// A text in three languages, any of which may still be missing.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Text {
    pub(crate) kk: Option<Spanned<String>>,
    pub(crate) ru: Option<Spanned<String>>,
    pub(crate) en: Option<Spanned<String>>,
}

/// `standard.toml` without its sections and clauses.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Standard {
    pub(crate) version: Spanned<String>,
    pub(crate) date: Spanned<String>,
    pub(crate) edition: Spanned<String>,
    #[serde(default)]
    pub(crate) title: Text,
    #[serde(default)]
    pub(crate) place: Text,
    #[serde(default)]
    pub(crate) approval: Text,
    #[serde(default, rename = "section")]
    _section: Taken,
    #[serde(default, rename = "clause")]
    _clause: Taken,
}

/// A list that was taken out before the rest is read. It stands here so that a misspelt key can be told its name.
type Taken = Option<serde::de::IgnoredAny>;

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Section {
    pub(crate) number: Id,
    #[serde(default)]
    pub(crate) heading: Text,
    pub(crate) subheading: Option<Text>,
    #[serde(default)]
    pub(crate) preamble: Vec<Text>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Clause {
    pub(crate) id: Id,
    pub(crate) kind: Spanned<Word<Kind>>,
    pub(crate) check: Spanned<Word<Check>>,
    pub(crate) binds: Vec<Id>,
    pub(crate) ngo: Word<NgoBearing>,
    pub(crate) settled_for: Option<Vec<Id>>,
    #[serde(default)]
    pub(crate) never_alone: bool,
    pub(crate) stem: Option<Id>,
    #[serde(default)]
    pub(crate) text: Text,
    #[serde(default)]
    pub(crate) items: Vec<Text>,
    #[serde(default)]
    pub(crate) plain: Text,
    pub(crate) note: Option<Text>,
    pub(crate) readings: Option<Vec<Text>>,
}

/// A slip in the source edition.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slip {
    pub(crate) clause: Id,
    pub(crate) from: Spanned<String>,
    pub(crate) to: Option<Spanned<String>>,
    pub(crate) times: usize,
    pub(crate) certainty: Word<Certainty>,
    pub(crate) reason: Spanned<String>,
    pub(crate) perhaps: Option<Spanned<String>>,
}

/// A word of the Standard in `glossary.toml`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Term {
    pub(crate) id: Id,
    pub(crate) stems: Vec<Id>,
    #[serde(default)]
    pub(crate) defined: Vec<Id>,
    #[serde(default)]
    pub(crate) name: Text,
    #[serde(default)]
    pub(crate) text: Text,
}

/// A line of `expectations.toml`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expectation {
    pub(crate) group: Spanned<Word<Group>>,
    pub(crate) clauses: Vec<Id>,
    pub(crate) situation: Option<Id>,
    #[serde(default)]
    pub(crate) text: Text,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Person {
    pub(crate) id: Id,
    #[serde(default)]
    pub(crate) name: Text,
    #[serde(default)]
    pub(crate) includes: Vec<Id>,
    #[serde(default)]
    pub(crate) alone: bool,
    pub(crate) reading: Option<Word<Openness>>,
    pub(crate) note: Option<Text>,
}

/// Whether the wording of the Standard settles something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Openness {
    Settled,
    Open,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    pub(crate) id: Id,
    #[serde(default)]
    pub(crate) clauses: Vec<Id>,
    #[serde(default)]
    pub(crate) asks: bool,
    #[serde(default)]
    pub(crate) text: Text,
}

/// `notices.toml` without its lists, which are all that may stand there.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Notices {
    #[serde(default, rename = "field")]
    _field: Taken,
    #[serde(default, rename = "part")]
    _part: Taken,
    #[serde(default, rename = "notice")]
    _notice: Taken,
}

/// Something that a person fills in.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Field {
    pub(crate) id: Id,
    #[serde(default)]
    pub(crate) label: Text,
    pub(crate) hint: Option<Text>,
    #[serde(default)]
    pub(crate) long: bool,
}

/// A paragraph that drafts can have.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DraftPart {
    pub(crate) id: Id,
    pub(crate) style: Option<Word<Style>>,
    pub(crate) when: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) optional: bool,
    #[serde(default)]
    pub(crate) text: Text,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Notice {
    pub(crate) id: Id,
    pub(crate) steps: Vec<Id>,
    #[serde(default)]
    pub(crate) name: Text,
    #[serde(default)]
    pub(crate) lead: Text,
    #[serde(default)]
    pub(crate) title: Text,
    #[serde(default)]
    pub(crate) subject: Text,
    pub(crate) parts: Vec<Id>,
}

/// `shared.toml` without its questions.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Shared {
    #[serde(default)]
    pub(crate) yes: Text,
    #[serde(default)]
    pub(crate) no: Text,
    #[serde(default)]
    pub(crate) facts: Facts,
    #[serde(default, rename = "question")]
    _question: Taken,
}

/// Named facts: id and condition.
pub(crate) type Facts = BTreeMap<Id, Spanned<String>>;

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Question {
    pub(crate) id: Id,
    #[serde(default)]
    pub(crate) text: Text,
    pub(crate) hint: Option<Text>,
    #[serde(default)]
    pub(crate) why: Text,
    #[serde(default)]
    pub(crate) find_out: Text,
    #[serde(default)]
    pub(crate) yes_no: bool,
    #[serde(default)]
    pub(crate) choices: Vec<Choice>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Choice {
    pub(crate) id: Id,
    pub(crate) same_as: Option<Id>,
    #[serde(default)]
    pub(crate) text: Text,
    pub(crate) hint: Option<Text>,
}

/// A question in a situation: its own, or a shared one that takes its place there.
#[derive(Debug)]
pub(crate) enum Asked {
    Shared(SharedQuestion),
    Own(Box<Question>),
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SharedQuestion {
    pub(crate) shared: Id,
}

/// `situations/<id>.toml` without its questions and rules.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Situation {
    pub(crate) place: Spanned<u32>,
    pub(crate) people: Vec<Id>,
    #[serde(default)]
    pub(crate) title: Text,
    #[serde(default)]
    pub(crate) summary: Text,
    #[serde(default)]
    pub(crate) reminders: Vec<Id>,
    #[serde(default)]
    pub(crate) keywords: Keywords,
    #[serde(default)]
    pub(crate) facts: Facts,
    #[serde(default, rename = "question")]
    _question: Taken,
    #[serde(default, rename = "rule")]
    _rule: Taken,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Keywords {
    #[serde(default)]
    pub(crate) kk: Vec<String>,
    #[serde(default)]
    pub(crate) ru: Vec<String>,
    #[serde(default)]
    pub(crate) en: Vec<String>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    pub(crate) clause: Id,
    pub(crate) people: Vec<Id>,
    pub(crate) when: Spanned<String>,
    pub(crate) effect: Spanned<Word<Effect>>,
    pub(crate) reading: Option<Spanned<Word<Openness>>>,
    pub(crate) readings: Option<Vec<Text>>,
    #[serde(default)]
    pub(crate) because: Text,
    #[serde(default)]
    pub(crate) steps: Vec<Id>,
}

/// `cases/<a-sentence>.toml`
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    #[serde(default)]
    pub(crate) facts: Text,
    pub(crate) people: Vec<Id>,
    pub(crate) situations: Vec<Id>,
    #[serde(default)]
    pub(crate) unfinished: bool,
    #[serde(default)]
    pub(crate) answers: Given,
    pub(crate) expect: Option<Expect>,
    pub(crate) practice: Option<Spanned<Practice>>,
}

/// Answers as given: question and choice.
pub(crate) type Given = BTreeMap<Id, Id>;

/// What makes an exercise of a worked case.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Practice {
    pub(crate) place: Spanned<u32>,
    #[serde(default)]
    pub(crate) title: Text,
    pub(crate) prompt: Option<Text>,
    #[serde(default)]
    pub(crate) option: Vec<Spanned<PracticeOption>>,
}

/// A way to go on in an exercise.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PracticeOption {
    #[serde(default)]
    pub(crate) text: Text,
    #[serde(default)]
    pub(crate) answers: Given,
    pub(crate) expect: Expect,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Expect {
    pub(crate) headline: Spanned<Word<Headline>>,
    #[serde(default)]
    pub(crate) applies: Vec<Id>,
    #[serde(default)]
    pub(crate) may_apply: Vec<Id>,
    #[serde(default)]
    pub(crate) steps: Vec<Id>,
}

/// `unfinished.toml`: the clauses that no situation covers yet.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unfinished {
    pub(crate) clauses: Vec<Id>,
}

/// An edition of the Standard as received.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Edition {
    pub(crate) name: Id,
    pub(crate) sha256: Spanned<String>,
}

/// `changes.toml`: what changed with a version.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Change {
    pub(crate) version: Id,
    pub(crate) date: Spanned<String>,
    #[serde(default)]
    pub(crate) what: Text,
    #[serde(default)]
    pub(crate) clauses: Vec<Id>,
    pub(crate) in_force: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) added: Vec<Id>,
    #[serde(default)]
    pub(crate) former: Vec<Former>,
}

/// The text of a clause before a change.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Former {
    pub(crate) clause: Id,
    #[serde(default)]
    pub(crate) taken_out: bool,
    #[serde(default)]
    pub(crate) text: Text,
}

/// Situations with the hashes of what was signed.
pub(crate) type Hashes = BTreeMap<Id, Spanned<String>>;

/// Texts that somebody read.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Review {
    pub(crate) reader: Word<Reader>,
    pub(crate) date: Spanned<String>,
    #[serde(default)]
    kk: Hashes,
    #[serde(default)]
    ru: Hashes,
    #[serde(default)]
    en: Hashes,
}

/// Texts that the Company confirmed.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confirmation {
    #[serde(default)]
    pub(crate) post: Text,
    pub(crate) date: Spanned<String>,
    #[serde(default)]
    kk: Hashes,
    #[serde(default)]
    ru: Hashes,
    #[serde(default)]
    en: Hashes,
}

/// What a review and a confirmation have in common.
pub(crate) struct Signed<'r> {
    pub(crate) date: &'r Spanned<String>,
    pub(crate) hashes: [(Lang, &'r Hashes); 3],
}

impl Review {
    pub(crate) fn signed(&self) -> Signed<'_> {
        let hashes = [(Lang::Kk, &self.kk), (Lang::Ru, &self.ru), (Lang::En, &self.en)];
        Signed { date: &self.date, hashes }
    }
}

impl Confirmation {
    pub(crate) fn signed(&self) -> Signed<'_> {
        let hashes = [(Lang::Kk, &self.kk), (Lang::Ru, &self.ru), (Lang::En, &self.en)];
        Signed { date: &self.date, hashes }
    }
}

/// What kind of reader reviewed a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reader {
    /// Somebody who had not written it, without a certificate.
    SecondReader,
    /// Somebody whose first language it is.
    NativeReader,
    /// A translator by profession.
    Translator,
    /// A lawyer.
    Lawyer,
    /// The officer of the Company who answers for the Standard.
    Officer,
}

impl Reader {
    /// All kinds, each with its word in the file.
    pub fn all() -> impl Iterator<Item = (&'static str, Reader)> {
        Self::WORDS.iter().copied()
    }

    /// The word in the file.
    pub fn as_word(self) -> &'static str {
        self.word()
    }
}

/// A value that is written as one of a few words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<T>(pub(crate) T);

/// A value that the content files write as one of a few words.
pub trait Worded: Copy + PartialEq + Sized + 'static {
    /// Each word with its value.
    const WORDS: &'static [(&'static str, Self)];
    /// The words alone.
    const NAMES: &'static [&'static str];

    /// The word for this value.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, value)| *value == self).map_or("", |(word, _)| word)
    }
}

impl<'de, T: Worded> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let given = String::deserialize(deserializer)?;
        let found = T::WORDS.iter().find(|(word, _)| *word == given);
        found
            .map(|(_, value)| Word(*value))
            .ok_or_else(|| de::Error::unknown_variant(&given, T::NAMES))
    }
}

/// Defines the words of a value once, for reading and for messages.
macro_rules! worded {
    ($($type:ident { $($word:literal => $variant:ident),+ $(,)? })+) => {$(
        impl Worded for $type {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $type::$variant)),+];
            const NAMES: &'static [&'static str] = &[$($word),+];
        }
    )+};
}

worded! {
    Kind {
        "prohibition" => Prohibition,
        "restriction" => Restriction,
        "right" => Right,
        "duty" => Duty,
        "recommendation" => Recommendation,
        "measure" => Measure,
        "provision" => Provision,
    }
    Check { "assessed" => Assessed, "reminder" => Reminder, "information" => Information }
    NgoBearing { "none" => None, "in-effect" => InEffect, "direct" => Direct }
    Certainty { "certain" => Certain, "probable" => Probable, "unsure" => Unsure }
    Group {
        "must-not" => MustNot,
        "owe" => Owe,
        "company" => Company,
        "better-not" => BetterNot,
    }
    Openness { "settled" => Settled, "open" => Open }
    Style { "address" => Address, "body" => Body, "signature" => Signature }
    Reader {
        "second-reader" => SecondReader,
        "native-reader" => NativeReader,
        "translator" => Translator,
        "lawyer" => Lawyer,
        "officer" => Officer,
    }
    Effect {
        "prohibited" => Prohibited,
        "duty" => Duty,
        "steps-first" => StepsFirst,
        "expected" => Expected,
        "recommended" => Recommended,
        "right" => Right,
    }
    Headline {
        "prohibited" => Prohibited,
        "duty" => Duty,
        "steps-first" => StepsFirst,
        "expected" => Expected,
        "may-apply" => MayApply,
        "recommended" => Recommended,
        "right" => Right,
        "nothing" => Nothing,
    }
}
