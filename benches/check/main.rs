//! How long `catalogue check` takes, and how much memory, on made-up catalogues: `cargo bench --bench check`.
//!
//! `cargo bench --bench check -- 1000 10000` says how many profiles. The catalogues are the same each time; they are
//! written into the target folder, and stay there to be looked at.

mod made_up;
mod process;

use std::{env, path::Path, process::ExitCode};

/// Up to this much more time for each profile is still taken for linear growth.
const TOLERANCE: f64 = 1.5;

fn main() -> ExitCode {
    let given: Vec<usize> = env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if given.is_empty() { vec![1_000, 10_000] } else { given };
    println!(
        "{:>9} {:>9} {:>9} {:>9} {:>9} {:>9}",
        "profiles", "claims", "MB", "seconds", "busy s", "peak MB"
    );
    let mut each: Vec<f64> = Vec::new();
    for size in sizes {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bench/{size}/data"));
        let made = made_up::catalogue(&folder, size);
        let run = process::check(&folder);
        println!(
            "{size:>9} {:>9} {:>9.1} {:>9.2} {:>9.2} {:>9.1}",
            made.claims, made.megabytes, run.seconds, run.busy_seconds, run.peak_megabytes
        );
        each.push(run.busy_seconds / size as f64);
    }
    match each.windows(2).all(|pair| pair[1] <= pair[0] * TOLERANCE) {
        true => ExitCode::SUCCESS,
        false => {
            println!("The time for each profile grows with their number.");
            ExitCode::FAILURE
        }
    }
}
