//! The content files as they are written: one struct per table, with unresolved ids and with positions.

use std::collections::BTreeMap;

use adal_core::{
    Certainty, Check, Effect, Group, Headline, Kind, Lang, NgoBearing, RemarkPlace, Style,
};
use serde::de::{self, Deserialize, Deserializer};
use toml::Spanned;

use crate::law::{Side, View};

/// An id or a number that refers to another item.
pub(crate) type Id = Spanned<String>;

/// A text in three languages, any of which may still be missing.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Text {
    pub(crate) kk: Option<Spanned<String>>,
    pub(crate) ru: Option<Spanned<String>>,
    pub(crate) en: Option<Spanned<String>>,
}

impl Text {
    /// The text in this language; none if it is missing.
    pub(crate) fn of(&self, lang: Lang) -> Option<&Spanned<String>> {
        match lang {
            Lang::Kk => self.kk.as_ref(),
            Lang::Ru => self.ru.as_ref(),
            Lang::En => self.en.as_ref(),
        }
    }
}

/// Phrases in each language.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phrases {
    #[serde(default)]
    kk: Vec<Spanned<String>>,
    #[serde(default)]
    ru: Vec<Spanned<String>>,
    #[serde(default)]
    en: Vec<Spanned<String>>,
}

impl Phrases {
    /// The phrases of this language.
    pub(crate) fn of(&self, lang: Lang) -> &[Spanned<String>] {
        match lang {
            Lang::Kk => &self.kk,
            Lang::Ru => &self.ru,
            Lang::En => &self.en,
        }
    }

    /// Whether there is none in any language.
    pub(crate) fn is_empty(&self) -> bool {
        Lang::ALL.into_iter().all(|lang| self.of(lang).is_empty())
    }
}

/// A thing with its one name in `terms.toml`, and what it is not to be called.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Named {
    #[serde(default)]
    pub(crate) name: Text,
    #[serde(default)]
    pub(crate) avoid: Phrases,
}

/// The words of one force in `force.toml`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Force {
    pub(crate) kind: Spanned<Word<Kind>>,
    #[serde(default)]
    pub(crate) words: Phrases,
    #[serde(default)]
    pub(crate) told: Phrases,
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

/// A list that is taken out before the rest is parsed. It is declared so that a misspelt key can be corrected to it.
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

/// A term of the Standard in `glossary.toml`.
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

/// An expectation in `expectations.toml`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expectation {
    pub(crate) group: Spanned<Word<Group>>,
    pub(crate) clauses: Vec<Id>,
    pub(crate) situation: Option<Id>,
    pub(crate) text: Option<Text>,
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
    pub(crate) reading: Option<Id>,
    pub(crate) note: Option<Text>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Profile {
    #[serde(default)]
    pub(crate) terms: Text,
    pub(crate) staff: Id,
    pub(crate) outside: Id,
    pub(crate) search: Search,
    pub(crate) commonest: Commonest,
    #[serde(default, rename = "draft")]
    _draft: Taken,
}

/// Examples of what can be searched for.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Search {
    #[serde(default)]
    pub(crate) words: Text,
    pub(crate) clause: Id,
}

/// The most common case, and how many answers it may need.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Commonest {
    pub(crate) person: Id,
    pub(crate) situation: Id,
    pub(crate) question: Id,
    pub(crate) choice: Id,
    pub(crate) answers: Spanned<usize>,
}

/// Languages in which drafts can be made.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Draft {
    pub(crate) languages: Spanned<Vec<Word<Lang>>>,
    #[serde(default)]
    pub(crate) name: Text,
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
    pub(crate) holds: bool,
    pub(crate) when: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) text: Text,
}

/// `notices.toml` without its lists, which are all that it may contain.
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

/// A field to fill in.
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

/// A paragraph that drafts can include.
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
    #[serde(default, rename = "question")]
    _question: Taken,
}

/// A question of a situation, or a reusable question of `shared.toml`.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Question {
    pub(crate) id: Id,
    pub(crate) like: Option<Id>,
    pub(crate) only: Option<Spanned<String>>,
    pub(crate) text: Option<Text>,
    pub(crate) hint: Option<Text>,
    pub(crate) why: Option<Text>,
    pub(crate) find_out: Option<Text>,
    #[serde(default)]
    pub(crate) choices: Vec<Choice>,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Choice {
    pub(crate) id: Id,
    pub(crate) same_as: Option<Id>,
    pub(crate) text: Option<Text>,
    pub(crate) hint: Option<Text>,
    pub(crate) sets: Option<Sets>,
    #[serde(default)]
    pub(crate) leaves: bool,
}

/// Facts with their values. A fact of another matter than the first has its matter and a full stop as a prefix.
pub(crate) type Sets = BTreeMap<Id, Id>;

/// `situations/<id>.toml` without its lists.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Situation {
    pub(crate) place: Spanned<u32>,
    pub(crate) theme: Option<Id>,
    pub(crate) people: Vec<Id>,
    #[serde(default)]
    pub(crate) title: Text,
    #[serde(default)]
    pub(crate) summary: Text,
    #[serde(default)]
    pub(crate) reminders: Vec<Id>,
    #[serde(default)]
    pub(crate) keywords: Keywords,
    #[serde(default, rename = "question")]
    _question: Taken,
    #[serde(default, rename = "matter")]
    _matter: Taken,
    #[serde(default, rename = "first")]
    _first: Taken,
    #[serde(default, rename = "pointer")]
    _pointer: Taken,
}

/// Something that somebody does, which a situation asks about.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Matter {
    pub(crate) id: Id,
    pub(crate) view: Spanned<Word<View>>,
    #[serde(default)]
    pub(crate) given: Sets,
}

/// Answers that set facts together, with priority over the choices.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct First {
    pub(crate) when: Spanned<String>,
    pub(crate) sets: Sets,
}

/// A link from answers to another situation.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pointer {
    pub(crate) when: Spanned<String>,
    pub(crate) to: Id,
    #[serde(default)]
    pub(crate) moves: bool,
    #[serde(default)]
    pub(crate) carry: Vec<Carry>,
}

/// An answer that is carried over to another situation.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Carry {
    pub(crate) question: Id,
    pub(crate) choice: Option<Id>,
    pub(crate) like: Option<Id>,
    pub(crate) when: Option<Spanned<String>>,
}

/// `facts.toml` without its lists.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Facts {
    pub(crate) addressee: Option<Addressee>,
    #[serde(default, rename = "fact")]
    _fact: Taken,
    #[serde(default, rename = "element")]
    _element: Taken,
}

/// Conditions added to rules about somebody else.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Addressee {
    pub(crate) actor: Option<Spanned<String>>,
    pub(crate) towards: Option<Spanned<String>>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fact {
    pub(crate) id: Id,
    #[serde(default)]
    pub(crate) name: Text,
    #[serde(default)]
    pub(crate) values: Vec<FactValue>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FactValue {
    pub(crate) id: Id,
    #[serde(default)]
    pub(crate) people: Vec<Id>,
    #[serde(default)]
    pub(crate) text: Text,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Element {
    pub(crate) id: Id,
    #[serde(default)]
    pub(crate) name: Text,
    pub(crate) when: Spanned<String>,
}

/// A doubt about the wording in `readings.toml`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Reading {
    pub(crate) id: Id,
    #[serde(default)]
    pub(crate) find_out: bool,
    #[serde(default)]
    pub(crate) clauses: Vec<Id>,
    #[serde(default)]
    pub(crate) question: Text,
    #[serde(default)]
    pub(crate) a: Text,
    #[serde(default)]
    pub(crate) b: Text,
    #[serde(default)]
    pub(crate) ground: Text,
    pub(crate) settled: Option<Spanned<Word<Side>>>,
    pub(crate) reason: Option<Text>,
    pub(crate) adopted: Option<Spanned<Word<Side>>>,
    pub(crate) hash: Option<Spanned<String>>,
    pub(crate) post: Option<Text>,
    pub(crate) date: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) implies: Vec<Id>,
}

/// `law/<clause>.toml` without its rules.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct LawFile {
    #[serde(default)]
    pub(crate) folds_under: Vec<Id>,
    #[serde(default, rename = "rule")]
    _rule: Taken,
}

/// A rule of a clause.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct LawRule {
    pub(crate) id: Id,
    pub(crate) when: Spanned<String>,
    #[serde(default)]
    pub(crate) only: OnlyIn,
    pub(crate) views: Vec<Spanned<Word<View>>>,
    #[serde(default)]
    pub(crate) binds_staff: bool,
    pub(crate) effect: Spanned<Word<Effect>>,
    pub(crate) steps_first: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) because: Because,
    #[serde(default)]
    pub(crate) steps: StepsIn,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OnlyIn {
    pub(crate) me: Option<Spanned<String>>,
    pub(crate) ngo: Option<Spanned<String>>,
    pub(crate) staff: Option<Spanned<String>>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Because {
    pub(crate) me: Option<Text>,
    pub(crate) towards: Option<Text>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepsIn {
    #[serde(default)]
    pub(crate) me: Vec<Id>,
    #[serde(default)]
    pub(crate) ngo: Vec<Id>,
    #[serde(default)]
    pub(crate) staff: Vec<Id>,
}

/// A group of situations in `themes.toml`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Theme {
    pub(crate) id: Id,
    pub(crate) sign: Id,
    #[serde(default)]
    pub(crate) title: Text,
}

/// A remark in `remarks.toml`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Remark {
    pub(crate) id: Id,
    #[serde(default)]
    pub(crate) people: Vec<Id>,
    #[serde(default)]
    pub(crate) situations: Vec<Id>,
    pub(crate) when: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) found: Vec<Id>,
    #[serde(default)]
    pub(crate) rests_on: Vec<Id>,
    #[serde(default)]
    pub(crate) steps: Vec<Id>,
    pub(crate) place: Option<Word<RemarkPlace>>,
    #[serde(default)]
    pub(crate) text: Text,
}

/// `twins/<name>.toml`: the same facts through several situations.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Twins {
    pub(crate) facts: Text,
    #[serde(default)]
    pub(crate) clauses: Vec<Id>,
    #[serde(default)]
    pub(crate) expect: TwinsExpect,
    #[serde(default)]
    pub(crate) door: Vec<Spanned<Door>>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct TwinsExpect {
    #[serde(default)]
    pub(crate) applies: Vec<Id>,
    #[serde(default)]
    pub(crate) may_apply: Vec<Id>,
    #[serde(default)]
    pub(crate) neither: Vec<Id>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Door {
    pub(crate) people: Vec<Id>,
    pub(crate) situations: Vec<Id>,
    #[serde(default)]
    pub(crate) answers: Given,
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

/// Answers: question and choice.
pub(crate) type Given = BTreeMap<Id, Id>;

/// Makes a worked case an exercise.
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

/// An option of an exercise.
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

/// `unfinished.toml`: the clauses that no situation reaches yet.
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

/// Hashes of signed texts, by clause or situation.
pub(crate) type Hashes = BTreeMap<Id, Spanned<String>>;

/// Texts that somebody has read.
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

/// Texts that the Company has confirmed.
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

/// The common parts of a review and a confirmation.
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
    /// Not the author, and without a certificate.
    SecondReader,
    /// A native speaker.
    NativeReader,
    /// A professional translator.
    Translator,
    /// A lawyer.
    Lawyer,
    /// The officer of the Company who is responsible for the Standard.
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

/// Defines the words of a value once, for parsing and for messages.
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
        "not-take" => NotTake,
        "not-give" => NotGive,
        "not-do" => NotDo,
        "report" => Report,
        "doubt" => Doubt,
        "see-to" => SeeTo,
        "every-day" => EveryDay,
    }
    RemarkPlace { "top" => Top, "steps" => Steps, "whom" => Whom }
    Lang { "kk" => Kk, "ru" => Ru, "en" => En }
    Side { "a" => A, "b" => B }
    View { "me" => Me, "ngo" => Ngo, "staff" => Staff }
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
        "recommended" => Recommended,
        "right" => Right,
        "may-apply" => MayApply,
        "nothing" => Nothing,
    }
}
