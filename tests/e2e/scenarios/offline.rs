//! The offline file, opened from the disk: the same answers, and nothing is fetched.

use crate::support::{Browser, in_browsers, scenario};

in_browsers!(the_offline_file_answers_without_a_network: chromium, firefox, webkit);
async fn the_offline_file_answers_without_a_network(browser: Browser) {
    scenario("offline-answers", browser, async |page| {
        let file = page.offline_file();
        assert!(file.starts_with("file://"), "{file}");
        page.open(&format!("{file}?require=region+in+EEA;+cert@host+has+iso-27001")).await;
        page.expect_groups([&["wflow"], &["witivio", "avid"], &["moodtalk"]]).await;
        page.click(".opt input[value=P60D]").await;
        page.expect_groups([&["wflow"], &["witivio", "avid"], &["moodtalk"]]).await;
        assert_eq!(page.reason("wflow", "ret-backup <= P60D").await, "Backups kept: 35 days.");
        page.click(".opt input[value=P30D]").await;
        page.expect_groups([&[], &["witivio", "avid"], &["wflow", "moodtalk"]]).await;

        page.reload().await;
        page.expect_groups([&[], &["witivio", "avid"], &["wflow", "moodtalk"]]).await;

        let fetched: Vec<String> = page
            .eval(
                "return performance.getEntriesByType('resource').map(({ name }) => name)
                     .filter((name) => !name.startsWith('data:'))",
            )
            .await;
        assert_eq!(fetched, [""; 0], "something was fetched");

        // And nothing could be: the file's own policy forbids it.
        let refused: bool = page.eval("return fetch('data:,x').then(() => false, () => true)").await;
        assert!(refused, "a fetch went through");
        page.take_errors().await;
    })
    .await;
}

in_browsers!(an_offline_file_keeps_what_is_entered_or_says_that_it_cannot: chromium, firefox);
async fn an_offline_file_keeps_what_is_entered_or_says_that_it_cannot(browser: Browser) {
    scenario("offline-kept", browser, async |page| {
        let record = format!("{}?view=record", page.offline_file());
        page.open(&record).await;
        assert!(page.text(".head__title p").await.contains("stays in this browser"));
        page.type_into("#note-wflow", "Preferred so far.").await;
        page.open(&record).await;
        let note = "document.querySelector('vendor-compare').shadowRoot.querySelector('#note-wflow')?.value";
        page.until(&format!("{note} === 'Preferred so far.'")).await;

        page.before_every_page("delete Window.prototype.localStorage; delete window.localStorage").await;
        page.open(&page.offline_file()).await;
        assert!(page.text(".head__title p").await.contains("save your project as a file"));
    })
    .await;
}
