//! What visitors come for, counted in clicks and keys from a fresh page.

use crate::support::{Browser, Page, in_browsers, scenario};
use thirtyfour::Key;

/// The most clicks and keys that any of them may take.
const MOST: u32 = 8;

in_browsers!(six_tasks_take_few_actions: chromium, firefox);
async fn six_tasks_take_few_actions(browser: Browser) {
    scenario("tasks", browser, async |page| six_tasks(page, "/").await).await;
}

/// Does the six tasks, each from this address.
pub async fn six_tasks(page: &Page, from: &str) {
    task(page, from, "find the vendors that keep everything inside the EEA", async || {
        page.click(".opt input[value=EEA]").await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
    })
    .await;
    task(page, from, "exclude the vendors that use Auth0", async || {
        page.click("#adding-open").await;
        page.until_focused("adding-words").await;
        page.press("auth0").await;
        page.until(&format!("{ROOT}.querySelector('#adding-option-0')?.innerText.endsWith('Auth0')")).await;
        page.press(Key::Enter).await;
        page.click(".part [aria-label^='Not:']").await;
        page.expect_groups([&[], &["moodtalk", "wflow", "witivio"], &["avid"]]).await;
    })
    .await;
    task(page, from, "compare two vendors and find three differences", async || {
        page.click(".card[data-vendor=wflow] .pick input").await;
        page.click(".card[data-vendor=witivio] .pick input").await;
        page.click(".tray .btn--main").await;
        page.click_text(".comparetools label", "Only differences").await;
        page.until(&format!("{ROOT}.querySelector('.comparetools [role=status]')?.innerText")).await;
        let shown: usize = page.eval(DIFFERENCES).await;
        assert!(shown >= 3, "{shown} differences are shown");
    })
    .await;
    task(page, from, "find the evidence of one cell", async || {
        page.click("#evidence-of-wflow-ret-backup").await;
        let evidence = page.text(".evidence").await;
        assert!(evidence.contains("Backups of the data are kept for 35 days."), "{evidence}");
    })
    .await;
    task(page, from, "produce the list of questions", async || {
        page.click(".opt input[value=EEA]").await;
        page.click_text(".views button", "Questions").await;
        page.click_text(".questions button", "Save as Markdown").await;
        let questions = page.saved("questions.md").await;
        assert!(questions.contains("## Questions to Witivio"), "{questions}");
    })
    .await;
    task(page, from, "export the decision record", async || {
        page.click(".opt input[value=EEA]").await;
        page.click_text(".views button", "Record").await;
        page.click_text(".btns button", "Save as a page").await;
        let record = page.saved("decision-record.html").await;
        assert!(record.contains("all data, in every role, is inside the EEA"), "{record}");
    })
    .await;
}

const ROOT: &str = "document.querySelector('vendor-compare').shadowRoot";
/// How many of the rows that are shown differ.
const DIFFERENCES: &str = "return [...document.querySelector('vendor-compare').shadowRoot
    .querySelectorAll('.row[data-diff=differs]')].filter((row) => row.getClientRects().length).length";

/// Does a task from a fresh page, of which nothing is kept, and says what it has taken.
async fn task(page: &Page, from: &str, what: &str, steps: impl AsyncFnOnce()) {
    page.open(from).await;
    page.eval::<()>("localStorage.clear(); return null").await;
    page.open(from).await;
    page.text("#group-all").await;
    let before = page.actions();
    steps().await;
    let taken = page.actions() - before;
    page.report(&format!("to {what} takes {taken} actions"));
    assert!(taken <= MOST, "to {what} takes {taken} actions, more than {MOST}");
}
