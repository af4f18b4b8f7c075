//! Runs the program and looks at what it takes.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

pub struct Run {
    pub seconds: f64,
    /// Zero where the system does not tell.
    pub peak_megabytes: f64,
}

/// Checks a folder, with advice; the check must be clean.
pub fn check(folder: &Path) -> Run {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_catalogue"))
        .args(["check", "--quiet", "--data"])
        .arg(folder)
        .stdout(Stdio::null())
        .spawn()
        .expect("the program starts");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0.0;
    let ended = loop {
        // The highest mark so far; it only rises, so the last look is within milliseconds of the truth.
        if let Some(seen) = fs::read_to_string(&status).ok().as_deref().and_then(high_water_mark) {
            peak = seen;
        }
        match child.try_wait().expect("the program can be waited for") {
            Some(status) => break status,
            None => thread::sleep(Duration::from_millis(2)),
        }
    };
    assert!(ended.success(), "the made-up catalogue has errors: {}", folder.display());
    Run { seconds: start.elapsed().as_secs_f64(), peak_megabytes: peak }
}

fn high_water_mark(status: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024.0)
}
