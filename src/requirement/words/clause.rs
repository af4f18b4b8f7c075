//! What is required, as clauses that can follow "You require that".

use crate::{
    catalogue::{
        Catalogue,
        id::TermId,
        row::{Kind, Row},
        words::{date, decimal, joined, percent},
    },
    language::{english, inside, phrase, say},
    requirement::{Answer, Bound, Holder, PlaceTerm, Requirement, Subject, Terms, Test},
};

/// A requirement as a clause that can follow "You require that": "backups are kept for at most 60 days".
pub fn requirement(requirement: &Requirement, catalogue: &Catalogue) -> String {
    let Requirement { negated, subject, holder, test, by_default, or_cannot_tell } = requirement;
    let clause = match subject {
        Subject::Region => region_clause(test, *negated, catalogue),
        Subject::Cert => format!("{} {}", say(holder_in_words(*holder)), held(test, *negated, catalogue)),
        Subject::Row(id) => match catalogue.row(id) {
            None => return requirement.to_string(),
            Some(row) => row_clause(row, requirement, catalogue),
        },
    };
    let default = if *by_default { say(", by default") } else { "" };
    let open = if *or_cannot_tell { say(", or it cannot be told") } else { "" };
    [&*clause, default, open].concat()
}

/// What a requirement is about, as a name.
pub fn subject(subject: &Subject, catalogue: &Catalogue) -> String {
    match subject {
        Subject::Region => say("Every place, in every role in use").to_owned(),
        Subject::Cert => say("Certificates").to_owned(),
        Subject::Row(id) => catalogue.row(id).map_or_else(|| id.to_string(), |row| say(&row.name).to_owned()),
    }
}

/// Over all roles, a negation turns *all* into *some* and back.
fn region_clause(test: &Test, negated: bool, catalogue: &Catalogue) -> String {
    let (words, terms, last) = match (test, negated) {
        (Test::In(terms), false) => (english("all data, in every role, is inside {}"), terms, "or"),
        (Test::In(terms), true) => (english("some data is outside {}"), terms, "or"),
        (Test::Has(Terms::Places(terms)), false) if terms.len() > 1 => {
            (english("some data is inside each of {}"), terms, "and")
        }
        (Test::Has(Terms::Places(terms)), true) if terms.len() > 1 => {
            (english("no data is inside at least one of {}"), terms, "and")
        }
        (Test::Has(Terms::Places(terms)) | Test::HasAny(Terms::Places(terms)), false) => {
            (english("some data is inside {}"), terms, "or")
        }
        (Test::Has(Terms::Places(terms)) | Test::HasAny(Terms::Places(terms)), true) => {
            (english("all data, in every role, is outside {}"), terms, "or")
        }
        (_, false) => return say("the place of all data, in every role, is stated").to_owned(),
        (_, true) => return say("the place of some data is not stated").to_owned(),
    };
    phrase(words, &[&place_terms(terms, last, catalogue)])
}

fn row_clause(row: &Row, requirement: &Requirement, catalogue: &Catalogue) -> String {
    let Requirement { negated, holder, test, .. } = requirement;
    let (of, at) = match holder {
        Holder::Own => ("", ""),
        Holder::Host => (say(", the host’s,"), say(" at the host")),
        Holder::Any => {
            (say(", the vendor’s, its host’s or a partner’s,"), say(" at the vendor, its host or a partner"))
        }
    };
    if let (Some(role), Some(place)) = (row.role, place_test(test, *negated, catalogue)) {
        return format!("{}{of} {place}", role.in_words());
    }
    let has_verb = matches!(test, Test::In(_) | Test::Has(_) | Test::HasAny(_));
    let is_stated = *test == Test::IsStated;
    let test = simple_test(test, *negated, row, catalogue);
    match &row.clause {
        Some(clause) if !is_stated => phrase(clause, &[&test]) + at,
        Some(clause) if row.kind == Kind::Duration => {
            let time = say(if *negated { "a time that is not stated" } else { "a stated time" });
            phrase(clause, &[&time]) + at
        }
        _ if has_verb => phrase("“{}”{} {}", &[&say(&row.name), &of, &test]),
        _ => phrase("“{}”{} is {}", &[&say(&row.name), &of, &test]),
    }
}

/// What a place, which may be several, is said to be, where the test is one of places.
fn place_test(test: &Test, negated: bool, catalogue: &Catalogue) -> Option<String> {
    let (words, terms, last) = match (test, negated) {
        (Test::In(terms), false) => (english("is inside {}"), terms, "or"),
        (Test::In(terms), true) => (english("is at least partly outside {}"), terms, "or"),
        (Test::Has(Terms::Places(terms)), false) if terms.len() > 1 => {
            (english("is at least partly inside each of {}"), terms, "and")
        }
        (Test::Has(Terms::Places(terms)), true) if terms.len() > 1 => {
            (english("is wholly outside at least one of {}"), terms, "and")
        }
        (Test::Has(Terms::Places(terms)) | Test::HasAny(Terms::Places(terms)), false) => {
            (english("is at least partly inside {}"), terms, "or")
        }
        (Test::Has(Terms::Places(terms)) | Test::HasAny(Terms::Places(terms)), true) => {
            (english("is wholly outside {}"), terms, "or")
        }
        _ => return None,
    };
    Some(phrase(words, &[&place_terms(terms, last, catalogue)]))
}

/// "the EEA or Switzerland".
pub fn place_terms(terms: &[PlaceTerm], last: &str, catalogue: &Catalogue) -> String {
    let name = |term: &PlaceTerm| match term {
        PlaceTerm::Place(code) => catalogue.place_in_words(*code),
        PlaceTerm::Group(id) => {
            catalogue.group(id).map_or_else(|| id.to_string(), |group| inside(&group.in_words))
        }
    };
    joined(&terms.iter().map(name).collect::<Vec<_>>(), last)
}

fn holder_in_words(holder: Holder) -> &'static str {
    match holder {
        Holder::Own => english("the vendor itself"),
        Holder::Host => english("the host"),
        Holder::Any => english("the vendor, its host or a partner"),
    }
}

fn held(test: &Test, negated: bool, catalogue: &Catalogue) -> String {
    match test {
        Test::Has(terms) => listed(&HOLDS, terms, true, negated, None, catalogue),
        Test::HasAny(terms) => listed(&HOLDS, terms, false, negated, None, catalogue),
        _ if negated => say("holds no stated certificate").to_owned(),
        _ => say("holds a stated certificate").to_owned(),
    }
}

/// What somebody or a document has of a list.
struct Verb {
    affirmed: &'static str,
    denied: &'static str,
    not_all: &'static str,
    none: &'static str,
}

const HOLDS: Verb = Verb {
    affirmed: english("holds {}"),
    denied: english("does not hold {}"),
    not_all: english("does not hold all of {}"),
    none: english("holds none of {}"),
};

const NAMES: Verb = Verb {
    affirmed: english("names {}"),
    denied: english("does not name {}"),
    not_all: english("does not name all of {}"),
    none: english("names none of {}"),
};

/// What is in a list, all of it or some of it: "names A and B", "does not name all of A and B", "names none of A and B".
fn listed(
    verb: &Verb,
    terms: &Terms,
    all: bool,
    negated: bool,
    row: Option<&Row>,
    catalogue: &Catalogue,
) -> String {
    let names = term_names(terms, row, catalogue);
    let (words, last) = match (negated, all, names.len()) {
        (false, true, _) => (verb.affirmed, "and"),
        (false, false, _) => (verb.affirmed, "or"),
        (true, _, 1) => (verb.denied, "and"),
        (true, true, _) => (verb.not_all, "and"),
        (true, false, _) => (verb.none, "and"),
    };
    phrase(words, &[&joined(&names, last)])
}

fn simple_test(test: &Test, negated: bool, row: &Row, catalogue: &Catalogue) -> String {
    if let Some(place) = place_test(test, negated, catalogue) {
        return place;
    }
    match test {
        Test::In(terms) => place_terms(terms, "or", catalogue),
        Test::Has(terms) => listed(&NAMES, terms, true, negated, Some(row), catalogue),
        Test::HasAny(terms) => listed(&NAMES, terms, false, negated, Some(row), catalogue),
        Test::AtMost(bound) if negated => bounded(bound, [english("later than {}"), english("more than {}")]),
        Test::AtLeast(bound) if negated => {
            bounded(bound, [english("earlier than {}"), english("less than {}")])
        }
        Test::AtMost(bound) => at_most(bound),
        Test::AtLeast(bound) => at_least(bound),
        Test::Is(answer) if negated => phrase("not {}", &[&answer_in_words(answer, Some(row), catalogue)]),
        Test::Is(answer) => answer_in_words(answer, Some(row), catalogue),
        Test::IsStated if negated => say("not stated").to_owned(),
        Test::IsStated => say("stated").to_owned(),
    }
}

/// A bound with its limit: the words for a day, and for anything else.
fn bounded(bound: &Bound, [day, other]: [&str; 2]) -> String {
    let words = if matches!(bound, Bound::Date(_)) { day } else { other };
    phrase(words, &[&bound_in_words(bound)])
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
    row.map_or_else(|| id.to_string(), |row| row.term_name(id))
}

/// "at most 60 days", "no later than 19 February 2024".
pub fn at_most(bound: &Bound) -> String {
    bounded(bound, [english("no later than {}"), english("at most {}")])
}

/// "at least 60 days", "no earlier than 19 February 2024".
pub fn at_least(bound: &Bound) -> String {
    bounded(bound, [english("no earlier than {}"), english("at least {}")])
}

/// "60 days", "99.9 %", "19 February 2024".
pub fn bound_in_words(bound: &Bound) -> String {
    match bound {
        Bound::Duration(duration) => duration.in_words(),
        Bound::Percentage(share) => percent(*share),
        Bound::Number(number) => decimal(*number),
        Bound::Date(day) => date(*day),
    }
}

pub(super) fn answer_in_words(answer: &Answer, row: Option<&Row>, catalogue: &Catalogue) -> String {
    match answer {
        Answer::Yes => say("yes").to_owned(),
        Answer::No => say("no").to_owned(),
        Answer::Term(id) => term_name(row, id),
        Answer::Provider(id) => catalogue.provider_name(id),
    }
}
