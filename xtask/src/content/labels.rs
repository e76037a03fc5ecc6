//! The words of `content/officer/*.ftl`: one method a message, and a test that no word is missing or left over.

use adal_content::{ItemKind, Loaded, PartName, Words};
use adal_core::{Argument, Condition, Content, Lang, QuestionIx, Text};

use crate::project::Outcome;

/// The words in one language.
#[derive(Clone, Copy)]
pub(super) struct Labels<'a> {
    words: &'a Words,
    pub(super) lang: Lang,
}

/// Defines a method for each message without variables: its key is the name with hyphens.
macro_rules! labels {
    ($($name:ident)*) => {
        const METHODS: &[&str] = &[$(stringify!($name)),*];

        impl Labels<'_> {$(
            pub(super) fn $name(self) -> String {
                self.say(&stringify!($name).replace('_', "-"))
            }
        )*}
    };
}

labels! {
    situation person question rule step clause headline notice
    title summary people questions steps reminders words_of_it hint why find_out choice choice_hint
    condition effect openness reading because order ground kind check official translation plain note
    subject paragraph field field_hint
    and or not
    diff_title old_version new_version shared_title shown_in before after absent no_difference
    stale_title confirmed_by reviewed_by none_stale
    cases_title cases_same outcome applies may_apply asks missing_items sign_here
    sheet_title sheet_how content_version
    clause_column present_column new_column reason_column date_column signature_column
    post_line name_line signature_line date_line
}

/// What is no text of the content but has words of its own here, by the key before the value.
const VALUES: [(&str, &[&str]); 4] = [
    (
        "kind",
        &["prohibition", "restriction", "right", "duty", "recommendation", "measure", "provision"],
    ),
    ("check", &["assessed", "reminder", "information"]),
    ("openness", &["settled", "open"]),
    ("reader", &["second-reader", "native-reader", "translator", "lawyer", "officer"]),
];

impl<'a> Labels<'a> {
    /// The words that stand with this content.
    pub(super) fn of(loaded: &'a Loaded, lang: Lang) -> Outcome<Labels<'a>> {
        let labels = Labels { words: &loaded.officer, lang };
        match labels.missing().as_slice() {
            [] => Ok(labels),
            missing => Err(format!("content/officer lacks {}", missing.join(", "))),
        }
    }

    fn keys() -> impl Iterator<Item = String> {
        let values = VALUES
            .iter()
            .flat_map(|(key, values)| values.iter().map(move |value| format!("{key}-{value}")));
        let methods = METHODS.iter().map(|name| name.replace('_', "-"));
        methods.chain(values).chain(["answer".to_owned()])
    }

    fn missing(self) -> Vec<String> {
        Labels::keys().filter(|key| self.words.get(key).is_none()).collect()
    }

    pub(super) fn in_language(self, lang: Lang) -> Labels<'a> {
        Labels { lang, ..self }
    }

    fn say(self, key: &str) -> String {
        self.words.get(key).map(|message| message.fixed(self.lang).to_owned()).unwrap_or_default()
    }

    /// The word for a value such as `duty` of `kind`.
    pub(super) fn value(self, of: &str, value: &str) -> String {
        self.say(&format!("{of}-{value}"))
    }

    pub(super) fn item_kind(self, kind: ItemKind) -> String {
        match kind {
            ItemKind::Situation => self.situation(),
            ItemKind::Person => self.person(),
            ItemKind::Question => self.question(),
            ItemKind::Rule => self.rule(),
            ItemKind::Step => self.step(),
            ItemKind::Clause => self.clause(),
            ItemKind::Headline => self.headline(),
            ItemKind::Notice => self.notice(),
        }
    }

    pub(super) fn part_name(self, name: PartName) -> String {
        match name {
            PartName::Title => self.title(),
            PartName::Summary => self.summary(),
            PartName::People => self.people(),
            PartName::Questions => self.questions(),
            PartName::Steps => self.steps(),
            PartName::Reminders => self.reminders(),
            PartName::Words => self.words_of_it(),
            PartName::Hint => self.hint(),
            PartName::Why => self.why(),
            PartName::FindOut => self.find_out(),
            PartName::Choice => self.choice(),
            PartName::ChoiceHint => self.choice_hint(),
            PartName::Condition => self.condition(),
            PartName::Effect => self.effect(),
            PartName::Openness => self.openness(),
            PartName::Reading => self.reading(),
            PartName::Because => self.because(),
            PartName::Order => self.order(),
            PartName::Ground => self.ground(),
            PartName::Kind => self.kind(),
            PartName::Check => self.check(),
            PartName::Official => self.official(),
            PartName::Translation => self.translation(),
            PartName::Plain => self.plain(),
            PartName::Note => self.note(),
            PartName::Subject => self.subject(),
            PartName::Paragraph => self.paragraph(),
            PartName::Field => self.field(),
            PartName::FieldHint => self.field_hint(),
        }
    }

    /// A condition in the words of its questions and choices, in the three languages.
    pub(super) fn condition_in_words(self, content: &Content, condition: &Condition) -> Text {
        let [kk, ru, en] =
            Lang::ALL.map(|lang| self.in_language(lang).condition_words(content, condition, false));
        Text::new(kk, ru, en)
    }

    fn condition_words(self, content: &Content, condition: &Condition, inner: bool) -> String {
        let joined = |parts: &[Condition], word: String| {
            let parts: Vec<String> =
                parts.iter().map(|part| self.condition_words(content, part, true)).collect();
            let words = parts.join(&format!(" {word} "));
            if inner && parts.len() > 1 { format!("({words})") } else { words }
        };
        match condition {
            Condition::All(parts) => joined(parts, self.and()),
            Condition::Any(parts) => match one_question(parts) {
                Some((question, choices)) => {
                    let question = &content[question];
                    let choices = choices.into_iter().filter_map(|of| question.choices.get(of));
                    let words: Vec<&str> =
                        choices.map(|choice| choice.text.get(self.lang)).collect();
                    self.answer(question.text.get(self.lang), &words.join(" / "))
                }
                None => joined(parts, self.or()),
            },
            Condition::Not(part) => {
                format!("{} {}", self.not(), self.condition_words(content, part, true))
            }
            Condition::Is(question, choice) => {
                let question = &content[*question];
                let choice = question.choices.get(choice.place());
                let choice = choice.map_or("", |choice| choice.text.get(self.lang));
                self.answer(question.text.get(self.lang), choice)
            }
        }
    }

    fn answer(self, question: &str, choice: &str) -> String {
        let arguments = [Argument::Words(question), Argument::Words(choice)];
        let message = self.words.get("answer");
        message.map(|message| message.format(self.lang, &arguments)).unwrap_or_default()
    }
}

/// The question and its choices, if it is the only one of which one of several answers is enough.
fn one_question(parts: &[Condition]) -> Option<(QuestionIx, Vec<usize>)> {
    let mut found: Option<(QuestionIx, Vec<usize>)> = None;
    for part in parts {
        let Condition::Is(question, choice) = part else { return None };
        let (known, choices) = found.get_or_insert_with(|| (*question, Vec::new()));
        if known != question {
            return None;
        }
        choices.push(choice.place());
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_word_is_there_and_every_word_is_used() {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("content");
        let loaded = adal_content::load(&content).map_err(|problems| problems.to_string());
        let there: BTreeSet<String> = loaded
            .map(|loaded| loaded.officer.keys.into_iter().map(|key| key.id).collect())
            .unwrap_or_default();
        assert_eq!(there, Labels::keys().collect::<BTreeSet<String>>());
    }
}
