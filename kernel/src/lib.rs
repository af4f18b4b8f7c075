//! The loops over sets of vendors, which is where a query spends its time: sets are slices of words, one bit for each
//! vendor, and the slices of a call have one length. They are a crate of their own because they are compiled for speed, and
//! the rest of the engine's program for size. The larger ones are not inlined, because there they would be compiled for
//! size as well.
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

/// How many vendors of a set, given by its words that are not empty and their places, are in the other too.
pub fn count_filled(filled: &[(u32, u64)], other: &[u64]) -> usize {
    filled.iter().map(|(index, word)| (word & other[*index as usize]).count_ones() as usize).sum()
}

/// Values vendor by vendor: the numbers of those that each names, one vendor behind the other.
#[derive(Clone, Copy)]
pub struct Lists<'a> {
    pub values: &'a [u8],
    /// Where the values of the first vendor of each word begin, and where all end.
    pub words: &'a [u32],
    /// Where those of each vendor begin, from where those of its word do.
    pub vendors: &'a [u16],
}

/// Adds to the count of each value how many of the vendors name it.
#[inline(never)]
pub fn count_values(set: &[u64], lists: Lists, counts: &mut [u32]) {
    for (index, word) in set.iter().enumerate().filter(|(_, word)| **word != 0) {
        let (start, end) = (lists.words[index] as usize, lists.words[index + 1] as usize);
        let mut rest = *word;
        while rest != 0 {
            let bit = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            let vendor = index * u64::BITS as usize + bit;
            let until = match lists.vendors.get(vendor + 1) {
                Some(next) if bit + 1 < u64::BITS as usize => start + usize::from(*next),
                _ => end,
            };
            let named = &lists.values[start + usize::from(lists.vendors[vendor])..until];
            named.iter().for_each(|value| counts[usize::from(*value)] += 1);
        }
    }
}

/// The vendors of a set, ascending.
pub fn members(set: &[u64], members: &mut Vec<u32>) {
    for (index, word) in set.iter().enumerate() {
        let mut rest = *word;
        while rest != 0 {
            members.push(index as u32 * u64::BITS + rest.trailing_zeros());
            rest &= rest - 1;
        }
    }
}

/// A part of the members of a set, in an order of all vendors or in that order backwards: so many are passed over, so many
/// taken.
#[inline(never)]
pub fn page(order: &[u32], is_reversed: bool, set: &[u64], mut skip: usize, take: usize) -> Vec<u32> {
    let mut page = Vec::new();
    let mut place = 0;
    while page.len() < take && place < order.len() {
        let vendor = order[if is_reversed { order.len() - 1 - place } else { place }];
        place += 1;
        if set[(vendor / u64::BITS) as usize] >> (vendor % u64::BITS) & 1 == 0 {
            continue;
        }
        match skip {
            0 => page.push(vendor),
            _ => skip -= 1,
        }
    }
    page
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

/// Counting a byte's bits takes a processor a handful of steps, adding three bits fewer. So eight vectors are added up
/// bit by bit first (carry-save addition, after Harley and Seal), and one in eight is counted.
#[cfg(all(target_arch = "wasm32", feature = "simd"))]
mod counting {
    use core::arch::wasm32::{
        i8x16_popcnt, u16x8_extadd_pairwise_u8x16, u32x4_add, u32x4_extadd_pairwise_u16x8,
        u32x4_extract_lane, u32x4_shl, u64x2_splat, v128, v128_and, v128_load, v128_or, v128_xor,
    };

    /// Words of eight vectors.
    const BLOCK: usize = 16;

    /// How many there are.
    #[target_feature(enable = "simd128")]
    pub fn count(words: &[u64]) -> usize {
        count_common(words, words)
    }

    // These are macros because a compiler that looks for small code leaves functions for vectors as they are.

    /// What two blocks have in common in a vector.
    macro_rules! common {
        ($one:ident, $other:ident, $vector:literal) => {{
            let (one, other): (*const v128, *const v128) = ($one.as_ptr().cast(), $other.as_ptr().cast());
            // SAFETY: the vector is one of the eight in a block, and loading asks for no alignment.
            unsafe { v128_and(v128_load(one.add($vector)), v128_load(other.add($vector))) }
        }};
    }

    /// The sum of three bits in each place: its second binary digit, and its first.
    macro_rules! carry {
        ($a:expr, $b:expr, $c:expr) => {{
            let (a, b, c) = ($a, $b, $c);
            let either = v128_xor(a, b);
            (v128_or(v128_and(a, b), v128_and(either, c)), v128_xor(either, c))
        }};
    }

    /// How many bits there are, in four parts.
    macro_rules! counted {
        ($bits:expr) => {
            u32x4_extadd_pairwise_u16x8(u16x8_extadd_pairwise_u8x16(i8x16_popcnt($bits)))
        };
    }

    /// How many are in both.
    #[target_feature(enable = "simd128")]
    pub fn count_common(one: &[u64], other: &[u64]) -> usize {
        let (one, one_rest) = one.as_chunks::<BLOCK>();
        let (other, other_rest) = other.as_chunks::<BLOCK>();
        let zero = u64x2_splat(0);
        // How many ones, twos and fours there are in each place, and of eights the sum.
        let (mut ones, mut twos, mut fours, mut eights) = (zero, zero, zero, zero);
        for (one, other) in one.iter().zip(other) {
            let (twos_a, sum) = carry!(ones, common!(one, other, 0), common!(one, other, 1));
            let (twos_b, sum) = carry!(sum, common!(one, other, 2), common!(one, other, 3));
            let (fours_a, half) = carry!(twos, twos_a, twos_b);
            let (twos_a, sum) = carry!(sum, common!(one, other, 4), common!(one, other, 5));
            let (twos_b, sum) = carry!(sum, common!(one, other, 6), common!(one, other, 7));
            let (fours_b, half) = carry!(half, twos_a, twos_b);
            let (carried, rest) = carry!(fours, fours_a, fours_b);
            (ones, twos, fours) = (sum, half, rest);
            eights = u32x4_add(eights, counted!(carried));
        }
        let ones = u32x4_add(counted!(ones), u32x4_shl(counted!(twos), 1));
        let four = u32x4_add(ones, u32x4_add(u32x4_shl(counted!(fours), 2), u32x4_shl(eights, 3)));
        let sum = u32x4_extract_lane::<0>(four)
            + u32x4_extract_lane::<1>(four)
            + u32x4_extract_lane::<2>(four)
            + u32x4_extract_lane::<3>(four);
        sum as usize + rest(one_rest, other_rest)
    }

    fn rest(one: &[u64], other: &[u64]) -> usize {
        one.iter().zip(other).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }
}
