//! The browsers in which scenarios run.

/// A browser in which a scenario runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    /// The GTK port of WebKit. Its driver knows nothing but WebDriver: no other size than a window can have, and no
    /// script before a page's own.
    WebKit,
}

impl Browser {
    /// As in the names of tests and screenshots.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
            Browser::WebKit => "webkit",
        }
    }
}

/// Makes a scenario a test in each of the browsers that are named: `in_browsers!(scenario: chromium, firefox)`. The
/// test is called `scenario::chromium`.
///
/// Without a reason against it, a scenario runs in Chromium and in Firefox. WebKit is for a few whole flows.
macro_rules! in_browsers {
    ($scenario:ident: $($browser:ident),+) => {
        mod $scenario {
            $(
                #[tokio::test]
                async fn $browser() {
                    super::$scenario($crate::support::in_browsers!(@ $browser)).await;
                }
            )+
        }
    };
    (@ chromium) => { $crate::support::Browser::Chromium };
    (@ firefox) => { $crate::support::Browser::Firefox };
    (@ webkit) => { $crate::support::Browser::WebKit };
}
pub(crate) use in_browsers;
