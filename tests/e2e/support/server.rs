//! Serves the built files as a plain web server does, and the test pages beside them; also as the proxy of a browser.

use super::{
    Setup,
    log::{self, Log},
    settings::Settings,
};
use axum::{
    Router,
    body::{Body, Bytes},
    http::{
        HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONTENT_LENGTH},
    },
    middleware,
    response::Response,
    routing::get,
};
use futures_util::stream;
use std::{convert::Infallible, path::Path, time::Duration};
use tokio::{net::TcpListener, task::JoinHandle};
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

/// A file that a scenario has made.
#[derive(Clone)]
pub struct Served {
    /// As in `/made/catalogue.json`.
    pub path: &'static str,
    pub text: Bytes,
    /// How many pieces it comes in, a fifth of a second after each other; at once where there is one.
    pub pieces: usize,
}

impl Served {
    fn response(&self) -> Response {
        let (text, size) = (self.text.clone(), self.text.len().div_ceil(self.pieces).max(1));
        let pieces = stream::unfold(text, move |mut rest| async move {
            if rest.is_empty() {
                return None;
            }
            if rest.len() > size {
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
            let piece = rest.split_to(size.min(rest.len()));
            Some((Ok::<_, Infallible>(piece), rest))
        });
        let mut response = Response::new(Body::from_stream(pieces));
        response.headers_mut().insert(CONTENT_LENGTH, self.text.len().into());
        response
    }
}

/// A server that ends with its scenario.
pub struct Server {
    /// As in `http://127.0.0.1:1234`, without a slash at the end.
    pub origin: String,
    /// What it was asked for, as a server and as a proxy.
    pub log: Log,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves the build at `/`, `tests/pages` at `/pages` and the built host pages at `/hosts`, except for the paths that are to be
    /// missing.
    pub async fn start(settings: &Settings, setup: &Setup) -> Server {
        let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
        let mut router = Router::new()
            .nest_service("/pages", ServeDir::new(pages))
            .nest_service("/hosts", ServeDir::new(&settings.hosts))
            .fallback_service(ServeDir::new(&settings.dist));
        for path in setup.missing {
            router = router.route(path, get(async || StatusCode::NOT_FOUND));
        }
        for file in setup.files.clone() {
            router = router.route(file.path, get(async move || file.response()));
        }
        let uncached =
            SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("the port's address"));
        let log = Log::of(&origin);
        let router = router.layer(uncached).layer(middleware::from_fn_with_state(log.clone(), log::watch));
        let task = tokio::spawn(async {
            axum::serve(listener, router).await.expect("a server that goes on");
        });
        Server { origin, log, task }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}
