//! A vendor of the visitor's own: its profile is checked, joins the others, is marked, stays, and can be taken away.

use crate::support::{Browser, in_browsers, own::offer, scenario};
use serde_json::{Value as Json, json};

in_browsers!(an_own_profile_joins_the_others: chromium, firefox, webkit);
async fn an_own_profile_joins_the_others(browser: Browser) {
    scenario("own-profile", browser, async |page| {
        let offer = offer();
        page.open("/?require=region+in+EEA&view=record").await;
        page.choose_file("#open-file", "angebot.json", &offer.to_string()).await;
        assert!(page.text(".own").await.contains("Angebot Möbius (yours,"));
        assert!(page.text("[data-vendor=angebot] h4").await.contains("(yours)"));

        page.click_text(".views button", "Requirements").await;
        page.expect_groups([&["wflow"], &["angebot", "avid", "witivio"], &["moodtalk"]]).await;
        page.click(".card[data-vendor=angebot] .pick input").await;
        page.click(".card[data-vendor=wflow] .pick input").await;
        page.click(".tray .btn--main").await;
        let names = page.texts("thead th[scope=col] strong").await;
        assert_eq!(names, ["Angebot Möbius", "wflow.com"]);
        assert!(page.text("thead th[data-vendor=angebot]").await.to_lowercase().contains("yours"));

        // It is there the next time, and comes out as it went in.
        page.open("/?require=region+in+EEA&view=record").await;
        page.click_text(".own button", "Save").await;
        let saved: Json = serde_json::from_str(&page.saved("angebot.json").await).expect("JSON");
        assert_eq!(saved, offer);

        page.click_text(".own button", "Remove").await;
        page.gone(".own").await;
        page.click_text(".views button", "Requirements").await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
    })
    .await;
}

in_browsers!(a_file_that_cannot_be_opened_says_why_and_changes_nothing: chromium, firefox);
async fn a_file_that_cannot_be_opened_says_why_and_changes_nothing(browser: Browser) {
    scenario("own-wrong", browser, async |page| {
        page.open("/?require=region+in+EEA&view=record").await;
        let mut wrong = offer();
        wrong["claims"][0]["row"] = json!("region-primry");
        let mut taken = offer();
        taken["id"] = json!("witivio");
        for (name, text, said) in [
            ("wrong.json", wrong.to_string(), "does not fit the catalogue"),
            ("taken.json", taken.to_string(), "the id \"witivio\" is already taken"),
            ("table.json", "vendor;place".to_owned(), "the file is not JSON"),
            ("other.json", "{}".to_owned(), "neither a profile nor a project nor a decision record"),
        ] {
            page.choose_file("#open-file", name, &text).await;
            let told = page.text("[role=alert] li").await;
            assert!(told.contains(said), "{name}: {told}");
            page.click_text("[role=alert] button", "Understood").await;
            page.gone("[role=alert] li").await;
        }
        assert_eq!(page.texts(".own li").await, [""; 0]);
        assert_eq!(page.texts(".judged").await.len(), 4);
    })
    .await;
}
