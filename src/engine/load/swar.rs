//! Eight bytes looked at together in one word.

const ONES: u64 = 0x0101_0101_0101_0101;
const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;

/// The high bit of each byte that is zero.
fn zero(word: u64) -> u64 {
    !((word & LOW).wrapping_add(LOW) | word | LOW)
}

/// The high bit of each byte that equals this one.
pub fn equal(word: u64, byte: u8) -> u64 {
    zero(word ^ (ONES * u64::from(byte)))
}

/// The high bit of each byte below a space. Bits above the first one found may be wrong.
pub fn below_space(word: u64) -> u64 {
    word.wrapping_sub(ONES * 0x20) & !word & !LOW
}

/// One bit for each byte that equals this one, the first byte in the lowest bit.
#[cfg_attr(all(target_arch = "wasm32", feature = "simd"), expect(dead_code, reason = "vectors do it there"))]
pub fn mask(word: u64, byte: u8) -> u64 {
    (equal(word, byte) >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn masks_name_the_equal_bytes(bytes in prop::array::uniform8(prop_oneof![Just(b'"'), Just(0x22 | 0x80), any::<u8>()])) {
            let naive = bytes.iter().enumerate().fold(0, |mask, (i, byte)| mask | u64::from(*byte == b'"') << i);
            prop_assert_eq!(mask(u64::from_le_bytes(bytes), b'"'), naive);
        }
    }
}
