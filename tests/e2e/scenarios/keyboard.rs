//! The keyboard alone: where the focus goes when what had it goes away.

use crate::support::{Browser, Page, in_browsers, scenario};
use thirtyfour::Key;

in_browsers!(the_focus_is_never_lost: chromium, firefox, webkit);
async fn the_focus_is_never_lost(browser: Browser) {
    scenario("keyboard", browser, async |page| {
        page.open(
            "/?require=region+in+EEA;+cert@host+has+iso-27001;+ret-backup+%3C%3D+P60D&compare=wflow,witivio",
        )
        .await;

        // A part of the sentence is removed: the next one, the one before, the heading.
        press_on(page, "[aria-label^='Remove: all data']").await;
        until_focused(page, "[aria-label='Remove: the host holds ISO 27001']").await;
        press_on(page, "[aria-label^='Remove: backups']").await;
        until_focused(page, "[aria-label='Remove: the host holds ISO 27001']").await;
        press_on(page, "[aria-label^='Remove: the host']").await;
        until_focused(page, "#view-heading").await;

        // The same in the tray.
        press_on(page, ".token [aria-label^='Take wflow.com']").await;
        until_focused(page, ".token [aria-label^='Take Witivio']").await;

        // A choice keeps the focus while the page is drawn anew around it.
        press_on_with(page, ".opt input[value=EEA]", Key::Space).await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
        until_focused(page, ".opt input[value=EEA]").await;
        press_on_with(page, ".opt input[name=bound]:checked", Key::Down).await;
        until_focused(page, ".opt input[value=P30D]").await;
        page.expect_groups([&[], &["avid", "witivio"], &["wflow", "moodtalk"]]).await;

        // Evidence is closed by its button: back to the mark.
        press_on(page, "#evidence-of-wflow-ret-backup").await;
        page.until_focused("evidence-heading").await;
        press_on(page, ".evidence [aria-label^=Close]").await;
        page.gone(".evidence").await;
        page.until_focused("evidence-of-wflow-ret-backup").await;
    })
    .await;
}

async fn press_on(page: &Page, css: &str) {
    press_on_with(page, css, Key::Enter).await;
}

async fn press_on_with(page: &Page, css: &str, key: Key) {
    page.focus(css).await;
    page.press(key).await;
}

async fn until_focused(page: &Page, css: &str) {
    page.until(&format!(
        "document.querySelector('vendor-compare').shadowRoot.activeElement?.matches(`{css}`)"
    ))
    .await;
}
