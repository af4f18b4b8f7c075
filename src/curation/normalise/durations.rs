//! Reads the lengths of time that a text names: "within 72 hours" is `PT72H`, at most; "8 business hours" is `PT8H` by
//! the clock of business hours.
//!
//! A length keeps the unit of the text. What is no whole number of its unit becomes one of a smaller unit where that is
//! certain: "1.5 years" is `P18M`, and "1.5 months" is not understood.

use std::ops::Range;

use super::{
    Confidence, Doubt, Found, Reading, context,
    limits::Around,
    numbers::{number, range},
    token::{Gap, Token, tokens},
};
use crate::catalogue::duration::{Clock, Duration};

/// Reads one text.
pub fn durations(text: &str) -> Reading {
    let mut reading = Reading::default();
    if text.trim().parse::<Duration>().is_ok() {
        let (id, confidence) = (text.trim().to_owned(), Confidence::Exact);
        reading.found.push(Found { id, details: Vec::new(), confidence, doubts: Vec::new() });
        return reading;
    }
    let tokens = tokens(text);
    let mut understood = vec![false; tokens.len()];
    let mut at = 0;
    while at < tokens.len() {
        let Some(length) = Length::at(&tokens, at) else {
            at += 1;
            continue;
        };
        understood[length.at.clone()].fill(true);
        at = length.at.end;
        let around = Around::of(&tokens, &length.at, &mut understood);
        if let Some(id) = length.iso() {
            reading.add(found(id, &length, around));
        }
    }
    reading.rest = context::rest(text, &tokens, &understood);
    reading
}

fn found(id: String, length: &Length, around: Around) -> Found {
    let mut details = Vec::new();
    if let Some(limit) = around.limit {
        details.push(limit.id().to_owned());
    }
    if length.clock == Clock::Business {
        details.push(length.clock.id().to_owned());
    }
    let mut doubts = around.doubts;
    if length.is_range {
        doubts.push(Doubt::Range);
    }
    Found { id, details, confidence: Confidence::of(&doubts, length.is_plain), doubts }
}

/// A number with its unit.
struct Length {
    at: Range<usize>,
    /// In tenths.
    number: u32,
    unit: Unit,
    clock: Clock,
    /// A smaller unit beside it: the months of "1 year 6 months".
    more: Option<Box<Length>>,
    /// In digits, and not in words.
    is_plain: bool,
    is_range: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Length {
    /// The length that begins at a token.
    fn at(tokens: &[Token], at: usize) -> Option<Self> {
        // "7x24h" is no length, and the 25 of "2.25 years" is none either.
        let is_part = |before: &Token| match tokens[at].gap {
            Gap::Joined | Gap::Tight => before.key == "x",
            Gap::Dot => true,
            _ => false,
        };
        if at > 0 && is_part(&tokens[at - 1]) {
            return None;
        }
        let (mut number, is_plain, mut end) = number(tokens, at)?;
        let mut is_range = false;
        if let Some((second, after)) = range(tokens, end) {
            (number, end, is_range) = (number.max(second), after, true);
        }
        let (clock, end) = clock(tokens, end);
        let unit = unit(tokens.get(end).filter(|token| token.gap < Gap::Slash)?)?;
        let mut length = Self { at: at..end + 1, number, unit, clock, more: None, is_plain, is_range };
        length.take_more(tokens);
        Some(length)
    }

    /// "1 year and 6 months" is one length.
    fn take_more(&mut self, tokens: &[Token]) {
        let end = self.at.end;
        let next = if tokens.get(end).is_some_and(|token| token.key == "and") { end + 1 } else { end };
        let is_near =
            tokens.get(next).is_some_and(|token| token.gap == Gap::Space || token.gap == Gap::Joined);
        let more = is_near.then(|| Self::at(tokens, next)).flatten();
        if let Some(more) = more.filter(|more| more.unit < self.unit && !more.is_range && !self.is_range) {
            self.at.end = more.at.end;
            self.more = Some(Box::new(more));
        }
    }

    /// In ISO 8601, where it is a whole number of a unit.
    fn iso(&self) -> Option<String> {
        let (number, unit) = self.whole()?;
        let part = |number: u32, unit: Unit| match unit {
            Unit::Second => (String::new(), format!("{number}S")),
            Unit::Minute => (String::new(), format!("{number}M")),
            Unit::Hour => (String::new(), format!("{number}H")),
            Unit::Day => (format!("{number}D"), String::new()),
            Unit::Week => (format!("{}D", number * 7), String::new()),
            Unit::Month => (format!("{number}M"), String::new()),
            Unit::Year => (format!("{number}Y"), String::new()),
        };
        let (mut date, mut time) = part(number, unit);
        if let Some(more) = &self.more {
            let (number, unit) = more.whole()?;
            let (more_date, more_time) = part(number, unit);
            date += &more_date;
            time += &more_time;
        }
        let iso = if time.is_empty() { format!("P{date}") } else { format!("P{date}T{time}") };
        iso.parse::<Duration>().ok().map(|_| iso)
    }

    fn whole(&self) -> Option<(u32, Unit)> {
        let smaller = |times: u32, unit| {
            let tenths = self.number.checked_mul(times)?;
            tenths.is_multiple_of(10).then_some((tenths / 10, unit))
        };
        match self.unit {
            unit if self.number.is_multiple_of(10) => Some((self.number / 10, unit)),
            Unit::Year => smaller(12, Unit::Month),
            Unit::Day => smaller(24, Unit::Hour),
            Unit::Hour => smaller(60, Unit::Minute),
            Unit::Minute => smaller(60, Unit::Second),
            Unit::Week | Unit::Month | Unit::Second => None,
        }
    }
}

/// Whose hours are counted, where the text says so, and where that ends.
fn clock(tokens: &[Token], at: usize) -> (Clock, usize) {
    match tokens.get(at).map(|token| &*token.key) {
        Some("business" | "working" | "work" | "office") => (Clock::Business, at + 1),
        Some("calendar" | "consecutive" | "full" | "natural") => (Clock::Calendar, at + 1),
        _ => (Clock::Calendar, at),
    }
}

/// "m" alone may be a minute or a month, so it is neither.
fn unit(token: &Token) -> Option<Unit> {
    Some(match &*token.key {
        "second" | "seconds" | "sec" | "secs" | "sekunden" => Unit::Second,
        "minute" | "minutes" | "min" | "mins" | "minuten" => Unit::Minute,
        "hour" | "hours" | "hr" | "hrs" | "h" | "stunde" | "stunden" => Unit::Hour,
        "day" | "days" | "d" | "tag" | "tage" | "tagen" | "jour" | "jours" => Unit::Day,
        "week" | "weeks" | "wk" | "wks" | "w" | "woche" | "wochen" => Unit::Week,
        "month" | "months" | "mo" | "mos" | "mth" | "mths" | "monat" | "monate" | "monaten" | "mois" => {
            Unit::Month
        }
        "year" | "years" | "yr" | "yrs" | "y" | "jahr" | "jahre" | "jahren" | "an" | "ans" => Unit::Year,
        _ => return None,
    })
}
