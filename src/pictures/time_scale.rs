//! Where a duration stands on the axis: logarithmic, because an hour and ten years are to be seen in one picture.

use crate::catalogue::duration::Duration;
use crate::language::{english, say};

/// Positions are ten-thousandths of the axis.
pub const END: i32 = 10_000;
/// Where ten years stand; beyond it, up to [`END`], is what is longer or has no end.
const TEN_YEARS: i32 = 8_800;

const DAY: u64 = 24 * 60 * 60;

/// A place on the axis that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    pub at: i32,
    pub words: &'static str,
    /// The first to go where there is little room.
    pub is_minor: bool,
}

/// The names along the axis, from left to right.
pub fn ticks() -> Vec<Tick> {
    let tick = |duration, words, is_minor| Tick { at: position(duration), words: say(words), is_minor };
    vec![
        tick(Duration::days(1), english("1 day"), false),
        tick(Duration::days(7), english("1 week"), true),
        tick(Duration::days(30), english("30 days"), false),
        tick(Duration::days(90), english("90 days"), true),
        tick(Duration::months(12), english("1 year"), false),
        tick(Duration::months(36), english("3 years"), true),
        tick(Duration::months(120), english("10 years"), false),
        Tick { at: END, words: say("no end"), is_minor: true },
    ]
}

/// Where a duration stands: 0 for a day and less, between ten years and the end for all that is longer than these.
pub fn position(duration: Duration) -> i32 {
    let ten_years = Duration::months(120).longest_seconds();
    let seconds = duration.longest_seconds();
    if seconds > ten_years {
        return (TEN_YEARS + END) / 2;
    }
    let part = log2(seconds.max(DAY)) - log2(DAY);
    let whole = log2(ten_years) - log2(DAY);
    i32::try_from(part * TEN_YEARS.unsigned_abs() / whole).unwrap_or(END)
}

/// The logarithm to base two of a number above zero, in parts of 1024. By squaring, because the library's own weighs
/// more than the rest of the axis.
fn log2(number: u64) -> u32 {
    let whole = number.ilog2();
    // From one to below two, as 31 binary digits after the point.
    let mut rest = (number << (63 - whole)) >> 32;
    let mut parts = 0;
    for _ in 0..10 {
        rest = (rest * rest) >> 31;
        parts *= 2;
        if rest >> 32 == 1 {
            rest >>= 1;
            parts += 1;
        }
    }
    whole * 1024 + parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_stand_in_order_and_as_far_apart_as_their_logarithms() {
        let ticks = ticks();
        assert!(ticks.windows(2).all(|pair| pair[0].at < pair[1].at), "{ticks:?}");
        assert_eq!((ticks[0].at, ticks[6].at, ticks[7].at), (0, TEN_YEARS, END));
        let of = |text: &str| position(text.parse().unwrap());
        assert!((of("P8D") - 2 * of("P4D") + of("P2D")).abs() < 20);
        assert_eq!(of("PT1H"), 0);
        assert!(of("P11Y") > TEN_YEARS && of("P11Y") < END);
    }

    proptest! {
        #[test]
        fn the_logarithm_is_right(number in 1u64..u64::MAX) {
            let exact = (number as f64).log2() * 1024.0;
            prop_assert!((f64::from(log2(number)) - exact).abs() < 2.0);
        }

        #[test]
        fn what_is_longer_stands_no_further_left(a in 0u32..5000, b in 0u32..5000) {
            let (short, long) = (a.min(b), a.max(b));
            prop_assert!(position(Duration::days(short)) <= position(Duration::days(long)));
        }
    }
}
