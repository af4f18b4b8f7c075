//! Runs the program and looks at what it takes.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// What a run took; zero where the system does not tell.
pub struct Run {
    pub seconds: f64,
    /// Of the processor, whatever else the machine has to do.
    pub busy_seconds: f64,
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
    let process = format!("/proc/{}", child.id());
    let file = |name: &str| fs::read_to_string(format!("{process}/{name}")).unwrap_or_default();
    let (mut peak, mut busy) = (0.0, 0.0);
    let ended = loop {
        // Both only rise, so the last look is within milliseconds of the truth.
        peak = high_water_mark(&file("status")).unwrap_or(peak);
        busy = processor_time(&file("stat")).unwrap_or(busy);
        match child.try_wait().expect("the program can be waited for") {
            Some(status) => break status,
            None => thread::sleep(Duration::from_millis(2)),
        }
    };
    assert!(ended.success(), "the made-up catalogue has errors: {}", folder.display());
    Run { seconds: start.elapsed().as_secs_f64(), busy_seconds: busy, peak_megabytes: peak }
}

fn high_water_mark(status: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024.0)
}

/// The time in the program and in the system, which Linux counts in hundredths of a second.
fn processor_time(stat: &str) -> Option<f64> {
    // What stands before it may hold anything: it is the name of the program, in brackets.
    let mut fields = stat.rsplit(')').next()?.split_whitespace().skip(11);
    let mut ticks = || fields.next()?.parse::<f64>().ok();
    Some((ticks()? + ticks()?) / 100.0)
}
