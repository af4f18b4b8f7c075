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

pub use counting::{count, count_both, count_common};

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

    /// How many the third has in common with the first, and with the second.
    pub fn count_both(first: &[u64], second: &[u64], with: &[u64]) -> (usize, usize) {
        (count_common(first, with), count_common(second, with))
    }
}

#[cfg(all(target_arch = "wasm32", feature = "simd"))]
mod counting {
    use core::arch::wasm32::{
        i8x16_add, i8x16_popcnt, u16x8_extadd_pairwise_u8x16, u32x4_extadd_pairwise_u16x8,
        u32x4_extract_lane, u64x2_splat, v128, v128_and, v128_load,
    };

    /// Words of two vectors.
    const STEP: usize = 4;
    /// A byte counts up to 8 for each vector, so that so many steps do not overflow it.
    const CHUNK: usize = STEP * 15;

    /// Words as two vectors.
    #[inline]
    #[target_feature(enable = "simd128")]
    fn load(words: &[u64; STEP]) -> (v128, v128) {
        let start: *const v128 = words.as_ptr().cast();
        // SAFETY: both vectors lie inside the four words, and loading asks for no alignment.
        unsafe { (v128_load(start), v128_load(start.add(1))) }
    }

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
            let (one, one_rest) = one.as_chunks::<STEP>();
            let (other, other_rest) = other.as_chunks::<STEP>();
            let steps = one.len().min(other.len());
            let (one, other) = (&one[..steps], &other[..steps]);
            let mut bytes = u64x2_splat(0);
            // By places, because a compiler that looks for small code leaves three nested iterators as they are.
            for step in 0..steps {
                bytes = add_common(bytes, load(&one[step]), load(&other[step]));
            }
            count += sum(bytes) + rest(one_rest, other_rest);
        }
        count as usize
    }

    /// How many the third has in common with the first, and with the second.
    #[target_feature(enable = "simd128")]
    pub fn count_both(first: &[u64], second: &[u64], with: &[u64]) -> (usize, usize) {
        let (mut of_first, mut of_second) = (0, 0);
        let words = first.len().min(second.len()).min(with.len());
        for start in (0..words).step_by(CHUNK) {
            let end = words.min(start + CHUNK);
            let (first, first_rest) = first[start..end].as_chunks::<STEP>();
            let (second, second_rest) = second[start..end].as_chunks::<STEP>();
            let (with, with_rest) = with[start..end].as_chunks::<STEP>();
            let steps = with.len();
            let (first, second) = (&first[..steps], &second[..steps]);
            let (mut first_bytes, mut second_bytes) = (u64x2_splat(0), u64x2_splat(0));
            for step in 0..steps {
                let with = load(&with[step]);
                first_bytes = add_common(first_bytes, load(&first[step]), with);
                second_bytes = add_common(second_bytes, load(&second[step]), with);
            }
            of_first += sum(first_bytes) + rest(first_rest, with_rest);
            of_second += sum(second_bytes) + rest(second_rest, with_rest);
        }
        (of_first as usize, of_second as usize)
    }

    #[inline]
    #[target_feature(enable = "simd128")]
    fn add_common(bytes: v128, one: (v128, v128), other: (v128, v128)) -> v128 {
        let first = i8x16_popcnt(v128_and(one.0, other.0));
        let second = i8x16_popcnt(v128_and(one.1, other.1));
        i8x16_add(bytes, i8x16_add(first, second))
    }

    fn rest(one: &[u64], other: &[u64]) -> u32 {
        one.iter().zip(other).map(|(a, b)| (a & b).count_ones()).sum()
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
