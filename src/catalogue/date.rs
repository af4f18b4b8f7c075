//! Calendar dates (ISO 8601, `2024-02-19`), without time or zone.

use std::{fmt, str::FromStr};

use serde_json::Value as Json;

use super::{
    duration::Duration,
    problem::told,
    record::{Fault, Form, FromJson},
};

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// `None` where there is no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The day that begins this many days after 1 January 1970; that day itself where it is out of range.
    pub fn from_unix_days(days: i64) -> Self {
        let epoch = jiff::civil::date(1970, 1, 1);
        Self(jiff::Span::new().try_days(days).and_then(|span| epoch.checked_add(span)).unwrap_or(epoch))
    }

    /// The day that is so much earlier: whole months first, and the last of its month where that is shorter. Hours
    /// count as far as they make days. `None` where there is no such day.
    pub fn minus(self, duration: Duration) -> Option<Self> {
        self.shifted(duration, -1)
    }

    /// The day that is so much later, counted as by [`Self::minus`].
    pub fn plus(self, duration: Duration) -> Option<Self> {
        self.shifted(duration, 1)
    }

    fn shifted(self, duration: Duration, sign: i64) -> Option<Self> {
        let (months, days) = duration.whole_months_and_days();
        let span = jiff::Span::new().try_months(sign * i64::from(months)).ok()?;
        let span = span.try_days(sign * i64::try_from(days).ok()?).ok()?;
        // What is before the year 0 has no written form.
        self.0.checked_add(span).ok().filter(|day| day.year() >= 0).map(Self)
    }

    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// Whole months from this day to a later one; zero where `later` is not later.
    pub fn months_until(self, later: Date) -> i32 {
        let months = (i32::from(later.year()) - i32::from(self.year())) * 12 + i32::from(later.month())
            - i32::from(self.month());
        (months - i32::from(later.day() < self.day())).max(0)
    }
}

impl FromStr for Date {
    type Err = ();

    /// Only the form `YYYY-MM-DD`; the caller knows the place and words the error.
    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = |range| text.get(range).filter(|t: &&str| t.bytes().all(|b| b.is_ascii_digit()));
        let dashes = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
        let (year, month, day) = (digits(0..4), digits(5..7), digits(8..10));
        let (Some(year), Some(month), Some(day), true) = (year, month, day, dashes) else {
            return Err(());
        };
        let number = |t: &str| t.parse::<i16>().map_err(drop);
        Self::new(number(year)?, number(month)? as i8, number(day)? as i8).ok_or(())
    }
}

impl FromJson for Date {
    fn from_json(json: &Json, path: &str, faults: &mut Vec<Fault>) -> Self {
        let text = String::from_json(json, path, faults);
        text.parse().unwrap_or_else(|()| {
            let help = Some(told!("write the day as YYYY-MM-DD, for instance 2024-02-19"));
            if json.is_string() {
                faults.push(Fault {
                    path: path.to_owned(),
                    message: told!("\"{text}\" is not a date"),
                    help,
                });
            }
            Self::default()
        })
    }

    const FORM: Form = Form::Text;
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_iso_dates_only() {
        let date: Date = "2024-02-29".parse().unwrap();
        assert_eq!(date.to_string(), "2024-02-29");
        for wrong in
            ["2023-02-29", "2024-2-19", "19.02.2024", "2024-02-19T00:00", "", "2024-13-01", "+024-01-01"]
        {
            assert!(wrong.parse::<Date>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn goes_back_and_forth_by_durations() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let length = |text: &str| text.parse::<Duration>().unwrap();
        assert_eq!(day("2026-11-22").minus(length("P18M")), Some(day("2025-05-22")));
        assert_eq!(day("2024-03-31").minus(length("P1M")), Some(day("2024-02-29")));
        assert_eq!(day("2024-12-31").plus(length("P2M1D")), Some(day("2025-03-01")));
        assert_eq!(day("2026-11-22").plus(length("P90D")), Some(day("2027-02-20")));
        assert_eq!(day("2026-11-22").plus(length("PT36H")), Some(day("2026-11-23")));
        assert_eq!(day("2026-11-22").minus(length("P9999Y")), None);
    }

    #[test]
    fn counts_whole_months() {
        let months = |a: &str, b: &str| a.parse::<Date>().unwrap().months_until(b.parse().unwrap());
        assert_eq!(months("2024-02-19", "2026-11-22"), 33);
        assert_eq!(months("2024-02-19", "2024-03-18"), 0);
        assert_eq!(months("2024-02-19", "2024-03-19"), 1);
        assert_eq!(months("2024-03-19", "2024-02-19"), 0);
    }
}
