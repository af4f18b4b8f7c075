//! Keeps spreadsheets from taking a text for a formula, and takes that back.
//!
//! A spreadsheet runs what begins with one of these signs, also in a file that somebody sent. An apostrophe before it
//! makes it a text, for people and for spreadsheets alike. A text that begins with apostrophes before such a sign gets
//! one more, so that taking one away always gives the text that was there.

/// The signs with which a formula can begin; the wide ones are taken for the narrow ones in some languages.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether the first sign that counts begins a formula. A tab or a line end at the beginning may move what follows it into
/// a cell of its own.
fn begins_formula(text: &str) -> bool {
    let passed_over = |c: char| matches!(c, '\'' | '"') || c.is_whitespace() || c.is_control();
    text.trim_start_matches(passed_over).starts_with(SIGNS)
        || text.trim_start_matches(['\'', '"', ' ', '\u{a0}']).starts_with(['\t', '\r', '\n'])
}

/// The text as a cell of a CSV file holds it.
pub fn guarded(text: &str) -> String {
    if begins_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text that a cell of a CSV file stands for.
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| begins_formula(text)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_become_texts() {
        for formula in
            ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", " =1", "＝1", "-", "\"=1\"", "\ttext"]
        {
            assert_eq!(guarded(formula), format!("'{formula}"));
        }
        for text in ["", "a=b", "P35D", "'quoted' word", "99.5 %", "'"] {
            assert_eq!(guarded(text), text);
            assert_eq!(unguarded(text), text);
        }
    }

    proptest! {
        #[test]
        fn no_cell_begins_a_formula_and_every_text_comes_back(text in "['=+@ \\t\\-＝a]{0,6}|\\PC{0,12}") {
            let cell = guarded(&text);
            prop_assert!(!cell.trim_start().starts_with(SIGNS), "{}", cell);
            prop_assert_eq!(unguarded(&cell), text);
        }
    }
}
