//! Bytes as letters that stand in a page as they are, seven bits to a byte of the page: a text is 14 % longer than its bytes,
//! where base64 would be 33 %. `static/offline/letters.js` reads it.
//!
//! Seven bits are the letter with that code in ASCII. Some of those letters a page, a transfer or a terminal would not leave
//! as they are. Instead of such a letter and the one after it stands a letter that UTF-8 writes in two bytes: its number is
//! made of the place of the first in [`REPLACED`], from 2 on, and of the seven bits of the second. So nothing gets longer.

/// What does not stand in the text: ends and breaks of lines, signs of mark-up, what ends or steers a terminal. There is room
/// for 14.
const REPLACED: &[u8; 14] = b"\0\x07\x08\t\n\x0b\x0c\r\x1a\x1b\"&<\x7f";
/// The letter that stands for the first of [`REPLACED`] at the very end, where none comes after it; the others follow it.
const AT_THE_END: u32 = 0xa0;

/// The bytes as letters. What is missing of the last seven bits is filled with zeros.
pub fn of(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 7 + 2);
    let mut waiting = None;
    for bits in sevens(bytes) {
        match (waiting.take(), place(bits)) {
            (Some(place), _) => text.extend(char::from_u32((place + 2) << 7 | u32::from(bits))),
            (None, None) => text.push(char::from(bits)),
            (None, place) => waiting = place,
        }
    }
    text.extend(waiting.and_then(|place| char::from_u32(AT_THE_END + place)));
    text
}

/// The place among those that are replaced.
fn place(bits: u8) -> Option<u32> {
    (0..).zip(REPLACED).find(|(_, replaced)| **replaced == bits).map(|(place, _)| place)
}

/// Seven bits after the other, the high ones first.
fn sevens(bytes: &[u8]) -> impl Iterator<Item = u8> {
    (0..(bytes.len() * 8).div_ceil(7)).map(move |index| {
        let (byte, bit) = (index * 7 / 8, index * 7 % 8);
        let next = bytes.get(byte + 1).copied().unwrap_or_default();
        let both = u16::from_be_bytes([bytes[byte], next]);
        (both >> (9 - bit)) as u8 & 0x7f
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_bits_are_a_letter() {
        assert_eq!(of(&[]), "");
        assert_eq!(of(&[0b1101_0001, 0b1010_0110, 0b1001_1010]), "hiS ");
    }

    #[test]
    fn a_letter_that_would_not_survive_takes_the_next_one_with_it() {
        // Seven zeros, then `h`; at the end, seven zeros alone.
        assert_eq!(of(&[0b0000_0001, 0b1010_0000]), "\u{168}\u{a0}");
        let everything: Vec<u8> = (0..=255).collect();
        let text = of(&everything.repeat(7));
        assert!(!text.bytes().any(|byte| REPLACED.contains(&byte)));
        // The last seven bits have no letter after them.
        assert_eq!(text.len(), 256 * 8 + 1);
        // None of the letters beyond ASCII steers anything either.
        assert!(text.chars().all(|letter| letter.is_ascii() || letter >= '\u{a0}'));
    }
}
