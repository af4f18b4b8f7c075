//! The loops over the words of sets, which is where a query spends its time. Both slices of a call have one length.
//!
//! With the feature `simd` they are compiled for the 128-bit instructions of WebAssembly. The loops are plain Rust in
//! both cases; only counting is written out, because no compiler finds the instruction for it by itself.

/// Defines a loop, for vectors where the build has them.
macro_rules! kernel {
    ($(#[$doc:meta])* fn $name:ident($($argument:ident: $type:ty),*) $(-> $result:ty)? $body:block) => {
        $(#[$doc])*
        #[cfg_attr(all(target_arch = "wasm32", feature = "simd"), target_feature(enable = "simd128"))]
        pub fn $name($($argument: $type),*) $(-> $result)? $body
    };
}

kernel! {
    /// Keeps what is in both.
    fn keep(to: &mut [u64], other: &[u64]) {
        to.iter_mut().zip(other).for_each(|(a, b)| *a &= b);
    }
}

kernel! {
    /// Keeps what is in `to` and in one of the others.
    fn keep_either(to: &mut [u64], one: &[u64], other: &[u64]) {
        to.iter_mut().zip(one.iter().zip(other)).for_each(|(a, (b, c))| *a &= b | c);
    }
}

kernel! {
    /// Adds what is in the other.
    fn join(to: &mut [u64], other: &[u64]) {
        to.iter_mut().zip(other).for_each(|(a, b)| *a |= b);
    }
}

kernel! {
    /// Takes out what is in the other.
    fn remove_all(to: &mut [u64], other: &[u64]) {
        to.iter_mut().zip(other).for_each(|(a, b)| *a &= !b);
    }
}

pub use counting::{count, count_common};

#[cfg(not(all(target_arch = "wasm32", feature = "simd")))]
mod counting {
    /// How many there are.
    pub fn count(words: &[u64]) -> usize {
        words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many are in both.
    pub fn count_common(one: &[u64], other: &[u64]) -> usize {
        one.iter().zip(other).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }
}

#[cfg(all(target_arch = "wasm32", feature = "simd"))]
mod counting {
    use core::arch::wasm32::{
        i8x16_add, i8x16_popcnt, u16x8_extadd_pairwise_u8x16, u32x4_extadd_pairwise_u16x8,
        u32x4_extract_lane, u64x2, u64x2_splat, v128,
    };

    /// Two words a step; a byte counts up to 8 in each, so that 31 steps do not overflow it.
    const CHUNK: usize = 2 * 31;

    /// How many there are.
    #[target_feature(enable = "simd128")]
    pub fn count(words: &[u64]) -> usize {
        count_common(words, words)
    }

    /// How many are in both.
    #[target_feature(enable = "simd128")]
    pub fn count_common(one: &[u64], other: &[u64]) -> usize {
        let mut count = 0;
        for (one, other) in one.chunks(CHUNK).zip(other.chunks(CHUNK)) {
            let (one, one_rest) = one.as_chunks::<2>();
            let (other, other_rest) = other.as_chunks::<2>();
            let mut bytes = u64x2_splat(0);
            for ([a, b], [c, d]) in one.iter().zip(other) {
                bytes = i8x16_add(bytes, i8x16_popcnt(u64x2(a & c, b & d)));
            }
            count += sum(bytes);
            count += one_rest.iter().zip(other_rest).map(|(a, b)| (a & b).count_ones()).sum::<u32>();
        }
        count as usize
    }

    #[target_feature(enable = "simd128")]
    fn sum(bytes: v128) -> u32 {
        let four = u32x4_extadd_pairwise_u16x8(u16x8_extadd_pairwise_u8x16(bytes));
        u32x4_extract_lane::<0>(four)
            + u32x4_extract_lane::<1>(four)
            + u32x4_extract_lane::<2>(four)
            + u32x4_extract_lane::<3>(four)
    }
}
