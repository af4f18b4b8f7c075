//! How old what is said is: stale, undated, run out and passed are named, as of the day that the visitor judges by.

use crate::support::{Browser, Page, in_browsers, own, scenario};
use serde_json::json;

in_browsers!(what_is_old_is_named_as_of_the_day_that_is_judged: chromium, firefox);
async fn what_is_old_is_named_as_of_the_day_that_is_judged(browser: Browser) {
    scenario("age", browser, async |page| {
        // A plan whose day is over, and was not yet.
        page.open("/?profile=witivio&as-of=2026-11-22").await;
        expect(page, "[data-row=incident-record]", "that date has passed").await;
        page.pick("#as-of", "2018-11-01").await;
        page.until(&format!(
            "!{ROOT}.querySelector('[data-row=incident-record]').innerText.includes('that date has passed')"
        ))
        .await;
        assert!(page.address().await.contains("as-of=2018-11-01"), "{}", page.address().await);

        // A document without a date, and one that has grown old.
        page.open("/?profile=witivio&evidence=witivio:region-primary&as-of=2026-11-22").await;
        expect(page, ".evidence .kv .chip--attn", "undated").await;
        page.open("/?profile=moodtalk&as-of=2026-11-22").await;
        expect(page, ".claim .chip--attn", "2 years 9 months old").await;
    })
    .await;
}

in_browsers!(what_has_run_out_is_named_and_does_not_count: chromium, firefox);
async fn what_has_run_out_is_named_and_does_not_count(browser: Browser) {
    scenario("age-run-out", browser, async |page| {
        let mut offer = own::offer();
        let claims = offer["claims"].as_array_mut().expect("claims");
        claims.retain(|claim| claim["row"] == "region-primary" && claim["state"] == "stated");
        claims[0]["expires"] = json!("2026-06-30");
        page.open("/?require=region-primary+in+IE&as-of=2026-06-30&view=record").await;
        page.choose_file("#open-file", "offer.json", &offer.to_string()).await;
        page.click_text(".views button", "Requirements").await;
        page.expect_groups([&["angebot", "witivio"], &["avid"], &["moodtalk", "wflow"]]).await;
        expect(page, ".card[data-vendor=angebot]", "until 30 June 2026").await;
        page.pick("#as-of", "2026-07-01").await;
        page.expect_groups([&["witivio"], &["angebot", "avid"], &["moodtalk", "wflow"]]).await;
        expect(page, ".card[data-vendor=angebot] .chip--attn", "ran out on 30 June 2026").await;
    })
    .await;
}

const ROOT: &str = "document.querySelector('vendor-compare').shadowRoot";

/// Waits until one of the matches says this.
async fn expect(page: &Page, css: &str, words: &str) {
    page.until(&format!(
        "[...{ROOT}?.querySelectorAll(`{css}`) ?? []].some((one) => one.innerText.includes(`{words}`))"
    ))
    .await;
}
