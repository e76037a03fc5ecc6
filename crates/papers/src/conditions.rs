//! Conditions in the words of their questions and choices.

use adal_core::{Condition, Content, Lang, QuestionIx, Text};

use crate::labels::Labels;

impl Labels<'_> {
    /// A condition in the words of its questions and choices, in the three languages.
    pub(crate) fn condition_in_words(self, content: &Content, condition: &Condition) -> Text {
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
