//! Keyboard mistakes: Latin letters in a Cyrillic word, and text typed with the wrong layout.

/// Small Latin letters that look like Cyrillic ones, at least as capitals, followed by those Cyrillic letters.
const LATIN_LOOKS: &str = "abcehkmoptxy";
const CYRILLIC_LOOKS: &str = "авсенкмортху";

/// The keys of the two layouts, Latin and Cyrillic, including the keys that have letters only in the Kazakh layout.
const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`234589-=0";
const CYRILLIC: &str = "йцукенгшщзхъфывапролджэячсмитьбюёәіңғүұөһқ";

/// A folded word in one script: Latin letters in a Cyrillic word become the Cyrillic letters that they look like.
pub(super) fn of_one_script(folded: String) -> String {
    // Folding makes the Latin `i` Cyrillic, so that letter does not reveal the script.
    let is_cyrillic = |c: char| matches!(c, '\u{400}'..='\u{52f}') && c != 'и';
    let is_mixed =
        folded.chars().any(is_cyrillic) && folded.chars().any(|c| c.is_ascii_lowercase());
    if !is_mixed {
        return folded;
    }
    let looks = || LATIN_LOOKS.chars().zip(CYRILLIC_LOOKS.chars());
    let alike = |c: char| looks().find(|(latin, _)| *latin == c).map_or(c, |(_, own)| own);
    folded.chars().map(alike).collect()
}

/// The text that the same keys produce in the other layout.
pub(super) fn on_the_other_layout(typed: &str) -> String {
    let pairs = || LATIN.chars().zip(CYRILLIC.chars());
    let other = |c: char| {
        let found = pairs().find_map(|(latin, cyrillic)| match c {
            _ if c == latin => Some(cyrillic),
            _ if c == cyrillic => Some(latin),
            _ => None,
        });
        found.unwrap_or(c)
    };
    typed.chars().map(lower).map(other).collect()
}

/// The lower-case letter. Unicode tables would take too much space in the program.
fn lower(c: char) -> char {
    match c {
        'А'..='Я' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
        _ => c.to_ascii_lowercase(),
    }
}
