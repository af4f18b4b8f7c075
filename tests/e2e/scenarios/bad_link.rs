//! A link that cannot be read in full: words about every part that is left out, and the rest applies.

use crate::support::{Browser, in_browsers, scenario};

in_browsers!(what_cannot_be_read_is_told_and_the_rest_applies: chromium, firefox);
async fn what_cannot_be_read_is_told_and_the_rest_applies(browser: Browser) {
    scenario("bad-link", browser, async |page| {
        page.open(
            "/?require=region+in+Irland;+ret-backup+%3C%3D+P60D&compare=wflw,avid&as-of=tomorrow&utm=mail",
        )
        .await;
        let notices = page.text("[role=alert]").await;
        for said in ["“wflw”", "“wflow”", "\"Irland\"", "\"IE\"", "character 11", "“tomorrow”", "2026-11-22"]
        {
            assert!(notices.contains(said), "nothing about {said} in: {notices}");
        }
        assert_eq!(page.texts("[role=alert] li").await.len(), 3, "{notices}");

        // The rest: one requirement, one vendor, today.
        page.expect_groups([&["wflow"], &["avid", "moodtalk", "witivio"], &[]]).await;
        assert_eq!(page.texts(".sentence .part").await.len(), 1);
        assert_eq!(page.texts(".tray .token").await, ["Avid"]);

        page.click_text("[role=alert] button", "Understood").await;
        page.gone("[role=alert] li").await;
        let address = page.address().await;
        assert!(address.contains("utm=mail"), "what belongs to the page is gone: {address}");
        page.reload().await;
        page.expect_groups([&["wflow"], &["avid", "moodtalk", "witivio"], &[]]).await;
        assert!(!page.displayed("[role=alert] li").await, "the address still holds what was left out");
    })
    .await;
}
