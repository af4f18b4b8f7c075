//! The main question and its parts, clicked together from nothing; every answer survives its link.

use crate::support::{Browser, Groups, Page, in_browsers, scenario};

const NOBODY: &[&str] = &[];

in_browsers!(who_keeps_everything_in_the_eea_under_a_certified_host_with_short_backups: chromium, firefox, webkit);
async fn who_keeps_everything_in_the_eea_under_a_certified_host_with_short_backups(browser: Browser) {
    scenario("main-question", browser, async |page| {
        page.open("/").await;
        page.text("h1").await;
        for (option, counts) in [
            ("EEA", ["1", "2"]),
            ("CH", ["0", "2"]),
            ("iso-27001", ["0", "3"]),
            ("P30D", ["0", "3"]),
            ("P60D", ["1", "3"]),
        ] {
            assert_eq!(page.counts(option).await, counts, "{option}, with nothing required");
        }

        tick(page, "EEA").await;
        held_by(page, "Its host").await;
        tick(page, "iso-27001").await;
        tick(page, "P60D").await;
        let answer: Groups = [&["wflow"], &["witivio", "avid"], &["moodtalk"]];
        page.expect_groups(answer).await;

        assert_eq!(page.actions(), 4, "one action for each thing that is said");

        // The whole outcome stands on the first screen.
        assert_eq!(page.texts(".outcome .who b").await, ["wflow.com", "Witivio", "Avid", "Moodtalk"]);
        assert!(page.text(".sentence").await.contains("backups are kept for at most 60 days"));
        for (option, counts) in [
            ("EEA", ["1", "2"]),
            ("CH", ["0", "2"]),
            ("iso-27001", ["1", "2"]),
            ("P30D", ["0", "2"]),
            ("P60D", ["1", "2"]),
        ] {
            assert_eq!(page.counts(option).await, counts, "{option}, with the other two required");
        }

        let reasons = [
            ("wflow", "region in EEA", "Main place: Netherlands, inside the EEA."),
            ("wflow", "cert@host has iso-27001", "ISO 27001 is named as held by Microsoft Azure."),
            ("wflow", "ret-backup <= P60D", "Backups kept: 35 days."),
            ("witivio", "region in EEA", "The second place exists, but is not named."),
            ("witivio", "cert@host has iso-27001", "ISO 27001 is named as held by Microsoft Azure."),
            ("witivio", "ret-backup <= P60D", "Backups kept: in a picture, not in the data."),
            ("avid", "region in EEA", "The main place is not named."),
            ("avid", "cert@host has iso-27001", "Certificates of the host: not stated."),
            ("avid", "ret-backup <= P60D", "Backups kept: not stated."),
            ("moodtalk", "region in EEA", "Main place: Switzerland, outside the EEA."),
            ("moodtalk", "ret-backup <= P60D", "Backups kept: not stated."),
        ];
        for (vendor, requirement, expected) in reasons {
            assert_eq!(page.reason(vendor, requirement).await, expected, "{vendor}: {requirement}");
        }
        let link = survives_a_reload(page, answer).await;
        in_another_browser(page, &[(link, answer)]).await;
    })
    .await;
}

in_browsers!(the_single_questions: chromium, firefox);
async fn the_single_questions(browser: Browser) {
    scenario("single-questions", browser, async |page| {
        let mut links: Vec<(String, Groups)> = Vec::new();
        page.open("/").await;
        tick(page, "EEA").await;
        let eea: Groups = [&["wflow"], &["avid", "witivio"], &["moodtalk"]];
        page.expect_groups(eea).await;
        links.push((survives_a_reload(page, eea).await, eea));

        start_again(page).await;
        held_by(page, "The vendor").await;
        tick(page, "iso-27001").await;
        let own: Groups = [NOBODY, &["avid", "moodtalk", "wflow"], &["witivio"]];
        page.expect_groups(own).await;
        links.push((survives_a_reload(page, own).await, own));

        start_again(page).await;
        held_by(page, "Its host").await;
        tick(page, "iso-27001").await;
        let host: Groups = [&["moodtalk", "wflow", "witivio"], &["avid"], NOBODY];
        page.expect_groups(host).await;
        links.push((survives_a_reload(page, host).await, host));

        start_again(page).await;
        tick(page, "P30D").await;
        let thirty: Groups = [NOBODY, &["avid", "moodtalk", "witivio"], &["wflow"]];
        page.expect_groups(thirty).await;
        links.push((survives_a_reload(page, thirty).await, thirty));

        // The same group of radio buttons: the new bound takes the place of the old one.
        tick(page, "P60D").await;
        let sixty: Groups = [&["wflow"], &["avid", "moodtalk", "witivio"], NOBODY];
        page.expect_groups(sixty).await;
        links.push((survives_a_reload(page, sixty).await, sixty));

        in_another_browser(page, &links).await;
    })
    .await;
}

async fn tick(page: &Page, option: &str) {
    page.click(&format!(".opt input[value='{option}']")).await;
}

async fn held_by(page: &Page, holder: &str) {
    page.click_text(".seg label", holder).await;
}

async fn start_again(page: &Page) {
    page.click_text("button", "Reset everything").await;
    page.gone(".sentence").await;
    assert!(!page.address().await.contains('?'), "the address still holds something");
}

/// The same answer after a reload; the link to it.
async fn survives_a_reload(page: &Page, answer: Groups<'_>) -> String {
    page.reload().await;
    page.expect_groups(answer).await;
    page.address().await
}

/// The same answers where nothing is known but the links.
async fn in_another_browser(page: &Page, links: &[(String, Groups<'_>)]) {
    page.in_fresh_session(async |fresh| {
        for (link, answer) in links {
            fresh.open(link).await;
            fresh.expect_groups(*answer).await;
        }
    })
    .await;
}
