//! What is printed reads back as the same, and no text makes the parser stumble.

use proptest::{collection::vec, prelude::*, sample::select};
use vendor_compare::requirement::{Requirement, parse::parse, print};

use crate::{embedded_catalogue, random};

fn check_errors(
    text: &str,
    catalogue: &'static vendor_compare::catalogue::Catalogue,
) -> Result<(), TestCaseError> {
    for error in parse(text, catalogue).errors {
        prop_assert!(text.get(error.at.clone()) == Some(&*error.found), "{:?} of {:?}", error, text);
        prop_assert_eq!(error.character, text[..error.at.start].chars().count() + 1);
        prop_assert!(!error.message.is_empty());
    }
    Ok(())
}

#[test]
fn what_is_printed_reads_back() {
    let catalogue = embedded_catalogue();
    proptest!(ProptestConfig::with_cases(100), |(requirements in vec(random::requirement(catalogue), 0..5))| {
        for requirement in &requirements {
            let parsed = parse(&requirement.to_string(), catalogue);
            prop_assert_eq!(&parsed.errors, &[]);
            prop_assert_eq!(&parsed.requirements, std::slice::from_ref(requirement));
        }
        let text = print::list(&requirements);
        let parsed = parse(&text, catalogue);
        prop_assert_eq!(parsed.errors, []);
        prop_assert_eq!(&parsed.requirements, &requirements);
        prop_assert_eq!(print::list(&parsed.requirements), text);
    });
}

/// Words of the grammar in any order, with other letters and spaces between: close to sense, and often without it.
#[test]
fn no_text_makes_it_stumble_and_reading_is_settled_after_once() {
    let words = vec![
        "not",
        "region",
        "REGION",
        "cert",
        "@host",
        "@any",
        "@",
        "region-ai",
        "ret-backup",
        "sla",
        "login",
        "host",
        "in",
        "has",
        "has-any",
        "<=",
        ">=",
        "is",
        "is-stated",
        "by-default",
        "or-cannot-tell",
        "EEA",
        "eea",
        "NL",
        "nl",
        "Irland",
        "iso-27001",
        "ISO 27001",
        "P30D",
        "P1M",
        "35 days",
        "99.9",
        "99.9 %",
        "yes",
        "azure",
        "saml",
        ",",
        ",,",
        ";",
        " ",
        "  ",
        "\t",
        "\u{a0}",
        "é",
        "日本",
        "😀",
        "=",
        "<",
        "%",
        "-",
        "1e400",
        "NaN",
    ];
    let catalogue = embedded_catalogue();
    let spaced = vec(select(words.clone()), 0..10).prop_map(|words| words.join(" "));
    let touching = vec(select(words), 0..6).prop_map(|words| words.concat());
    proptest!(ProptestConfig::with_cases(200), |(text in prop_oneof![spaced, touching, any::<String>()])| {
        check_errors(&text, catalogue)?;
        let printed = print::list(&parse(&text, catalogue).requirements);
        let again = parse(&printed, catalogue);
        prop_assert_eq!(&again.errors, &[], "{:?} from {:?}", &printed, &text);
        prop_assert_eq!(print::list(&again.requirements), printed);
    });
}

/// A requirement with one letter changed, left out or put in: still no panic, and errors stay inside the text.
#[test]
fn a_slip_of_the_pen_is_reported_in_its_place() {
    let catalogue = embedded_catalogue();
    let slip = (
        any::<prop::sample::Index>(),
        prop_oneof![any::<char>(), select(vec![' ', ',', ';', '@', 'é'])],
        0..3u8,
    );
    proptest!(ProptestConfig::with_cases(100), |(requirement in random::requirement(catalogue), (at, letter, kind) in slip)| {
        let mut letters: Vec<char> = Requirement::to_string(&requirement).chars().collect();
        let at = at.index(letters.len());
        match kind {
            0 => letters[at] = letter,
            1 => drop(letters.remove(at)),
            _ => letters.insert(at, letter),
        }
        check_errors(&letters.into_iter().collect::<String>(), catalogue)?;
    });
}
