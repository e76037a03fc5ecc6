//! Fields in the text of a part: `Кімге: {to}`.

use std::collections::BTreeSet;

use crate::check::names::Names;
use crate::fluent::Part;
use crate::problem::{Place, Problems};

/// Splits the text of a part into fixed words and fields. Reports unmatched braces and unknown fields.
pub(super) fn cut(
    text: &str,
    place: &Place,
    fields: &Names<u8>,
    problems: &mut Problems,
) -> Vec<Part> {
    let mut pieces = Vec::new();
    let mut words = |pieces: &mut Vec<Part>, text: &str| {
        if text.contains(['{', '}']) {
            problems
                .add(place, "a brace without its partner")
                .help("a field is written in braces, like `{when}`");
        }
        if !text.is_empty() {
            pieces.push(Part::Words(text.to_owned()));
        }
    };
    let mut rest = text;
    let mut unknown = Vec::new();
    while let Some((before, id, after)) = next_field(rest) {
        words(&mut pieces, before);
        match fields.known(id) {
            Some(field) => pieces.push(Part::Variable(field)),
            None => unknown.push(id),
        }
        rest = after;
    }
    words(&mut pieces, rest);
    unknown.into_iter().for_each(|id| fields.report_unknown(id, place, problems));
    pieces
}

/// The text before the next field, its id, and the text after it.
fn next_field(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (id, after) = rest.split_once('}')?;
    Some((before, id, after))
}

/// The fields among the pieces.
pub(super) fn fields_in(pieces: &[Part]) -> BTreeSet<u8> {
    let field = |piece: &Part| match piece {
        Part::Variable(field) => Some(*field),
        _ => None,
    };
    pieces.iter().filter_map(field).collect()
}

/// Whether the text cites the clause with this number.
pub(super) fn cites(text: &str, number: &str) -> bool {
    text.match_indices(number).any(|(at, _)| {
        let digit = |c: char| c.is_ascii_digit();
        let (before, after) = (&text[..at], &text[at + number.len()..]);
        let goes_on = after.strip_prefix('.').is_some_and(|rest| rest.starts_with(digit));
        !before.ends_with(|c: char| digit(c) || c == '.') && !after.starts_with(digit) && !goes_on
    })
}

#[cfg(test)]
mod tests {
    use super::cites;

    #[test]
    fn a_clause_is_cited_by_its_whole_number() {
        for (text, number, expected) in [
            ("3.1-тармақ", "3.1", true),
            ("3.10-тармақ", "3.1", false),
            ("пункт 3.1.", "3.1", true),
            ("пункт 2.1.1", "2.1", false),
            ("пункт 12.1", "2.1", false),
        ] {
            assert_eq!(cites(text, number), expected, "{text}");
        }
    }
}
