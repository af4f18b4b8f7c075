//! Numbers in a text, in digits and in words.

use super::token::{Gap, Token};

/// A number in tenths, whether it is written in digits, and where it ends. "Thirty (30)" is one number.
pub fn number(tokens: &[Token], at: usize) -> Option<(u32, bool, usize)> {
    let token = tokens.get(at)?;
    if token.is_number() {
        let whole = token.key.parse::<u32>().ok()?.checked_mul(10)?;
        return match tokens.get(at + 1).filter(|next| next.gap == Gap::Dot) {
            // A second decimal would be lost.
            Some(next) if next.is_number() && next.key.len() == 1 => {
                Some((whole + next.key.parse::<u32>().ok()?, true, at + 2))
            }
            Some(next) if next.is_number() => None,
            _ => Some((whole, true, at + 1)),
        };
    }
    let (tenths, end) = number_in_words(tokens, at)?;
    let again = number(&tokens[end..], 0).filter(|(digits, is_plain, _)| *is_plain && *digits == tenths);
    Some((tenths, false, end + again.map_or(0, |(.., count)| count)))
}

fn number_in_words(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let word = |offset: usize| tokens.get(at + offset).map_or("", |token| token.key.as_str());
    Some(match (word(0), word(1), word(2)) {
        ("half", "a" | "an", _) => (5, at + 2),
        ("half", ..) => (5, at + 1),
        ("one", "and", "a") if word(3) == "half" => (15, at + 4),
        (number, ..) => (small_number(number)? * 10, at + 1),
    })
}

fn small_number(word: &str) -> Option<u32> {
    const NUMBERS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let number = match word {
        "a" | "an" => 1,
        "fourteen" => 14,
        "fifteen" => 15,
        "eighteen" => 18,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "sixty" => 60,
        "ninety" => 90,
        "hundred" => 100,
        _ => u32::try_from(NUMBERS.iter().position(|number| *number == word)?).ok()?,
    };
    Some(number)
}

/// The second number of "1 to 2 weeks" or "30-90 days", and where it ends.
pub fn range(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let next = tokens.get(at)?;
    let start = match &*next.key {
        "to" | "or" | "and" | "bis" => at + 1,
        _ if next.is_number() && matches!(next.gap, Gap::Tight | Gap::Loose) => at,
        _ => return None,
    };
    let (second, _, end) = number(tokens, start)?;
    // "one and a half" is no range.
    (tokens[start].key != "a").then_some((second, end))
}
