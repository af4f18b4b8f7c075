//! The element on a page that is not ours: it answers, and neither page disturbs the other.

use crate::support::{Browser, Page, in_browsers, scenario};

in_browsers!(the_attribute_asks_and_the_host_page_is_left_alone: chromium, firefox, webkit);
async fn the_attribute_asks_and_the_host_page_is_left_alone(browser: Browser) {
    scenario("embedding", browser, async |page| {
        page.open("/pages/foreign.html?portal=7#top").await;
        page.expect_groups([&["moodtalk", "wflow", "witivio"], &["avid"], &[]]).await;

        styles_stay_apart(page).await;

        // A choice inside is not written into an address that belongs to somebody else.
        page.click(".opt input[value=EEA]").await;
        page.expect_groups([&["wflow"], &["witivio", "avid"], &["moodtalk"]]).await;
        let address = page.address().await;
        assert!(address.ends_with("/pages/foreign.html?portal=7#top"), "{address}");
        let steps: u32 = page.eval("return history.length").await;
        assert!(steps <= 2, "the page's history has {steps} entries");

        // The host page asks something else.
        page.eval::<()>(
            "document.querySelector('vendor-compare').setAttribute('requirements', 'ret-backup <= P30D'); return null",
        )
        .await;
        page.expect_groups([&[], &["avid", "moodtalk", "witivio"], &["wflow"]]).await;
        page.eval::<()>(
            "document.querySelector('vendor-compare').setAttribute('requirements', 'region in Irland'); return null",
        )
        .await;
        page.until(
            "document.querySelector('vendor-compare').shadowRoot.querySelector('[role=alert] li')
                ?.innerText.includes('requirements')",
        )
        .await;
    })
    .await;
}

async fn styles_stay_apart(page: &Page) {
    let ours: Vec<String> = page
        .eval(
            "const root = document.querySelector('vendor-compare').shadowRoot;
             const of = (css, name) => getComputedStyle(root.querySelector(css))[name];
             return [of('h1', 'textTransform'), of('h1', 'letterSpacing') !== '' && of('p', 'letterSpacing'),
                 of('p', 'display'), of('.btn, button', 'fontStyle'), of('.work', 'display'), of('h1', 'color'),
                 of('.app', 'boxSizing'), String(of('.app', 'fontFamily').includes('Georgia'))];",
        )
        .await;
    assert_eq!(
        ours,
        ["none", "normal", "block", "normal", "grid", "rgb(22, 32, 43)", "border-box", "true"],
        "the style of the host page has come in, or its font has not"
    );

    let theirs: Vec<String> = page
        .eval(
            "const probe = document.createElement('section');
             probe.className = 'card sr app';
             document.body.append(probe);
             const { position, display, overflow } = getComputedStyle(probe);
             const heading = getComputedStyle(document.querySelector('header h1'));
             const body = getComputedStyle(document.body);
             const theirs = [position, display, overflow, heading.fontSize, heading.color, body.backgroundColor,
                 String(document.adoptedStyleSheets.length), String(document.querySelectorAll('style').length)];
             probe.remove();
             return theirs;",
        )
        .await;
    assert_eq!(
        theirs,
        ["static", "block", "visible", "42px", "rgb(176, 0, 32)", "rgb(253, 246, 227)", "0", "1"],
        "our style has gone out"
    );
}
