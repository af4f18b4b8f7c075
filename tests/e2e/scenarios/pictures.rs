//! The map and the time axis: fetched when they are opened, drawn as SVG, and said in words.

use crate::support::{Browser, Page, in_browsers, scenario};
use thirtyfour::Key;

/// Waits until there are as many matches as this.
async fn until_drawn(page: &Page, css: &str, count: &str) {
    let root = "document.querySelector('vendor-compare').shadowRoot";
    page.until(&format!("{root}.querySelectorAll('{css}').length {count}")).await;
}

/// What the marks of the map are called.
async fn titles(page: &Page) -> Vec<String> {
    let root = "document.querySelector('vendor-compare').shadowRoot";
    page.eval(&format!(
        "return [...{root}.querySelectorAll('.map .mark title')].map((node) => node.textContent)"
    ))
    .await
}

in_browsers!(where_data_sits_and_how_long_it_is_kept: chromium, firefox);
async fn where_data_sits_and_how_long_it_is_kept(browser: Browser) {
    scenario("pictures", browser, async |page| {
        page.open("/?require=region+in+EEA;+ret-backup+%3C%3D+P30D&profile=wflow").await;
        let fetched =
            "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('geography.txt'))";
        page.text(".pictures summary").await;
        assert!(!page.eval::<bool>(&format!("return {fetched}")).await, "fetched before somebody asked");

        // By the keyboard alone, and the focus stays where it was.
        page.focus(".pictures > summary").await;
        page.press(Key::Enter).await;
        until_drawn(page, ".map .mark", "=== 2").await;
        assert!(page.eval::<bool>(&format!("return {fetched}")).await);
        assert_eq!(page.focused().await, "pictures");

        // The elements are SVG, or nothing would be seen of them.
        let drawn: bool = page
            .eval(
                "const root = document.querySelector('vendor-compare').shadowRoot;
                 const box = (css) => root.querySelector(css).getBoundingClientRect();
                 return box('.land .stated').width > 0 && box('.land .required').width > 0
                     && box('.bar line').width > 0",
            )
            .await;
        assert!(drawn, "nothing is seen");
        let marks = titles(page).await;
        assert_eq!(marks, ["wflow.com, Ireland: Second · Backups", "wflow.com, Netherlands: Main · Backups"]);
        let backups = page.text(".axis [data-row=ret-backup]").await;
        for words in ["You require that backups are kept for at most 30 days", "35 days"] {
            assert!(backups.contains(words), "{backups}");
        }
        assert!(page.text(".axis [data-row=ret-logs]").await.contains("Not stated"));
        assert_eq!(page.barriers(&[]).await, [""; 0]);

        // Several vendors are told apart by letters, and what has no place is said.
        page.open("/?compare=wflow,witivio,moodtalk,avid&view=compare").await;
        page.click(".pictures > summary").await;
        until_drawn(page, ".map .mark--possible", "> 5").await;
        let absent = page.text(".picture .lines").await;
        assert!(absent.contains("Avid. Main hosting place: exists, place not named"), "{absent}");
        page.resize(320, 640).await;
        let sideways: i32 = page
            .eval("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            .await;
        assert!(sideways <= 0, "{sideways} pixels wider than the screen");
    })
    .await;
}

in_browsers!(a_map_that_cannot_be_fetched_leaves_words_and_can_be_tried_again: chromium, firefox);
async fn a_map_that_cannot_be_fetched_leaves_words_and_can_be_tried_again(browser: Browser) {
    scenario("pictures-missing", browser, async |page| {
        page.before_every_page(
            "const real = window.fetch;
             window.refuse = true;
             window.fetch = (address, ...rest) => window.refuse && String(address).endsWith('geography.txt')
                 ? Promise.resolve(new Response('', { status: 404 })) : real(address, ...rest);",
        )
        .await;
        page.open("/?profile=wflow").await;
        page.click(".pictures > summary").await;
        until_drawn(page, ".pictures [role=alert]", "=== 1").await;
        let words = page.text(".pictures [role=alert]").await;
        assert!(words.contains("geography.txt: the answer was 404"), "{words}");
        page.eval::<()>("window.refuse = false; return null").await;
        page.click(".pictures > summary").await;
        page.click(".pictures > summary").await;
        until_drawn(page, ".map .mark", "=== 2").await;
    })
    .await;
}

in_browsers!(the_offline_file_has_the_map_inside: chromium, firefox);
async fn the_offline_file_has_the_map_inside(browser: Browser) {
    scenario("pictures-offline", browser, async |page| {
        let file = page.offline_file();
        page.open(&format!("{file}?profile=moodtalk")).await;
        page.click(".pictures > summary").await;
        until_drawn(page, ".map .mark--possible", "> 5").await;
    })
    .await;
}
