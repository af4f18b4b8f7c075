//! The offline file, opened from the disk: the same answers, and nothing is fetched.

use crate::support::{Browser, in_browsers, scenario};

in_browsers!(the_offline_file_answers_without_a_network: chromium, firefox);
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
