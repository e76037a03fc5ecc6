//! Bytes as text of a page. A server's own compression sees the bytes themselves, as it could not in base64.

/// How many values a byte has.
const VALUES: usize = 256;

/// The characters of the text: first those that take one byte in UTF-8 and mean nothing in HTML or JavaScript, then Latin
/// letters that take two. None is white space, which tools that shorten pages might take out.
fn alphabet() -> impl Iterator<Item = char> {
    let ascii = ('!'..='~').filter(|c| !"\"&'<>\\`".contains(*c));
    ascii.chain('À'..='\u{17f}').take(VALUES)
}

/// The bytes as text: 256 characters that say which character is which byte, in the order of the bytes, then one character
/// for each byte. The most frequent bytes get the shortest characters.
pub fn text_of_bytes(bytes: &[u8]) -> String {
    let mut counts = [0_usize; VALUES];
    bytes.iter().for_each(|byte| counts[usize::from(*byte)] += 1);
    let mut by_frequency: Vec<usize> = (0..VALUES).collect();
    by_frequency.sort_by_key(|value| std::cmp::Reverse(counts[*value]));
    let mut characters = [' '; VALUES];
    for (value, character) in by_frequency.into_iter().zip(alphabet()) {
        characters[value] = character;
    }
    let all = bytes.iter().map(|byte| characters[usize::from(*byte)]);
    characters.iter().copied().chain(all).collect()
}

/// The bytes of a text that [`text_of_bytes`] made; none if it is damaged.
pub fn bytes_of_text(text: &str) -> Option<Vec<u8>> {
    const CODES: usize = 0x180;
    let mut bytes: [Option<u8>; CODES] = [None; CODES];
    let mut characters = text.chars();
    for value in 0..=u8::MAX {
        *bytes.get_mut(characters.next()? as usize)? = Some(value);
    }
    characters.map(|character| bytes.get(character as usize).copied().flatten()).collect()
}
