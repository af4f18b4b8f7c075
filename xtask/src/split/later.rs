//! The second part: what is behind the doors. It imports all else from the first.

use anyhow::{Result, anyhow};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, FunctionSection,
    ImportSection, Module, TypeSection,
    reencode::{Error, Reencode},
};
use wasmparser::{Parser, Payload};

use super::{
    FIRST,
    data::Segment,
    first::{function_name, global_name, put, table_name},
    program::Program,
};

/// The entry of the function table that a door jumps to: behind those that the program fills.
pub fn entry(program: &Program, place: usize) -> i32 {
    let filled = program.tables[program.function_table as usize].initial;
    i32::try_from(filled as usize + place).unwrap_or(i32::MAX)
}

/// The second part of a program.
pub fn encode(program: &Program, data: &[Segment]) -> Result<Vec<u8>> {
    let mut later = Later { numbers: vec![None; program.function_types.len()] };
    module(program, data, &mut later).map_err(|error| anyhow!(error.to_string()))
}

fn module(program: &Program, data: &[Segment], later: &mut Later) -> Result<Vec<u8>> {
    let own = program.later();
    for (number, function) in (0..).zip(program.shared.iter().chain(&own)) {
        later.numbers[*function as usize] = Some(number);
    }

    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    for function in &own {
        functions.function(program.function_types[*function as usize]);
        later.parse_function_body(&mut code, program.body(*function).clone()).map_err(said)?;
    }
    let mut elements = ElementSection::new();
    for (place, door) in program.doors.iter().enumerate() {
        let number = later.function_index(*door).map_err(said)?;
        let at = ConstExpr::i32_const(entry(program, place));
        elements.active(Some(program.function_table), &at, Elements::Functions((&[number]).into()));
    }

    let mut module = Module::new();
    module.section(&types(program, later)?);
    module.section(&imports(program, later)?);
    module.section(&functions);
    module.section(&elements);
    module.section(&code);
    let mut section = DataSection::new();
    put(&mut section, data);
    module.section(&section);
    Ok(module.finish())
}

fn types(program: &Program, later: &mut Later) -> Result<TypeSection> {
    let mut types = TypeSection::new();
    for payload in Parser::new(0).parse_all(program.bytes) {
        if let Payload::TypeSection(section) = payload? {
            later.parse_type_section(&mut types, section).map_err(said)?;
        }
    }
    Ok(types)
}

fn imports(program: &Program, later: &mut Later) -> Result<ImportSection> {
    let mut imports = ImportSection::new();
    for function in &program.shared {
        let of = EntityType::Function(program.function_types[*function as usize]);
        imports.import(FIRST, &function_name(*function), of);
    }
    for (index, table) in program.tables.iter().enumerate() {
        let mut table = *table;
        if index == program.function_table as usize {
            let doors = program.doors.len() as u64;
            table.initial += doors;
            table.maximum = table.maximum.map(|maximum| maximum + doors);
        }
        let table = later.table_type(table).map_err(said)?;
        imports.import(FIRST, &table_name(index), table);
    }
    imports.import(FIRST, "memory", later.memory_type(program.memory).map_err(said)?);
    for (index, global) in program.globals.iter().enumerate() {
        imports.import(FIRST, &global_name(index), later.global_type(*global).map_err(said)?);
    }
    Ok(imports)
}

fn said(error: Error<Missing>) -> anyhow::Error {
    anyhow!(error.to_string())
}

/// Numbers functions anew: what is imported first, then what is the second part's own.
struct Later {
    numbers: Vec<Option<u32>>,
}

/// A function that is in neither part.
#[derive(Debug)]
struct Missing(u32);

impl std::fmt::Display for Missing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "function {} is in neither part", self.0)
    }
}

impl std::error::Error for Missing {}

impl Reencode for Later {
    type Error = Missing;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Missing>> {
        let number = self.numbers.get(function as usize).copied().flatten();
        number.ok_or(Error::UserError(Missing(function)))
    }
}
