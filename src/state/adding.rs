//! The panel in which a requirement on any row is made: first a row is found, then its test is written. What is written
//! becomes a requirement through the grammar, so that the panel and a typed text accept the same and say the same.

use super::State;
use crate::{
    catalogue::{Catalogue, row::Kind, words::decimal_mark},
    language::{english, phrase, say},
    requirement::{
        Bound, Requirement, Subject, Test,
        parse::{self, parse},
    },
};

/// What the panel shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Adding {
    #[default]
    Closed,
    /// A row is looked for: the words, and which of the rows found is the active one.
    Finding {
        words: String,
        active: usize,
    },
    Writing(Writing),
}

/// A requirement that is being written.
#[derive(Debug, Clone, PartialEq)]
pub struct Writing {
    pub subject: Subject,
    pub kind: Kind,
    /// The place of the requirement that it will replace.
    pub replaces: Option<usize>,
    /// A word of the grammar.
    pub test: &'static str,
    /// The values of a list, or the one answer, as the grammar writes them.
    pub values: Vec<String>,
    /// A number or a date.
    pub bound: String,
    /// What follows the number of a duration: `D`, `M`, `Y`; `TH` is hours.
    pub unit: &'static str,
    /// Why it could not be taken over, in words.
    pub wrong: Option<String>,
}

/// The units of a duration: after `P`, as `P30D` or, for hours, `PT4H`; and in words.
pub const UNITS: [(&str, &str); 4] =
    [("D", english("days")), ("M", english("months")), ("Y", english("years")), ("TH", english("hours"))];

/// What can be done in the panel.
#[derive(Debug, Clone, PartialEq)]
pub enum AddingAction {
    Open,
    Close,
    Find(String),
    /// Makes another row the active one.
    Activate(usize),
    /// Begins a requirement on a row; with a value, takes it over at once.
    Choose(Subject, Option<String>),
    /// Begins to change the requirement at a place.
    Change(usize),
    ChooseTest(&'static str),
    /// Puts a value among the values of a list, or takes it out.
    ToggleValue(String),
    /// Makes a value the only one.
    ChooseValue(String),
    TypeBound(String),
    ChooseUnit(&'static str),
    /// Takes the requirement over, if it can be read.
    Take,
}

impl Writing {
    fn new(subject: Subject, kind: Kind, value: Option<String>) -> Self {
        let test = parse::tests_of(kind).first().copied().unwrap_or("is-stated");
        let unit = UNITS[0].0;
        let values = value.into_iter().collect();
        Self { subject, kind, replaces: None, test, values, bound: String::new(), unit, wrong: None }
    }

    /// A requirement as it can be changed.
    fn of(requirement: &Requirement, index: usize, catalogue: &Catalogue) -> Option<Self> {
        let kind = requirement.subject.kind(catalogue)?;
        let mut writing = Self::new(requirement.subject.clone(), kind, None);
        let text = requirement.test.to_string();
        let (test, rest) = text.split_once(' ').unwrap_or((&text, ""));
        writing.test = parse::tests_of(kind).iter().copied().find(|known| *known == test)?;
        match &requirement.test {
            Test::AtMost(Bound::Duration(_)) | Test::AtLeast(Bound::Duration(_)) => {
                writing.read_duration(rest)
            }
            Test::AtMost(_) | Test::AtLeast(_) => writing.bound = rest.replace('.', &decimal_mark()),
            Test::IsStated => {}
            _ => writing.values = rest.split(',').map(str::to_owned).collect(),
        }
        Some(Self { replaces: Some(index), ..writing })
    }

    /// One number and one unit; what has several stays as it is written in the grammar.
    fn read_duration(&mut self, text: &str) {
        let units = UNITS.into_iter().map(|(unit, _)| unit);
        for unit in units {
            let (prefix, suffix) = if unit == "TH" { ("PT", "H") } else { ("P", unit) };
            let number = text.strip_prefix(prefix).and_then(|rest| rest.strip_suffix(suffix));
            if let Some(number) = number.filter(|number| number.bytes().all(|b| b.is_ascii_digit())) {
                (self.bound, self.unit) = (number.to_owned(), unit);
                return;
            }
        }
        text.clone_into(&mut self.bound);
    }

    /// The text of the requirement, without what a replaced one says beside its test.
    fn text(&self) -> String {
        let values = match (self.test, self.kind, self.unit) {
            ("is-stated", ..) => String::new(),
            ("<=" | ">=", Kind::Duration, _) if self.bound.starts_with('P') => self.bound.clone(),
            ("<=" | ">=", Kind::Duration, "TH") => format!("PT{}H", self.bound.trim()),
            ("<=" | ">=", Kind::Duration, unit) => format!("P{}{unit}", self.bound.trim()),
            ("<=" | ">=", ..) => self.bound.trim().replace(&decimal_mark(), "."),
            _ => self.values.join(","),
        };
        format!("{} {} {values}", self.subject.id(), self.test)
    }

    /// The requirement.
    ///
    /// # Errors
    /// What is wrong and what to write, as a sentence.
    pub fn requirement(&self, catalogue: &Catalogue) -> Result<Requirement, String> {
        let number = self.bound.trim();
        let is_bounded = matches!(self.test, "<=" | ">=") && self.kind == Kind::Duration;
        let is_whole = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        // The grammar would quote the number with what is put around it.
        if is_bounded && !is_whole && !number.starts_with('P') {
            let remedy = say("Write a whole number, for instance 30, and choose its unit.");
            return Err(match number {
                "" => phrase("A duration is missing. {}", &[&remedy]),
                _ => phrase("“{}” does not make a duration. {}", &[&number, &remedy]),
            });
        }
        let text = self.text();
        let parsed = parse(&text, catalogue);
        match (parsed.requirements.into_iter().next(), parsed.errors.first()) {
            (Some(requirement), None) if text.split(';').count() == 1 => Ok(requirement),
            (_, Some(error)) => Err(error.remedy()),
            _ => Err(say("Write one requirement at a time.").to_owned()),
        }
    }

    /// The requirement with one value only, for its counts.
    pub fn with_value(
        &self,
        value: &str,
        requirements: &[Requirement],
        catalogue: &Catalogue,
    ) -> Option<Requirement> {
        let alone = Self { values: vec![value.to_owned()], ..self.clone() };
        alone.requirement(catalogue).ok().map(|written| self.taken_over(written, requirements))
    }

    /// What is written, as it would stand among the requirements: a replaced one keeps whose property it counts, its
    /// negation and its last words.
    pub fn taken_over(&self, written: Requirement, requirements: &[Requirement]) -> Requirement {
        match self.replaces.and_then(|index| requirements.get(index)) {
            Some(old) => Requirement { test: written.test, ..old.clone() },
            None => written,
        }
    }
}

/// What only the later part of the page's program calls; see `ui::later`.
pub mod door {
    use super::{AddingAction, State};
    use crate::catalogue::Catalogue;

    /// Carries an action out.
    #[inline(never)]
    pub fn change(state: &mut State, action: AddingAction, catalogue: &Catalogue) {
        super::change(state, action, catalogue);
    }
}

fn change(state: &mut State, action: AddingAction, catalogue: &Catalogue) {
    match (&mut state.adding, action) {
        (adding, AddingAction::Open) => *adding = Adding::Finding { words: String::new(), active: 0 },
        (adding, AddingAction::Close) => *adding = Adding::Closed,
        (adding, AddingAction::Find(words)) => *adding = Adding::Finding { words, active: 0 },
        (Adding::Finding { active, .. }, AddingAction::Activate(index)) => *active = index,
        (_, AddingAction::Choose(subject, value)) => choose(state, subject, value, catalogue),
        (adding, AddingAction::Change(index)) => {
            let requirement = state.requirements.get(index);
            if let Some(writing) = requirement.and_then(|r| Writing::of(r, index, catalogue)) {
                *adding = Adding::Writing(writing);
            }
        }
        (Adding::Writing(writing), AddingAction::Take) => match writing.requirement(catalogue) {
            Ok(requirement) => {
                let requirement = writing.taken_over(requirement, &state.requirements);
                let replaces = writing.replaces;
                state.adding = Adding::Closed;
                take(state, replaces, requirement);
            }
            Err(wrong) => writing.wrong = Some(wrong),
        },
        (Adding::Writing(writing), action) => {
            write(writing, action);
            writing.wrong = None;
        }
        _ => {}
    }
}

/// What has been found by the name of a value is whole, and is changed where it then stands; of a row the test is missing.
fn choose(state: &mut State, subject: Subject, value: Option<String>, catalogue: &Catalogue) {
    let Some(kind) = subject.kind(catalogue) else { return };
    let is_whole = value.is_some();
    let writing = Writing::new(subject, kind, value);
    match writing.requirement(catalogue) {
        Ok(requirement) if is_whole => {
            state.adding = Adding::Closed;
            take(state, None, requirement);
        }
        _ => state.adding = Adding::Writing(writing),
    }
}

fn write(writing: &mut Writing, action: AddingAction) {
    match action {
        AddingAction::ChooseTest(test) => writing.test = test,
        AddingAction::ToggleValue(value) => match writing.values.iter().position(|known| *known == value) {
            Some(index) => drop(writing.values.remove(index)),
            None => writing.values.push(value),
        },
        AddingAction::ChooseValue(value) => writing.values = vec![value],
        AddingAction::TypeBound(bound) => writing.bound = bound,
        AddingAction::ChooseUnit(unit) => writing.unit = unit,
        _ => {}
    }
}

fn take(state: &mut State, replaces: Option<usize>, requirement: Requirement) {
    let is_there = state.requirements.contains(&requirement);
    match replaces.and_then(|index| state.requirements.get_mut(index)) {
        Some(old) => *old = requirement,
        None if is_there => {}
        None => state.requirements.push(requirement),
    }
}

/// A row, or one of its values, that the panel offers.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The section it stands under.
    pub group: String,
    pub name: String,
    pub subject: Subject,
    pub value: Option<String>,
}

/// What has all these words, each as the beginning of one; without words, every row.
pub fn offers(words: &str, catalogue: &Catalogue) -> Vec<Offer> {
    let mut offers = Vec::new();
    let offer =
        |group: &str, name: String, subject, value| Offer { group: group.to_owned(), name, subject, value };
    for section in &catalogue.sections {
        for row in section
            .rows
            .iter()
            .filter(|row| has_words(&[say(&section.name), " ", say(&row.name)].concat(), words))
        {
            offers.push(offer(
                say(&section.name),
                say(&row.name).to_owned(),
                Subject::Row(row.id.clone()),
                None,
            ));
        }
    }
    if words.trim().is_empty() {
        return offers;
    }
    for entry in catalogue.certifications.iter().filter(|c| c.counts() && has_words(&c.name, words)) {
        offers.push(offer(
            say("Certificates by name"),
            entry.name.clone(),
            Subject::Cert,
            Some(entry.id.to_string()),
        ));
    }
    if let Some(row) = catalogue.rows().find(|row| row.kind == Kind::Providers) {
        for provider in catalogue.providers.iter().filter(|p| has_words(&p.name, words)) {
            let name = format!("{}: {}", say(&row.name), provider.name);
            let subject = Subject::Row(row.id.clone());
            offers.push(offer(say("Providers by name"), name, subject, Some(provider.id.to_string())));
        }
    }
    offers
}

fn has_words(text: &str, words: &str) -> bool {
    let is_apart = |c: char| !c.is_alphanumeric();
    let begins = |word: &str| {
        text.split(is_apart)
            .any(|known| known.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
    };
    words.split(is_apart).filter(|word| !word.is_empty()).all(begins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{embedded, language::Language, state::link};

    fn catalogue() -> Catalogue {
        embedded::catalogue().unwrap_or_default()
    }

    fn after(query: &str, actions: impl IntoIterator<Item = AddingAction>) -> State {
        let catalogue = catalogue();
        let mut state = link::read(query, &catalogue);
        actions.into_iter().for_each(|action| change(&mut state, action, &catalogue));
        state
    }

    /// Every requirement of the grammar that has one place to stand in can be opened and taken over unchanged.
    #[test]
    fn what_is_opened_and_taken_over_is_the_same() {
        let query = "require=not+region+in+EEA,CH+or-cannot-tell;cert@host+has+iso-27001;ret-backup+<=+P60D;\
                     breach-time+<=+PT72H;sla+>=+99.9+by-default;mfa-users+is+yes;upstream+has-any+azure;\
                     doc-date+>=+2024-01-01;keys+is-stated;ret-logs+<=+P1M3D;host+is+azure";
        let catalogue = catalogue();
        let before = link::read(query, &catalogue);
        assert_eq!((before.notices.len(), before.requirements.len()), (0, 11), "{:?}", before.notices);
        let comma = Language::learn("comma", [("{}.{}".to_owned(), "{},{}".to_owned())]);
        for language in [Language::ENGLISH, comma] {
            let _speaking = language.speak();
            for index in 0..before.requirements.len() {
                let state = after(query, [AddingAction::Change(index), AddingAction::Take]);
                assert_eq!(state, before, "{}", before.requirements[index]);
            }
        }
    }

    #[test]
    fn a_fraction_is_typed_as_the_language_writes_it() {
        let comma = Language::learn("comma2", [("{}.{}".to_owned(), "{},{}".to_owned())]);
        let _speaking = comma.speak();
        let open = || [AddingAction::Change(0)];
        let Adding::Writing(opened) = after("require=sla+>=+99.9", open()).adding else { panic!("closed") };
        assert_eq!(opened.bound, "99,9");
        let typed =
            open().into_iter().chain([AddingAction::TypeBound("99,95".to_owned()), AddingAction::Take]);
        let state = after("require=sla+>=+99.9", typed);
        assert_eq!(state.requirements[0].to_string(), "sla >= 99.95");
    }

    #[test]
    fn what_cannot_be_read_says_so_and_stays() {
        let row = catalogue().rows().find(|row| row.id == *"sla").map(|row| row.id.clone()).unwrap();
        let choose = AddingAction::Choose(Subject::Row(row), None);
        let state = after("", [choose, AddingAction::TypeBound("many".to_owned()), AddingAction::Take]);
        assert_eq!(state.requirements, []);
        let Adding::Writing(writing) = &state.adding else { panic!("{:?}", state.adding) };
        assert!(writing.wrong.as_ref().is_some_and(|words| words.contains("percentage")), "{writing:?}");
        let typed = AddingAction::TypeBound("many60".to_owned());
        let state = after("require=ret-backup+<=+P60D", [AddingAction::Change(0), typed, AddingAction::Take]);
        let Adding::Writing(writing) = &state.adding else { panic!("{:?}", state.adding) };
        assert!(writing.wrong.as_ref().is_some_and(|words| words.starts_with("“many60” ")), "{writing:?}");
        let state = after("", [AddingAction::Take, AddingAction::Change(3), AddingAction::Activate(9)]);
        assert_eq!(state.adding, Adding::Closed);
    }

    #[test]
    fn what_is_found_by_the_name_of_a_value_is_required_at_once() {
        let offer = offers("auth0", &catalogue()).into_iter().find(|offer| offer.value.is_some()).unwrap();
        let state = after("", [AddingAction::Open, AddingAction::Choose(offer.subject, offer.value)]);
        assert_eq!(state.adding, Adding::Closed);
        assert_eq!(
            state.requirements.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["upstream has auth0"]
        );
    }

    #[test]
    fn rows_certificates_and_providers_are_found_by_words() {
        let catalogue = catalogue();
        let names = |words: &str| offers(words, &catalogue).into_iter().map(|o| o.name).collect::<Vec<_>>();
        assert_eq!(names("").len(), catalogue.rows().count());
        assert!(names("BACK kept").contains(&"Backups are kept for".to_owned()));
        assert!(names("iso 27001").contains(&"ISO 27001".to_owned()));
        assert!(names("auth0").iter().any(|name| name.ends_with(": Auth0")));
        assert_eq!(names("nothing of this kind"), [""; 0]);
    }
}
