//! Removes the endings of a folded word. This is rough on purpose: all forms of a word should share one stem, even if
//! a grammarian would cut elsewhere.

/// The minimum length of a stem.
const SHORTEST_STEM: usize = 3;

/// Endings of Kazakh and Russian, folded and sorted. They are removed one after the other, because Kazakh adds them
/// that way.
#[rustfmt::skip] // one per line would be too long
const CYRILLIC: &[&str] = &[
    "а", "ав", "ады", "ал", "ам", "ани", "анн", "ану", "ап", "асы", "асын", "ат", "ах", "бак", "бек", "бен",
    "га", "гам", "гами", "ган", "гах", "ге", "ген", "ги", "гои", "гу", "да", "дагы", "дады", "дан", "дап",
    "дар", "дау", "де", "деги", "деди", "ден", "деп", "дер", "деу", "ди", "дим", "дин", "ды", "дым", "дын",
    "е", "ев", "его", "еди", "ел", "ем", "ен", "енн", "еп", "еси", "есин", "ет", "ешь", "и", "ив", "иди",
    "иды", "иик", "ил", "им", "имиз", "ин", "иниз", "ип", "ит", "их", "ишь", "ка", "кам", "ками", "кан",
    "ках", "ке", "кен", "ки", "кои", "ку", "лар", "лась", "лер", "лись", "лось", "лся", "м", "ма", "мак",
    "ме", "мек", "мен", "миз", "мыз", "на", "нан", "нда", "ндагы", "нде", "ндеги", "не", "нен", "ни", "низ",
    "нин", "ны", "ныз", "нын", "о", "ов", "ого", "ом", "пак", "пек", "пен", "пин", "пын", "сь", "ся", "та",
    "тагы", "тады", "тан", "тап", "тар", "тау", "те", "теги", "теди", "тен", "теп", "тер", "теу", "ти", "тим",
    "тин", "ты", "тым", "тын", "ть", "у", "ул", "ут", "ы", "ывает", "ывал", "ывать", "ываю", "ывают", "ыик",
    "ым", "ымыз", "ын", "ыныз", "ып", "ых", "ь", "ю", "ют", "я", "ял", "ям", "ясы", "ясын", "ят", "ях",
];

/// Endings of English, folded (`i` as in Kazakh) and sorted.
const LATIN: &[&str] = &["e", "ed", "es", "s", "y", "иed", "иes", "иng"];

/// The stem of a folded word.
pub(super) fn stem(folded: &str) -> &str {
    let endings = if folded.ends_with(|c: char| c.is_ascii()) { LATIN } else { CYRILLIC };
    let mut left = folded;
    while let Some(shorter) = without_ending(left, endings) {
        left = shorter;
    }
    left
}

/// The word without its longest ending, if the rest is long enough.
fn without_ending<'a>(word: &'a str, endings: &[&str]) -> Option<&'a str> {
    let cuts = word.char_indices().skip(SHORTEST_STEM).map(|(at, _)| at);
    cuts.filter_map(|at| word.split_at_checked(at)).find_map(|(left, ending)| {
        (endings.binary_search(&ending).is_ok() && fits(left, ending)).then_some(left)
    })
}

/// Whether an ending can follow the rest of the word. In Kazakh its first consonant depends on the letter before it:
/// `туысқа`, `басшыға`. In other words these letters belong to the stem: `начальника`, `выгода`, `билета`, `фирма`.
fn fits(left: &str, ending: &str) -> bool {
    let last = left.chars().next_back();
    let before = |letters: &str| letters.chars().any(|letter| Some(letter) == last);
    match ending.chars().next() {
        Some('т') if ending != "ть" => before("кпстшх"),
        Some('к') => before("кпстшх"),
        Some('г' | 'д') => !before("оуьд"),
        Some('н') if ending == "нын" || ending == "нин" => before("аеиыямн"),
        Some('н') => before("аеиыя"),
        Some('м') if ending == "ма" || ending == "ме" => before("иы"),
        Some('м') if ending == "м" => before("аеиы"),
        // Otherwise `мать` would become `мат`.
        Some('ь') => left.chars().count() > SHORTEST_STEM + 1,
        _ => true,
    }
}

/// The form of the stem without an ending: `сыйлығ-ы` as `сыйлық`, `подарк-а` as `подарок` without the fleeting
/// vowel.
pub(super) fn alone(stem: &str) -> String {
    let mut letters: Vec<char> = stem.chars().collect();
    if let Some(last) = letters.last_mut() {
        *last = match *last {
            'г' | 'ц' => 'к',
            'б' => 'п',
            other => other,
        };
    }
    if let [_, _, .., 'о' | 'е', 'к'] = letters.as_slice() {
        letters.remove(letters.len() - 2);
    }
    letters.into_iter().collect()
}

/// Whether two words differ by one wrong, missing or extra letter, or by two transposed letters.
pub(super) fn almost(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let start = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&one[..one.len() - end], &other[..other.len() - end]) {
        ([a, b], [c, d]) => a == d && b == c,
        (one, other) => one.len() <= 1 && other.len() <= 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_sorted_so_that_they_are_found() {
        assert!(CYRILLIC.is_sorted());
        assert!(LATIN.is_sorted());
    }
}
