//! A window on a catalogue that is too large for the page: what the page asks whoever holds the catalogue, and what it
//! gets. `engine::load::window` answers.
//!
//! The page holds the vendors that it shows and judges them by itself. Who is shown, and how many there are, it is told.

use std::rc::Rc;

use serde_json::Value as Json;

use super::{Sort, State, View};
use crate::{
    catalogue::{
        Catalogue,
        date::Date,
        id::{CertificationId, ProviderId},
        json,
        place::{PlaceCode, PlaceSet},
    },
    language::{english, say},
    requirement::{counts::Counts, print, verdict::Verdict},
};

/// How many vendors of a group are shown at once.
pub const PAGE: usize = 50;

/// How many vendors there are in the three groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    pub all: usize,
    pub meets: usize,
    pub cannot_tell: usize,
    pub does_not_meet: usize,
}

impl Totals {
    pub fn of(&self, verdict: Verdict) -> usize {
        match verdict {
            Verdict::Yes => self.meets,
            Verdict::Unknown => self.cannot_tell,
            Verdict::No => self.does_not_meet,
        }
    }
}

/// What the page knows of a large catalogue.
#[derive(Debug)]
pub struct Window {
    /// The vendors that are shown or named, and everything that they refer to.
    pub catalogue: Rc<Catalogue>,
    pub totals: Totals,
    pub documents: usize,
    /// Who is shown in each group, in this order.
    pub shown: [Vec<ProviderId>; 3],
    /// What was counted, in the order in which it was asked for.
    counts: Vec<Option<Counts>>,
    /// Whom the page around shows and the catalogue does not have.
    pub unknown: Vec<Unknown>,
    /// What some vendor of the whole catalogue names.
    pub places: PlaceSet,
    pub certifications: Vec<CertificationId>,
    /// The options that were counted.
    counted: Vec<String>,
}

/// A vendor that there is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    pub id: String,
    /// The id that may have been meant.
    pub near: Option<String>,
}

impl Window {
    /// Reads an answer; `counted` are the options that the question named.
    ///
    /// # Errors
    /// Words for people, where the answer is not one.
    pub fn read(answer: &str, counted: Vec<String>) -> Result<Self, String> {
        Self::of(&json::parse(answer).ok_or_else(unreadable)?, counted)
    }

    /// What an answer says.
    ///
    /// # Errors
    /// As above.
    pub fn of(json: &Json, counted: Vec<String>) -> Result<Self, String> {
        let text = json["catalogue"].as_str().ok_or_else(unreadable)?;
        let catalogue = Catalogue::from_json("the window", text).map_err(|_| unreadable())?;
        let of = |group: &str| texts(&json["ids"][group]).map(ProviderId::new).collect();
        let mut places = PlaceSet::new();
        for code in texts(&json["offered"]["places"]).filter_map(|code| code.parse::<PlaceCode>().ok()) {
            places.insert(code);
        }
        Ok(Self {
            catalogue: Rc::new(catalogue),
            totals: Totals {
                all: number(&json["size"]),
                meets: number(&json["meets"]),
                cannot_tell: number(&json["cannot_tell"]),
                does_not_meet: number(&json["does_not_meet"]),
            },
            documents: number(&json["documents"]),
            shown: [of("meets"), of("cannot_tell"), of("does_not_meet")],
            counts: items(&json["counts"])
                .iter()
                .map(|pair| {
                    pair.as_array()
                        .is_some()
                        .then(|| Counts { meets: number(&pair[0]), cannot_tell: number(&pair[1]) })
                })
                .collect(),
            unknown: items(&json["unknown"]).iter().filter_map(unknown).collect(),
            places,
            certifications: texts(&json["offered"]["certifications"]).map(CertificationId::new).collect(),
            counted,
        })
    }

    /// What an option would leave, if that was asked.
    pub fn counts(&self, option: &str) -> Option<Counts> {
        let place = self.counted.iter().position(|counted| counted == option)?;
        self.counts.get(place).copied().flatten()
    }

    /// The vendors that are shown in a group.
    pub fn shown(&self, verdict: Verdict) -> &[ProviderId] {
        match verdict {
            Verdict::Yes => &self.shown[0],
            Verdict::Unknown => &self.shown[1],
            Verdict::No => &self.shown[2],
        }
    }
}

/// An answer that is none.
pub fn unreadable() -> String {
    say("The answer of the engine cannot be read.").to_owned()
}

fn unknown(pair: &Json) -> Option<Unknown> {
    Some(Unknown { id: pair[0].as_str()?.to_owned(), near: pair[1].as_str().map(str::to_owned) })
}

pub fn number(json: &Json) -> usize {
    json.as_u64().unwrap_or_default() as usize
}

fn items(json: &Json) -> &[Json] {
    json.as_array().map_or(&[], Vec::as_slice)
}

pub fn texts(json: &Json) -> impl Iterator<Item = &str> {
    items(json).iter().filter_map(Json::as_str)
}

/// What the page asks about a state; `count` are the options whose counts it shows. Without vendors it tells what the
/// results depend on.
pub fn question(state: &State, today: Date, count: &[String], vendors: &[&ProviderId]) -> String {
    let [meets, cannot_tell, does_not_meet] = state.further.map(|further| PAGE * (further + 1));
    let Sort { by, descending } = &state.sort;
    let vendors: Vec<&str> = vendors.iter().map(|id| id.as_str()).collect();
    let count: Vec<&str> = count.iter().map(String::as_str).collect();
    format!(
        r#"{{"require":{},"text":{},"sort":{},"descending":{descending},"as_of":"{}","limits":[{meets},{cannot_tell},{does_not_meet}],"vendors":{},"count":{}{}}}"#,
        quoted(&print::list(&state.requirements)),
        quoted(&state.search),
        quoted(by),
        state.as_of.unwrap_or(today),
        list(&vendors),
        list(&count),
        only(state.bounds.providers.as_deref()),
    )
}

/// The part of a question that limits it to the vendors that are shown.
fn only(shown: Option<&[ProviderId]>) -> String {
    let of = |shown: &[ProviderId]| list(&shown.iter().map(ProviderId::as_str).collect::<Vec<_>>());
    shown.map_or_else(String::new, |shown| format!(r#","only":{}"#, of(shown)))
}

/// The vendors that a state needs wherever they stand in the results.
pub fn needed(state: &State) -> Vec<&ProviderId> {
    let mut vendors: Vec<&ProviderId> = state.compared.iter().collect();
    if let View::Profile(id) = &state.view {
        vendors.push(id);
    }
    vendors.extend(state.evidence.as_ref().map(|cell| &cell.provider));
    vendors
}

/// What stands between the thousands of a number.
const THOUSANDS: &str = english(",");

/// A number with commas between the thousands.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(say(THOUSANDS));
        }
        text.push(digit);
    }
    text
}

/// The first question, about what a link or attributes ask for and nobody has understood yet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Opening {
    pub require: String,
    pub search: String,
    pub sort: String,
    pub as_of: String,
    pub vendors: Vec<String>,
    /// The vendors that are shown; `None` is all.
    pub only: Option<Vec<ProviderId>>,
}

impl Opening {
    pub fn question(&self, today: Date) -> String {
        let Sort { by, descending } = Sort::from_link(&self.sort).unwrap_or_default();
        let day = self.as_of.parse().unwrap_or(today);
        let vendors: Vec<&str> = self.vendors.iter().map(String::as_str).collect();
        format!(
            r#"{{"lenient":true,"whole":true,"require":{},"text":{},"sort":{},"descending":{descending},"as_of":"{day}","vendors":{}{}}}"#,
            quoted(&self.require),
            quoted(&self.search),
            quoted(&by),
            list(&vendors),
            only(self.only.as_deref()),
        )
    }
}

/// A list of JSON strings.
pub fn list(texts: &[&str]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", quoted.join(","))
}

/// A JSON string.
pub fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{embedded, engine::load::Loader, state::link};

    /// What the page asks is understood, and what it is told is read.
    #[test]
    fn a_question_is_answered_and_the_answer_read() {
        let catalogue = embedded::catalogue().unwrap_or_default();
        let today: Date = "2026-11-22".parse().unwrap();
        let mut loaded =
            Loader::new("all", embedded::TEXT.to_owned(), today).map(Loader::finish).ok().unwrap();
        let query = "require=region+in+EEA&search=witivio&sort=name,descending&evidence=avid:login";
        let state = link::read(query, &catalogue);
        assert_eq!(state.notices, [""; 0]);
        let count = vec!["cert has iso-27001".to_owned()];
        let question = question(&state, today, &count, &needed(&state));
        let window = Window::read(&loaded.window(&question).unwrap(), count).unwrap();
        let Totals { all, meets, cannot_tell, does_not_meet } = window.totals;
        assert_eq!((all, meets, cannot_tell, does_not_meet), (4, 0, 1, 0));
        assert_eq!(window.shown(Verdict::Unknown), [ProviderId::new("witivio")]);
        assert!(window.catalogue.vendors().any(|vendor| vendor.id == *"avid"));
        assert_eq!(window.catalogue.vendors().count(), 2, "the one that is shown, and the one that is named");
        assert_eq!(window.counts("cert has iso-27001"), Some(Counts::default()));
        assert_eq!(window.counts("cert has soc-2"), None);
        assert!(!window.places.is_empty() && !window.certifications.is_empty());

        let opening = link::opening(query);
        assert_eq!(opening.vendors, ["avid"]);
        let window = Window::read(&loaded.window(&opening.question(today)).unwrap(), Vec::new()).unwrap();
        assert_eq!((window.totals.cannot_tell, link::read(query, &window.catalogue)), (1, state));
        assert!(Window::read("{}", Vec::new()).is_err());
    }

    /// Whom there is not is told, with who may have been meant; where nobody is left, all are shown.
    #[test]
    fn vendors_that_there_are_not_are_told() {
        let today: Date = "2026-11-22".parse().unwrap();
        let mut loaded =
            Loader::new("all", embedded::TEXT.to_owned(), today).map(Loader::finish).ok().unwrap();
        let mut asked = |only: &[&str]| {
            let only = Some(only.iter().map(|id| ProviderId::new(id)).collect());
            let question = Opening { only, ..Opening::default() }.question(today);
            let window = Window::read(&loaded.window(&question).unwrap(), Vec::new()).unwrap();
            (window.totals.all, window.unknown)
        };
        let unknown =
            |id: &str, near: Option<&str>| Unknown { id: id.to_owned(), near: near.map(str::to_owned) };
        assert_eq!(asked(&["avid", "wflow"]), (2, vec![]));
        let some = vec![unknown("wflw", Some("wflow")), unknown("northwind", None)];
        assert_eq!(asked(&["wflw", "avid", "northwind"]), (1, some));
        assert_eq!(asked(&["northwind"]), (4, vec![unknown("northwind", None)]));
        assert_eq!(asked(&[]), (4, vec![]));
    }

    #[test]
    fn thousands_are_told_apart() {
        let texts = [0, 12, 123, 1234, 123_456, 1_234_567].map(thousands);
        assert_eq!(texts, ["0", "12", "123", "1,234", "123,456", "1,234,567"]);
    }
}
