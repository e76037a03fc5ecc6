//! Binary data as text in a page, one character per byte. Unlike base64, it lets the server compress the bytes themselves.

/// How many values a byte has.
const VALUES: usize = 256;

/// The characters of the text: first those with one byte in UTF-8 and no meaning in HTML or JavaScript, then Latin letters
/// with two bytes. White space is left out because HTML minifiers may remove it.
fn alphabet() -> impl Iterator<Item = char> {
    let ascii = ('!'..='~').filter(|c| !"\"&'<>\\`".contains(*c));
    ascii.chain('À'..='\u{17f}').take(VALUES)
}

/// Encodes bytes: first the 256 characters that represent the values 0 to 255, then one character per byte. The most frequent
/// values get the shortest characters.
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

/// Decodes the result of [`text_of_bytes`]; `None` if it is damaged.
pub fn bytes_of_text(text: &str) -> Option<Vec<u8>> {
    const CODES: usize = 0x180;
    let mut bytes: [Option<u8>; CODES] = [None; CODES];
    let mut characters = text.chars();
    for value in 0..=u8::MAX {
        *bytes.get_mut(characters.next()? as usize)? = Some(value);
    }
    characters.map(|character| bytes.get(character as usize).copied().flatten()).collect()
}
