//! WebDriver BiDi, the part of it that a session needs: <https://w3c.github.io/webdriver-bidi/>.

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use std::mem;
use tokio::{net::TcpStream, sync::Mutex};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async, tungstenite::Message};

/// The connection of one session. What the browser tells between two answers is heard when the second one is awaited.
pub struct Bidi(Mutex<Line>);

struct Line {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    /// The number of the last command.
    last: u64,
    /// What scripts have written as errors, and what they have thrown.
    errors: Vec<String>,
}

impl Bidi {
    /// Connects to the address that the driver has given for the session, and listens to the console.
    pub async fn connect(address: &str) -> Bidi {
        let (socket, _) = connect_async(address).await.expect("a BiDi connection");
        let bidi = Bidi(Mutex::new(Line { socket, last: 0, errors: Vec::new() }));
        bidi.ask("session.subscribe", json!({ "events": ["log.entryAdded"] })).await;
        bidi
    }

    /// The answer to a command.
    pub async fn ask(&self, method: &str, params: Value) -> Value {
        let mut line = self.0.lock().await;
        line.last += 1;
        let id = line.last;
        let command = json!({ "id": id, "method": method, "params": params });
        line.socket.send(Message::text(command.to_string())).await.expect("a browser that listens");
        loop {
            let message = line.socket.next().await.expect("a connection that lasts").expect("a message");
            let Ok(text) = message.into_text() else { continue };
            let Ok(mut heard) = serde_json::from_str::<Value>(&text) else { continue };
            if heard["id"] == id {
                assert_eq!(heard["type"], "success", "{method}: {heard}");
                return heard["result"].take();
            }
            if heard["method"] == "log.entryAdded" && heard["params"]["level"] == "error" {
                line.errors.push(heard["params"]["text"].as_str().unwrap_or_default().to_owned());
            }
        }
    }

    /// The errors that have come since the last call. What a page has just caused may still be on its way.
    pub async fn new_errors(&self) -> Vec<String> {
        // Any command does: it hears what comes before its answer.
        self.ask("session.status", json!({})).await;
        mem::take(&mut self.0.lock().await.errors)
    }

    /// The window, as commands name it.
    pub async fn window(&self) -> Value {
        self.ask("browsingContext.getTree", json!({ "maxDepth": 0 })).await["contexts"][0]["context"].take()
    }
}
