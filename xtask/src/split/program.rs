//! What has to be known of a program before it is split: who calls whom, and which functions are needed later only.

use anyhow::{Context, Result, bail};
use wasmparser::{
    ElementItems, ElementKind, ExternalKind, FunctionBody, KnownCustom, Name, Operator, Parser, Payload,
    TypeRef,
};

/// A program, and how it is split.
pub struct Program<'a> {
    pub bytes: &'a [u8],
    /// The types of all functions, imported ones first.
    pub function_types: Vec<u32>,
    /// How many of them are imported.
    pub imported: u32,
    pub bodies: Vec<FunctionBody<'a>>,
    pub tables: Vec<wasmparser::TableType>,
    pub memory: wasmparser::MemoryType,
    pub globals: Vec<wasmparser::GlobalType>,
    /// The table through which functions are called by their address.
    pub function_table: u32,
    /// The doors, in order: each gets an entry at the end of the function table.
    pub doors: Vec<u32>,
    /// What the segments of data are called.
    pub segment_names: Vec<(u32, String)>,
    /// The functions of the first part that the second calls, in order.
    pub shared: Vec<u32>,
    /// For every function, whether it is in the second part.
    is_later: Vec<bool>,
}

impl<'a> Program<'a> {
    /// Reads a program.
    ///
    /// # Errors
    /// If it is damaged, has no names, or is made in a way that this does not know.
    pub fn read(bytes: &'a [u8], of: &str) -> Result<Self> {
        let mut program = Self {
            bytes,
            function_types: Vec::new(),
            imported: 0,
            bodies: Vec::new(),
            tables: Vec::new(),
            memory: wasmparser::MemoryType {
                memory64: false,
                shared: false,
                initial: 0,
                maximum: None,
                page_size_log2: None,
            },
            globals: Vec::new(),
            function_table: 0,
            doors: Vec::new(),
            segment_names: Vec::new(),
            shared: Vec::new(),
            is_later: Vec::new(),
        };
        let mut roots = Vec::new();
        for payload in Parser::new(0).parse_all(bytes) {
            program.take(payload?, of, &mut roots)?;
        }
        let table = program.tables.iter().position(|table| table.element_type.is_func_ref());
        program.function_table = u32::try_from(table.context("there is no table of functions")?)?;
        program.sort_out(roots)?;
        Ok(program)
    }

    fn take(&mut self, payload: Payload<'a>, of: &str, roots: &mut Vec<u32>) -> Result<()> {
        match payload {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let TypeRef::Func(of) = import?.ty else {
                        bail!("something else than a function is imported");
                    };
                    self.function_types.push(of);
                    self.imported += 1;
                }
            }
            Payload::FunctionSection(section) => {
                for of in section {
                    self.function_types.push(of?);
                }
            }
            Payload::TableSection(section) => {
                for table in section {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(section) => {
                self.memory = section.into_iter().next().context("there is no memory")??;
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    self.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        roots.push(export.index);
                    }
                }
            }
            Payload::StartSection { func, .. } => roots.push(func),
            Payload::ElementSection(section) => {
                for element in section {
                    let element = element?;
                    match (element.items, element.kind) {
                        (ElementItems::Functions(functions), _) => {
                            for function in functions {
                                roots.push(function?);
                            }
                        }
                        // The entries that JavaScript's values take have none.
                        (ElementItems::Expressions(of, _), ElementKind::Active { .. })
                            if !of.is_func_ref() => {}
                        _ => bail!("the table is filled in an unknown way"),
                    }
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for names in names {
                        match names? {
                            Name::Function(names) => self.name(names, of)?,
                            Name::Data(names) => {
                                for name in names {
                                    let name = name?;
                                    self.segment_names.push((name.index, name.name.to_owned()));
                                }
                            }
                            _ => {}
                        }
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn name(&mut self, names: wasmparser::NameMap<'a>, of: &str) -> Result<()> {
        for name in names {
            let name = name?;
            let is_ours = name.name.strip_prefix(of).is_some_and(|path| path.starts_with("::"));
            if is_ours && name.name.contains("::door::") && !name.name.contains("{{closure}}") {
                self.doors.push(name.index);
            }
        }
        Ok(())
    }

    /// Finds what is reached without a door; everything else is for later. Then what that shares with the first part.
    fn sort_out(&mut self, mut open: Vec<u32>) -> Result<()> {
        self.is_later = vec![true; self.function_types.len()];
        self.is_later[..self.imported as usize].fill(false);
        while let Some(function) = open.pop() {
            let index = function as usize;
            let is_new = self.is_later.get(index).copied().context("a function is missing")?;
            if !is_new || self.doors.contains(&function) {
                continue;
            }
            self.is_later[index] = false;
            open.extend(called(self.body(function))?);
        }
        let mut is_shared = vec![false; self.function_types.len()];
        for function in self.later() {
            for called in called(self.body(function))? {
                is_shared[called as usize] |= !self.is_later(called);
            }
        }
        self.shared =
            (0..).zip(is_shared).filter(|(_, is_shared)| *is_shared).map(|(index, _)| index).collect();
        Ok(())
    }

    /// The body of a function that is not imported.
    pub fn body(&self, function: u32) -> &FunctionBody<'a> {
        &self.bodies[(function - self.imported) as usize]
    }

    pub fn is_later(&self, function: u32) -> bool {
        self.is_later[function as usize]
    }

    /// The functions of the second part, in order.
    pub fn later(&self) -> Vec<u32> {
        (0..).zip(&self.is_later).filter(|(_, is_later)| **is_later).map(|(index, _)| index).collect()
    }
}

/// The functions that a body names.
fn called(body: &FunctionBody) -> Result<Vec<u32>> {
    let mut found = Vec::new();
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Call { function_index }
            | Operator::ReturnCall { function_index }
            | Operator::RefFunc { function_index } => found.push(function_index),
            _ => {}
        }
    }
    Ok(found)
}
