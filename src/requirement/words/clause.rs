//! What is required, as clauses that can follow "You require that".

use crate::{
    catalogue::{
        Catalogue,
        id::TermId,
        row::Row,
        words::{date, joined},
    },
    requirement::{Answer, Bound, Holder, PlaceTerm, Requirement, Subject, Terms, Test},
};

/// A requirement as a clause that can follow "You require that": "backups are kept for at most 60 days".
pub fn requirement(requirement: &Requirement, catalogue: &Catalogue) -> String {
    let Requirement { negated, subject, holder, test, by_default, or_cannot_tell } = requirement;
    let clause = match subject {
        Subject::Region => region_clause(test, *negated, catalogue),
        Subject::Cert => format!("{} {}", holder_in_words(*holder), held(test, *negated, catalogue)),
        Subject::Row(id) => match catalogue.row(id) {
            None => return requirement.to_string(),
            Some(row) => row_clause(row, requirement, catalogue),
        },
    };
    let default = if *by_default { ", by default" } else { "" };
    let open = if *or_cannot_tell { ", or it cannot be told" } else { "" };
    format!("{clause}{default}{open}")
}

/// What a requirement is about, as a name.
pub fn subject(subject: &Subject, catalogue: &Catalogue) -> String {
    match subject {
        Subject::Region => "Every place, in every role in use".to_owned(),
        Subject::Cert => "Certificates".to_owned(),
        Subject::Row(id) => catalogue.row(id).map_or_else(|| id.to_string(), |row| row.name.clone()),
    }
}

/// Over all roles, a negation turns *all* into *some* and back.
fn region_clause(test: &Test, negated: bool, catalogue: &Catalogue) -> String {
    let all = "all data, in every role,";
    match (test, negated) {
        (Test::In(terms), false) => format!("{all} is inside {}", place_terms(terms, "or", catalogue)),
        (Test::In(terms), true) => format!("some data is outside {}", place_terms(terms, "or", catalogue)),
        (Test::HasAny(Terms::Places(terms)), true) => {
            format!("{all} is outside {}", place_terms(terms, "or", catalogue))
        }
        (Test::HasAny(Terms::Places(terms)), false) => {
            format!("some data is inside {}", place_terms(terms, "or", catalogue))
        }
        _ => format!("some data {}", place_test(test, negated, catalogue)),
    }
}

fn row_clause(row: &Row, requirement: &Requirement, catalogue: &Catalogue) -> String {
    let Requirement { negated, holder, test, .. } = requirement;
    let of = match holder {
        Holder::Own => "",
        Holder::Host => ", the host’s,",
        Holder::Any => ", the vendor’s or its host’s,",
    };
    if let (Some(role), Test::In(_) | Test::Has(_) | Test::HasAny(_)) = (row.role, test) {
        return format!("{}{of} {}", role.in_words(), place_test(test, *negated, catalogue));
    }
    let test = simple_test(test, *negated, row, catalogue);
    match &row.clause {
        Some(clause) if of.is_empty() => filled(clause, &test),
        _ => format!("“{}”{of} {}{test}", row.name, linking(&test)),
    }
}

/// A row's clause with the test in its place.
fn filled(clause: &str, test: &str) -> String {
    let (before, after) = clause.split_once('{').unwrap_or((clause, ""));
    format!("{before}{test}{}", after.trim_start_matches('}'))
}

/// "“Cloud host” is Azure", "“Cloud host” is stated".
fn linking(test: &str) -> &'static str {
    let has_verb = ["is ", "names ", "does not "].iter().any(|verb| test.starts_with(verb));
    if has_verb { "" } else { "is " }
}

/// What a place, which may be several, is said to be.
fn place_test(test: &Test, negated: bool, catalogue: &Catalogue) -> String {
    let (words, terms, last) = match (test, negated) {
        (Test::In(terms), false) => ("is inside", terms, "or"),
        (Test::In(terms), true) => ("is at least partly outside", terms, "or"),
        (Test::Has(Terms::Places(terms)), false) if terms.len() > 1 => ("is in each of", terms, "and"),
        (Test::Has(Terms::Places(terms)), true) if terms.len() > 1 => ("is not in each of", terms, "and"),
        (Test::Has(Terms::Places(terms)) | Test::HasAny(Terms::Places(terms)), false) => {
            ("is at least partly inside", terms, "or")
        }
        (Test::Has(Terms::Places(terms)) | Test::HasAny(Terms::Places(terms)), true) => {
            ("is wholly outside", terms, "or")
        }
        (_, false) => return "has a stated place".to_owned(),
        (_, true) => return "has no stated place".to_owned(),
    };
    format!("{words} {}", place_terms(terms, last, catalogue))
}

/// "the EEA or Switzerland".
pub fn place_terms(terms: &[PlaceTerm], last: &str, catalogue: &Catalogue) -> String {
    let name = |term: &PlaceTerm| match term {
        PlaceTerm::Place(code) => catalogue.place_in_words(*code),
        PlaceTerm::Group(id) => {
            catalogue.group(id).map_or_else(|| id.to_string(), |group| group.in_words.clone())
        }
    };
    joined(&terms.iter().map(name).collect::<Vec<_>>(), last)
}

fn holder_in_words(holder: Holder) -> &'static str {
    match holder {
        Holder::Own => "the vendor itself",
        Holder::Host => "the host",
        Holder::Any => "the vendor, its host or a partner",
    }
}

fn held(test: &Test, negated: bool, catalogue: &Catalogue) -> String {
    match test {
        Test::Has(terms) => listed(["holds", "does not hold"], terms, true, negated, None, catalogue),
        Test::HasAny(terms) => listed(["holds", "does not hold"], terms, false, negated, None, catalogue),
        _ if negated => "holds no stated certificate".to_owned(),
        _ => "holds a stated certificate".to_owned(),
    }
}

/// What is in a list, all of it or some of it: "names A and B", "does not name all of A and B", "names none of A and B".
fn listed(
    [verb, denied]: [&str; 2],
    terms: &Terms,
    all: bool,
    negated: bool,
    row: Option<&Row>,
    catalogue: &Catalogue,
) -> String {
    let names = term_names(terms, row, catalogue);
    let (verb, last) = match (negated, all, names.len()) {
        (false, true, _) => (verb.to_owned(), "and"),
        (false, false, _) => (verb.to_owned(), "or"),
        (true, _, 1) => (denied.to_owned(), "and"),
        (true, true, _) => (format!("{denied} all of"), "and"),
        (true, false, _) => (format!("{verb} none of"), "and"),
    };
    format!("{verb} {}", joined(&names, last))
}

fn simple_test(test: &Test, negated: bool, row: &Row, catalogue: &Catalogue) -> String {
    let not = if negated { "not " } else { "" };
    match test {
        Test::In(_) => place_test(test, negated, catalogue),
        Test::Has(Terms::Places(_)) | Test::HasAny(Terms::Places(_)) => place_test(test, negated, catalogue),
        Test::Has(terms) => listed(["names", "does not name"], terms, true, negated, Some(row), catalogue),
        Test::HasAny(terms) => {
            listed(["names", "does not name"], terms, false, negated, Some(row), catalogue)
        }
        Test::AtMost(bound) if negated => beyond(bound, ["later than", "more than"]),
        Test::AtLeast(bound) if negated => beyond(bound, ["earlier than", "less than"]),
        Test::AtMost(bound) => at_most(bound),
        Test::AtLeast(bound) => at_least(bound),
        Test::Is(answer) => format!("{not}{}", answer_in_words(answer, Some(row), catalogue)),
        Test::IsStated => format!("{not}stated"),
    }
}

/// The other side of a bound: the words for a day, and for anything else.
fn beyond(bound: &Bound, [day, other]: [&str; 2]) -> String {
    let words = if matches!(bound, Bound::Date(_)) { day } else { other };
    format!("{words} {}", bound_in_words(bound))
}

fn term_names(terms: &Terms, row: Option<&Row>, catalogue: &Catalogue) -> Vec<String> {
    match terms {
        Terms::Places(terms) => {
            terms.iter().map(|t| place_terms(std::slice::from_ref(t), "", catalogue)).collect()
        }
        Terms::Certifications(ids) => ids.iter().map(|id| catalogue.certification_name(id)).collect(),
        Terms::Providers(ids) => ids.iter().map(|id| catalogue.provider_name(id)).collect(),
        Terms::Ids(ids) => ids.iter().map(|id| term_name(row, id)).collect(),
    }
}

pub(super) fn term_name(row: Option<&Row>, id: &TermId) -> String {
    row.and_then(|row| row.term(id)).map_or_else(|| id.to_string(), |term| term.name.clone())
}

/// "at most 60 days", "no later than 19 February 2024".
pub(super) fn at_most(bound: &Bound) -> String {
    let limit = if matches!(bound, Bound::Date(_)) { "no later than" } else { "at most" };
    format!("{limit} {}", bound_in_words(bound))
}

/// "at least 60 days", "no earlier than 19 February 2024".
pub(super) fn at_least(bound: &Bound) -> String {
    let limit = if matches!(bound, Bound::Date(_)) { "no earlier than" } else { "at least" };
    format!("{limit} {}", bound_in_words(bound))
}

/// "60 days", "99.9 %", "19 February 2024".
pub fn bound_in_words(bound: &Bound) -> String {
    match bound {
        Bound::Duration(duration) => duration.in_words(),
        Bound::Percentage(percent) => format!("{percent} %"),
        Bound::Number(number) => number.to_string(),
        Bound::Date(day) => date(*day),
    }
}

pub(super) fn answer_in_words(answer: &Answer, row: Option<&Row>, catalogue: &Catalogue) -> String {
    match answer {
        Answer::Yes => "yes".to_owned(),
        Answer::No => "no".to_owned(),
        Answer::Term(id) => term_name(row, id),
        Answer::Provider(id) => catalogue.provider_name(id),
    }
}
