//! Work is not lost: what was entered is there again when the page is opened the next time.

use crate::support::{Browser, in_browsers, scenario};

in_browsers!(what_was_entered_is_there_again: chromium, firefox);
async fn what_was_entered_is_there_again(browser: Browser) {
    scenario("kept", browser, async |page| {
        page.open("/").await;
        page.click(".opt input[value=EEA]").await;
        page.click(".card[data-vendor=wflow] .pick input").await;
        page.text(".token [aria-label*=wflow]").await;

        page.open("/").await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
        page.text(".token [aria-label*=wflow]").await;
        // A link says what is to be seen, whatever was kept.
        page.open("/?require=ret-backup+%3C%3D+P30D").await;
        page.expect_groups([&[], &["avid", "moodtalk", "witivio"], &["wflow"]]).await;

        page.click_text(".ask button", "Reset everything").await;
        page.text("#group-all").await;
        page.open("/").await;
        page.text("#group-all").await;
        assert!(page.texts(".sentence li").await.is_empty());
    })
    .await;
}

in_browsers!(a_browser_that_keeps_nothing_is_told_of: chromium, firefox);
async fn a_browser_that_keeps_nothing_is_told_of(browser: Browser) {
    scenario("not-kept", browser, async |page| {
        page.before_every_page(
            "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }",
        )
        .await;
        page.open("/").await;
        assert!(page.text(".head__title p").await.contains("save your project as a file"));
        page.click(".opt input[value=EEA]").await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
    })
    .await;
}
