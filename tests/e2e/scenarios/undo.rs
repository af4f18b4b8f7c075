//! Every step can be taken back: by the browser's Back on the standalone page, by Undo everywhere.

use crate::support::{Browser, Page, in_browsers, scenario};
use thirtyfour::Key;

/// Nothing is required, so every vendor stands in one group.
async fn expect_all(page: &Page) {
    page.text("#group-all").await;
    assert_eq!(page.texts(".card h4").await.len(), 4);
}

in_browsers!(the_browser_takes_steps_back: chromium, firefox);
async fn the_browser_takes_steps_back(browser: Browser) {
    scenario("undo-back", browser, async |page| {
        page.open("/").await;
        page.click(".opt input[value=EEA]").await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
        page.click(".card[data-vendor=wflow] .pick input").await;
        page.text(".token").await;

        page.back().await;
        page.gone(".token").await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
        page.back().await;
        expect_all(page).await;
        assert!(!page.address().await.contains("require"));

        // Words that are typed are one step.
        page.click(".astext summary").await;
        page.type_into("#as-text", "region in EU").await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
        page.back().await;
        expect_all(page).await;
    })
    .await;
}

in_browsers!(undo_takes_steps_back_on_the_page_and_in_an_element: chromium, firefox);
async fn undo_takes_steps_back_on_the_page_and_in_an_element(browser: Browser) {
    for address in ["/", "/pages/foreign.html"] {
        scenario("undo", browser, async |page| {
            page.open(address).await;
            page.click(".card[data-vendor=wflow] .pick input").await;
            page.text(".token [aria-label*=wflow]").await;
            page.click(".opt input[value=EEA]").await;
            page.text(".sentence [aria-label*=EEA]").await;
            page.focus("#undo").await;
            page.press(Key::Enter).await;
            page.gone(".sentence [aria-label*=EEA]").await;
            page.press(Key::Enter).await;
            page.gone(".token").await;
            // There is nothing more to take back, and the focus is where it was.
            page.text("#undo[aria-disabled=true]").await;
            page.until_focused("undo").await;
        })
        .await;
    }
}
