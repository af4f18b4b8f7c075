//! The process that drives a browser.

use super::{Browser, files::Files, rights::bound, settings::needed};
use std::{process::Stdio, time::Duration};
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    net::{TcpListener, TcpStream},
    process::{Child, ChildStdout, Command},
    time::{sleep, timeout},
};

/// How long a driver may take until it can be asked for a browser.
const PATIENCE: Duration = Duration::from_secs(20);

/// A driver of one session, which ends with it.
pub struct Driver {
    /// As in `http://127.0.0.1:1234`.
    pub address: String,
    /// Ends the process when it is dropped.
    _process: Child,
}

impl Driver {
    /// Starts the driver of a browser on a port of its own.
    ///
    /// # Errors
    /// Why there is none, in words: one may find the port taken that it has chosen.
    pub async fn start(browser: Browser, files: &Files) -> Result<Driver, String> {
        let starting = async {
            match browser {
                Browser::Chromium => {
                    let command = bound(needed("CHROMEDRIVER"));
                    announcing(command, &["--port=0"], "started successfully on port ").await
                }
                Browser::Firefox => {
                    let command = bound(needed("GECKODRIVER"));
                    let arguments = ["--port=0", "--websocket-port=0"];
                    announcing(command, &arguments, "Listening on 127.0.0.1:").await
                }
                Browser::WebKit => {
                    files.settle();
                    let mut command = bound(needed("WEBKITDRIVER"));
                    command.env("XDG_CONFIG_HOME", files.settings());
                    Ok(silent(command).await)
                }
            }
        };
        let late = |_| format!("no driver is there within {PATIENCE:?}");
        let (process, port) = timeout(PATIENCE, starting).await.map_err(late)??;
        Ok(Driver { address: format!("http://127.0.0.1:{port}"), _process: process })
    }
}

fn spawned(mut command: Command, arguments: &[&str]) -> (Child, Lines<BufReader<ChildStdout>>) {
    command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    let mut process = command.spawn().unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
    let output = process.stdout.take().expect("the driver's output");
    (process, BufReader::new(output).lines())
}

/// A driver that chooses its port, and prints it after these words.
async fn announcing(command: Command, arguments: &[&str], words: &str) -> Result<(Child, u16), String> {
    let (process, mut lines) = spawned(command, arguments);
    let mut last = String::new();
    while let Some(line) = lines.next_line().await.expect("readable output") {
        if let Some((_, port)) = line.split_once(words) {
            let port = port.trim_end_matches('.').parse().expect("a port");
            drop_rest(lines);
            return Ok((process, port));
        }
        last = line;
    }
    Err(format!("the driver ended without naming its port; the last that it said was “{last}”"))
}

/// A driver that must be told its port, and says nothing.
async fn silent(command: Command) -> (Child, u16) {
    let free = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
    let port = free.local_addr().expect("the port's address").port();
    drop(free);
    let (process, lines) = spawned(command, &[&format!("--port={port}")]);
    drop_rest(lines);
    while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        sleep(Duration::from_millis(20)).await;
    }
    (process, port)
}

/// Reads what else it prints, so that the driver never waits for a reader.
fn drop_rest(mut lines: Lines<BufReader<ChildStdout>>) {
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
}
