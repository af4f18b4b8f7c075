//! Two vendors side by side: a real table with words, evidence by the keyboard, and the ways back.

use crate::support::{Browser, Page, in_browsers, scenario};
use thirtyfour::Key;

const DIFFERENCES: [&str; 5] = ["Differs", "May differ", "Same", "Only one states it", "Nobody states it"];

in_browsers!(two_vendors_side_by_side: chromium, firefox, webkit);
async fn two_vendors_side_by_side(browser: Browser) {
    scenario("compare", browser, async |page| {
        page.open("/").await;
        choose_and_compare(page).await;
        page.until_focused("view-heading").await;
        assert_eq!(page.text("#view-heading").await, "2 vendors side by side");

        a_real_table(page).await;
        evidence_by_keyboard(page).await;
        the_names_stay_in_sight(page).await;

        page.back().await;
        page.gone(".matrix").await;
        page.until_focused("view-heading").await;
        assert_eq!(page.texts(".tray .token").await, ["wflow.com", "Witivio"], "the choice is kept");

        page.click(".tray .btn--main").await;
        page.text(".matrix").await;
        page.click("thead th[data-vendor=wflow] [aria-label^='Take']").await;
        page.gone(".matrix").await;
        assert_eq!(page.texts(".tray .token").await, ["Witivio"], "one is left, and nothing to compare");
        let address = page.address().await;
        assert!(address.contains("compare=witivio") && !address.contains("view="), "{address}");
    })
    .await;
}

async fn choose_and_compare(page: &Page) {
    page.click(".card[data-vendor=wflow] .pick input").await;
    assert!(!page.displayed(".tray .btn--main").await, "one vendor is not enough");
    page.click(".card[data-vendor=witivio] .pick input").await;
    page.click(".tray .btn--main").await;
    page.text(".matrix").await;
    assert!(page.address().await.contains("compare=wflow,witivio&view=compare"));
}

async fn a_real_table(page: &Page) {
    assert_eq!(page.attr(".matrix", "role").await.as_deref(), Some("table"));
    assert_eq!(page.texts("thead th[scope=col][role=columnheader] strong").await, ["wflow.com", "Witivio"]);
    let rows = page.texts("tr.row[role=row] > th[scope=row][role=rowheader]").await;
    assert!(rows.len() >= 15, "only {} rows", rows.len());
    assert_eq!(page.texts("tr.row > td[role=cell]").await.len(), 2 * rows.len(), "two cells in every row");
    let differences = page.texts("tr.row .diff").await;
    assert_eq!(differences.len(), rows.len());
    for difference in differences {
        assert!(DIFFERENCES.contains(&&*difference), "“{difference}” is none of the five words");
    }

    // Rows: the difference, then the two cells; ours are the words, the facts are the documents'.
    for (row, difference, wflow, witivio) in [
        ("region-primary", "Differs", "Netherlands", "Ireland"),
        ("region-secondary", "May differ", "Ireland", "Exists, place not named"),
        ("host", "Same", "Microsoft Azure", "Microsoft Azure"),
        ("cert-own", "Only one states it", "Not stated", "None, it says so"),
        ("ret-backup", "Only one states it", "35 days", "In a picture, not in the data"),
        ("ret-logs", "Nobody states it", "Not stated", "Not stated"),
    ] {
        assert_eq!(page.text(&format!("[data-row={row}] .diff")).await, difference, "{row}");
        let cells = page.texts(&format!("[data-row={row}] .cell")).await;
        assert_eq!(cells.len(), 2, "{row}");
        assert!(cells[0].contains(wflow), "{row} of wflow.com: {}", cells[0]);
        assert!(cells[1].contains(witivio), "{row} of Witivio: {}", cells[1]);
    }
}

async fn evidence_by_keyboard(page: &Page) {
    let mark = "evidence-of-witivio-region-secondary";
    page.focus(&format!("#{mark}")).await;
    page.press(Key::Enter).await;
    page.until_focused("evidence-heading").await;
    assert_eq!(page.attr(&format!("#{mark}"), "aria-expanded").await.as_deref(), Some("true"));
    assert!(page.text(".evidence__top").await.contains("Evidence · Witivio"));
    assert!(page.text("#evidence-heading").await.contains("Second place"));
    let facts = page.text(".evidence .kv").await;
    for fact in ["Said by", "Witivio", "Document", "Section", "Dated"] {
        assert!(facts.contains(fact), "no {fact} in: {facts}");
    }
    assert_eq!(page.texts(".evidence .passage").await.len(), 3, "every passage has its place");

    page.press(Key::Escape).await;
    page.gone(".evidence").await;
    page.until_focused(mark).await;

    // The mark closes what it has opened, too.
    page.press(Key::Enter).await;
    page.until_focused("evidence-heading").await;
    page.focus(&format!("#{mark}")).await;
    page.press(Key::Escape).await;
    page.gone(".evidence").await;
    page.until_focused(mark).await;
}

async fn the_names_stay_in_sight(page: &Page) {
    let seen: bool = page
        .eval(
            "const root = document.querySelector('vendor-compare').shadowRoot;
             root.querySelector('[data-row=restore]').scrollIntoView({ block: 'end' });
             const head = root.querySelector('thead th strong').getBoundingClientRect();
             const on_top = root.elementFromPoint(head.x + 5, head.y + head.height / 2);
             return scrollY > 300 && head.top >= 0 && head.bottom < innerHeight
                 && on_top.closest('thead') !== null;",
        )
        .await;
    assert!(seen, "the names of the vendors have scrolled away");
}
