//! Compares a text before and after an amendment, word by word.

use adal_core::{Lang, Piece, Text, Wording};
use similar::{Algorithm, ChangeTag, TextDiff};

/// A text without anything to compare it to.
pub(crate) fn unmarked(text: &Text) -> Wording {
    Wording(Lang::ALL.map(|lang| vec![Piece { text: text.get(lang).to_owned(), differs: false }]))
}

/// The texts before and after, each with the words marked that are not in the other.
pub(crate) fn reworded(before: &Text, after: &Text) -> (Wording, Wording) {
    let both = Lang::ALL.map(|lang| compared(before.get(lang), after.get(lang)));
    let [kk, ru, en] = both;
    (Wording([kk.0, ru.0, en.0]), Wording([kk.1, ru.1, en.1]))
}

fn compared(before: &str, after: &str) -> (Vec<Piece>, Vec<Piece>) {
    let diff =
        TextDiff::configure().algorithm(Algorithm::Patience).diff_unicode_words(before, after);
    let pieces = |not: ChangeTag| {
        let own = diff.iter_all_changes().filter(|change| change.tag() != not);
        joined(own.map(|change| (change.value(), change.tag() != ChangeTag::Equal)))
    };
    (pieces(ChangeTag::Insert), pieces(ChangeTag::Delete))
}

/// Merges adjacent pieces of one kind, including a space between two differing words.
fn joined<'a>(words: impl Iterator<Item = (&'a str, bool)>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (word, differs) in words {
        match pieces.as_mut_slice() {
            [.., last] if last.differs == differs => last.text.push_str(word),
            [.., last, space] if differs && last.differs && space.text.trim().is_empty() => {
                let space = std::mem::take(&mut space.text);
                last.text.extend([space.as_str(), word]);
                pieces.pop();
            }
            _ => pieces.push(Piece { text: word.to_owned(), differs }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces as one line, with the differing ones in brackets.
    fn shown(pieces: &[Piece]) -> String {
        let piece = |Piece { text, differs }: &Piece| {
            if *differs { format!("[{text}]") } else { text.clone() }
        };
        pieces.iter().map(piece).collect()
    }

    fn both(before: &str, after: &str) -> (String, String) {
        let (before, after) = compared(before, after);
        (shown(&before), shown(&after))
    }

    #[test]
    fn only_the_words_that_the_other_text_has_not_are_marked() {
        let (before, after) = both("сыйлық алмауға;", "сыйлық пен ақша алмауға;");
        assert_eq!(
            (before.as_str(), after.as_str()),
            ("сыйлық алмауға;", "сыйлық [пен ақша ]алмауға;")
        );
    }

    #[test]
    fn words_that_differ_one_after_another_are_one_piece() {
        let (before, after) = both("не принимать любые подарки", "не брать никакие подарки");
        assert_eq!(before, "не [принимать любые] подарки");
        assert_eq!(after, "не [брать никакие] подарки");
    }

    #[test]
    fn a_comma_is_no_part_of_the_word_before_it() {
        assert_eq!(both("gifts, money", "gifts and money").0, "gifts[,] money");
    }
}
