//! A requirement on any row: found by words, written, changed, turned round, and accepted where it cannot be told.

use crate::support::{Browser, Page, in_browsers, scenario};
use thirtyfour::Key;

in_browsers!(a_requirement_is_added_by_the_keyboard_alone: chromium, firefox);
async fn a_requirement_is_added_by_the_keyboard_alone(browser: Browser) {
    scenario("adding-keyboard", browser, async |page| {
        page.open("/").await;
        press_on(page, "#adding-open").await;
        page.until_focused("adding-words").await;
        page.type_into("#adding-words", "backup kept").await;
        page.press(Key::Escape).await;
        page.until_focused("adding-open").await;

        press_on(page, "#adding-open").await;
        page.until_focused("adding-words").await;
        page.press(Key::Down).await;
        page.until(
            "document.querySelector('vendor-compare').shadowRoot.activeElement\
                    .getAttribute('aria-activedescendant') === 'adding-option-1'",
        )
        .await;
        page.type_into("#adding-words", "auth0").await;
        page.press(Key::Enter).await;
        page.until_focused("adding-open").await;
        assert!(page.address().await.ends_with("?require=upstream+has+auth0"), "{}", page.address().await);

        // A row needs its test.
        page.press(Key::Enter).await;
        page.until_focused("adding-words").await;
        page.type_into("#adding-words", "backup kept").await;
        page.press(Key::Enter).await;
        page.until_focused("adding-heading").await;
        page.focus("#adding-bound").await;
        page.press("30").await;
        press_on(page, ".adding__panel .btn--main").await;
        page.until_focused("adding-open").await;
        assert!(page.address().await.ends_with(";+ret-backup+%3C%3D+P30D"), "{}", page.address().await);
    })
    .await;
}

in_browsers!(a_requirement_is_changed_where_it_stands: chromium, firefox);
async fn a_requirement_is_changed_where_it_stands(browser: Browser) {
    scenario("adding-mouse", browser, async |page| {
        page.open("/?require=ret-backup+%3C%3D+P60D").await;
        page.expect_groups([&["wflow"], &["avid", "moodtalk", "witivio"], &[]]).await;
        page.click("[aria-label^='Or cannot tell']").await;
        page.expect_groups([&["wflow", "avid", "moodtalk", "witivio"], &[], &[]]).await;
        assert!(page.text("[data-vendor=avid] .why").await.contains("Stays in the running"));
        assert!(page.text("[data-vendor=avid] .why").await.contains("Cannot tell"));

        assert_eq!(page.counts("P30D").await, ["3", "0"], "the options count what is accepted");

        page.click("[aria-label='Not: Backups are kept for']").await;
        assert!(page.text(".sentence").await.contains("backups are kept for more than 60 days"));
        page.click("[aria-label^='Not:']").await;

        page.click_text(".part button", "backups are kept").await;
        page.until_focused("adding-heading").await;
        page.focus("#adding-bound").await;
        let number: (u32, u32) = page
            .eval(
                "const { selectionStart, selectionEnd } = document.querySelector('vendor-compare').shadowRoot.activeElement;
                 return [selectionStart, selectionEnd]",
            )
            .await;
        assert_eq!(number, (0, 2), "typing replaces the number");
        page.type_into("#adding-bound", "many").await;
        page.click(".adding__panel .btn--main").await;
        assert!(page.text("#adding-wrong").await.contains("duration"));
        assert!(page.text("#adding-wrong").await.contains("many"), "what was typed is not named");
        page.press(Key::Escape).await;
        page.gone(".adding__panel").await;
        page.until_focused("part-0").await;
    })
    .await;
}

async fn press_on(page: &Page, css: &str) {
    page.focus(css).await;
    page.press(Key::Enter).await;
}
