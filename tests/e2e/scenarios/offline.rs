//! The offline file, opened from the disk: the same answers, and nothing is fetched.

use super::tasks::six_tasks;
use crate::support::{
    Browser, Setup,
    asked::{Asked, REFUSED},
    in_browsers,
    rights::ReadOnly,
    scenario, scenario_with,
};

in_browsers!(six_tasks_work_from_a_read_only_folder_without_a_network: chromium, firefox, webkit);
async fn six_tasks_work_from_a_read_only_folder_without_a_network(browser: Browser) {
    let proxy = Asked::start(REFUSED).await;
    let setup = Setup { proxy: Some(proxy.address.clone()), ..Setup::default() };
    scenario_with("offline-tasks", browser, setup, async |page| {
        let place = ReadOnly::copy_of(&page.dist().join("vendor-compare.html")).await;
        six_tasks(page, &place.address()).await;
        assert_eq!(asked_by_pages(&proxy), [""; 0], "something was asked for");

        // The network is cut indeed: a page that may fetch gets nothing, not even from the server of the other scenarios.
        page.open_file("control.html", "<!doctype html><title>control</title>").await;
        let address = format!("{}/control", page.origin());
        let fetch =
            format!("return fetch('{address}', {{ mode: 'no-cors' }}).then(() => 'came', () => 'refused')");
        assert_eq!(page.eval::<String>(&fetch).await, "refused");
        assert_eq!(asked_by_pages(&proxy), [address]);
        page.expects_errors(&["ERR_EMPTY_RESPONSE"]);
    })
    .await;
}

/// Whom browsers ask of themselves, whatever they show: for updates, lists and the time.
const MAKERS: [&str; 6] =
    ["google.com", "googleapis.com", "gvt1.com", "mozilla.com", "mozilla.net", "mozilla.org"];

/// What a proxy was asked for, but for what the browser wants for itself.
fn asked_by_pages(proxy: &Asked) -> Vec<String> {
    let is_makers = |target: &String| {
        let host = target.trim_start_matches("http://").split(['/', ':']).next().unwrap_or_default();
        MAKERS
            .iter()
            .any(|maker| host.strip_suffix(maker).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
    };
    proxy.targets().into_iter().filter(|target| !is_makers(target)).collect()
}

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
        page.until_error("connect-src").await;
        page.expects_errors(&["Fetch API cannot load"]);
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
