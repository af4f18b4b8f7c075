//! Splits the compiled page in two: what the first screen needs, and what is loaded when it is first asked for.
//!
//! A *door* is a function of the program through which everything on its far side is entered; `src/ui/later.rs` has
//! most of them. What is called only behind doors goes into the second part. In the first part a door is a jump through an
//! entry of the function table, which stays empty until the second part, which shares memory, table and globals with
//! the first, puts itself there. Functions whose address is taken (closures, methods of trait objects) stay in the first
//! part, because nobody can tell who calls them; so splitting never depends on a guess, it only saves less. Constants
//! that only the second part points to come with it ([`data`]).

mod data;
mod first;
mod later;
mod program;

use anyhow::{Context, Result, bail};

use program::Program;

/// The name under which the second part imports what the first exports.
const FIRST: &str = "first";

/// The two parts of a program.
pub struct Parts {
    pub first: Vec<u8>,
    pub later: Vec<u8>,
}

/// Splits a program that still has the names of its functions. A door is a function of a module called `door` in the crate
/// `of`.
///
/// # Errors
/// If there is no door, or the program uses what this does not know.
pub fn split(program: &[u8], of: &str) -> Result<Parts> {
    let program = Program::read(program, of).context("the compiled page cannot be read")?;
    if program.doors.is_empty() {
        bail!(
            "the compiled page has no function in a module `door` of {of}, so there is nothing to load later"
        );
    }
    let segments = data::segments(program.bytes, &program.segment_names)?;
    let (first, later) = data::split(&program, segments)?;
    Ok(Parts {
        first: first::encode(&program, &first).context("the first part cannot be written")?,
        later: later::encode(&program, &later).context("the second part cannot be written")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasmparser::{Parser, Payload, Validator};

    /// `open` is the only way to `behind`; `both` is called from both sides; `closure` is called by its address.
    const PROGRAM: &str = r#"
        (module $program
          (import "page" "tell" (func $tell (param i32)))
          (memory (export "memory") 1)
          (global $stack (mut i32) (i32.const 64))
          (data $.rodata.early (i32.const 100) "said by the first part")
          (data $.rodata.late (i32.const 180) "said behind the door")
          (data $.rodata.short (i32.const 220) "both")
          (data $.rodata.shorter (i32.const 290) "late")
          (data $.rodata.later (i32.const 300) "said behind the door too")
          (table 3 3 funcref)
          (table 4 externref)
          (elem (i32.const 1) func $closure $closure)
          (func $both (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
          (func $behind (param i32) (result i32)
            (call $tell (i32.const 180)) (call $tell (i32.const 300)) (call $both (global.get $stack)))
          (func $app::later::door::open (param i32) (result i32) (call $behind (local.get 0)))
          (func $closure (call $tell (i32.const 100)) (call $tell (i32.const 220)))
          (func (export "start") (param i32) (result i32)
            (call $both (call $app::later::door::open (local.get 0)))))
    "#;

    fn functions(program: &[u8]) -> usize {
        let bodies = Parser::new(0)
            .parse_all(program)
            .filter(|payload| matches!(payload, Ok(Payload::CodeSectionEntry(_))));
        bodies.count()
    }

    #[test]
    fn what_is_only_behind_a_door_is_in_the_second_part() {
        let program = wat::parse_str(PROGRAM).expect("a program");
        let Parts { first, later } = split(&program, "app").expect("two parts");
        for part in [&first, &later] {
            Validator::new().validate_all(part).expect("a valid program");
        }
        assert_eq!(functions(&later), 2);
        // What the second part asks the first for, the first has.
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (first, later) = (text(&first), text(&later));
        for name in ["memory", "t0", "t1", "g0", "f0", "f1"] {
            assert!(first.contains(name) && later.contains(name), "{name}");
        }
        assert!(!later.contains("f4") && !first.contains("behind the"));
        // Constants go with what points to them, short ones too, and nothing is written over those of the first part.
        assert!(first.contains("said by the first part") && first.contains("both"));
        assert!(later.contains("said behind the door") && !later.contains("both"));
        assert!(later.contains("late") && !first.contains("late"));
        assert_eq!(later.matches("behind the door").count(), 2);
    }

    #[test]
    fn a_program_without_doors_is_not_split() {
        let program = wat::parse_str(PROGRAM).expect("a program");
        let error = split(&program, "other").err().expect("an error");
        assert!(error.to_string().contains("other"), "{error}");
    }
}
