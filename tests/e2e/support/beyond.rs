//! What a scenario may need beyond WebDriver, and how each browser offers it.

use super::{Browser, bidi::Bidi};
use serde_json::json;
use thirtyfour::WebDriver;

/// Lets the rules for paper hold everywhere, and those for a screen nowhere.
const AS_PRINTED: &str = "const change = (rules) => [...rules ?? []].forEach((rule) => {
        if (rule.media?.mediaText === 'print') rule.media.mediaText = 'all';
        if (rule.media?.mediaText === 'screen') rule.media.mediaText = 'not all';
        change(rule.cssRules);
    });
    document.querySelector('vendor-compare').shadowRoot.adoptedStyleSheets.forEach(({ cssRules }) => change(cssRules));
    return null";

/// What a session can do beyond WebDriver.
pub enum Beyond {
    /// Chromium's own protocol. Its console also has what could not be fetched and what a policy forbade.
    DevTools,
    /// Firefox's, which is a standard.
    Bidi(Box<Bidi>),
    /// WebKit's driver has no such protocol: its console cannot be read, and there is no size but that of a window.
    Nothing,
}

impl Beyond {
    /// Connects to what the browser has.
    pub async fn of(browser: Browser, driver: &WebDriver) -> Beyond {
        match browser {
            Browser::Chromium => Beyond::DevTools,
            Browser::Firefox => {
                let address = driver.capabilities().get("webSocketUrl").and_then(|address| address.as_str());
                Beyond::Bidi(Box::new(Bidi::connect(address.expect("an address for BiDi")).await))
            }
            Browser::WebKit => Beyond::Nothing,
        }
    }

    /// Gives the page another width and height in CSS pixels, also one that no window can have.
    pub async fn resize(&self, driver: &WebDriver, width: u32, height: u32) {
        match self {
            Beyond::DevTools => {
                let size =
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                let answer = driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await;
                answer.expect("a size that the browser takes");
            }
            Beyond::Bidi(bidi) => {
                let size = json!({ "width": width, "height": height });
                let size = json!({ "context": bidi.window().await, "viewport": size });
                bidi.ask("browsingContext.setViewport", size).await;
            }
            Beyond::Nothing => {
                panic!("WebKit knows no size but that of a window: leave this scenario out there")
            }
        }
    }

    /// Gives the page the look of paper. Where nothing can ask the browser for that, the rules for a screen are taken out of
    /// the stylesheets, and those for paper hold everywhere.
    pub async fn show_as_printed(&self, driver: &WebDriver) {
        if let Beyond::DevTools = self {
            let media = json!({ "media": "print" });
            let answer = driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await;
            answer.expect("the look of print");
        } else {
            driver.execute(AS_PRINTED, vec![]).await.expect("stylesheets that can be changed");
        }
    }

    /// Runs a script in every page that is opened from now on, before the page's own.
    pub async fn before_every_page(&self, driver: &WebDriver, script: &str) {
        match self {
            Beyond::DevTools => {
                let script = json!({ "source": script });
                let answer = driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await;
                answer.expect("a script that the browser takes");
            }
            Beyond::Bidi(bidi) => {
                let script = json!({ "functionDeclaration": format!("() => {{ {script} }}") });
                bidi.ask("script.addPreloadScript", script).await;
            }
            Beyond::Nothing => panic!("WebKit runs no script before a page's: leave this scenario out there"),
        }
    }

    /// The errors that have got into the browser's console since the last call.
    pub async fn new_errors(&self, driver: &WebDriver) -> Vec<String> {
        match self {
            Beyond::DevTools => {
                let log = driver.browser_log().await.expect("the browser's console");
                log.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect()
            }
            Beyond::Bidi(bidi) => bidi.new_errors().await,
            Beyond::Nothing => Vec::new(),
        }
    }
}
