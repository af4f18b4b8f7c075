//! A browser's page, seen through the element's shadow root.
//!
//! CSS is looked for in the shadow root of the first `<vendor-compare>`, never in the page around it. A
//! helper that acts on a match waits for it for a few seconds, and fails the scenario if it does not come.

use super::{
    Browser, Setup,
    files::Files,
    log::Log,
    server::Server,
    session::{Session, Start},
    settings::Settings,
};
use futures_util::FutureExt;
use serde_json::{Value, json};
use std::{
    cell::{Cell, RefCell},
    fmt::Debug,
    fs,
    io::{self, Write},
    panic::{AssertUnwindSafe, resume_unwind},
    time::{Duration, Instant},
};
use thirtyfour::prelude::*;

/// How long a helper waits for what it is asked for, on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(20);
/// Finds all of `arguments[0]` in the element.
pub(super) const FIND: &str = "const root = document.querySelector('vendor-compare')?.shadowRoot;
    const found = [...root?.querySelectorAll(arguments[0]) ?? []];";
/// Whether the first of `found` takes room on the page.
const IS_DISPLAYED: &str = "return found.length > 0 && found[0].getClientRects().length > 0";

/// One browser window.
pub struct Page {
    session: Session,
    origin: String,
    log: Log,
    settings: Settings,
    /// See [`Page::actions`].
    pub(super) actions: Cell<u32>,
    /// The errors in the browser's console so far, and parts of those that belong to the scenario.
    errors: RefCell<Vec<String>>,
    expected: RefCell<Vec<&'static str>>,
}

#[allow(dead_code, reason = "a toolbox: not every helper is in use at all times")]
impl Page {
    /// Starts a browser, which calls the server.
    pub(super) async fn start(settings: Settings, server: &Server, start: Start) -> Page {
        let (origin, log) = (server.origin.clone(), server.log.clone());
        Page::of(Session::begin(start).await, origin, log, settings)
    }

    fn of(session: Session, origin: String, log: Log, settings: Settings) -> Page {
        let (actions, errors, expected) = (Cell::default(), RefCell::default(), RefCell::default());
        Page { session, origin, log, settings, actions, errors, expected }
    }

    /// Takes steps in a second browser, which knows nothing of the first one.
    pub async fn in_fresh_session(&self, steps: impl AsyncFnOnce(&Page)) {
        let start = self.session.start.clone();
        let session = Session::begin(start).await;
        let (origin, log, settings) = (self.origin.clone(), self.log.clone(), self.settings.clone());
        let fresh = Page::of(session, origin, log, settings);
        let outcome = AssertUnwindSafe(async {
            steps(&fresh).await;
            fresh.has_no_other_errors().await;
        })
        .catch_unwind()
        .await;
        fresh.quit().await;
        if let Err(failure) = outcome {
            resume_unwind(failure);
        }
    }

    /// A second server of the same files, which is another origin.
    pub async fn another_server(&self) -> Server {
        Server::start(&self.settings, &Setup::default()).await
    }

    pub(super) async fn quit(self) {
        self.session.quit().await;
    }

    /// The browser that shows the page.
    pub fn browser(&self) -> Browser {
        self.session.start.browser
    }

    /// The folders of the window.
    pub(super) fn files(&self) -> &Files {
        &self.session.files
    }

    /// Opens a path of the server (`/…`), or any other address as it is.
    pub async fn open(&self, address: &str) {
        let address =
            if address.starts_with('/') { format!("{}{address}", self.origin) } else { address.to_owned() };
        self.driver().goto(&address).await.unwrap_or_else(|error| panic!("{address} does not open: {error}"));
    }

    /// The folder with the built files.
    pub fn dist(&self) -> &std::path::Path {
        &self.settings.dist
    }

    /// The server of the built files, as in `http://127.0.0.1:1234`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The address of the offline file on the disk.
    pub fn offline_file(&self) -> String {
        format!("file://{}", self.settings.dist.join("vendor-compare.html").display())
    }

    /// The address that the window shows.
    pub async fn address(&self) -> String {
        self.driver().current_url().await.expect("an address").to_string()
    }

    /// Goes one step back in the history of the window.
    pub async fn back(&self) {
        self.driver().back().await.expect("a step back");
    }

    /// Gives the page another width and height in CSS pixels, also one that no window can have. Not in WebKit.
    pub async fn resize(&self, width: u32, height: u32) {
        self.session.beyond.resize(self.driver(), width, height).await;
    }

    /// Shows what is there now as it would be printed.
    pub async fn show_as_printed(&self) {
        self.session.beyond.show_as_printed(self.driver()).await;
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.driver().refresh().await.expect("a page that loads again");
    }

    /// Runs a script in every page that is opened from now on, before the page's own. Not in WebKit.
    pub async fn before_every_page(&self, script: &str) {
        self.session.beyond.before_every_page(self.driver(), script).await;
    }

    /// The WebDriver session, for what has no helper here.
    pub fn driver(&self) -> &WebDriver {
        &self.session.driver
    }

    /// The value that a script returns. A promise is awaited.
    pub async fn eval<T: serde::de::DeserializeOwned>(&self, script: &str) -> T {
        self.eval_with(script, vec![]).await
    }

    /// The same with arguments.
    pub async fn eval_with<T: serde::de::DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> T {
        let value = self.driver().execute(script, arguments).await;
        let value = value.unwrap_or_else(|error| panic!("this script failed: {error}\n{script}"));
        value
            .convert()
            .unwrap_or_else(|error| panic!("this script returned something else: {error}\n{script}"))
    }

    /// The text of the first match, as it is drawn.
    pub async fn text(&self, css: &str) -> String {
        let texts =
            self.wait(css, async || Some(self.texts(css).await).filter(|texts| !texts.is_empty())).await;
        texts.into_iter().next().unwrap_or_default()
    }

    /// The texts of all matches that are there now.
    pub async fn texts(&self, css: &str) -> Vec<String> {
        self.eval_with(&format!("{FIND} return found.map((one) => one.innerText.trim())"), vec![json!(css)])
            .await
    }

    /// Whether the first match is there now and takes room on the page.
    pub async fn displayed(&self, css: &str) -> bool {
        self.eval_with(&format!("{FIND} {IS_DISPLAYED}"), vec![json!(css)]).await
    }

    /// Whether the first match in the page around the element takes room on the page.
    pub async fn displayed_outside(&self, css: &str) -> bool {
        let script = format!("const found = document.querySelectorAll(arguments[0]); {IS_DISPLAYED}");
        self.eval_with(&script, vec![json!(css)]).await
    }

    /// An attribute of the first match.
    pub async fn attr(&self, css: &str, name: &str) -> Option<String> {
        let element = self.shadow(css).await;
        element.attr(name).await.unwrap_or_else(|error| panic!("`{css}` has gone: {error}"))
    }

    /// The first match.
    pub async fn shadow(&self, css: &str) -> WebElement {
        self.wait(css, async || {
            let found = self.driver().execute(format!("{FIND} return found[0]"), vec![json!(css)]).await;
            found.ok()?.element().ok()
        })
        .await
    }

    /// The id of what has the focus in the element; empty where nothing has.
    pub async fn focused(&self) -> String {
        self.eval("return document.querySelector('vendor-compare').shadowRoot.activeElement?.id ?? ''").await
    }

    /// Waits until what has this id has the focus.
    pub async fn until_focused(&self, id: &str) {
        self.wait(&format!("the focus on #{id}"), async || (self.focused().await == id).then_some(())).await;
    }

    /// What axe-core finds against WCAG 2.2 AA and good practice in the whole page, one line for each barrier;
    /// `rules` are the names of some of its rules, none of them stands for all.
    pub async fn barriers(&self, rules: &[&str]) -> Vec<String> {
        if !self.eval::<bool>("return 'axe' in window").await {
            let axe = fs::read_to_string(&self.settings.axe).expect("axe-core");
            self.eval::<()>(&format!("{axe}\nreturn null")).await;
        }
        let run = "const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            const runOnly = arguments[0].length ? arguments[0] : tags;
            return axe.run({ runOnly, resultTypes: ['violations'], preload: false }).then((found) =>
                found.violations.flatMap(({ id, help, nodes }) =>
                    nodes.map((node) => `${id}: ${help}: ${node.target.flat().join(' ')}`)));";
        self.eval_with(run, vec![json!(rules)]).await
    }

    /// Waits until the script returns something truthy.
    pub async fn until(&self, script: &str) {
        let script = format!("return Boolean({script})");
        self.wait(&script, async || self.eval::<bool>(&script).await.then_some(())).await;
    }

    /// Waits until the page has become what is expected, and fails the scenario with what it is otherwise.
    pub async fn until_is<T: PartialEq<E> + Debug, E: Debug>(
        &self,
        what: &str,
        expected: E,
        now: impl AsyncFn() -> T,
    ) {
        let start = Instant::now();
        loop {
            let is = now().await;
            if is == expected {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "{what}: expected {expected:?}, and there is {is:?}");
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Waits until no part of the page is still to come.
    pub async fn until_whole(&self) {
        self.text("h1").await;
        self.until(
            "![...document.querySelector('vendor-compare').shadowRoot.querySelectorAll('[role=status]')]
                 .some((words) => words.textContent === 'This part of the page is being loaded.')",
        )
        .await;
    }

    /// Waits until there is no match any more.
    pub async fn gone(&self, css: &str) {
        let what = format!("no {css}");
        self.wait(&what, async || self.texts(css).await.is_empty().then_some(())).await;
    }

    /// What the browser has asked of anybody so far, as [`Log::asked`] writes it. Where [`Setup::watched`] is not set, what
    /// it has asked of others is not in there.
    pub fn asked(&self) -> Vec<String> {
        self.log.asked()
    }

    /// Says that errors with one of these words belong to the scenario. Some get into the console a while after what caused
    /// them, so it does not matter whether they are there already.
    pub fn expects_errors(&self, words: &[&'static str]) {
        self.expected.borrow_mut().extend(words);
    }

    /// Waits for an error with these words, which belongs to the scenario. WebKit's driver tells of none.
    pub async fn until_error(&self, words: &'static str) {
        self.expects_errors(&[words]);
        if self.browser() != Browser::WebKit {
            let is_there =
                async || self.errors().await.iter().any(|error| error.contains(words)).then_some(());
            self.wait(&format!("the error “{words}”"), is_there).await;
        }
    }

    /// The errors in the browser's console so far; never any in WebKit.
    pub async fn errors(&self) -> Vec<String> {
        let new = self.session.beyond.new_errors(self.driver()).await;
        let mut errors = self.errors.borrow_mut();
        errors.extend(new);
        errors.clone()
    }

    /// Fails the scenario where there are errors that do not belong to it.
    pub(super) async fn has_no_other_errors(&self) {
        let mut errors = self.errors().await;
        let expected = self.expected.borrow();
        errors.retain(|error| !expected.iter().any(|words| error.contains(words)));
        assert!(errors.is_empty(), "the browser's console has errors:\n{}", errors.join("\n"));
    }

    /// Reports a figure. A test that passes keeps to itself what `println!` says.
    pub fn report(&self, what: &str) {
        let line = format!("{}: {what}\n", self.browser().name());
        io::stdout().write_all(line.as_bytes()).expect("a place to report to");
    }

    /// Saves what the window shows, if the variable VC_SHOTS names a folder.
    pub async fn shot(&self, name: &str) {
        let Some(folder) = &self.settings.shots else {
            return;
        };
        fs::create_dir_all(folder).expect("the folder for screenshots");
        // A browser that hangs must not hide why the scenario failed.
        if let Err(error) = self.driver().screenshot(&folder.join(format!("{name}.png"))).await {
            eprintln!("no screenshot of {name}: {error}");
        }
    }

    /// Tries until there is a result, and fails the scenario when patience has run out.
    pub(super) async fn wait<T>(&self, what: &str, attempt: impl AsyncFn() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(result) = attempt().await {
                return result;
            }
            if start.elapsed() > PATIENCE {
                let shown: String = self
                    .eval(
                        "return document.body.innerText + '\\n— in the element —\\n' + \
                           [...document.querySelector('vendor-compare')?.shadowRoot?.children ?? []] \
                           .map((one) => one.innerText ?? '').join('\\n')",
                    )
                    .await;
                panic!("waited for `{what}` in vain. The page shows:\n{shown}");
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }
}
