//! Durations (ISO 8601, `P35D`, `P5Y`, `PT72H`) that compare in three values.
//!
//! A month has no fixed number of days, so *P1M* against *P30D* has no certain answer. The rule: months are counted
//! in months, everything else in seconds. Where the months of two durations are equal (twelve months are a year),
//! the rest decides. Else each becomes a shortest and a longest length, as months fall in the calendar of the years
//! 1901 to 2099, and an answer is certain only where both lengths give it. A clock of business hours never compares
//! with elapsed time.

use std::{cmp::Ordering, fmt, str::FromStr};

use crate::language::{english, phrase, plural, say};

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// Shortest and longest run of days that `n` months in a row can have, for `n` below twelve.
const SHORTEST: [u64; 12] = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334];
const LONGEST: [u64; 12] = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337];

/// What the hours of a duration count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Clock {
    /// Time that passes, day and night.
    Calendar,
    /// Only the vendor's working hours.
    Business,
}

impl Clock {
    pub fn id(self) -> &'static str {
        match self {
            Clock::Calendar => "calendar",
            Clock::Business => "business",
        }
    }
}

/// A length of time: whole months, and seconds beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duration {
    months: u32,
    seconds: u64,
}

/// Shortest and longest length in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Range {
    shortest: u64,
    longest: u64,
}

impl Duration {
    pub const fn days(days: u32) -> Self {
        Self { months: 0, seconds: days as u64 * DAY }
    }

    pub const fn months(months: u32) -> Self {
        Self { months, seconds: 0 }
    }

    /// Compares two durations of the same clock; `None` where the calendar leaves it open.
    pub fn compare(self, other: Self) -> Option<Ordering> {
        if self.months == other.months {
            return Some(self.seconds.cmp(&other.seconds));
        }
        let (a, b) = (self.range(), other.range());
        if a.longest < b.shortest {
            Some(Ordering::Less)
        } else if a.shortest > b.longest {
            Some(Ordering::Greater)
        } else {
            None
        }
    }

    /// Whether this is at most `limit`; `None` where the calendar leaves it open.
    pub fn at_most(self, limit: Self) -> Option<bool> {
        if self.months == limit.months {
            return Some(self.seconds <= limit.seconds);
        }
        let (a, b) = (self.range(), limit.range());
        if a.longest <= b.shortest {
            Some(true)
        } else if a.shortest > b.longest {
            Some(false)
        } else {
            None
        }
    }

    /// Whether this is at least `limit`; `None` where the calendar leaves it open.
    pub fn at_least(self, limit: Self) -> Option<bool> {
        limit.at_most(self)
    }

    /// For sorting only: seconds, a month counted as the longest it can be.
    pub fn longest_seconds(self) -> u64 {
        self.range().longest
    }

    /// The months, and the days that the rest fills.
    pub fn whole_months_and_days(self) -> (u32, u64) {
        (self.months, self.seconds / DAY)
    }

    fn range(self) -> Range {
        let (years, rest) = (u64::from(self.months / 12), (self.months % 12) as usize);
        // Among n years in a row at least n/4 and at most (n+3)/4 are leap years; a part of a year beside whole
        // years may fall so that its February is one of them already, which only widens the range.
        let shortest = years * 365 + years / 4 + SHORTEST[rest];
        let longest = years * 365 + years.div_ceil(4) + LONGEST[rest];
        Range { shortest: shortest * DAY + self.seconds, longest: longest * DAY + self.seconds }
    }
}

/// Why a text is not a duration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DurationError {
    /// A duration that the text may have meant.
    pub suggestion: Option<String>,
}

impl FromStr for Duration {
    type Err = DurationError;

    fn from_str(text: &str) -> Result<Self, DurationError> {
        parse_iso(text).ok_or_else(|| DurationError { suggestion: guess(text) })
    }
}

/// `P` then years, months, weeks, days, then `T` hours, minutes, seconds; each part once, in this order, whole numbers.
fn parse_iso(text: &str) -> Option<Duration> {
    let body = text.strip_prefix('P')?;
    let (date, time) = match body.split_once('T') {
        Some((_, "")) => return None,
        Some((date, time)) => (date, time),
        None => (body, ""),
    };
    if date.is_empty() && time.is_empty() {
        return None;
    }
    let date = parts(date, "YMWD")?;
    let time = parts(time, "HMS")?;
    let months = date[0].checked_mul(12)?.checked_add(date[1])?;
    let days = date[2].checked_mul(7)?.checked_add(date[3])?;
    let time = time[0].checked_mul(HOUR)?.checked_add(time[1].checked_mul(MINUTE)?)?.checked_add(time[2])?;
    let (months, seconds) = (u32::try_from(months).ok()?, days.checked_mul(DAY)?.checked_add(time)?);
    // A hundred centuries: far beyond any retention, and small enough that no sum below overflows.
    (months <= 120_000 && seconds <= 3_660_000 * DAY).then_some(Duration { months, seconds })
}

/// The numbers before the unit letters, which must come in the order of `units`.
fn parts(mut text: &str, units: &str) -> Option<[u64; 4]> {
    let mut found = [0; 4];
    let mut next = 0;
    while !text.is_empty() {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let unit = text[digits..].chars().next()?;
        let index = units.find(unit).filter(|i| *i >= next)?;
        found[index] = text.get(..digits).filter(|d| !d.is_empty())?.parse().ok()?;
        next = index + 1;
        text = &text[digits + unit.len_utf8()..];
    }
    Some(found)
}

/// Guesses what was meant by texts such as `35 days`, `P35`, `p35d` or `35D`.
fn guess(text: &str) -> Option<String> {
    let upper = text.trim().to_ascii_uppercase();
    // Of "1 year 6 months" or "1.5 years", no one number can be made.
    let mut numbers = upper.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let (Some(digits), None) = (numbers.next(), numbers.next()) else { return None };
    if digits.len() > 5 {
        return None;
    }
    let letters: String = upper.chars().filter(char::is_ascii_alphabetic).collect();
    let unit = letters.trim_start_matches('P').trim_start_matches('T');
    let guess = match unit.chars().next() {
        None | Some('D' | 'T') => format!("P{digits}D"),
        Some('Y' | 'J' | 'A') => format!("P{digits}Y"),
        Some('W') => format!("P{digits}W"),
        Some('H') => format!("PT{digits}H"),
        Some('M') if unit.starts_with("MIN") => format!("PT{digits}M"),
        Some('M') => format!("P{digits}M"),
        Some('S') => format!("PT{digits}S"),
        Some(_) => return None,
    };
    parse_iso(&guess).map(|_| guess)
}

impl fmt::Display for Duration {
    /// The canonical ISO form: years and months, days, hours, minutes and seconds; `P0D` for nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = |n: u64, unit: &str| {
            if n == 0 { String::new() } else { format!("{n}{unit}") }
        };
        let date = part(u64::from(self.months / 12), "Y")
            + &part(u64::from(self.months % 12), "M")
            + &part(self.seconds / DAY, "D");
        let time = part(self.seconds % DAY / HOUR, "H")
            + &part(self.seconds % HOUR / MINUTE, "M")
            + &part(self.seconds % MINUTE, "S");
        match (date.is_empty(), time.is_empty()) {
            (true, true) => f.write_str("P0D"),
            (_, true) => write!(f, "P{date}"),
            _ => write!(f, "P{date}T{time}"),
        }
    }
}

impl Duration {
    /// In words: `35 days`, `5 years`, `1 year 6 months`, `8 hours`.
    pub fn in_words(self) -> String {
        let part = |n: u64, one: &str, several: &str| match n {
            0 => None,
            1 => Some(say(one).to_owned()),
            _ => Some(phrase(several, &[&n])),
        };
        let parts: Vec<String> = [
            part(u64::from(self.months / 12), english("1 year"), english("{} years")),
            part(u64::from(self.months % 12), english("1 month"), english("{} months")),
            part(self.seconds / DAY, english("1 day"), english("{} days")),
            part(self.seconds % DAY / HOUR, english("1 hour"), english("{} hours")),
            part(self.seconds % HOUR / MINUTE, english("1 minute"), english("{} minutes")),
            part(self.seconds % MINUTE, english("1 second"), english("{} seconds")),
        ]
        .into_iter()
        .flatten()
        .collect();
        if parts.is_empty() { phrase(plural(0, "{} day", "{} days"), &[&0]) } else { parts.join(" ") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn d(text: &str) -> Duration {
        text.parse().unwrap_or_else(|e| panic!("{text}: {e:?}"))
    }

    #[test]
    fn months_and_years_compare_by_the_stated_rule() {
        assert_eq!(d("P12M").compare(d("P1Y")), Some(Ordering::Equal));
        assert_eq!(d("P1M").at_most(d("P31D")), Some(true));
        assert_eq!(d("P1M").at_most(d("P30D")), None);
        assert_eq!(d("P1M").at_most(d("P27D")), Some(false));
        assert_eq!(d("P1Y").at_most(d("P365D")), None);
        assert_eq!(d("P5Y").at_most(d("P1827D")), Some(true));
        assert_eq!(d("P5Y").at_least(d("P1826D")), Some(true));
        assert_eq!(d("P1W").compare(d("P7D")), Some(Ordering::Equal));
        assert_eq!(d("PT24H").compare(d("P1D")), Some(Ordering::Equal));
    }

    #[test]
    fn wrong_texts_are_refused_with_a_guess() {
        let guess = |t: &str| t.parse::<Duration>().unwrap_err().suggestion;
        assert_eq!(guess("35 days").as_deref(), Some("P35D"));
        assert_eq!(guess("P35").as_deref(), Some("P35D"));
        assert_eq!(guess("p5y").as_deref(), Some("P5Y"));
        assert_eq!(guess("8 hours").as_deref(), Some("PT8H"));
        assert_eq!(guess("6 months").as_deref(), Some("P6M"));
        for beyond_guessing in ["1 year 6 months", "P1.5M", "P3D2M", "1,5 years"] {
            assert_eq!(guess(beyond_guessing), None, "{beyond_guessing}");
        }
        for text in
            ["", "P", "PT", "P1DT", "P1D1Y", "P-1D", "P1.5D", "forever", "PD", "P99999999999999999999Y"]
        {
            assert!(text.parse::<Duration>().is_err(), "{text}");
        }
    }

    #[test]
    fn words() {
        assert_eq!(d("P35D").in_words(), "35 days");
        assert_eq!(d("P18M").in_words(), "1 year 6 months");
        assert_eq!(d("PT8H").in_words(), "8 hours");
        assert_eq!(d("PT1M1S").in_words(), "1 minute 1 second");
        assert_eq!(d("P0D").in_words(), "0 days");
    }

    proptest! {
        #[test]
        fn prints_what_it_reads(months in 0u32..200, seconds in 0u64..9_000_000_000) {
            let duration = Duration { months, seconds };
            prop_assert_eq!(d(&duration.to_string()), duration);
        }

        /// The range of a duration holds the days that it really has, wherever in the calendar it begins.
        #[test]
        fn the_calendar_stays_inside_the_range(
            year in 1901i16..2080, month in 1i8..=12, day in 1i8..=28, months in 0u32..200,
        ) {
            let start = jiff::civil::date(year, month, day);
            let end = start + jiff::Span::new().months(i64::from(months));
            let days = (end - start).total((jiff::Unit::Day, start)).unwrap() as u64;
            let range = Duration::months(months).range();
            prop_assert!(range.shortest <= days * DAY && days * DAY <= range.longest,
                "{start} {months} months: {days} days, {range:?}");
        }

        #[test]
        fn at_most_and_at_least_agree_with_compare(a in 0u32..30, b in 0u64..1000, c in 0u32..30, e in 0u64..1000) {
            let x = Duration { months: a, seconds: b * DAY };
            let y = Duration { months: c, seconds: e * DAY };
            match x.compare(y) {
                Some(Ordering::Less) => prop_assert_eq!((x.at_most(y), x.at_least(y)), (Some(true), Some(false))),
                Some(Ordering::Equal) => prop_assert_eq!((x.at_most(y), x.at_least(y)), (Some(true), Some(true))),
                Some(Ordering::Greater) => prop_assert_eq!((x.at_most(y), x.at_least(y)), (Some(false), Some(true))),
                None => prop_assert!(x.at_most(y).is_none() || x.at_least(y).is_none()),
            }
        }
    }
}
