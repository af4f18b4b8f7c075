//! Words: which vendors have a word that begins like this.

use super::{
    Engine,
    bits::Bits,
    class::{Class, Column, Token},
    index::Index,
    texts::Texts,
};
pub use crate::catalogue::find::Field;
use crate::{
    catalogue::{
        claim::Claim,
        find::{each_word, names_in},
        order,
        row::Kind,
    },
    requirement::ground::Item,
};

/// The words of a field, while vendors are added.
#[derive(Default)]
pub struct Gathered {
    words: Index,
    /// The vendors who have it, ascending, for each word.
    having: Vec<Vec<u32>>,
}

impl Gathered {
    /// Adds the words of a text; vendors come in ascending order.
    pub fn add(&mut self, vendor: usize, text: &str) {
        let vendor = vendor as u32;
        each_word(text, &mut |word| {
            let number = self.words.add(word.as_bytes());
            match self.having.get_mut(number) {
                Some(vendors) if vendors.last() == Some(&vendor) => {}
                Some(vendors) => vendors.push(vendor),
                None => self.having.push(vec![vendor]),
            }
        });
    }

    /// The words in their order, over so many vendors.
    pub fn sorted(self, vendors: usize) -> Words {
        let key = |number: usize| self.words.key(number);
        let mut words = Words::default();
        for number in order::positions(self.words.len(), &|a, b| key(a).cmp(key(b))) {
            let having = &self.having[number];
            words.words.push(std::str::from_utf8(key(number)).unwrap_or_default());
            // From one vendor in 32 on, a set takes less room than a list, and is joined faster.
            if having.len() * 32 >= vendors {
                let mut set = Bits::new(vendors);
                having.iter().for_each(|vendor| set.insert(*vendor as usize));
                words.frequent.push((words.words.len() as u32 - 1, set));
            } else {
                words.vendors.extend(having);
            }
            words.ends.push(words.vendors.len() as u32);
        }
        words.settle();
        words
    }
}

/// The words of a field, sorted, and which vendors have them.
#[derive(Default)]
pub struct Words {
    words: Texts,
    /// The vendors of the words that few have, one word after the other; and where those of each word end.
    vendors: Vec<u32>,
    ends: Vec<u32>,
    /// The words that many have, by their places.
    frequent: Vec<(u32, Bits)>,
}

impl Words {
    fn settle(&mut self) {
        self.words.settle();
        self.vendors.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.frequent.shrink_to_fit();
    }

    /// Adds the vendors who have a word with this beginning.
    fn find(&self, prefix: &str, found: &mut Bits) {
        let start = self.words.partition_point(|word| word < prefix);
        let end = self.words.partition_point(|word| word < prefix || word.starts_with(prefix));
        let place = |index: usize| index.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.vendors[place(start)..place(end)].iter().for_each(|vendor| found.insert(*vendor as usize));
        let first = self.frequent.partition_point(|(word, _)| (*word as usize) < start);
        let frequent = self.frequent[first..].iter().take_while(|(word, _)| (*word as usize) < end);
        frequent.for_each(|(_, having)| found.join(having));
    }

    /// What the words take of memory, in bytes.
    pub fn bytes(&self) -> usize {
        let lists = (self.vendors.capacity() + self.ends.capacity()) * size_of::<u32>();
        self.words.bytes() + lists + self.frequent.iter().map(|(_, set)| set.bytes()).sum::<usize>()
    }
}

/// The vendors who have, for each word of the text, one in these fields that begins with it.
pub fn matching(engine: &Engine, text: &str, fields: &[Field]) -> Bits {
    let mut all = Bits::full(engine.len());
    each_word(text, &mut |prefix| {
        let mut found = Bits::new(engine.len());
        let words = [(Field::Name, &engine.name_words), (Field::Summary, &engine.summary_words)];
        for (_, words) in words.iter().filter(|(field, _)| fields.contains(field)) {
            words.find(prefix, &mut found);
        }
        for (kind, field) in LISTED.iter().filter(|(_, field)| fields.contains(field)) {
            let rows = engine.catalogue.rows().zip(&engine.columns).filter(|(row, _)| row.kind == *kind);
            rows.for_each(|(_, column)| find_listed(engine, column, *field, prefix, &mut found));
        }
        all.keep(&found);
    });
    all
}

/// The rows whose values are looked through by their names.
const LISTED: [(Kind, Field); 3] = [
    (Kind::Certificates, Field::Certificates),
    (Kind::Providers, Field::Providers),
    (Kind::Provider, Field::Providers),
];

/// Adds the vendors for whom the column names something with a word that begins like this.
fn find_listed(engine: &Engine, column: &Column, field: Field, prefix: &str, found: &mut Bits) {
    let begins = |name: String| {
        let mut begins = false;
        each_word(&name, &mut |word| begins |= word.starts_with(prefix));
        begins
    };
    for (token, vendors) in &column.tokens {
        let name = match token {
            Token::Item(Item::Certification(id)) => engine.catalogue.certification_name(id),
            Token::Item(Item::Provider(id)) => engine.catalogue.provider_name(id),
            _ => continue,
        };
        if begins(name) {
            found.join(vendors);
        }
    }
    let names = |claim: &Claim| names_in(claim, &engine.catalogue).into_iter();
    let of_class = |class: &Class| {
        class.claims.iter().flat_map(names).any(|(in_field, name)| in_field == field && begins(name))
    };
    let classes: Vec<bool> = column.classes.iter().map(of_class).collect();
    if classes.contains(&true) {
        let having = (0..engine.len()).filter(|vendor| classes[column.class_of(*vendor) as usize]);
        having.for_each(|vendor| found.insert(vendor));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_beginnings() {
        let mut gathered = Gathered::default();
        // Of the first word there are so many that it gets a set.
        (0..40).for_each(|vendor| gathered.add(vendor, "Cloud works"));
        gathered.add(40, "Clement clouded Data");
        gathered.add(41, "data");
        let words = gathered.sorted(100);
        let found = |prefix| {
            let mut found = Bits::new(100);
            words.find(prefix, &mut found);
            found.iter().collect::<Vec<_>>()
        };
        assert_eq!(words.frequent.len(), 2);
        assert_eq!(found("clo"), (0..41).collect::<Vec<_>>());
        assert_eq!(found("cle"), [40]);
        assert_eq!(found("data"), [40, 41]);
        assert_eq!(found("d"), [40, 41]);
        assert_eq!(found("wo").len(), 40);
        assert_eq!(found("x"), [0; 0]);
    }
}
