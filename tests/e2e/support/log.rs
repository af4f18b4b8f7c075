//! Everything that a browser asks for, whoever in it asks.
//!
//! A page knows only what it has fetched itself, not what a worker has. So a browser can be given the server as its proxy,
//! for this machine too: then whatever it asks of anybody comes by here. A proxy passes no WebRTC, which no policy
//! for `connect-src` rules either.

use axum::{
    extract::{Request, State},
    http::{Method, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::sync::{Arc, Mutex};

/// Whom browsers ask for themselves, whatever they show: about their settings, updates, the time, who is signed in, and what
/// the fields of a form may be. Arguments and preferences do not silence all of it, so what goes there is passed over. None of
/// these hosts serves anything that a page could use.
const BROWSERS_OWN: [&str; 9] = [
    "accounts.google.com",
    "clients2.google.com",
    "clientservices.googleapis.com",
    "content-autofill.googleapis.com",
    "content-signature-2.cdn.mozilla.net",
    "firefox.settings.services.mozilla.com",
    "optimizationguide-pa.googleapis.com",
    "safebrowsing.googleapis.com",
    "update.googleapis.com",
];

/// The addresses that were asked for, of one server.
#[derive(Clone)]
pub struct Log {
    origin: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Log {
    /// The empty log of a server with this origin.
    pub fn of(origin: &str) -> Log {
        Log { origin: origin.to_owned(), asked: Arc::default() }
    }

    /// What was asked for, in its order: the path of a file of the server (`/…`), the whole address of anything else
    /// (`http://…`), or the host and the port of what is encrypted (`host:443`).
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("a log that nobody has left half written").clone()
    }

    fn add(&self, address: &str) {
        self.asked.lock().expect("a log that nobody has left half written").push(address.to_owned());
    }
}

/// Notes a request. Only those for this server are answered; what is for others goes nowhere.
pub async fn watch(State(log): State<Log>, request: Request, next: Next) -> Response {
    let address = request.uri().to_string();
    let own = address.strip_prefix(&log.origin).unwrap_or(&address).to_owned();
    if !request.uri().host().is_some_and(|host| BROWSERS_OWN.contains(&host)) {
        log.add(&own);
    }
    let is_own = own.starts_with('/') && request.method() != Method::CONNECT;
    if is_own { next.run(request).await } else { StatusCode::BAD_GATEWAY.into_response() }
}
