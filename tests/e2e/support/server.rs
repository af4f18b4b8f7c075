//! Serves the built files as a plain web server does, and the test pages beside them.

use super::settings::Settings;
use axum::{
    Router,
    http::{HeaderValue, StatusCode, header::CACHE_CONTROL},
    routing::get,
};
use std::path::Path;
use tokio::{net::TcpListener, task::JoinHandle};
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

/// A server that ends with its scenario.
pub struct Server {
    /// As in `http://127.0.0.1:1234`, without a slash at the end.
    pub origin: String,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves the build at `/` and `tests/pages` at `/pages`, except for the paths that are to be missing.
    pub async fn start(settings: &Settings, missing: &[&str]) -> Server {
        let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
        let mut router = Router::new()
            .nest_service("/pages", ServeDir::new(pages))
            .fallback_service(ServeDir::new(&settings.dist));
        for path in missing {
            router = router.route(path, get(async || StatusCode::NOT_FOUND));
        }
        let uncached =
            SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        let router = router.layer(uncached);

        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("the port's address"));
        let task = tokio::spawn(async {
            axum::serve(listener, router).await.expect("a server that goes on");
        });
        Server { origin, task }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}
