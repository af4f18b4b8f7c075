//! Decimal numbers as documents write them: exact, so that 99.9 is 99.9.

use std::{cmp::Ordering, fmt, str::FromStr};

/// A number that is not negative, with at most 18 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// All digits, without the point; no zero at the end of the fraction.
    digits: u64,
    /// How many of them stand after the point.
    fraction: u8,
}

impl Decimal {
    pub const fn whole(number: u32) -> Self {
        Self { digits: number as u64, fraction: 0 }
    }

    /// The shortest decimal that is this number, as a JSON text writes it; `None` below zero, and beyond 15 digits,
    /// which a float does not hold.
    pub fn from_f64(number: f64) -> Option<Self> {
        (0..=15u8).find_map(|fraction| {
            let digits = number * 10f64.powi(i32::from(fraction));
            let near = (digits - digits.round()).abs() <= digits * f64::EPSILON;
            let fits = (0.0..1e15).contains(&digits);
            (near && fits).then_some(Self { digits: digits.round() as u64, fraction })
        })
    }

    /// All digits at 18 places after the point.
    fn aligned(self) -> u128 {
        u128::from(self.digits) * 10u128.pow(18 - u32::from(self.fraction))
    }
}

impl FromStr for Decimal {
    type Err = ();

    /// Digits, with a point among them or not; the caller knows the place and words the error.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let fraction_digits = fraction.trim_end_matches('0');
        if !is_number(whole) || !is_number(fraction) || whole.len() + fraction_digits.len() > 18 {
            return Err(());
        }
        let digits = format!("{whole}{fraction_digits}").parse().map_err(drop)?;
        Ok(Self { digits, fraction: fraction_digits.len() as u8 })
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = usize::from(self.fraction) + 1;
        let digits = format!("{:0width$}", self.digits);
        let (whole, fraction) = digits.split_at(digits.len() - usize::from(self.fraction));
        if fraction.is_empty() { f.write_str(whole) } else { write!(f, "{whole}.{fraction}") }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.aligned().cmp(&other.aligned())
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_prints_and_compares() {
        for (text, printed) in
            [("99.5", "99.5"), ("99.50", "99.5"), ("2", "2"), ("0.05", "0.05"), ("100.0", "100")]
        {
            assert_eq!(text.parse::<Decimal>().map(|d| d.to_string()), Ok(printed.to_owned()));
        }
        for wrong in ["", ".5", "5.", "-1", "1e3", "99,5", "99.5 %", "1234567890123456789"] {
            assert!(wrong.parse::<Decimal>().is_err(), "{wrong}");
        }
        for text in ["99.5", "99.95", "0.1", "100", "99.999", "0", "12.345678"] {
            let number = text.parse::<f64>().unwrap();
            assert_eq!(Decimal::from_f64(number).map(|d| d.to_string()).as_deref(), Some(text));
        }
        assert_eq!([-1.0, f64::NAN, f64::INFINITY, 1e16].map(Decimal::from_f64), [None; 4]);
        let d = |text: &str| text.parse::<Decimal>().unwrap();
        assert!(d("99.99") < d("99.995") && d("99.9") > d("99.89") && d("9") < d("10"));
    }
}
