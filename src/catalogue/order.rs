//! Sorting. Every type that the standard sort is used with adds 5 kB to a program in the browser, so all sorting by
//! comparison goes through this one, over positions.

use std::cmp::Ordering;

/// The positions `0..len` in the order of `compare`; equal ones keep their order.
pub fn positions(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..len).collect();
    let mut merged = sorted.clone();
    let mut run = 1;
    while run < len {
        for start in (0..len).step_by(2 * run) {
            let (middle, end) = ((start + run).min(len), (start + 2 * run).min(len));
            merge(&sorted[start..middle], &sorted[middle..end], &mut merged[start..end], compare);
        }
        std::mem::swap(&mut sorted, &mut merged);
        run *= 2;
    }
    sorted
}

/// Puts two runs together. Those that follow each other already cost one comparison.
fn merge(one: &[usize], other: &[usize], into: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    let is_before = |b: usize, a: usize| compare(b, a) == Ordering::Less;
    let (mut i, mut k) = (0, 0);
    if let (Some(last), Some(first)) = (one.last(), other.first())
        && !is_before(*first, *last)
    {
        into[..one.len()].copy_from_slice(one);
        into[one.len()..].copy_from_slice(other);
        return;
    }
    for place in into {
        let takes_other = k < other.len() && (i == one.len() || is_before(other[k], one[i]));
        *place = if takes_other { other[k] } else { one[i] };
        (i, k) = if takes_other { (i, k + 1) } else { (i + 1, k) };
    }
}

/// Sorts by `compare`; equal items keep their order.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = positions(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut slots: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|position| slots[position].take()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_and_keeps_the_order_of_equals() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        sort_by(&mut items, |x, y| x.0.cmp(&y.0));
        assert_eq!(items, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn it_is_the_standard_order_for_every_length() {
        for len in 0..70usize {
            let value = |place: usize| place * 37 % 11;
            let mut standard: Vec<usize> = (0..len).collect();
            standard.sort_by_key(|place| value(*place));
            assert_eq!(positions(len, &|a, b| value(a).cmp(&value(b))), standard);
        }
    }
}
