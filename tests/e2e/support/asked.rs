//! A server, or a proxy, that nobody ought to ask. It remembers what it was asked for.

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

/// What a server says that has nothing to show.
pub const NOTHING: &str = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
/// What a proxy says through which nothing goes: it hangs up.
pub const REFUSED: &str = "";

/// It listens until its scenario ends.
pub struct Asked {
    /// As in `127.0.0.1:1234`.
    pub address: String,
    targets: Arc<Mutex<Vec<String>>>,
}

impl Asked {
    /// Starts one that gives everybody the same answer.
    pub async fn start(answer: &'static str) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let address = listener.local_addr().expect("the port's address").to_string();
        let targets = Arc::new(Mutex::new(Vec::new()));
        let known = targets.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut request = [0; 512];
                let length = stream.read(&mut request).await.unwrap_or_default();
                let text = String::from_utf8_lossy(&request[..length]);
                let target = text.split(' ').nth(1).unwrap_or_default().to_owned();
                known.lock().expect("a list").push(target);
                let _ = stream.write_all(answer.as_bytes()).await;
            }
        });
        Self { address, targets }
    }

    /// What it was asked for, each target once, in the order of the alphabet: a path of a server; of a proxy an address, or
    /// the machine that the browser wants to be connected with.
    pub fn targets(&self) -> Vec<String> {
        let mut targets = self.targets.lock().expect("a list").clone();
        targets.sort();
        targets.dedup();
        targets
    }
}
