//! The catalogue in few bytes, which little code reads: for the first load of the page.
//!
//! There are two streams, one of numbers and one of texts. A structure is its fields, one after the other; a choice is
//! the number of its variant. A text that has not come before is the next of the texts; one that has is told by its
//! number. What the build script has checked is written by the same build that reads it, so there is nothing to refuse:
//! past the end of a stream there are zeros and empty texts.

mod forms;

use std::{collections::BTreeMap, rc::Rc};

use super::Catalogue;

/// How many values a digit has.
const BASE: usize = 127;
/// Marks a digit that is not the last one.
const MORE: u8 = 0x80;

/// What can be written into the two streams, and read from them.
trait Packed: Sized {
    fn pack(&self, to: &mut Packer);
    fn unpack(from: &mut Unpacker) -> Self;
}

/// A catalogue, packed: the numbers, and the texts with a line for each.
pub fn pack(catalogue: &Catalogue) -> (Vec<u8>, String) {
    let mut to = Packer::default();
    catalogue.pack(&mut to);
    (to.numbers, to.texts)
}

/// The catalogue that [`pack`] has written.
pub fn unpack(numbers: &[u8], texts: &str) -> Catalogue {
    Packed::unpack(&mut Unpacker { numbers, texts, known: Vec::new() })
}

/// Writes the two streams.
#[derive(Default)]
struct Packer {
    numbers: Vec<u8>,
    texts: String,
    /// The numbers of the texts that have come.
    known: BTreeMap<String, usize>,
}

impl Packer {
    /// Digits of base 127, the low ones first, each with one added; all but the last have the high bit. So no byte is
    /// zero, and nothing in the stream looks like an address when the page is split (xtask/src/split/data.rs).
    fn number(&mut self, mut number: usize) {
        while number >= BASE {
            self.numbers.push(((number % BASE) as u8 + 1) | MORE);
            number /= BASE;
        }
        self.numbers.push(number as u8 + 1);
    }

    /// A text on one line: a break in it becomes a space.
    fn text(&mut self, text: &str) {
        let next = self.known.len() + 1;
        match self.known.get(text) {
            Some(&number) => self.number(number),
            None => {
                self.known.insert(text.to_owned(), next);
                self.number(0);
                self.texts += &text.replace('\n', " ");
                self.texts.push('\n');
            }
        }
    }
}

/// Reads the two streams.
struct Unpacker<'a> {
    /// What is left of them.
    numbers: &'a [u8],
    texts: &'a str,
    /// The texts that have come.
    known: Vec<Rc<str>>,
}

impl Unpacker<'_> {
    #[inline(never)]
    fn number(&mut self) -> usize {
        let (mut number, mut scale) = (0usize, 1usize);
        while let Some((&byte, rest)) = self.numbers.split_first() {
            self.numbers = rest;
            let digit = usize::from(byte & !MORE).wrapping_sub(1);
            number = number.wrapping_add(digit.wrapping_mul(scale));
            scale = scale.wrapping_mul(BASE);
            if byte < MORE {
                break;
            }
        }
        number
    }

    fn goes_on(&self) -> bool {
        !self.numbers.is_empty()
    }

    #[inline(never)]
    fn text(&mut self) -> Rc<str> {
        match self.number() {
            0 => {
                let (text, rest) = self.texts.split_once('\n').unwrap_or((self.texts, ""));
                self.texts = rest;
                let text: Rc<str> = text.into();
                self.known.push(text.clone());
                text
            }
            number => self.known.get(number - 1).cloned().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_out(numbers in proptest::collection::vec(0usize..1 << 31, 0..20)) {
            let mut to = Packer::default();
            numbers.iter().for_each(|&number| to.number(number));
            let mut from = Unpacker { numbers: &to.numbers, texts: "", known: Vec::new() };
            for number in numbers {
                prop_assert_eq!(from.number(), number);
            }
            prop_assert!(!from.goes_on());
        }

        /// Nothing that does not come from [`pack`] makes it stumble or go on for ever.
        #[test]
        fn damage_ends(numbers in proptest::collection::vec(any::<u8>(), 0..300)) {
            unpack(&numbers, "a\nb\n2024-01-01\nP1D");
        }
    }
}
