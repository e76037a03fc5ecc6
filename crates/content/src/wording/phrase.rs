//! Phrases to look for in texts: whole words in a row, where `…` is any beginning or ending of a word.

use unicode_segmentation::UnicodeSegmentation;

/// Words in a row, as a content file lists them: `подчинённ…`, `not subject to`, `не …йте`.
#[derive(Clone, Debug)]
pub(super) struct Phrase(Vec<Form>);

#[derive(Clone, Debug)]
struct Form {
    letters: String,
    any_beginning: bool,
    any_ending: bool,
}

impl Phrase {
    pub(super) fn new(text: &str) -> Phrase {
        let forms = text.split_whitespace().flat_map(|word| {
            let parts = words(word);
            let last = parts.len().saturating_sub(1);
            parts.into_iter().enumerate().map(move |(at, letters)| Form {
                letters,
                any_beginning: at == 0 && word.starts_with('…'),
                any_ending: at == last && word.ends_with('…'),
            })
        });
        Phrase(forms.collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many of these words it takes, if they begin with it.
    pub(super) fn begins(&self, words: &[String]) -> Option<usize> {
        let here = words.get(..self.0.len())?;
        let is_here = self.0.iter().zip(here).all(|(form, word)| form.is(word));
        (is_here && !self.is_empty()).then_some(self.0.len())
    }

    /// The words of a text that are this phrase, if they are there.
    pub(super) fn find(&self, words: &[String]) -> Option<String> {
        (0..words.len()).find_map(|at| {
            let rest = &words[at..];
            self.begins(rest).map(|count| rest[..count].join(" "))
        })
    }
}

impl Form {
    fn is(&self, word: &str) -> bool {
        match (self.any_beginning, self.any_ending) {
            (false, false) => word == self.letters,
            (false, true) => word.starts_with(&self.letters),
            (true, false) => word.ends_with(&self.letters),
            (true, true) => word.contains(&self.letters),
        }
    }
}

/// The words of a text in small letters.
pub(super) fn words(text: &str) -> Vec<String> {
    text.unicode_words().map(str::to_lowercase).collect()
}

/// A text without what it quotes: that is said in the words of somebody else.
pub(super) fn unquoted(text: &str) -> String {
    let mut own = String::new();
    let mut depth = 0_usize;
    for letter in text.chars() {
        match letter {
            '«' | '“' => depth += 1,
            '»' | '”' => {
                depth = depth.saturating_sub(1);
                own.push(';');
            }
            _ if depth == 0 => own.push(letter),
            _ => {}
        }
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_whole_words_unless_they_say_otherwise() {
        for (phrase, text, found) in [
            ("boss", "Ask the Boss.", Some("boss")),
            ("boss", "Bossy people", None),
            ("boss…", "Bossy people", Some("bossy")),
            ("non-public…", "is non-public.", Some("non public")),
            ("не …йте", "Никогда не берите, не давайте", Some("не давайте")),
            ("…маңыз", "Алмаңыз", Some("алмаңыз")),
            ("члены семьи", "члены вашей семьи", None),
            ("…", "anything", None),
        ] {
            assert_eq!(
                Phrase::new(phrase).find(&words(text)).as_deref(),
                found,
                "{phrase}: {text}"
            );
        }
    }

    #[test]
    fn what_is_quoted_is_left_out() {
        let own = unquoted("Сөздер «басшы («бастық»)» анық емес, “boss” too");
        assert_eq!(words(&own), ["сөздер", "анық", "емес", "too"]);
    }
}
