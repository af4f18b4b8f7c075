//! Serves the standalone page while it is worked on.

use crate::{
    process::{become_program, command, seconds},
    tools,
};
use anyhow::{Context, Result, bail};
use std::{
    io::{Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    thread,
    time::{Duration, Instant},
};

const PORT: u16 = 8080;
/// How long the first build may take before nobody waits for it any more.
const PATIENCE: Duration = Duration::from_secs(1800);

/// Runs Trunk's server, and prints the address as soon as the page is there.
pub fn serve(arguments: &[String]) -> Result<()> {
    let (port, others) = port(arguments)?;
    if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err() {
        bail!(
            "port {port} is in use; choose another one: `cargo xtask serve --port {}`",
            port.wrapping_add(1)
        );
    }
    let tools = tools::ensure()?;
    println!("→ Building the page and serving it (the first build takes about a minute, later ones seconds)");
    // A process of its own waits for the page, so that this one can become Trunk: whoever ends it has
    // then ended the server.
    command(std::env::current_exe().context("this program cannot find itself")?)
        .args(["announce", &port.to_string()])
        .spawn()
        .context("the program that waits for the page does not start")?;
    become_program(tools.trunk().args(["serve", "--port", &port.to_string()]).args(others))
}

/// Waits until the server gives the page out, and prints its address. `serve` starts this.
pub fn announce(port: &str) -> Result<()> {
    let port = parse_port(port)?;
    let start = Instant::now();
    let server = parent();
    while !answers(port) {
        if parent() != server || start.elapsed() > PATIENCE {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(200));
    }
    println!("\n  The page is at http://127.0.0.1:{port}/ (after {})", seconds(start.elapsed()));
    println!("  It reloads when a source changes. Ctrl-C ends it.\n");
    Ok(())
}

/// The port that the arguments ask for, and the arguments that are Trunk's own.
fn port(arguments: &[String]) -> Result<(u16, Vec<&str>)> {
    let (mut port, mut others) = (PORT, Vec::new());
    let mut arguments = arguments.iter().map(String::as_str);
    while let Some(argument) = arguments.next() {
        let value = match argument.strip_prefix("--port=") {
            Some(value) => value,
            None if argument == "--port" || argument == "-p" => arguments
                .next()
                .with_context(|| format!("`{argument}` needs a number, as in `--port 8081`"))?,
            None => {
                others.push(argument);
                continue;
            }
        };
        port = parse_port(value)?;
    }
    Ok((port, others))
}

fn parse_port(value: &str) -> Result<u16> {
    value.parse().with_context(|| format!("`{value}` is no port; a port is a number up to 65535"))
}

/// The process that started this one; another one as soon as that has ended. Not every system tells.
fn parent() -> Option<u32> {
    #[cfg(unix)]
    return Some(std::os::unix::process::parent_id());
    #[cfg(not(unix))]
    None
}

/// Whether the server gives the page out.
fn answers(port: u16) -> bool {
    let request = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        stream.write_all(b"GET / HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")?;
        let mut status = [0; 12];
        stream.read_exact(&mut status)?;
        Ok(status.ends_with(b" 200"))
    };
    request().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Result<(u16, Vec<String>)> {
        let owned: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        port(&owned).map(|(port, others)| (port, others.into_iter().map(str::to_owned).collect()))
    }

    #[test]
    fn the_port_is_read_and_the_rest_goes_to_trunk() {
        assert_eq!(parsed(&[]).expect("defaults"), (8080, vec![]));
        assert_eq!(parsed(&["--open", "--port", "81"]).expect("a port"), (81, vec!["--open".to_owned()]));
        assert_eq!(parsed(&["--port=82", "--release"]).expect("a port"), (82, vec!["--release".to_owned()]));
    }

    #[test]
    fn a_bad_port_is_said() {
        assert!(parsed(&["--port"]).expect_err("no number").to_string().contains("needs a number"));
        assert!(parsed(&["-p", "70000"]).expect_err("too large").to_string().contains("`70000` is no port"));
    }
}
