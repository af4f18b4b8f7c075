//! What is required, as clauses that can follow "You require that".

use crate::{
    catalogue::{
        Catalogue,
        id::TermId,
        row::{Role, Row},
        words::{date, joined},
    },
    requirement::{Answer, Bound, Holder, PlaceTerm, Requirement, Subject, Terms, Test},
};

/// A requirement as a clause that can follow "You require that": "backups are kept for at most 60 days".
pub fn requirement(requirement: &Requirement, catalogue: &Catalogue) -> String {
    let Requirement { negated, subject, holder, test, by_default } = requirement;
    let clause = match subject {
        Subject::Region => format!("{} {}", place_subject(None, test), place_test(test, catalogue)),
        Subject::Cert => format!("{} {}", holder_holds(*holder), simple_test(test, None, catalogue)),
        Subject::Row(id) => match catalogue.row(id) {
            None => requirement.to_string(),
            Some(row) => row_clause(row, *holder, test, catalogue),
        },
    };
    let denial = if *negated { "it is not so that " } else { "" };
    let default = if *by_default { ", by default" } else { "" };
    format!("{denial}{clause}{default}")
}

fn row_clause(row: &Row, holder: Holder, test: &Test, catalogue: &Catalogue) -> String {
    let of = match holder {
        Holder::Own => "",
        Holder::Host => ", the host’s,",
        Holder::Any => ", the vendor’s or its host’s,",
    };
    if let (Some(role), Test::In(_) | Test::Has(_) | Test::HasAny(_)) = (row.role, test) {
        return format!("{}{of} {}", place_subject(Some(role), test), place_test(test, catalogue));
    }
    let test = simple_test(test, Some(row), catalogue);
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
    if test.starts_with("is ") || test.starts_with("names ") { "" } else { "is " }
}

fn place_subject(role: Option<Role>, test: &Test) -> String {
    match (role, test) {
        (None, Test::In(_)) => "all data, in every role,".to_owned(),
        (None, _) => "some data".to_owned(),
        (Some(role), _) => role.in_words().to_owned(),
    }
}

fn place_test(test: &Test, catalogue: &Catalogue) -> String {
    match test {
        Test::In(terms) => format!("is inside {}", place_terms(terms, "or", catalogue)),
        Test::HasAny(Terms::Places(terms)) => format!("is inside {}", place_terms(terms, "or", catalogue)),
        Test::Has(Terms::Places(terms)) => format!("is in each of {}", place_terms(terms, "and", catalogue)),
        _ => "has a stated place".to_owned(),
    }
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

fn holder_holds(holder: Holder) -> &'static str {
    match holder {
        Holder::Own => "the vendor itself holds",
        Holder::Host => "the host holds",
        Holder::Any => "the vendor, its host or a partner holds",
    }
}

fn simple_test(test: &Test, row: Option<&Row>, catalogue: &Catalogue) -> String {
    let listed = |terms: &Terms, last| {
        let names = joined(&term_names(terms, row, catalogue), last);
        if row.is_some() { format!("names {names}") } else { names }
    };
    match test {
        Test::In(terms) => format!("is inside {}", place_terms(terms, "or", catalogue)),
        Test::Has(terms) => listed(terms, "and"),
        Test::HasAny(terms) => listed(terms, "or"),
        Test::AtMost(bound) => at_most(bound),
        Test::AtLeast(bound) => at_least(bound),
        Test::Is(answer) => answer_in_words(answer, row, catalogue),
        Test::IsStated if row.is_none() => "a stated certificate".to_owned(),
        Test::IsStated => "stated".to_owned(),
    }
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
