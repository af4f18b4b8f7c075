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

in_browsers!(what_is_kept_is_not_taken_back_and_not_written_over: chromium, firefox);
async fn what_is_kept_is_not_taken_back_and_not_written_over(browser: Browser) {
    scenario("kept-project", browser, async |page| {
        let kept = "return localStorage.getItem('vendor-compare page project') ?? ''";
        page.open("/?view=record").await;
        page.type_into("#record-title", "Round two").await;
        page.click_text(".views button", "Requirements").await;
        page.text(".ask").await;

        // The next time it is there from the beginning, and no step leads to before it.
        page.open("/?view=record").await;
        page.until("document.querySelector('vendor-compare').shadowRoot.querySelector('#record-title')?.value === 'Round two'")
            .await;
        assert_eq!(page.attr("#undo", "aria-disabled").await.as_deref(), Some("true"), "there is a step before it");
        assert!(page.eval::<String>(kept).await.contains("Round two"));

        // What cannot be read is set aside before anything takes its place.
        page.eval::<()>("localStorage.setItem('vendor-compare page project', '{torn'); return null").await;
        page.open("/?view=record").await;
        page.until("document.querySelector('vendor-compare').shadowRoot.querySelector('.notices')?.innerText.includes('It is set aside')")
            .await;
        page.type_into("#record-title", "Round three").await;
        page.until("localStorage.getItem('vendor-compare page project').includes('Round three')").await;
        let aside: String =
            page.eval("return localStorage.getItem('vendor-compare page project set aside')").await;
        assert_eq!(aside, "{torn");
        page.open("/?view=record").await;
        page.click_text(".record .btn", "Save what could not be read").await;
    })
    .await;
}
