//! The order of results: by name, by what is claimed on a row, by how much is stated. What is not stated comes last in
//! both directions; vendors that are equal stand by their ids.

use std::rc::Rc;

use vendor_compare_kernel as kernel;

use super::{Engine, bits::Bits, class::Class, sort, texts::Texts};
use crate::catalogue::{
    Catalogue,
    id::RowId,
    order,
    row::Kind,
    sorting::{self, Sortable, best},
    suggest,
};

/// By what results are sorted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum By {
    Name,
    /// A row of durations, percentages, numbers or dates.
    Row(RowId),
    /// How many rows say something.
    Coverage,
}

impl By {
    /// Reads `name`, `coverage` or the id of a row that has an order.
    ///
    /// # Errors
    /// What is wrong, in words.
    pub fn read(text: &str, catalogue: &Catalogue) -> Result<Self, String> {
        match text {
            "name" => return Ok(Self::Name),
            "coverage" => return Ok(Self::Coverage),
            _ => {}
        }
        let Some(row) = catalogue.rows().find(|row| row.id == *text) else {
            let near = suggest::nearest(text, catalogue.rows().map(|row| row.id.as_str()));
            let near = near.map_or_else(String::new, |near| format!(" Did you mean \"{near}\"?"));
            return Err(format!("The catalogue has no row \"{text}\".{near}"));
        };
        if !matches!(row.kind, Kind::Duration | Kind::Percentage | Kind::Number | Kind::Date) {
            return Err(format!(
                "Results cannot be sorted by the row \"{text}\": only rows of durations, percentages, numbers and \
                 dates have an order."
            ));
        }
        Ok(Self::Row(row.id.clone()))
    }
}

/// Results in an order.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Order {
    pub by: By,
    pub descending: bool,
}

/// All vendors in an order, and the place of each in it.
#[derive(Clone)]
pub struct Ranking {
    places: Rc<Places>,
    /// Whether the order is that of the places backwards.
    is_reversed: bool,
}

struct Places {
    order: Vec<u32>,
    rank: Vec<u32>,
    /// Whether no two are equal, and all have a value: then the other direction is this one backwards.
    is_strict: bool,
}

/// Fewer than this many words of the set for each vendor in it: it is quicker to sort those than to walk through all.
const SPARSE: usize = 64;

impl Ranking {
    pub fn new(engine: &Engine, by: &Order) -> Self {
        if by.descending {
            let ascending = engine.ranking(&Order { descending: false, ..by.clone() });
            if ascending.places.is_strict {
                return Self { is_reversed: true, ..(*ascending).clone() };
            }
        }
        Self { places: Rc::new(Places::new(engine, by)), is_reversed: false }
    }

    /// A page of a set of vendors.
    pub fn page(&self, within: &Bits, offset: usize, limit: usize) -> Vec<usize> {
        let count = within.count();
        let end = offset.saturating_add(limit).min(count);
        if offset >= end {
            return Vec::new();
        }
        let Places { order, rank, .. } = &*self.places;
        if count * count < order.len() * SPARSE {
            let last = order.len() as u32 - 1;
            let place = |vendor: usize| if self.is_reversed { last - rank[vendor] } else { rank[vendor] };
            let mut vendors = Vec::with_capacity(count);
            kernel::members(within.words(), &mut vendors);
            let places = vendors.into_iter().map(|vendor| u64::from(place(vendor as usize)));
            let places = sort::smallest(places, end);
            let vendor = |place: u64| {
                let place = place as u32;
                order[if self.is_reversed { last - place } else { place } as usize] as usize
            };
            return places[offset..].iter().map(|place| vendor(*place)).collect();
        }
        let page = kernel::page(order, self.is_reversed, within.words(), offset, end - offset);
        page.into_iter().map(|vendor| vendor as usize).collect()
    }

    /// What the ranking takes of memory, in bytes, if it does not share the places of another.
    pub fn bytes(&self) -> usize {
        let Places { order, rank, .. } = &*self.places;
        if self.is_reversed { 0 } else { (order.capacity() + rank.capacity()) * size_of::<u32>() }
    }
}

impl Places {
    fn new(engine: &Engine, by: &Order) -> Self {
        let mut keys = keys(engine, &by.by);
        if by.descending {
            keys.iter_mut().for_each(|key| key.place = LAST_PLACE - key.place);
        }
        // One number for each vendor: whose value it is, the place of the value, the place of the id. The order is that
        // of these numbers, and the last part of each tells the vendor.
        let number = |place: usize| keys[engine.by_id(place)].number() << 32 | place as u64;
        let mut numbers: Vec<u64> = (0..engine.len()).map(number).collect();
        sort::ascending(&mut numbers);
        let is_strict = numbers.windows(2).all(|pair| pair[0] >> 32 != pair[1] >> 32)
            && keys.iter().all(|key| key.party == 0);
        let order: Vec<u32> =
            numbers.into_iter().map(|number| engine.by_id(number as u32 as usize) as u32).collect();
        let mut rank = vec![0; order.len()];
        order.iter().enumerate().for_each(|(place, vendor)| rank[*vendor as usize] = place as u32);
        Self { order, rank, is_strict }
    }
}

/// By what a vendor is sorted.
#[derive(Clone, Copy)]
struct Key {
    /// Whose value it is, the vendor's own first; [`NOT_STATED`] comes last.
    party: u32,
    /// The place of the value among all, in ascending order.
    place: u32,
}

const NOT_STATED: Key = Key { party: sorting::NOT_STATED, place: 0 };
const DENIED: Key = Key { party: sorting::DENIED, place: 0 };
/// More places than there are vendors.
const LAST_PLACE: u32 = (1 << 28) - 1;

impl Key {
    fn number(self) -> u64 {
        // Who has no value has the same place in both directions.
        let place = if self.party < DENIED.party { self.place } else { 0 };
        u64::from(self.party << 28 | place)
    }
}

fn keys(engine: &Engine, by: &By) -> Vec<Key> {
    let own = |place: u32| Key { party: 0, place };
    match by {
        By::Name => places_of_names(&engine.names).into_iter().map(own).collect(),
        By::Coverage => (0..engine.len()).map(|vendor| own(coverage(engine, vendor))).collect(),
        By::Row(id) => {
            let Some(column) = engine.columns.iter().find(|column| column.row == *id) else {
                return vec![NOT_STATED; engine.len()];
            };
            let of_classes = class_keys(&column.classes);
            (0..engine.len()).map(|vendor| of_classes[column.class_of(vendor) as usize]).collect()
        }
    }
}

/// The place of each name among all different names.
fn places_of_names(names: &Texts) -> Vec<u32> {
    let sorted = names.sorted();
    let mut places = vec![0; sorted.len()];
    let mut place = 0;
    for (index, vendor) in sorted.iter().enumerate() {
        if index > 0 && names.at(sorted[index - 1] as usize) != names.at(*vendor as usize) {
            place += 1;
        }
        places[*vendor as usize] = place;
    }
    places
}

fn coverage(engine: &Engine, vendor: usize) -> u32 {
    let speaks = engine.columns.iter().filter(|column| {
        column.classes[column.class_of(vendor) as usize].claims.iter().any(|claim| claim.assertion.informs())
    });
    speaks.count() as u32
}

fn class_keys(classes: &[Class]) -> Vec<Key> {
    let values: Vec<Option<(u32, Option<Sortable>)>> =
        classes.iter().map(|class| best(class.claims.iter())).collect();
    let mut sorted: Vec<&Sortable> =
        values.iter().flatten().filter_map(|(_, value)| value.as_ref()).collect();
    order::sort_by(&mut sorted, |a, b| a.cmp(b));
    sorted.dedup();
    let key = |value: &Option<(u32, Option<Sortable>)>| match value {
        Some((party, Some(value))) => {
            Key { party: *party, place: sorted.partition_point(|other| *other < value) as u32 }
        }
        Some((_, None)) => DENIED,
        None => NOT_STATED,
    };
    values.iter().map(key).collect()
}
