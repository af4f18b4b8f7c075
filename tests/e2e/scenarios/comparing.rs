//! What can be done to the comparison: rows left out, sections, a reference, columns and vendors; by mouse, and by the
//! keyboard alone.

use crate::support::{Browser, Page, in_browsers, scenario};
use thirtyfour::Key;

const FOUR: &str = "/?compare=wflow,witivio,moodtalk,avid&view=compare";

in_browsers!(rows_are_left_out_and_counted: chromium, firefox);
async fn rows_are_left_out_and_counted(browser: Browser) {
    scenario("compare-rows", browser, async |page| {
        page.open(FOUR).await;
        page.text(".matrix").await;
        let all = page.texts(".row .diff").await;
        page.click_text(".comparetools label", "Only differences").await;
        page.until(&shown("[role=status]", "rows hidden")).await;
        let left = page.texts(".row .diff").await;
        assert!(left.iter().all(|difference| difference == "Differs" || difference == "May differ"));
        let hidden = all.len() - left.len();
        assert!(page.text(".comparetools [role=status]").await.starts_with(&format!("{hidden} rows hidden")));
        assert!(page.text(".comparetools label").await.contains(&format!("hides {hidden}")));
        assert!(page.address().await.contains("&rows=differences&"), "{}", page.address().await);
        page.reload().await;
        page.until(&shown("[role=status]", &format!("{hidden} rows hidden"))).await;

        // The same by the keyboard, and the other wish.
        page.focus(".comparetools label input").await;
        page.press(Key::Space).await;
        page.press(Key::Tab + Key::Space).await;
        let silent = all.iter().filter(|difference| *difference == "Nobody states it").count();
        page.until(&shown("[role=status]", &format!("{silent} rows hidden"))).await;
        assert!(!page.texts(".row .diff").await.contains(&"Nobody states it".to_owned()));
        assert!(page.address().await.contains("&rows=stated&"), "{}", page.address().await);
    })
    .await;
}

in_browsers!(sections_open_and_close: chromium, firefox);
async fn sections_open_and_close(browser: Browser) {
    scenario("compare-sections", browser, async |page| {
        page.open(&format!("{FOUR}&require=enc-rest+is+yes")).await;
        page.text(".matrix").await;
        // The three headlines, and what is required.
        let open = "[data-section] [aria-expanded=true]";
        let begins =
            ["Where the data is", "Certificates", "Keeping and deleting data", "Encryption and keys"];
        assert_eq!(page.texts(open).await, begins);
        assert!(page.displayed("[data-row=enc-rest]").await && !page.displayed("[data-row=login]").await);
        let tally = page.text("[data-section=data-location] .sub").await;
        assert!(tally.contains(" of 9 rows differ, ") && tally.ends_with(" may"), "{tally}");

        page.focus("#section-access").await;
        page.press(Key::Enter).await;
        page.until(&format!("{ROOT}.querySelector('[data-row=login]').getClientRects().length")).await;
        page.until_focused("section-access").await;
        page.press(Key::Enter).await;
        page.until(&format!("!{ROOT}.querySelector('[data-row=login]').getClientRects().length")).await;

        page.click_text(".comparetools button", "Open all").await;
        page.until(&format!("!{ROOT}.querySelector('.closed')")).await;
        page.click_text(".comparetools button", "Close all").await;
        page.gone(open).await;

        // Evidence in a link opens its section; closed again, the focus still has a place.
        page.open(&format!("{FOUR}&evidence=wflow:login")).await;
        page.until_focused("evidence-heading").await;
        assert!(page.displayed("[data-row=login]").await);
        page.click("#section-access").await;
        page.press(Key::Tab).await;
        page.click(".evidence [aria-label^=Close]").await;
        page.until_focused("view-heading").await;
    })
    .await;
}

in_browsers!(vendors_are_held_against_a_reference: chromium, firefox);
async fn vendors_are_held_against_a_reference(browser: Browser) {
    scenario("compare-reference", browser, async |page| {
        page.open(&format!("{FOUR}&require=eu-only+is+yes")).await;
        page.text(".matrix").await;
        assert!(!page.displayed(".standing").await, "there is no reference at first");
        page.focus("#reference-wflow").await;
        page.press(Key::Space).await;
        page.until(&pressed("wflow", "true")).await;
        page.until_focused("reference-wflow").await;
        // Of Witivio, Moodtalk and Avid: a direction by requirement, one of the row's own, and none.
        let cannot = "Cannot compare with wflow.com";
        for (row, standings) in [
            ("eu-only", [cannot, "Worse than wflow.com", cannot]),
            ("doc-conflict", ["Worse than wflow.com", "Same as wflow.com", "Same as wflow.com"]),
            ("region-primary", ["Different from wflow.com", "Different from wflow.com", cannot]),
            ("ret-backup", [cannot; 3]),
        ] {
            assert_eq!(standing(page, row).await, standings, "{row}");
        }
        assert!(page.text("[data-row=eu-only] th").await.contains("yes is better, as you require"));
        assert!(page.text("[data-row=doc-conflict] th").await.contains("lower is better"));
        assert!(!page.text("[data-row=ret-backup] th").await.contains("better"));

        // Another one, by mouse: what was worse is better from the other side. The link keeps it.
        page.click("#reference-moodtalk").await;
        page.until(&pressed("wflow", "false")).await;
        assert_eq!(standing(page, "eu-only").await[0], "Better than Moodtalk");
        assert!(page.address().await.contains("&reference=moodtalk&"), "{}", page.address().await);
        page.reload().await;
        page.until(&pressed("moodtalk", "true")).await;

        // It goes with its column.
        page.click("thead th[data-vendor=moodtalk] [aria-label^='Take']").await;
        page.gone(".standing").await;
        assert!(!page.address().await.contains("reference"), "{}", page.address().await);
    })
    .await;
}

in_browsers!(what_is_required_is_changed_beside_the_vendors: chromium, firefox);
async fn what_is_required_is_changed_beside_the_vendors(browser: Browser) {
    scenario("compare-required", browser, async |page| {
        page.open(&format!("{FOUR}&require=region+in+EEA;+ret-backup+%3C%3D+P60D")).await;
        let verdict = "thead th[data-vendor=wflow]";
        assert!(page.text(verdict).await.contains("Meets"));
        let sentence = page.text(".sentence").await;
        assert!(sentence.contains("backups are kept for at most 60 days"), "{sentence}");

        page.focus("#part-1").await;
        page.press(Key::Enter).await;
        page.until_focused("adding-heading").await;
        page.type_over("#adding-bound", "30").await;
        page.click_text(".adding__panel button", "Change").await;
        page.until_focused("part-1").await;
        page.until(&format!("{ROOT}.querySelector('{verdict}').innerText.includes('Does not meet')")).await;
        assert!(page.address().await.contains("ret-backup+%3C%3D+P30D"), "{}", page.address().await);

        page.focus("[aria-label^='Remove: backups']").await;
        page.press(Key::Enter).await;
        page.until(&format!("!{ROOT}.querySelector('{verdict}').innerText.includes('Does not meet')")).await;
        page.until(&format!("{ROOT}.activeElement?.matches(`[aria-label^='Remove: all data']`)")).await;
    })
    .await;
}

in_browsers!(columns_move_and_keep_the_focus: chromium, firefox);
async fn columns_move_and_keep_the_focus(browser: Browser) {
    scenario("compare-columns", browser, async |page| {
        page.open(FOUR).await;
        page.focus("#move-right-wflow").await;
        for order in [
            ["Witivio", "wflow.com", "Moodtalk", "Avid"],
            ["Witivio", "Moodtalk", "wflow.com", "Avid"],
            ["Witivio", "Moodtalk", "Avid", "wflow.com"],
            // At the edge nothing moves.
            ["Witivio", "Moodtalk", "Avid", "wflow.com"],
        ] {
            page.press(Key::Enter).await;
            page.until(&columns(&order)).await;
            page.until_focused("move-right-wflow").await;
        }
        assert_eq!(page.attr("#move-right-wflow", "aria-disabled").await.as_deref(), Some("true"));
        assert!(page.attr("#move-right-wflow", "aria-label").await.unwrap().ends_with("column 4 of 4"));
        let cells = page.texts("[data-row=region-primary] .cell").await;
        assert!(cells[3].contains("Netherlands"), "the cells move with their heading: {cells:?}");
        page.click("#move-left-avid").await;
        page.until(&columns(&["Witivio", "Avid", "Moodtalk", "wflow.com"])).await;
        assert!(page.address().await.contains("compare=witivio,avid,moodtalk,wflow"));
    })
    .await;
}

in_browsers!(vendors_are_added_and_taken_out: chromium, firefox);
async fn vendors_are_added_and_taken_out(browser: Browser) {
    scenario("compare-add", browser, async |page| {
        page.open("/?compare=wflow,witivio&view=compare").await;
        page.focus("#add-vendor").await;
        page.press("Moo").await;
        page.until(&format!("{ROOT}.querySelector('#add-vendor').value === 'moodtalk'")).await;
        assert!(!page.address().await.contains("moodtalk"), "choosing alone adds nobody");
        page.press(Key::Tab + Key::Enter).await;
        page.until(&columns(&["wflow.com", "Witivio", "Moodtalk"])).await;
        page.until(&format!("{ROOT}.activeElement?.matches('.add button')")).await;
        page.press(Key::Enter).await;
        page.until(&columns(&["wflow.com", "Witivio", "Moodtalk", "Avid"])).await;
        page.until_focused("view-heading").await;
        assert_eq!(page.text(".add").await, "All vendors are here.");

        page.focus("thead th[data-vendor=witivio] [aria-label^='Take']").await;
        page.press(Key::Enter).await;
        page.until(&columns(&["wflow.com", "Moodtalk", "Avid"])).await;
        page.until(&format!("{ROOT}.activeElement?.matches(`[aria-label^='Take Moodtalk']`)")).await;
    })
    .await;
}

const ROOT: &str = "document.querySelector('vendor-compare').shadowRoot";

/// What each vendor but the reference is in a row, with the words for who cannot see the column.
async fn standing(page: &Page, row: &str) -> Vec<String> {
    let css = format!("[data-row={row}] .standing");
    page.eval_with(
        "return [...document.querySelector('vendor-compare').shadowRoot.querySelectorAll(arguments[0])]
             .map((one) => one.textContent)",
        vec![css.into()],
    )
    .await
}

fn shown(css: &str, words: &str) -> String {
    format!("{ROOT}?.querySelector('.comparetools {css}')?.innerText.includes('{words}')")
}

fn pressed(vendor: &str, is: &str) -> String {
    format!("{ROOT}?.querySelector('#reference-{vendor}')?.getAttribute('aria-pressed') === '{is}'")
}

fn columns(names: &[&str]) -> String {
    let found = format!("[...{ROOT}.querySelectorAll('thead strong')].map((one) => one.innerText).join()");
    format!("{found} === '{}'", names.join(","))
}
