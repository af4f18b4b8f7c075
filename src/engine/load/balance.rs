//! Where a JSON list or object ends, found 64 bytes at a time.

/// Bytes in a block, one bit of a mask for each.
const BLOCK: usize = 64;

/// The first byte behind the list or object that begins at `start`; `None` where it does not end. What stands inside is
/// not checked.
pub fn end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut state = State { depth: 0, in_string: false, escaped: false };
    let mut at = start;
    while let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk::<BLOCK>()) {
        let end = match masks(block) {
            // Backslashes are rare enough to go byte by byte.
            masks if masks.backslash != 0 || state.escaped => state.bytewise(block),
            masks => state.block(&masks),
        };
        if let Some(end) = end {
            return Some(at + end);
        }
        at += BLOCK;
    }
    state.bytewise(bytes.get(at..)?).map(|end| at + end)
}

/// Which bytes of a block are what.
#[derive(Debug, PartialEq)]
struct Masks {
    quote: u64,
    backslash: u64,
    open: u64,
    close: u64,
}

struct State {
    depth: u32,
    in_string: bool,
    escaped: bool,
}

impl State {
    /// Goes through a block without backslashes; the place behind the end, if it is in here.
    fn block(&mut self, masks: &Masks) -> Option<usize> {
        // From each quote on everything is inside, until the next one.
        let mut inside = masks.quote;
        for shift in [1, 2, 4, 8, 16, 32] {
            inside ^= inside << shift;
        }
        if self.in_string {
            inside = !inside;
        }
        self.in_string = inside >> (BLOCK - 1) == 1;
        let (open, close) = (masks.open & !inside, masks.close & !inside);
        if close.count_ones() < self.depth {
            self.depth = self.depth + open.count_ones() - close.count_ones();
            return None;
        }
        let mut marks = open | close;
        while marks != 0 {
            let bit = marks.trailing_zeros();
            marks &= marks - 1;
            if open >> bit & 1 == 1 {
                self.depth += 1;
            } else {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    return Some(bit as usize + 1);
                }
            }
        }
        None
    }

    fn bytewise(&mut self, bytes: &[u8]) -> Option<usize> {
        for (index, byte) in bytes.iter().enumerate() {
            if self.in_string {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => self.in_string = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        return Some(index + 1);
                    }
                }
                _ => {}
            }
        }
        None
    }
}

#[cfg(all(target_arch = "wasm32", feature = "simd"))]
#[target_feature(enable = "simd128")]
fn masks(block: &[u8; BLOCK]) -> Masks {
    use core::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, u64x2, v128_or};
    let mut masks = Masks { quote: 0, backslash: 0, open: 0, close: 0 };
    let (words, _) = block.as_chunks::<8>();
    for (index, pair) in words.as_chunks::<2>().0.iter().enumerate() {
        let bytes = u64x2(u64::from_le_bytes(pair[0]), u64::from_le_bytes(pair[1]));
        let folded = v128_or(bytes, u8x16_splat(0x20));
        let mask = |bytes, byte| u64::from(u8x16_bitmask(u8x16_eq(bytes, u8x16_splat(byte)))) << (index * 16);
        masks.quote |= mask(bytes, b'"');
        masks.backslash |= mask(bytes, b'\\');
        // Curly and square ones differ in one bit.
        masks.open |= mask(folded, b'{');
        masks.close |= mask(folded, b'}');
    }
    masks
}

#[cfg(not(all(target_arch = "wasm32", feature = "simd")))]
fn masks(block: &[u8; BLOCK]) -> Masks {
    use super::swar::mask;
    let mut masks = Masks { quote: 0, backslash: 0, open: 0, close: 0 };
    for (index, word) in block.as_chunks::<8>().0.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        // Curly and square ones differ in one bit.
        let folded = word | 0x2020_2020_2020_2020;
        let at = index * 8;
        masks.quote |= mask(word, b'"') << at;
        masks.backslash |= mask(word, b'\\') << at;
        masks.open |= mask(folded, b'{') << at;
        masks.close |= mask(folded, b'}') << at;
    }
    masks
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_ends_where_it_ends_byte_by_byte(inside in "[\\[\\]{}\",:\\\\ a-z]{0,300}", close: bool, at in 0..20usize) {
            let text = format!("{}[{inside}{}", " ".repeat(at), if close { "]]]]]]]]" } else { "" });
            let naive = State { depth: 0, in_string: false, escaped: false }.bytewise(&text.as_bytes()[at..]);
            prop_assert_eq!(end(text.as_bytes(), at), naive.map(|end| at + end));
        }

        #[test]
        fn lists_of_texts_are_stepped_over(texts in proptest::collection::vec("\\PC{0,40}", 0..20)) {
            let list = serde_json::to_string(&texts).unwrap();
            let framed = format!("{list}, 1]");
            prop_assert_eq!(end(framed.as_bytes(), 0), Some(list.len()));
        }
    }
}
