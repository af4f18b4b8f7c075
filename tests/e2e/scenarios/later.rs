//! The part of the program that is loaded when a view first asks for it.

use crate::support::{Browser, Setup, in_browsers, scenario, scenario_with};

/// The first call for the second part meets a dead line.
const DEAD_ONCE: &str = "const live = fetch; let calls = 0;
    globalThis.fetch = (...all) => String(all[0]).includes('_later') && calls++ === 0
        ? Promise.reject(new TypeError('the line is dead')) : live(...all);";

in_browsers!(a_part_that_does_not_come_is_asked_for_again: chromium, firefox);
async fn a_part_that_does_not_come_is_asked_for_again(browser: Browser) {
    scenario("later", browser, async |page| {
        page.before_every_page(DEAD_ONCE).await;
        page.open("/?profile=avid").await;
        assert!(page.text(".results [role=alert]").await.contains("the line is dead"));
        page.click(".results .btn").await;
        page.text(".chain").await;
        page.until_focused("view-heading").await;
        assert_eq!(page.text("#view-heading").await, "Avid");
    })
    .await;
}

in_browsers!(to_try_again_closes_no_evidence: chromium, firefox);
async fn to_try_again_closes_no_evidence(browser: Browser) {
    scenario("later-evidence", browser, async |page| {
        page.before_every_page(DEAD_ONCE).await;
        page.open("/?evidence=avid:login").await;
        assert!(page.text(".card__evidence [role=alert]").await.contains("the line is dead"));
        page.click(".card__evidence .btn").await;
        page.text(".card__evidence #evidence-heading").await;
    })
    .await;
}

in_browsers!(without_the_second_part_the_first_goes_on: chromium, firefox);
async fn without_the_second_part_the_first_goes_on(browser: Browser) {
    let setup = Setup { missing: &["/app/vendor-compare_later.wasm"], ..Setup::default() };
    scenario_with("no-later", browser, setup, async |page| {
        page.open("/?require=region+in+EEA&profile=avid").await;
        assert!(page.text(".results [role=alert]").await.contains("the answer was 404"));
        page.click(".views li:first-child button").await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
        page.expects_errors(&["Failed to load resource"]);
    })
    .await;
}
