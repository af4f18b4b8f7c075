//! Reads JSON where nobody is told what is wrong with it: in the browser. It takes and refuses what serde's reader does,
//! and is a tenth of its size.

use serde_json::{Map, Number, Value as Json};

/// A value that is nested deeper is refused, as by serde.
const DEPTH: usize = 127;

/// Reads a text; `None` where it is not JSON.
pub fn parse(text: &str) -> Option<Json> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEPTH)?;
    reader.peek().is_none().then_some(value)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        while matches!(self.byte(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
        self.byte()
    }

    /// Steps over a mark if it is there.
    fn takes(&mut self, mark: u8) -> bool {
        let is_there = self.peek() == Some(mark);
        self.at += usize::from(is_there);
        is_there
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        match self.peek()? {
            b'"' => self.string().map(Json::String),
            b'[' => self.list(depth.checked_sub(1)?).map(Json::Array),
            b'{' => self.object(depth.checked_sub(1)?).map(Json::Object),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'n' => self.word("null", Json::Null),
            _ => self.number().map(Json::Number),
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Option<Json> {
        let is_there = self.text.as_bytes()[self.at..].starts_with(word.as_bytes());
        self.at += word.len();
        is_there.then_some(value)
    }

    fn list(&mut self, depth: usize) -> Option<Vec<Json>> {
        let mut items = Vec::new();
        self.at += 1;
        if self.takes(b']') {
            return Some(items);
        }
        loop {
            items.push(self.value(depth)?);
            if !self.takes(b',') {
                return self.takes(b']').then_some(items);
            }
        }
    }

    fn object(&mut self, depth: usize) -> Option<Map<String, Json>> {
        let mut members = Map::new();
        self.at += 1;
        if self.takes(b'}') {
            return Some(members);
        }
        loop {
            if self.peek() != Some(b'"') {
                return None;
            }
            let key = self.string()?;
            if !self.takes(b':') {
                return None;
            }
            members.insert(key, self.value(depth)?);
            if !self.takes(b',') {
                return self.takes(b'}').then_some(members);
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        self.at += 1;
        let mut said = String::new();
        loop {
            let rest = &self.text[self.at..];
            let end = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20))?;
            said.push_str(&rest[..end]);
            self.at += end + 1;
            match rest.as_bytes()[end] {
                b'"' => return Some(said),
                b'\\' => said.push(self.escape()?),
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let letter = self.byte()?;
        self.at += 1;
        Some(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.hex()?;
                if !(0xd800..0xdc00).contains(&first) {
                    return char::from_u32(first);
                }
                // Two numbers together name a letter beyond the first 65,536.
                if self.byte() != Some(b'\\') || self.text.as_bytes().get(self.at + 1) != Some(&b'u') {
                    return None;
                }
                self.at += 2;
                let second = self.hex()?.checked_sub(0xdc00).filter(|second| *second < 0x400)?;
                return char::from_u32(0x10000 + ((first - 0xd800) << 10) + second);
            }
            _ => return None,
        })
    }

    /// Four digits behind `\u`.
    fn hex(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            number = number << 4 | char::from(self.byte()?).to_digit(16)?;
            self.at += 1;
        }
        Some(number)
    }

    fn number(&mut self) -> Option<Number> {
        let is_negative = self.byte() == Some(b'-');
        self.at += usize::from(is_negative);
        let mut number = Digits::default();
        let is_zero = self.byte() == Some(b'0');
        let whole = self.digits(&mut |digit| number.push(digit, 0));
        if whole == 0 || is_zero && whole > 1 {
            return None;
        }
        let mut is_whole = !is_negative;
        if self.byte() == Some(b'.') {
            self.at += 1;
            is_whole = false;
            if self.digits(&mut |digit| number.push(digit, -1)) == 0 {
                return None;
            }
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            is_whole = false;
            let is_below = self.byte() == Some(b'-');
            self.at += usize::from(is_below || self.byte() == Some(b'+'));
            let mut exponent = 0i32;
            if self.digits(&mut |digit| exponent = (exponent * 10 + i32::from(digit)).min(100_000)) == 0 {
                return None;
            }
            number.exponent += if is_below { -exponent } else { exponent };
        }
        if is_whole && number.exponent == 0 {
            return Some(number.digits.into());
        }
        Number::from_f64(if is_negative { -number.value() } else { number.value() })
    }

    /// Calls for each digit; how many there are.
    fn digits(&mut self, each: &mut dyn FnMut(u8)) -> usize {
        let start = self.at;
        while let Some(digit @ b'0'..=b'9') = self.byte() {
            each(digit - b'0');
            self.at += 1;
        }
        self.at - start
    }
}

/// The digits of a number, and the power of ten that they are multiplied by.
#[derive(Default)]
struct Digits {
    digits: u64,
    exponent: i32,
}

impl Digits {
    /// Adds a digit, which changes the power by this.
    fn push(&mut self, digit: u8, power: i32) {
        // What is beyond 19 digits no float holds.
        let more = self.digits.checked_mul(10).and_then(|digits| digits.checked_add(u64::from(digit)));
        match more {
            Some(more) => {
                self.digits = more;
                self.exponent += power;
            }
            None => self.exponent += power + 1,
        }
    }

    /// The nearest float, for up to 15 digits; of longer numbers a float near it.
    fn value(mut self) -> f64 {
        while self.exponent < 0 && self.digits.is_multiple_of(10) && self.digits > 0 {
            self.digits /= 10;
            self.exponent += 1;
        }
        let mut value = self.digits as f64;
        // Up to ten to the 22nd, powers of ten are exact.
        while self.exponent != 0 && value != 0.0 && value.is_finite() {
            let step = self.exponent.clamp(-22, 22);
            let power = (0..step.abs()).fold(1.0, |power, _| power * 10.0);
            value = if step < 0 { value / power } else { value * power };
            self.exponent -= step;
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_reads_what_serde_writes(text in "\\PC{0,12}[\u{0}-\u{1f}\"\\\\]{0,3}", number: u64, small in -1_000..1_000i32) {
            let value = serde_json::json!({ "text": text, "number": number, "tenth": f64::from(small) / 10.0,
                "list": [null, true, false, {}, [], small.max(0)] });
            prop_assert_eq!(parse(&value.to_string()), Some(value.clone()));
            prop_assert_eq!(parse(&format!("{value:#}")), Some(value));
        }

        #[test]
        fn it_takes_and_refuses_what_serde_does(text in "[\\[\\]{}\",:\\\\u0dD8-9+.eEtfn \n\u{1}é]{0,24}") {
            prop_assert_eq!(parse(&text).is_some(), serde_json::from_str::<Json>(&text).is_ok(), "{}", text);
        }

        #[test]
        fn numbers_are_the_nearest_floats(digits in 0..1_000_000_000_000_000u64, point in 0..15usize, zeros in 0..4usize) {
            let digits = format!("{digits:016}");
            let (whole, fraction) = digits.split_at(16 - point);
            let whole = whole.trim_start_matches('0');
            let whole = if whole.is_empty() { "0" } else { whole };
            let text = format!("{whole}.{fraction}0{}", "0".repeat(zeros));
            prop_assert_eq!(parse(&text).and_then(|json| json.as_f64()), text.parse().ok());
        }
    }

    #[test]
    fn the_corners_are_those_of_serde() {
        for text in [
            "",
            " ",
            "-",
            "-0",
            "01",
            "1.",
            ".5",
            "1e2",
            "1E+2",
            "1e-2",
            "1e",
            "1e999",
            "-1",
            "0e5",
            "0.0",
            "-0.5",
            "18446744073709551615",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"\\ude00\"",
            "\"\\u00e9\"",
            "\"\\u+123\"",
            "{\"a\":1,\"a\":2}",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "tru",
            "true false",
            "\u{feff}1",
            "\"\t\"",
        ] {
            let (ours, serdes) = (parse(text), serde_json::from_str::<Json>(text).ok());
            assert_eq!(ours.is_some(), serdes.is_some(), "{text}");
            // Whether a number is whole does not matter below zero.
            let number = |json: &Option<Json>| json.as_ref().and_then(Json::as_f64);
            assert!(ours == serdes || number(&ours).is_some() && number(&ours) == number(&serdes), "{text}");
        }
        for depth in [126, 127, 128, 200] {
            let text = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
            assert_eq!(parse(&text), serde_json::from_str(&text).ok(), "{depth}");
        }
    }
}
