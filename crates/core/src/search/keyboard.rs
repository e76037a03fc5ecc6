//! What slips in from the keyboard: Latin letters in a Cyrillic word, and a whole text on the wrong layout.

/// Small Latin letters that look like Cyrillic ones, in capitals at least, and these.
const LATIN_LOOKS: &str = "abcehkmoptxy";
const CYRILLIC_LOOKS: &str = "авсенкмортху";

/// The keys of the two layouts, Latin and Cyrillic, and those that only the Kazakh layout has letters on.
const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`234589-=0";
const CYRILLIC: &str = "йцукенгшщзхъфывапролджэячсмитьбюёәіңғүұөһқ";

/// A folded word in one script: Latin letters in a Cyrillic word become the Cyrillic ones that they look like.
pub(super) fn of_one_script(folded: String) -> String {
    // Folding makes the Latin `i` Cyrillic, so that letter says nothing about the script.
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

/// The text that the same keys write on the other layout.
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

/// The small letter; the tables of all scripts would take too much room in the program.
fn lower(c: char) -> char {
    match c {
        'А'..='Я' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
        _ => c.to_ascii_lowercase(),
    }
}
