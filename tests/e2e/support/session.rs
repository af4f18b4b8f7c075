//! A browser that has been started, with what each browser wants to be told for that.

use super::{Browser, Setup, beyond::Beyond, driver::Driver, files::Files, server::Server, settings::needed};
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::{
    BrowserCapabilitiesHelper, Capabilities, CapabilitiesHelper, ChromeCapabilities, FirefoxCapabilities,
    WebDriver, error::WebDriverResult,
};
use tokio::time::timeout;

/// A proxy that is not there stands before everything but this machine, so a request to a third party fails the
/// scenario.
const NOWHERE: &str = "127.0.0.1:9";

/// How long a driver may take to start its browser. WebKit's waits for ever for one that did not come up.
const PATIENCE: Duration = Duration::from_secs(40);

/// How many times a browser is started before the scenario fails.
const TRIES: usize = 4;

/// What a browser is started with.
#[derive(Clone)]
pub struct Start {
    pub browser: Browser,
    window: (u32, u32),
    scripts: bool,
    /// The address of the proxy for everything, this machine included; otherwise there is one for everything else.
    proxy: Option<String>,
}

/// One browser window with a fresh profile, which the driver makes and removes.
pub struct Session {
    pub start: Start,
    pub driver: WebDriver,
    pub beyond: Beyond,
    pub files: Files,
    /// Drivers other than Chromium's serve one session only, so each session has its own.
    _process: Driver,
}

impl Start {
    pub fn of(browser: Browser, setup: &Setup, server: &Server) -> Start {
        let watching = setup.watched.then(|| server.origin.trim_start_matches("http://").to_owned());
        assert!(
            watching.is_none() || browser != Browser::WebKit,
            "WebKit asks its own machine past any proxy: leave this scenario out there"
        );
        Start {
            browser,
            window: setup.window.unwrap_or((1280, 900)),
            scripts: !setup.no_scripts,
            proxy: watching.or_else(|| setup.proxy.clone()),
        }
    }

    /// Which proxy stands before whom. Without a word, browsers ask their own machine by themselves: Chromium's list of
    /// exceptions takes that back, Firefox has a preference for it.
    fn proxied(&self) -> Value {
        let (address, past) = match (&self.proxy, self.browser) {
            (None, _) => (NOWHERE, vec!["127.0.0.1"]),
            (Some(address), Browser::Chromium) => (address.as_str(), vec!["<-loopback>"]),
            (Some(address), _) => (address.as_str(), vec![]),
        };
        json!({ "proxyType": "manual", "httpProxy": address, "sslProxy": address, "noProxy": past })
    }

    fn capabilities(&self, files: &Files) -> WebDriverResult<Capabilities> {
        let mut wishes = match self.browser {
            Browser::Chromium => self.chromium(files)?.into(),
            Browser::Firefox => self.firefox(files)?.into(),
            Browser::WebKit => self.webkit()?,
        };
        wishes.set("proxy", self.proxied())?;
        Ok(wishes)
    }

    fn chromium(&self, files: &Files) -> WebDriverResult<ChromeCapabilities> {
        use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};
        let mut wishes = ChromeCapabilities::new();
        wishes.set_binary(&needed("CHROME"))?;
        for argument in needed("VC_CHROME_ARGUMENTS").split_whitespace() {
            wishes.add_arg(argument)?;
        }
        let (width, height) = self.window;
        wishes.add_arg(&format!("--window-size={width},{height}"))?;
        if !self.scripts {
            wishes.add_arg("--blink-settings=scriptEnabled=false")?;
        }
        // Without a question before the second file.
        let prefs = json!({
            "download.default_directory": files.saved(),
            "profile.default_content_setting_values.automatic_downloads": 1,
        });
        wishes.add_experimental_option("prefs", prefs)?;
        wishes.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        Ok(wishes)
    }

    fn firefox(&self, files: &Files) -> WebDriverResult<FirefoxCapabilities> {
        let mut wishes = FirefoxCapabilities::new();
        wishes.set_firefox_binary(&needed("FIREFOX"))?;
        wishes.set_headless()?;
        let (width, height) = self.window;
        wishes.add_arg(&format!("--width={width}"))?;
        wishes.add_arg(&format!("--height={height}"))?;
        // Folder number 2 is the one that is named.
        let prefs = json!({
            "javascript.enabled": self.scripts,
            "browser.download.folderList": 2,
            "browser.download.dir": files.saved(),
            "network.proxy.allow_hijacking_localhost": self.proxy.is_some(),
        });
        wishes.set_browser_option("prefs", prefs)?;
        wishes.set("webSocketUrl", true)?;
        Ok(wishes)
    }

    fn webkit(&self) -> WebDriverResult<Capabilities> {
        let mut wishes = Capabilities::new();
        let scripts = format!("--enable-javascript={}", self.scripts);
        wishes.set(
            "webkitgtk:browserOptions",
            json!({ "binary": needed("MINIBROWSER"), "args": ["--automation", scripts] }),
        )?;
        Ok(wishes)
    }
}

impl Session {
    /// Starts a browser.
    pub async fn begin(start: Start) -> Session {
        let files = Files::new();
        let wishes = start.capabilities(&files).expect("capabilities that can be written down");
        let (process, driver) = Self::driven(start.browser, &files, wishes).await;
        if start.browser == Browser::WebKit {
            // It has no argument for the size of its window.
            let (width, height) = start.window;
            driver.set_window_rect(0, 0, width, height).await.expect("a window of that size");
        }
        let beyond = Beyond::of(start.browser, &driver).await;
        Session { start, driver, beyond, files, _process: process }
    }

    /// A driver and its browser. A port may be taken by somebody else before the driver has it, and on a busy machine some
    /// give up, so further ones are tried.
    async fn driven(browser: Browser, files: &Files, wishes: Capabilities) -> (Driver, WebDriver) {
        let mut tries = 1;
        loop {
            match Self::attempt(browser, files, wishes.clone()).await {
                Ok(driven) => return driven,
                Err(words) if tries == TRIES => panic!("no browser starts: {words}"),
                Err(_) => tries += 1,
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    async fn attempt(
        browser: Browser,
        files: &Files,
        wishes: Capabilities,
    ) -> Result<(Driver, WebDriver), String> {
        let process = Driver::start(browser, files).await?;
        match timeout(PATIENCE, WebDriver::new(&process.address, wishes)).await {
            Ok(Ok(driver)) => Ok((process, driver)),
            Ok(Err(error)) => Err(error.to_string()),
            Err(_) => Err(format!("none is there within {PATIENCE:?}")),
        }
    }

    pub async fn quit(self) {
        // The scenario has been judged already; a browser that has gone is as good as one that quits.
        let _ = self.driver.quit().await;
    }
}
