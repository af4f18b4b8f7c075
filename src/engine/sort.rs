//! Sorting of numbers: quick for many, and one instance for all.

/// Sorts numbers, byte by byte from the last; bytes in which none differs are passed over.
pub fn ascending(numbers: &mut Vec<u64>) {
    let (any, all) = numbers.iter().fold((0, u64::MAX), |(any, all), number| (any | number, all & number));
    let mut sorted = vec![0; numbers.len()];
    for shift in (0..u64::BITS).step_by(8).filter(|shift| (any ^ all) >> shift & 0xff != 0) {
        let byte = |number: u64| (number >> shift & 0xff) as usize;
        let mut ends = [0; 256];
        numbers.iter().for_each(|number| ends[byte(*number)] += 1);
        let mut sum = 0;
        for end in &mut ends {
            (sum, *end) = (sum + *end, sum);
        }
        for number in numbers.iter() {
            let end = &mut ends[byte(*number)];
            sorted[*end] = *number;
            *end += 1;
        }
        std::mem::swap(numbers, &mut sorted);
    }
}

/// So few are sorted one by one.
const FEW: usize = 128;

/// The smallest of the numbers, ascending: so many, or all that there are.
pub fn smallest(numbers: impl Iterator<Item = u64>, count: usize) -> Vec<u64> {
    if count > FEW {
        let mut all: Vec<u64> = numbers.collect();
        ascending(&mut all);
        all.truncate(count);
        return all;
    }
    let mut smallest: Vec<u64> = Vec::with_capacity(count + 1);
    for number in numbers {
        if smallest.len() == count && smallest.last().is_none_or(|last| *last <= number) {
            continue;
        }
        let place = smallest.partition_point(|other| *other < number);
        smallest.insert(place, number);
        smallest.truncate(count);
    }
    smallest
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    proptest! {
        #[test]
        fn it_sorts(numbers in vec(prop_oneof![any::<u64>(), 0..1_000u64], 0..300), count in 0..200usize) {
            let mut sorted = numbers.clone();
            sorted.sort_unstable();
            let mut ours = numbers.clone();
            ascending(&mut ours);
            prop_assert_eq!(&ours, &sorted);
            sorted.truncate(count);
            prop_assert_eq!(smallest(numbers.into_iter(), count), sorted);
        }
    }
}
