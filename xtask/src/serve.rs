//! Serves the standalone page while it is worked on.

use crate::{
    process::{run, seconds},
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

/// Runs Trunk's server and prints the address as soon as the page is there.
pub fn serve(arguments: &[String]) -> Result<()> {
    let start = Instant::now();
    let (port, others) = port(arguments)?;
    if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err() {
        bail!(
            "port {port} is in use; choose another one: `cargo xtask serve --port {}`",
            port.saturating_add(1)
        );
    }
    let tools = tools::ensure()?;
    println!("→ Building the page and serving it (the first build takes about a minute, later ones seconds)");
    thread::spawn(move || {
        while !answers(port) {
            thread::sleep(Duration::from_millis(200));
        }
        println!("\n  The page is at http://127.0.0.1:{port}/ (after {})", seconds(start.elapsed()));
        println!("  It reloads when a source changes. Ctrl-C ends it.\n");
    });
    run(tools.trunk().args(["serve", "--port", &port.to_string()]).args(others))
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
        port =
            value.parse().with_context(|| format!("`{value}` is no port; a port is a number up to 65535"))?;
    }
    Ok((port, others))
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
