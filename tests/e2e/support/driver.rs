//! The process that drives a browser.

use super::settings::Settings;
use std::{process::Stdio, time::Duration};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
    time::timeout,
};

/// A driver that ends with its scenario.
pub struct Driver {
    /// As in `http://127.0.0.1:1234`.
    pub address: String,
    /// Ends the process when it is dropped.
    _process: Child,
}

impl Driver {
    /// Starts the driver on a port that it chooses and prints.
    pub async fn start(settings: &Settings) -> Driver {
        let mut process = Command::new(&settings.chromedriver)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", settings.chromedriver.display()));
        let output = process.stdout.take().expect("the driver's output");
        let mut lines = BufReader::new(output).lines();
        let announced = async {
            while let Some(line) = lines.next_line().await.expect("readable output") {
                if let Some((_, rest)) = line.split_once("started successfully on port ") {
                    return rest.trim_end_matches('.').to_owned();
                }
            }
            panic!("the driver ended without naming its port");
        };
        let port = timeout(Duration::from_secs(20), announced)
            .await
            .expect("the driver did not name its port within 20 seconds");
        // The rest of its output is read and dropped, so that the driver never waits for a reader.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Driver { address: format!("http://127.0.0.1:{port}"), _process: process }
    }
}
