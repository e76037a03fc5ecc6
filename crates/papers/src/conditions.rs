//! Conditions as sentences: over answers in the words of questions and choices, of the law in the words of facts,
//! elements and readings.

use adal_content::law::{FactIx, Law, LawCondition, Side, Values};
use adal_core::{Condition, Content, QuestionIx, Reading, Text};

use crate::labels::Labels;

impl Labels<'_> {
    /// A condition over answers in the three languages.
    pub(crate) fn answers_in_words(self, content: &Content, when: &Condition) -> Text {
        self.in_each(|labels| labels.answers(content, when, false))
    }

    /// A condition of the law in the three languages.
    pub(crate) fn law_in_words(self, content: &Content, law: &Law, when: &LawCondition) -> Text {
        self.in_each(|labels| labels.law(content, law, when, false))
    }

    /// A condition over answers, in brackets if it is part of another.
    pub(crate) fn answers(self, content: &Content, when: &Condition, inner: bool) -> String {
        let part = |part: &Condition| self.answers(content, part, true);
        match when {
            Condition::All(parts) => self.all_of(parts.iter().map(part), inner),
            Condition::Any(parts) => match one_question(parts) {
                Some((question, choices)) => self.answered(content, question, &choices),
                None => self.any_of(parts.iter().map(part), inner),
            },
            Condition::Not(inside) => format!("{} {}", self.not(), part(inside)),
            Condition::Is(question, choice) | Condition::Leaves(question, choice) => {
                self.answered(content, *question, &[choice.place()])
            }
        }
    }

    /// A condition of the law, in brackets if it is part of another.
    pub(crate) fn law(
        self,
        content: &Content,
        law: &Law,
        when: &LawCondition,
        inner: bool,
    ) -> String {
        let part = |part: &LawCondition| self.law(content, law, part, true);
        match when {
            LawCondition::All(parts) => self.all_of(parts.iter().map(part), inner),
            LawCondition::Any(parts) => self.any_of(parts.iter().map(part), inner),
            LawCondition::Not(inside) => match &**inside {
                LawCondition::Fact(fact, values) => self.fact_is_not(law, *fact, *values),
                inside => format!("{} {}", self.not(), part(inside)),
            },
            LawCondition::Fact(fact, values) => self.fact_is(law, *fact, *values),
            LawCondition::Reading(reading, side) => {
                let reading = &content[*reading];
                let side = side_of(reading, *side).get(self.lang);
                self.reading_is(reading.question.get(self.lang), side)
            }
            LawCondition::Element(element) => {
                self.element_holds(law.elements[*element].name.get(self.lang))
            }
        }
    }

    /// The sentence that a fact has one of these values.
    pub(crate) fn fact_is(self, law: &Law, fact: FactIx, values: Values) -> String {
        let (fact, values) = self.fact_words(law, fact, values);
        self.fact_has(&fact, &values)
    }

    /// The sentence that a fact has none of these values.
    pub(crate) fn fact_is_not(self, law: &Law, fact: FactIx, values: Values) -> String {
        let (fact, values) = self.fact_words(law, fact, values);
        self.fact_has_not(&fact, &values)
    }

    fn fact_words(self, law: &Law, fact: FactIx, values: Values) -> (String, String) {
        let fact = &law.facts[usize::from(fact.0)];
        let named = values.iter().filter_map(|value| fact.values.get(usize::from(value.0)));
        let named: Vec<&str> = named.map(|value| value.text.get(self.lang)).collect();
        (fact.name.get(self.lang).to_owned(), named.join(" / "))
    }

    fn answered(self, content: &Content, question: QuestionIx, choices: &[usize]) -> String {
        let question = &content[question];
        let choices = choices.iter().filter_map(|choice| question.choices.get(*choice));
        let choices: Vec<&str> = choices.map(|choice| choice.text.get(self.lang)).collect();
        self.answer(question.text.get(self.lang), &choices.join(" / "))
    }

    fn all_of(self, parts: impl Iterator<Item = String>, inner: bool) -> String {
        joined(parts, &self.and(), inner).unwrap_or_else(|| self.always())
    }

    fn any_of(self, parts: impl Iterator<Item = String>, inner: bool) -> String {
        joined(parts, &self.or(), inner).unwrap_or_else(|| self.never())
    }
}

/// The words of a side.
pub(crate) fn side_of(reading: &Reading, side: Side) -> &Text {
    &reading.sides[side as usize]
}

/// The parts joined by a word, or `None` if there are no parts.
fn joined(parts: impl Iterator<Item = String>, word: &str, inner: bool) -> Option<String> {
    let parts: Vec<String> = parts.collect();
    let words = parts.join(&format!(" {word} "));
    match parts.len() {
        0 => None,
        1 => Some(words),
        _ => Some(if inner { format!("({words})") } else { words }),
    }
}

/// The question and its choices, if the parts are alternative answers to a single question.
pub(crate) fn one_question(parts: &[Condition]) -> Option<(QuestionIx, Vec<usize>)> {
    let mut found: Option<(QuestionIx, Vec<usize>)> = None;
    for part in parts {
        let (Condition::Is(question, choice) | Condition::Leaves(question, choice)) = part else {
            return None;
        };
        let (known, choices) = found.get_or_insert_with(|| (*question, Vec::new()));
        if known != question {
            return None;
        }
        choices.push(choice.place());
    }
    found
}
