//! Every form of the product starts, and says so in words when it cannot.

use crate::support::{Browser, Setup, in_browsers, scenario, scenario_with};

in_browsers!(the_standalone_page_shows_the_comparison: chromium, firefox);
async fn the_standalone_page_shows_the_comparison(browser: Browser) {
    scenario("standalone", browser, async |page| {
        page.open("/").await;
        assert!(!page.text("h1").await.is_empty());
        assert!(!page.displayed_outside(".before").await, "the words before the start are still there");
    })
    .await;
}

in_browsers!(a_foreign_page_shows_the_comparison: chromium, firefox);
async fn a_foreign_page_shows_the_comparison(browser: Browser) {
    scenario("foreign", browser, async |page| {
        page.open("/pages/foreign.html").await;
        assert!(!page.text("h1").await.is_empty());
    })
    .await;
}

in_browsers!(the_offline_file_shows_the_comparison: chromium, firefox);
async fn the_offline_file_shows_the_comparison(browser: Browser) {
    scenario("offline", browser, async |page| {
        page.open(&page.offline_file()).await;
        assert!(!page.text("h1").await.is_empty());
    })
    .await;
}

in_browsers!(without_web_assembly_there_are_words: chromium, firefox);
async fn without_web_assembly_there_are_words(browser: Browser) {
    scenario("no-wasm", browser, async |page| {
        page.before_every_page("delete globalThis.WebAssembly").await;
        page.open("/").await;
        assert!(page.text("[role=alert][lang=en][dir=ltr]").await.contains("needs WebAssembly"));
        assert!(page.displayed_outside(".before").await, "the page's own words have gone");
        page.until_error("the comparison could not start").await;
        assert_eq!(page.errors().await.len(), 1, "one error says it to developers");
    })
    .await;
}

in_browsers!(without_the_program_there_are_words: chromium, firefox);
async fn without_the_program_there_are_words(browser: Browser) {
    let setup = Setup { missing: &["/app/vendor-compare_bg.wasm"], ..Setup::default() };
    scenario_with("no-program", browser, setup, async |page| {
        page.open("/").await;
        assert!(page.text("[role=alert]").await.contains("could not be fetched"));
        assert!(page.displayed_outside(".before").await, "the page's own words have gone");
        page.until_error("the comparison could not start").await;
        page.expects_errors(&["Failed to load resource"]);
    })
    .await;
}

in_browsers!(where_the_policy_forbids_web_assembly_there_are_words: chromium, firefox);
async fn where_the_policy_forbids_web_assembly_there_are_words(browser: Browser) {
    scenario("forbidden", browser, async |page| {
        page.open("/pages/forbidding.html").await;
        assert!(page.text("[role=alert]").await.contains("'wasm-unsafe-eval'"));
        assert!(page.displayed_outside(".before").await, "the page's own words have gone");
        let lowest: f64 = page
            .eval(
                "const words = document.querySelector('vendor-compare').shadowRoot.querySelector('[role=alert]');
                 return words.getBoundingClientRect().bottom - document.querySelector('.before').getBoundingClientRect().top",
            )
            .await;
        assert!(lowest <= 0.0, "the reason stands below the page's own words");
        page.until_error("the comparison could not start").await;
        page.expects_errors(&["script-src"]);
    })
    .await;
}

in_browsers!(a_mount_that_fails_leaves_words: chromium, firefox);
async fn a_mount_that_fails_leaves_words(browser: Browser) {
    scenario("failed-mount", browser, async |page| {
        page.before_every_page(
            "Node.prototype.appendChild = Node.prototype.insertBefore = () => { throw new Error('no room') }",
        )
        .await;
        page.open("/").await;
        assert!(page.text("[role=alert]").await.contains("could not start"));
        assert!(page.displayed_outside(".before").await, "the page's own words have gone");
        page.until_error("the comparison could not start").await;
    })
    .await;
}

in_browsers!(without_scripts_there_are_words: chromium, firefox);
async fn without_scripts_there_are_words(browser: Browser) {
    let setup = Setup { no_scripts: true, ..Setup::default() };
    scenario_with("no-scripts", browser, setup, async |page| {
        page.open("/").await;
        assert!(page.displayed_outside("noscript").await, "nothing says that scripts are turned off");
    })
    .await;
}

in_browsers!(an_element_survives_being_moved_and_comes_back_after_being_removed: chromium, firefox);
async fn an_element_survives_being_moved_and_comes_back_after_being_removed(browser: Browser) {
    scenario("moved", browser, async |page| {
        page.open("/pages/foreign.html").await;
        page.text("h1").await;
        let kept: bool = page
            .eval(
                "const element = document.querySelector('vendor-compare');
                 const drawn = element.shadowRoot.querySelector('h1');
                 document.querySelector('footer').append(element);
                 return new Promise((done) => setTimeout(() =>
                     done(drawn === element.shadowRoot.querySelector('h1')), 50));",
            )
            .await;
        assert!(kept, "what was drawn has been drawn anew");
        let left: bool = page
            .eval(
                "window.element = document.querySelector('vendor-compare');
                 element.remove();
                 return new Promise((done) => setTimeout(() =>
                     done(element.shadowRoot.querySelector('h1') !== null), 50));",
            )
            .await;
        assert!(!left, "an element that is gone still holds what was drawn");
        page.eval::<()>("document.body.append(element); return null").await;
        page.text("h1").await;
    })
    .await;
}
