//! A list of small numbers that takes no more bytes for each than the greatest one needs.

/// The numbers, in as many bytes each as have been needed so far.
pub enum Numbers {
    One(Vec<u8>),
    Two(Vec<u16>),
    Four(Vec<u32>),
}

impl Default for Numbers {
    fn default() -> Self {
        Self::One(Vec::new())
    }
}

impl Numbers {
    pub fn len(&self) -> usize {
        match self {
            Self::One(all) => all.len(),
            Self::Two(all) => all.len(),
            Self::Four(all) => all.len(),
        }
    }

    /// The number at a place; beyond the end it is 0.
    pub fn get(&self, index: usize) -> u32 {
        match self {
            Self::One(all) => all.get(index).copied().unwrap_or(0).into(),
            Self::Two(all) => all.get(index).copied().unwrap_or(0).into(),
            Self::Four(all) => all.get(index).copied().unwrap_or(0),
        }
    }

    /// Puts a number at a place at or beyond the end; what lies between becomes 0.
    pub fn put(&mut self, index: usize, number: u32) {
        self.widen(number);
        match self {
            Self::One(all) => {
                all.resize(index, 0);
                all.push(number as u8);
            }
            Self::Two(all) => {
                all.resize(index, 0);
                all.push(number as u16);
            }
            Self::Four(all) => {
                all.resize(index, 0);
                all.push(number);
            }
        }
    }

    /// Makes room for numbers as great as this one.
    fn widen(&mut self, number: u32) {
        match self {
            Self::One(all) if number > u8::MAX.into() && number <= u16::MAX.into() => {
                *self = Self::Two(all.iter().map(|n| (*n).into()).collect());
            }
            Self::One(all) if number > u16::MAX.into() => {
                *self = Self::Four(all.iter().map(|n| (*n).into()).collect());
            }
            Self::Two(all) if number > u16::MAX.into() => {
                *self = Self::Four(all.iter().map(|n| (*n).into()).collect());
            }
            _ => {}
        }
    }

    /// Gives back what is kept for growth.
    pub fn settle(&mut self) {
        match self {
            Self::One(all) => all.shrink_to_fit(),
            Self::Two(all) => all.shrink_to_fit(),
            Self::Four(all) => all.shrink_to_fit(),
        }
    }

    /// What the list takes of memory, in bytes.
    pub fn bytes(&self) -> usize {
        match self {
            Self::One(all) => all.capacity(),
            Self::Two(all) => all.capacity() * 2,
            Self::Four(all) => all.capacity() * 4,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    proptest! {
        #[test]
        fn it_holds_what_was_put_in(steps in vec((0..3usize, prop_oneof![0..200u32, 0..70_000u32]), 0..40)) {
            let (mut numbers, mut plain) = (Numbers::default(), Vec::new());
            for (gap, number) in steps {
                let index = plain.len() + gap;
                plain.resize(index, 0);
                plain.push(number);
                numbers.put(index, number);
            }
            prop_assert_eq!(numbers.len(), plain.len());
            for (index, number) in plain.iter().enumerate() {
                prop_assert_eq!(numbers.get(index), *number);
            }
            prop_assert_eq!(numbers.get(plain.len()), 0);
        }
    }
}
