//! The first part: the program as it was, but for the bodies of what comes later.

use anyhow::{Result, anyhow};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ExportKind, ExportSection, Function, Instruction, Module,
    TableSection,
    reencode::{self, Reencode, utils},
};
use wasmparser::{CompositeInnerType, FunctionBody, Parser, Payload};

use super::{data::Segment, program::Program};

/// The program without what comes later, and with exports for it.
pub fn encode(program: &Program, data: &[Segment]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    let mut first =
        First { program, next: program.imported, parameters: parameters(program)?, table: 0, data };
    first
        .parse_core_module(&mut module, Parser::new(0), program.bytes)
        .map_err(|error| anyhow!(error.to_string()))?;
    Ok(module.finish())
}

/// Puts segments where they belong.
pub fn put(section: &mut DataSection, segments: &[Segment]) {
    for segment in segments {
        let at = ConstExpr::i32_const(segment.start.cast_signed());
        section.active(0, &at, segment.bytes.iter().copied());
    }
}

/// The names of the exports that only the second part uses.
pub fn function_name(index: u32) -> String {
    format!("f{index}")
}

pub fn table_name(index: usize) -> String {
    format!("t{index}")
}

pub fn global_name(index: usize) -> String {
    format!("g{index}")
}

/// For every type, how many parameters a function of it has.
fn parameters(program: &Program) -> Result<Vec<u32>> {
    let mut counts = Vec::new();
    for payload in Parser::new(0).parse_all(program.bytes) {
        let Payload::TypeSection(section) = payload? else { continue };
        for group in section {
            for of in group?.types() {
                let CompositeInnerType::Func(function) = &of.composite_type.inner else {
                    return Err(anyhow!("a type is not that of a function"));
                };
                counts.push(u32::try_from(function.params().len())?);
            }
        }
    }
    Ok(counts)
}

struct First<'p, 'a> {
    program: &'p Program<'a>,
    /// The function whose body comes next.
    next: u32,
    parameters: Vec<u32>,
    /// The table that comes next.
    table: u32,
    data: &'p [Segment],
}

impl First<'_, '_> {
    /// A jump through the table for a door, and nothing for what only the second part calls.
    fn instead(&self, function: u32) -> Function {
        let mut body = Function::new([]);
        match self.program.doors.iter().position(|door| *door == function) {
            Some(place) => {
                let of = self.program.function_types[function as usize];
                for parameter in 0..self.parameters[of as usize] {
                    body.instruction(&Instruction::LocalGet(parameter));
                }
                let entry = super::later::entry(self.program, place);
                body.instruction(&Instruction::I32Const(entry));
                body.instruction(&Instruction::CallIndirect {
                    type_index: of,
                    table_index: self.program.function_table,
                });
            }
            None => _ = body.instruction(&Instruction::Unreachable),
        }
        body.instruction(&Instruction::End);
        body
    }
}

type Outcome = Result<(), reencode::Error<std::convert::Infallible>>;

impl Reencode for First<'_, '_> {
    type Error = std::convert::Infallible;

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Outcome {
        let function = self.next;
        self.next += 1;
        if self.program.is_later(function) {
            code.function(&self.instead(function));
            return Ok(());
        }
        utils::parse_function_body(self, code, body)
    }

    fn parse_table(&mut self, tables: &mut TableSection, table: wasmparser::Table<'_>) -> Outcome {
        let mut of = self.table_type(table.ty)?;
        if self.table == self.program.function_table {
            let doors = self.program.doors.len() as u64;
            of.minimum += doors;
            of.maximum = of.maximum.map(|maximum| maximum + doors);
        }
        self.table += 1;
        tables.table(of);
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: wasmparser::ExportSectionReader<'_>,
    ) -> Outcome {
        utils::parse_export_section(self, exports, section)?;
        for function in &self.program.shared {
            exports.export(&function_name(*function), ExportKind::Func, *function);
        }
        for (index, number) in (0..self.program.tables.len()).zip(0..) {
            exports.export(&table_name(index), ExportKind::Table, number);
        }
        for (index, number) in (0..self.program.globals.len()).zip(0..) {
            exports.export(&global_name(index), ExportKind::Global, number);
        }
        Ok(())
    }

    fn parse_data_section(
        &mut self,
        data: &mut DataSection,
        _: wasmparser::DataSectionReader<'_>,
    ) -> Outcome {
        put(data, self.data);
        Ok(())
    }

    fn data_count(&mut self, _: u32) -> Result<u32, reencode::Error<std::convert::Infallible>> {
        Ok(u32::try_from(self.data.len()).unwrap_or(u32::MAX))
    }

    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: wasmparser::CustomSectionReader<'_>,
    ) -> Outcome {
        match section.name() {
            // wasm-opt reads there what the program may use.
            "target_features" => utils::parse_custom_section(self, module, section),
            _ => Ok(()),
        }
    }
}
