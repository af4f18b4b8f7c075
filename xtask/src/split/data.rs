//! Which constants come later: those that nothing in the first part points to.
//!
//! The linker leaves every constant a segment of its own (build.rs asks it to), so an address tells which one is meant.
//! What is not sure stays: whatever may be written, and tables that are indexed from beside their start.

use anyhow::{Result, bail};
use wasmparser::{DataKind, Operator, Parser, Payload};

use super::program::Program;

/// How far before its start the code may point to when it means a constant, in bytes: a loop may begin one element early.
const BEFORE: u32 = 64;
/// In the first part gaps up to this many bytes are filled, because another segment would take more. The second part comes
/// on top of the first, so it fills none.
const GAP: usize = 8;

/// A piece of the memory as it is at the beginning.
pub struct Segment {
    pub start: u32,
    pub bytes: Vec<u8>,
    /// Never written, and only pointed to by its start or what follows.
    is_constant: bool,
}

impl Segment {
    fn means(&self, address: u32) -> bool {
        let end = self.start as usize + self.bytes.len();
        self.start.saturating_sub(BEFORE) <= address && address as usize <= end
    }
}

/// The segments of a program, by their starts.
///
/// # Errors
/// If a segment has no fixed place.
pub fn segments(program: &[u8], names: &[(u32, String)]) -> Result<Vec<Segment>> {
    let mut segments = Vec::new();
    for payload in Parser::new(0).parse_all(program) {
        let Payload::DataSection(section) = payload? else { continue };
        for (index, data) in (0..).zip(section) {
            let data = data?;
            let DataKind::Active { offset_expr, .. } = data.kind else { bail!("a segment has no place") };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                bail!("a segment has no fixed place");
            };
            let name = names.iter().find(|(known, _)| *known == index).map_or("", |(_, name)| name);
            segments.push(Segment {
                start: u32::try_from(value)?,
                bytes: data.data.to_vec(),
                is_constant: name.starts_with(".rodata") && !name.contains("switch.table"),
            });
        }
    }
    segments.sort_by_key(|segment| segment.start);
    Ok(segments)
}

/// Splits the segments: those of the first part, and those of the second.
///
/// # Errors
/// If the code is damaged.
pub fn split(program: &Program, segments: Vec<Segment>) -> Result<(Vec<Segment>, Vec<Segment>)> {
    let mut is_first: Vec<bool> = segments.iter().map(|segment| !segment.is_constant).collect();
    let mut open: Vec<u32> = addresses(program)?;
    for (segment, _) in segments.iter().zip(&is_first).filter(|(_, is_first)| **is_first) {
        open.extend(pointers(segment));
    }
    while let Some(address) = open.pop() {
        // Starts are in order, and what means an address is not far from it.
        let from = segments
            .partition_point(|segment| segment.start as usize + segment.bytes.len() < address as usize);
        for (index, segment) in segments.iter().enumerate().skip(from) {
            if segment.start > address.saturating_add(BEFORE) {
                break;
            }
            if segment.means(address) && !is_first[index] {
                is_first[index] = true;
                open.extend(pointers(segment));
            }
        }
    }
    let mut parts = (Vec::new(), Vec::new());
    for (segment, is_first) in segments.into_iter().zip(is_first) {
        match is_first {
            true => join(&mut parts.0, segment, GAP),
            false => join(&mut parts.1, segment, 0),
        }
    }
    Ok(parts)
}

/// Adds a segment to a part, as the end of the last one where the gap between them is not larger than that.
fn join(part: &mut Vec<Segment>, segment: Segment, largest_gap: usize) {
    if let Some(last) = part.last_mut() {
        let end = last.start as usize + last.bytes.len();
        let gap = (segment.start as usize).checked_sub(end);
        if let Some(gap) = gap.filter(|gap| *gap <= largest_gap) {
            last.bytes.extend(std::iter::repeat_n(0, gap));
            last.bytes.extend(segment.bytes);
            return;
        }
    }
    part.push(segment);
}

/// The words of a segment, any of which may be an address. What holds addresses begins where a word does; from another
/// start there are only bytes, whatever they look like.
fn pointers(segment: &Segment) -> Vec<u32> {
    let words = match segment.start.is_multiple_of(4) {
        true => segment.bytes.as_chunks::<4>().0,
        false => &[],
    };
    words.iter().map(|word| u32::from_le_bytes(*word)).collect()
}

/// Every number in the code of the first part that may be an address.
fn addresses(program: &Program) -> Result<Vec<u32>> {
    let mut found = Vec::new();
    let functions = (program.imported..).take(program.bodies.len());
    for function in functions.filter(|function| !program.is_later(*function)) {
        for operator in program.body(function).get_operators_reader()? {
            let operator = operator?;
            if let Operator::I32Const { value } = operator {
                found.push(value.cast_unsigned());
            }
            found.extend(offset(&operator));
        }
    }
    Ok(found)
}

/// The fixed part of the address that an operator reads or writes.
fn offset(operator: &Operator) -> Option<u32> {
    use Operator::{
        F32Load, F32Store, F64Load, F64Store, I32Load, I32Load8S, I32Load8U, I32Load16S, I32Load16U,
        I32Store, I32Store8, I32Store16, I64Load, I64Load8S, I64Load8U, I64Load16S, I64Load16U, I64Load32S,
        I64Load32U, I64Store, I64Store8, I64Store16, I64Store32,
    };
    match operator {
        I32Load { memarg }
        | I64Load { memarg }
        | F32Load { memarg }
        | F64Load { memarg }
        | I32Load8S { memarg }
        | I32Load8U { memarg }
        | I32Load16S { memarg }
        | I32Load16U { memarg }
        | I64Load8S { memarg }
        | I64Load8U { memarg }
        | I64Load16S { memarg }
        | I64Load16U { memarg }
        | I64Load32S { memarg }
        | I64Load32U { memarg }
        | I32Store { memarg }
        | I64Store { memarg }
        | F32Store { memarg }
        | F64Store { memarg }
        | I32Store8 { memarg }
        | I32Store16 { memarg }
        | I64Store8 { memarg }
        | I64Store16 { memarg }
        | I64Store32 { memarg } => u32::try_from(memarg.offset).ok(),
        _ => None,
    }
}
