//! A requirement over all vendors: one question to the naive evaluation for each kind of vendor that there is.

use std::cell::RefCell;

use super::{
    Engine, Judged,
    bits::{Bits, WORD},
    class::{Column, Form, Token, put_list},
    index::Index,
    pattern::Patterns,
};
use crate::{
    catalogue::{
        id::ProviderId,
        provider::{Kind, Provider},
    },
    requirement::{Requirement, evaluate::evaluate, footprint::footprint, verdict::Verdict},
};

/// The sets that verdicts are collected in.
struct Verdicts {
    yes: Bits,
    open: Bits,
}

impl Verdicts {
    fn put_all(&mut self, vendors: &Bits, verdict: Verdict) {
        match verdict {
            Verdict::Yes => self.yes.join(vendors),
            Verdict::Unknown => self.open.join(vendors),
            Verdict::No => {}
        }
    }
}

/// Judges every vendor by one requirement, of a single term where its test has terms.
pub fn judge(engine: &Engine, requirement: &Requirement) -> Judged {
    let case = Case::new(engine, requirement);
    let Verdicts { yes, open } = match &case.speaking[..] {
        [] => case.of_all(case.ask(&[])),
        [only] => case.by_class(only),
        _ => case.by_vendor(),
    };
    Judged::new(yes, open)
}

/// A requirement, and the columns that it reads.
struct Case<'a> {
    engine: &'a Engine,
    requirement: &'a Requirement,
    /// Those on which somebody says something.
    speaking: Vec<Speaking<'a>>,
    /// A vendor for whom everything has been read. Its claims change from question to question.
    example: RefCell<Provider>,
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
        let example = Provider {
            id: ProviderId::new(""),
            name: String::new(),
            kind: Kind::Vendor,
            summary: None,
            covers: engine.catalogue.sections.iter().map(|section| section.id.clone()).collect(),
            own: false,
            claims: Vec::new(),
        };
        Self { engine, requirement, speaking, example: RefCell::new(example) }
    }

    /// The same verdict for every vendor.
    fn of_all(&self, verdict: Verdict) -> Verdicts {
        let mut verdicts = self.nobody();
        verdicts.put_all(&Bits::full(self.engine.len()), verdict);
        verdicts
    }

    fn nobody(&self) -> Verdicts {
        Verdicts { yes: Bits::new(self.engine.len()), open: Bits::new(self.engine.len()) }
    }

    /// One column: whole sets of vendors at once where a list decides, each other class once.
    fn by_class(&self, only: &Speaking) -> Verdicts {
        let column = only.column;
        let whole = |class: usize| self.ask(&[Example { class: class as u32, tokens: Vec::new() }]);
        let mut verdicts = if column.is_mixed {
            let of_class = column.classes.iter().enumerate().map(|(class, entry)| match entry.form {
                // Not yet: they are put in below.
                Form::List(_) => Verdict::No,
                Form::Whole => whole(class),
            });
            spread(column, &of_class.collect::<Vec<_>>(), self.engine.len())
        } else {
            let mut silent = Bits::full(self.engine.len());
            column.lists().for_each(|(_, vendors)| silent.remove_all(vendors));
            let mut verdicts = self.nobody();
            verdicts.put_all(&silent, whole(0));
            verdicts
        };
        for (class, vendors) in column.lists() {
            for (pattern, naming) in only.patterns.sets(vendors) {
                let tokens = only.patterns.examples(pattern).collect();
                verdicts.put_all(&naming, self.ask(&[Example { class: class as u32, tokens }]));
            }
        }
        verdicts
    }

    /// Several columns: each combination of classes and patterns once.
    fn by_vendor(&self) -> Verdicts {
        let vendors = self.engine.len();
        let patterns: Vec<Vec<u64>> =
            self.speaking.iter().map(|column| column.patterns.of_all(vendors)).collect();
        let mut kinds = Index::default();
        let mut known: Vec<Verdict> = Vec::new();
        let mut kind: Vec<u8> = Vec::new();
        let mut verdicts = self.nobody();
        for vendor in 0..vendors {
            kind.clear();
            for (speaking, patterns) in self.speaking.iter().zip(&patterns) {
                kind.extend_from_slice(&speaking.column.class_of(vendor).to_le_bytes());
                kind.extend_from_slice(&patterns[vendor].to_le_bytes());
            }
            let number = kinds.add(&kind);
            if number == known.len() {
                let columns = self.speaking.iter().zip(&patterns);
                let examples = columns.map(|(speaking, patterns)| Example {
                    class: speaking.column.class_of(vendor),
                    tokens: speaking.patterns.examples(patterns[vendor]).collect(),
                });
                known.push(self.ask(&examples.collect::<Vec<_>>()));
            }
            match known[number] {
                Verdict::Yes => verdicts.yes.insert(vendor),
                Verdict::Unknown => verdicts.open.insert(vendor),
                Verdict::No => {}
            }
        }
        verdicts
    }

    /// The verdict of the naive evaluation on an example, which has one entry for each speaking column.
    fn ask(&self, examples: &[Example]) -> Verdict {
        let mut example = self.example.borrow_mut();
        example.claims.clear();
        let mut unread = Vec::new();
        for (speaking, kind) in self.speaking.iter().zip(examples) {
            let class = &speaking.column.classes[kind.class as usize];
            if !class.read {
                unread.push(&speaking.column.row);
            }
            for claim in &class.claims {
                let mut claim = claim.clone();
                if let Form::List(_) = class.form {
                    put_list(&mut claim, kind.tokens.iter().copied());
                }
                example.claims.push(claim);
            }
        }
        if unread.is_empty() {
            return evaluate(self.requirement, &example, self.engine.context()).verdict;
        }
        let sections = &self.engine.catalogue.sections;
        let read =
            sections.iter().filter(|section| !section.rows.iter().any(|row| unread.contains(&&row.id)));
        let covers = read.map(|section| section.id.clone()).collect();
        let example = Provider { covers, ..example.clone() };
        evaluate(self.requirement, &example, self.engine.context()).verdict
    }
}

/// The verdicts on the vendors, from those on their classes.
fn spread(column: &Column, of_class: &[Verdict], vendors: usize) -> Verdicts {
    let of_class: Vec<(u64, u64)> = of_class
        .iter()
        .map(|verdict| (u64::from(*verdict == Verdict::Yes), u64::from(*verdict == Verdict::Unknown)))
        .collect();
    let mut verdicts = Verdicts { yes: Bits::new(vendors), open: Bits::new(vendors) };
    for start in (0..vendors).step_by(WORD) {
        let (mut yes, mut open) = (0, 0);
        for bit in 0..WORD.min(vendors - start) {
            let (is_yes, is_open) = of_class[column.class_of(start + bit) as usize];
            yes |= is_yes << bit;
            open |= is_open << bit;
        }
        verdicts.yes.set_word(start / WORD, yes);
        verdicts.open.set_word(start / WORD, open);
    }
    verdicts
}
