//! Serves the built files, starts a browser for every scenario, and looks at what it shows.

pub mod asked;
mod beyond;
mod bidi;
mod browser;
mod driver;
mod files;
mod folder;
mod input;
mod log;
pub mod made_up;
pub mod own;
mod page;
mod results;
pub mod rights;
mod server;
mod session;
mod settings;
pub mod spreadsheet;

pub use browser::Browser;
pub(crate) use browser::in_browsers;
pub use page::Page;
pub use results::Groups;
pub use server::Served;

use futures_util::FutureExt;
use server::Server;
use session::Start;
use settings::Settings;
use std::panic::{AssertUnwindSafe, resume_unwind};

/// What is out of the ordinary in a scenario.
#[derive(Default)]
pub struct Setup {
    /// Turns off the scripts of pages.
    pub no_scripts: bool,
    /// The size of the window in CSS pixels; 1280 × 900 if it is not given.
    pub window: Option<(u32, u32)>,
    /// A proxy (`127.0.0.1:1234`) before every address, those of this machine as well.
    pub proxy: Option<String>,
    /// Paths that the server says it does not have.
    pub missing: &'static [&'static str],
    /// Files that the server has besides.
    pub files: Vec<Served>,
    /// Whether the server is the browser's proxy for everything, so that [`Page::asked`] tells all. Not in WebKit.
    pub watched: bool,
}

/// Runs a scenario in a browser of its own. It fails as well if the browser's console has an error that
/// does not belong to the scenario; see [`Page::expects_errors`].
pub async fn scenario(name: &str, browser: Browser, steps: impl AsyncFnOnce(&Page)) {
    scenario_with(name, browser, Setup::default(), steps).await;
}

/// Runs a scenario that has something out of the ordinary.
pub async fn scenario_with(name: &str, browser: Browser, setup: Setup, steps: impl AsyncFnOnce(&Page)) {
    let settings = Settings::from_environment();
    let server = Server::start(&settings, &setup).await;
    let page = Page::start(settings, &server, Start::of(browser, &setup, &server)).await;
    // A browser that nobody tells to quit stays, so a failure is held back until it has been told.
    let outcome = AssertUnwindSafe(async {
        steps(&page).await;
        page.has_no_other_errors().await;
    })
    .catch_unwind()
    .await;
    let end = if outcome.is_ok() { "end" } else { "failure" };
    page.shot(&format!("{name}-{}-{end}", browser.name())).await;
    page.quit().await;
    if let Err(failure) = outcome {
        resume_unwind(failure);
    }
}
