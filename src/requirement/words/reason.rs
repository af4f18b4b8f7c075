//! What was found, as sentences: the reasons behind a verdict.

use super::clause::{answer_in_words, at_least, at_most, bound_in_words, place_terms, term_name};
use crate::{
    catalogue::{
        Catalogue,
        date::Date,
        duration::Clock,
        id::ProviderId,
        place::{PlaceCode, PlaceSet},
        row::{Kind, Role, Row},
        value::{Limit, Period, Value},
        words::{capitalised, date, joined},
    },
    language::{english, phrase, say},
    requirement::{
        Holder, PlaceTerm, Requirement, Terms, Test,
        evaluate::Context,
        ground::{Fact, Finding, Ground, Item, Split},
        verdict::Verdict,
    },
};

/// The grounds of a finding as sentences without their full stops, each once, what decides first.
pub fn finding(finding: &Finding, requirement: &Requirement, context: Context) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for ground in &finding.grounds {
        let sentence = self::ground(ground, requirement, context);
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

/// One ground as a sentence without its full stop.
pub fn ground(ground: &Ground, requirement: &Requirement, context: Context) -> String {
    let catalogue = context.catalogue;
    let Some(row) = catalogue.row(&ground.row) else { return String::new() };
    let words = Words { row, verdict: ground.verdict, requirement, catalogue, as_of: context.as_of };
    words.fact(&ground.fact)
}

struct Words<'a> {
    row: &'a Row,
    verdict: Verdict,
    requirement: &'a Requirement,
    catalogue: &'a Catalogue,
    as_of: Date,
}

impl Words<'_> {
    fn fact(&self, fact: &Fact) -> String {
        let about_row = |text: &str| phrase("{}: {}", &[&self.row_name(), &text]);
        match fact {
            Fact::Places { role, asked, split, open } => self.places(*role, asked, split, *open),
            Fact::OneOf { role, asked, split } => self.one_of(*role, asked, split),
            Fact::Unnamed { .. } if self.row.role.is_none() => about_row(say("not named")),
            Fact::Unnamed { role: Role::Primary } => say("The main place is not named").to_owned(),
            Fact::Unnamed { role } => phrase("{} exists, but is not named", &[&capitalised(role.in_words())]),
            Fact::SaidInsideEu { role } => phrase(
                "{} is not named, but everything is said to be inside the EU",
                &[&capitalised(role.in_words())],
            ),
            Fact::NotCounted { roles } => self.not_counted(roles),
            Fact::Listed { item, holder, scope } => {
                let scope = scope.as_ref().map_or_else(String::new, |scope| format!(" ({scope})"));
                phrase("{} is {}{}", &[&self.item(item), &self.whose(holder.as_ref()), &scope])
            }
            Fact::NotInOpenList { item, holder } => {
                phrase("{} is not named; {} is open", &[&self.item(item), &self.list_of(holder.as_ref())])
            }
            Fact::NotInClosedList { item, holder, scope } => {
                let scope = scope.as_ref().map_or_else(String::new, |scope| format!(" ({scope})"));
                phrase(
                    "{} is not in {}{}, which is complete",
                    &[&self.item(item), &self.list_of(holder.as_ref()), &scope],
                )
            }
            Fact::KindNotCounted { item, kind, .. } => {
                let name = self.catalogue.certification_name(item);
                phrase("{} is named, but it is {}, not a certificate", &[&name, &kind.with_article()])
            }
            Fact::SchemePlanned { item } => {
                let name = self.catalogue.certification_name(item);
                phrase("{} is named, but the scheme is not yet in force", &[&name])
            }
            Fact::Expired { on, item: Some(item) } => {
                phrase("{} ran out on {}", &[&self.item(item), &date(*on)])
            }
            Fact::Expired { on, item: None } => about_row(&phrase("ran out on {}", &[&date(*on)])),
            Fact::OnlyOf { holder, item: Some(item) } => {
                let (item, holder) = (self.item(item), self.catalogue.provider_name(holder));
                let words = match self.requirement.holder {
                    Holder::Host => english("{} is named as held by {}, not by the host"),
                    Holder::Own | Holder::Any => {
                        english("{} is named as held by {}, not by the vendor itself")
                    }
                };
                phrase(words, &[&item, &holder])
            }
            Fact::OnlyOf { holder, item: None } => {
                about_row(&phrase("stated only for {}", &[&self.catalogue.provider_name(holder)]))
            }
            Fact::Compared { value } => self.compared(value),
            Fact::Incomparable { value } => self.incomparable(value),
            Fact::OnlyOptional { value } => {
                about_row(&phrase("{}, only as an option", &[&self.value(value)]))
            }
            Fact::Denied => self.denied(),
            Fact::PartySilent { holder: Holder::Host } => about_row(say("nothing is stated of the host")),
            Fact::PartySilent { .. } => about_row(say("nothing is stated of the vendor itself")),
            Fact::Conflict { readings } if readings.len() == 1 => {
                let reading = readings.iter().map(|value| self.value(value)).collect::<String>();
                about_row(&phrase("{}, but the wording is not firm", &[&reading]))
            }
            Fact::Conflict { readings } => {
                let readings: Vec<String> = readings.iter().map(|value| self.value(value)).collect();
                about_row(&phrase("the sources disagree ({})", &[&readings.join(say("; "))]))
            }
            Fact::Stated => about_row(say("stated")),
            Fact::Planned { when, passed } => {
                let planned = match when {
                    Some(when) => phrase("planned for {}", &[when]),
                    None => say("planned").to_owned(),
                };
                let passed = if *passed { say("; that date has passed") } else { "" };
                about_row(&(planned + passed))
            }
            Fact::Elsewhere { see } => {
                about_row(&phrase("not stated here, the document points to {}", &[&see]))
            }
            Fact::Picture => about_row(say("in a picture, not in the data")),
            Fact::NotStated => about_row(say("not stated")),
            Fact::NotRead => about_row(say("the documents have not been read for this yet")),
        }
    }

    /// The short names of places and certificates only make sense under their heading.
    fn row_name(&self) -> &str {
        match self.row.kind {
            Kind::Places | Kind::Certificates => say(&self.row.name),
            // A colon follows, and one is enough.
            _ if self.row.short_name().contains(':') => say(&self.row.name),
            _ => say(self.row.short_name()),
        }
    }

    fn value(&self, value: &Value) -> String {
        self.catalogue.value_in_words(value, self.row)
    }

    /// The places asked for: the one of several terms, or all of them.
    fn terms(&self, asked: &Option<PlaceTerm>) -> Vec<PlaceTerm> {
        match (asked, &self.requirement.test) {
            (Some(term), _) => vec![term.clone()],
            (
                None,
                Test::In(terms) | Test::Has(Terms::Places(terms)) | Test::HasAny(Terms::Places(terms)),
            ) => terms.clone(),
            (None, Test::Is(_)) => vec![PlaceTerm::eea()],
            _ => Vec::new(),
        }
    }

    fn wanted(&self, asked: &Option<PlaceTerm>) -> String {
        place_terms(&self.terms(asked), "or", self.catalogue)
    }

    fn places(&self, role: Role, asked: &Option<PlaceTerm>, split: &Split, open: bool) -> String {
        let Split { inside, conditional, outside } = split;
        let wanted = self.wanted(asked);
        let name = |codes: &PlaceSet| self.catalogue.place_names(codes, "and");
        // "Ireland, inside Ireland" says nothing twice.
        let mut places = inside.iter();
        let only = match (places.next(), places.next()) {
            (Some(only), None) => self.catalogue.place_in_words(only) == wanted,
            _ => false,
        };
        let which = match (inside.is_empty(), outside.is_empty()) {
            (true, true) => String::new(),
            (_, true) if only => name(inside),
            (_, true) => phrase("{}, inside {}", &[&name(inside), &wanted]),
            (true, _) => phrase("{}, outside {}", &[&name(outside), &wanted]),
            _ if only => phrase("{}, and {} too", &[&name(inside), &name(outside)]),
            _ => phrase("{} inside, {} outside {}", &[&name(inside), &name(outside), &wanted]),
        };
        let conditions = self.conditions(asked, conditional, &wanted, which.is_empty());
        let more = if open { say("; there may be more") } else { "" };
        phrase("{}: {}", &[&self.place_label(role), &[&*which, &*conditions, more].concat()])
    }

    /// "; Canada inside, but only for …", for each place that belongs under a condition; what they are inside of is named
    /// where they come first.
    fn conditions(
        &self,
        asked: &Option<PlaceTerm>,
        places: &PlaceSet,
        wanted: &str,
        come_first: bool,
    ) -> String {
        let mut text = String::new();
        for place in self.catalogue.places.iter().map(|place| place.code).filter(|c| places.contains(c)) {
            let (name, condition) = (self.catalogue.place_name(place), self.condition(asked, place));
            text += &match text.is_empty() && come_first {
                true => phrase("{}, inside {}, but only {}", &[&name, &wanted, &condition]),
                false => phrase("; {} inside, but only {}", &[&name, &condition]),
            };
        }
        text
    }

    /// Under what condition a place belongs to what was asked for, on the day judged as of.
    fn condition(&self, asked: &Option<PlaceTerm>, place: PlaceCode) -> String {
        let mut conditions: Vec<&str> = Vec::new();
        for term in self.terms(asked) {
            let PlaceTerm::Group(id) = term else { continue };
            let members =
                self.catalogue.group(&id).into_iter().flat_map(|group| group.members_on(self.as_of));
            for condition in members.filter(|m| m.place == place).filter_map(|m| m.condition.as_deref()) {
                // Two groups may say the same of it.
                if !conditions.contains(&condition) {
                    conditions.push(condition);
                }
            }
        }
        joined(&conditions.into_iter().map(say).collect::<Vec<_>>(), "or")
    }

    fn one_of(&self, role: Role, asked: &Option<PlaceTerm>, split: &Split) -> String {
        let Split { inside, conditional, outside } = split;
        let wanted = self.wanted(asked);
        let count = inside.len() + conditional.len() + outside.len();
        let label = self.place_label(role);
        if self.requirement.test == Test::IsStated {
            return phrase("{}: in one of {} countries; which one is not said", &[&label, &count]);
        }
        match (inside.len(), outside.len()) {
            (n, _) if !conditional.is_empty() => {
                let certain = if n == 0 { say("none").to_owned() } else { n.to_string() };
                let conditions = self.conditions(asked, conditional, &wanted, false);
                phrase(
                    "{}: in one of {} countries, {} of them inside {} for certain{}",
                    &[&label, &count, &certain, &wanted, &conditions],
                )
            }
            (_, 0) => phrase("{}: in one of {} countries, all of them inside {}", &[&label, &count, &wanted]),
            (0, _) => {
                phrase("{}: in one of {} countries, none of them inside {}", &[&label, &count, &wanted])
            }
            (_, n) if n <= 4 => {
                let names = self.catalogue.place_names(outside, "and");
                phrase(
                    "{}: in one of {} countries; {} would be outside {}",
                    &[&label, &count, &names, &wanted],
                )
            }
            (n, _) => {
                phrase("{}: in one of {} countries, {} of them inside {}", &[&label, &count, &n, &wanted])
            }
        }
    }

    /// A row of places may be about somebody else's places, and then has no role.
    fn place_label(&self, role: Role) -> String {
        if self.row.role.is_some() { capitalised(role_label(role)) } else { say(&self.row.name).to_owned() }
    }

    fn not_counted(&self, roles: &[Role]) -> String {
        let names: Vec<&str> = roles.iter().map(|role| role_label(*role)).collect();
        phrase("Not counted, because nothing says that there is any: {}", &[&joined(&names, "and")])
    }

    fn item(&self, item: &Item) -> String {
        match item {
            Item::Certification(id) => self.catalogue.certification_name(id),
            Item::Provider(id) => self.catalogue.provider_name(id),
            Item::Term(id) => capitalised(&term_name(Some(self.row), id)),
        }
    }

    fn whose(&self, holder: Option<&ProviderId>) -> String {
        let certificates = self.row.kind == Kind::Certificates;
        match holder.map(|holder| self.catalogue.provider_name(holder)) {
            None if certificates => say("named as held by the vendor itself").to_owned(),
            None => say("named by the vendor").to_owned(),
            Some(holder) if certificates => phrase("named as held by {}", &[&holder]),
            Some(holder) => phrase("named for {}", &[&holder]),
        }
    }

    fn list_of(&self, holder: Option<&ProviderId>) -> String {
        match holder {
            None => say("the vendor’s list").to_owned(),
            Some(holder) => phrase("the list cited for {}", &[&self.catalogue.provider_name(holder)]),
        }
    }

    fn compared(&self, value: &Value) -> String {
        let value = self.value(value);
        let asked = match &self.requirement.test {
            Test::AtMost(bound) => at_most(bound),
            Test::AtLeast(bound) => at_least(bound),
            Test::Is(answer) => answer_in_words(answer, Some(self.row), self.catalogue),
            _ => String::new(),
        };
        match self.verdict {
            Verdict::No if !asked.is_empty() => {
                phrase("{}: {}; asked: {}", &[&self.row_name(), &value, &asked])
            }
            _ => phrase("{}: {}", &[&self.row_name(), &value]),
        }
    }

    fn incomparable(&self, value: &Value) -> String {
        let text = phrase("{}: {}", &[&self.row_name(), &self.value(value)]);
        match (value, &self.requirement.test) {
            (Value::Yes(Some(_)), _) => phrase("{}; whether that is enough is yours to judge", &[&text]),
            (
                Value::Duration(Period { clock: Clock::Business, .. }),
                Test::AtMost(bound) | Test::AtLeast(bound),
            ) => {
                let bound = bound_in_words(bound);
                phrase("{}; working time cannot be compared with {} of elapsed time", &[&text, &bound])
            }
            (Value::Duration(period), Test::AtMost(bound)) if period.limit == Limit::AtLeast => {
                phrase("{}; it may be more than {}", &[&text, &bound_in_words(bound)])
            }
            (Value::Duration(period), Test::AtLeast(bound)) if period.limit == Limit::AtMost => {
                phrase("{}; it may be less than {}", &[&text, &bound_in_words(bound)])
            }
            (_, Test::AtMost(bound) | Test::AtLeast(bound)) => {
                phrase("{}; this cannot be compared with {} for certain", &[&text, &bound_in_words(bound)])
            }
            _ => text,
        }
    }

    fn denied(&self) -> String {
        let answer = match self.row.kind {
            Kind::Boolean => say("no, the document says so"),
            _ => say("none, the document says so"),
        };
        phrase("{}: {}", &[&self.row_name(), &answer])
    }
}

fn role_label(role: Role) -> &'static str {
    say(match role {
        Role::Primary => "main place",
        Role::Secondary => "second place",
        Role::Backup => "backups",
        Role::AiProcessing => "processing by AI",
    })
}
