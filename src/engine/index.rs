//! Numbers for keys, from 0, in the order in which the keys are added. One table for keys of every type, as bytes: each
//! type that the standard one is used with makes the program 1 to 2 kB larger.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

/// Keys and their numbers.
#[derive(Default)]
pub struct Index {
    /// The keys, one behind the other, and where each ends.
    keys: Vec<u8>,
    ends: Vec<u32>,
    hashes: Vec<u32>,
    /// The number after that of a key, at its hash or behind; 0 where there is none. A power of two, or empty.
    slots: Vec<u32>,
}

impl Index {
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// The key with a number that is known to be there.
    pub fn key(&self, number: usize) -> &[u8] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.keys[start..self.ends[number] as usize]
    }

    /// The number of a key, if it is there.
    pub fn find(&self, key: &[u8]) -> Option<usize> {
        if self.slots.is_empty() {
            return None;
        }
        self.slot(key, hash(key)).ok()
    }

    /// The number of a key, which is added if it is not there.
    pub fn add(&mut self, key: &[u8]) -> usize {
        if self.slots.len() < (self.len() + 1) * 2 {
            self.grow();
        }
        let hash = hash(key);
        match self.slot(key, hash) {
            Ok(number) => number,
            Err(slot) => {
                self.keys.extend_from_slice(key);
                self.ends.push(self.keys.len() as u32);
                self.hashes.push(hash);
                self.slots[slot] = self.len() as u32;
                self.len() - 1
            }
        }
    }

    /// The number of a key, or the free slot for it.
    fn slot(&self, key: &[u8], hash: u32) -> Result<usize, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            match self.slots[slot] as usize {
                0 => return Err(slot),
                next if self.hashes[next - 1] == hash && self.key(next - 1) == key => return Ok(next - 1),
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    fn grow(&mut self) {
        let mask = (self.slots.len() * 2).max(8) - 1;
        let mut slots = vec![0; mask + 1];
        for (number, hash) in self.hashes.iter().enumerate() {
            let mut slot = *hash as usize & mask;
            while slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number as u32 + 1;
        }
        self.slots = slots;
    }
}

fn hash(key: &[u8]) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(key);
    // On a machine of 32 bits only the lower half is filled. The factor spreads over all bits what differs in a few.
    let hash = hasher.finish();
    let hash = ((hash >> 32) as u32 ^ hash as u32).wrapping_mul(0x9e37_79b1);
    hash ^ hash >> 16
}

/// What tells a value from others, as bytes: all that it gives to a hasher.
pub fn bytes_of(value: &impl Hash) -> Vec<u8> {
    let mut written = Written(Vec::new());
    value.hash(&mut written);
    written.0
}

struct Written(Vec<u8>);

impl Hasher for Written {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    proptest! {
        #[test]
        fn keys_are_numbered_as_they_come(keys in vec("[a-c]{0,3}", 0..80), other in "[a-d]{0,3}") {
            let mut index = Index::default();
            let mut plain: Vec<&String> = Vec::new();
            for key in &keys {
                let known = plain.iter().position(|known| *known == key);
                let number = known.unwrap_or_else(|| {
                    plain.push(key);
                    plain.len() - 1
                });
                prop_assert_eq!(index.find(key.as_bytes()), known);
                prop_assert_eq!(index.add(key.as_bytes()), number);
            }
            prop_assert_eq!(index.len(), plain.len());
            prop_assert_eq!(index.find(other.as_bytes()), plain.iter().position(|known| **known == other));
            prop_assert!(plain.iter().enumerate().all(|(number, key)| index.key(number) == key.as_bytes()));
        }

        #[test]
        fn different_values_have_different_bytes(a in vec("[ab]{0,2}", 0..4), b in vec("[ab]{0,2}", 0..4)) {
            prop_assert_eq!(bytes_of(&a) == bytes_of(&b), a == b);
        }
    }
}
