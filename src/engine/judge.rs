//! A requirement over all vendors: one question to the naive evaluation for each kind of vendor that there is.

use std::{collections::HashMap, rc::Rc};

use super::{
    Engine,
    bits::Bits,
    class::{Column, Form, Token, put_list},
    footprint::footprint,
    pattern::Patterns,
};
use crate::{
    catalogue::{
        id::ProviderId,
        provider::{Kind, Provider},
    },
    requirement::{Requirement, evaluate::evaluate, verdict::Verdict},
};

/// Who meets a requirement, and who may.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    pub yes: Rc<Bits>,
    /// All but those for whom it is a no; the same set where nothing is open.
    pub possible: Rc<Bits>,
}

impl Judged {
    fn new(yes: Bits, possible: Bits) -> Self {
        let yes = Rc::new(yes);
        let possible = if *yes == possible { yes.clone() } else { Rc::new(possible) };
        Self { yes, possible }
    }

    /// The verdict on one vendor.
    pub fn of(&self, vendor: usize) -> Verdict {
        match (self.yes.contains(vendor), self.possible.contains(vendor)) {
            (true, _) => Verdict::Yes,
            (false, true) => Verdict::Unknown,
            (false, false) => Verdict::No,
        }
    }

    /// The verdicts on the negation.
    pub fn denied(&self) -> Self {
        let but = |bits: &Bits| {
            let mut rest = Bits::full(bits.universe());
            rest.remove_all(bits);
            rest
        };
        Self::new(but(&self.possible), but(&self.yes))
    }

    /// Kleene's *and*.
    pub fn and(&self, other: &Self) -> Self {
        self.join(other, Bits::keep)
    }

    /// Kleene's *or*.
    pub fn or(&self, other: &Self) -> Self {
        self.join(other, Bits::join)
    }

    fn join(&self, other: &Self, join: fn(&mut Bits, &Bits)) -> Self {
        let joined = |a: &Bits, b: &Bits| {
            let mut joined = a.clone();
            join(&mut joined, b);
            joined
        };
        Self::new(joined(&self.yes, &other.yes), joined(&self.possible, &other.possible))
    }
}

/// The sets that verdicts are collected in.
struct Verdicts {
    yes: Bits,
    possible: Bits,
}

impl Verdicts {
    fn put(&mut self, vendor: usize, verdict: Verdict) {
        if verdict != Verdict::No {
            self.possible.insert(vendor);
        }
        if verdict == Verdict::Yes {
            self.yes.insert(vendor);
        }
    }

    fn put_all(&mut self, vendors: &Bits, verdict: Verdict) {
        if verdict != Verdict::No {
            self.possible.join(vendors);
        }
        if verdict == Verdict::Yes {
            self.yes.join(vendors);
        }
    }
}

/// Judges every vendor by one requirement, of a single term where its test has terms.
pub fn judge(engine: &Engine, requirement: &Requirement) -> Judged {
    let case = Case::new(engine, requirement);
    let mut verdicts = Verdicts { yes: Bits::new(engine.vendors), possible: Bits::new(engine.vendors) };
    match &case.speaking[..] {
        [] => verdicts.put_all(&Bits::full(engine.vendors), case.ask(&[])),
        [only] => case.by_class(only, &mut verdicts),
        _ => case.by_vendor(&mut verdicts),
    }
    Judged::new(verdicts.yes, verdicts.possible)
}

/// A requirement, and the columns that it reads.
struct Case<'a> {
    engine: &'a Engine,
    requirement: &'a Requirement,
    /// Those on which somebody says something.
    speaking: Vec<Speaking<'a>>,
}

struct Speaking<'a> {
    column: &'a Column,
    patterns: Patterns<'a>,
}

/// What vendors of one kind have on a speaking column: their class, and an example of what they list.
struct Example<'a> {
    class: u32,
    tokens: Vec<&'a Token>,
}

impl<'a> Case<'a> {
    fn new(engine: &'a Engine, requirement: &'a Requirement) -> Self {
        let footprint = footprint(&requirement.subject, &engine.catalogue);
        let columns = footprint.iter().map(|position| &engine.columns[*position]);
        let speaking = columns.filter(|column| !column.is_silent());
        let patterns = |column: &'a Column| Patterns::new(column, requirement, engine.context());
        let speaking = speaking.map(|column| Speaking { column, patterns: patterns(column) }).collect();
        Self { engine, requirement, speaking }
    }

    /// One column: whole classes at once where a list decides, each class once where none does.
    fn by_class(&self, only: &Speaking, verdicts: &mut Verdicts) {
        let column = only.column;
        let mut silent = Bits::full(self.engine.vendors);
        column.irregular.iter().for_each(|vendor| silent.remove(*vendor as usize));
        for (class, entry) in column.classes.iter().enumerate() {
            let Form::List(vendors) = &entry.form else { continue };
            silent.remove_all(vendors);
            for (pattern, naming) in only.patterns.sets(vendors) {
                let tokens = only.patterns.examples(pattern).collect();
                verdicts.put_all(&naming, self.ask(&[Example { class: class as u32, tokens }]));
            }
        }
        verdicts.put_all(&silent, self.ask(&[Example { class: 0, tokens: Vec::new() }]));
        let mut known: Vec<Option<Verdict>> = vec![None; column.classes.len()];
        for vendor in column.irregular.iter().map(|vendor| *vendor as usize) {
            let class = column.class_of(vendor);
            let ask = || self.ask(&[Example { class, tokens: Vec::new() }]);
            verdicts.put(vendor, *known[class as usize].get_or_insert_with(ask));
        }
    }

    /// Several columns: each combination of classes and patterns once.
    fn by_vendor(&self, verdicts: &mut Verdicts) {
        let patterns: Vec<Vec<u64>> =
            self.speaking.iter().map(|column| column.patterns.of_all(self.engine.vendors)).collect();
        let mut known: HashMap<Vec<(u32, u64)>, Verdict> = HashMap::new();
        let mut kind: Vec<(u32, u64)> = Vec::new();
        for vendor in 0..self.engine.vendors {
            kind.clear();
            let columns = self.speaking.iter().zip(&patterns);
            kind.extend(columns.map(|(column, patterns)| (column.column.class_of(vendor), patterns[vendor])));
            let verdict = known.get(&kind).copied().unwrap_or_else(|| {
                let columns = self.speaking.iter().zip(&kind);
                let examples = columns.map(|(column, (class, pattern))| Example {
                    class: *class,
                    tokens: column.patterns.examples(*pattern).collect(),
                });
                let verdict = self.ask(&examples.collect::<Vec<_>>());
                known.insert(kind.clone(), verdict);
                verdict
            });
            verdicts.put(vendor, verdict);
        }
    }

    /// The verdict of the naive evaluation on an example, which has one entry for each speaking column.
    fn ask(&self, examples: &[Example]) -> Verdict {
        let mut claims = Vec::new();
        let mut unread = Vec::new();
        for (speaking, example) in self.speaking.iter().zip(examples) {
            let class = &speaking.column.classes[example.class as usize];
            if !class.read {
                unread.push(&speaking.column.row);
            }
            for claim in &class.claims {
                let mut claim = claim.clone();
                if let Form::List(_) = class.form {
                    put_list(&mut claim, example.tokens.iter().copied());
                }
                claims.push(claim);
            }
        }
        let sections = &self.engine.catalogue.sections;
        let covers =
            sections.iter().filter(|section| !section.rows.iter().any(|row| unread.contains(&&row.id)));
        let example = Provider {
            id: ProviderId::new(""),
            name: String::new(),
            kind: Kind::Vendor,
            summary: None,
            covers: covers.map(|section| section.id.clone()).collect(),
            claims,
        };
        evaluate(self.requirement, &example, self.engine.context()).verdict
    }
}
