//! The comparison on screens of every width, and on paper: what is looked at stays in sight.

use crate::support::{Browser, Page, in_browsers, scenario};
use serde_json::json;

const FOUR: &str = "/?compare=wflow,witivio,moodtalk,avid&view=compare&reference=wflow";

/// Focuses every button of the table, forwards and backwards, and names those that something lies over.
const COVERED: &str = "const root = document.querySelector('vendor-compare').shadowRoot;
    const all = [...root.querySelectorAll('.matrix button')].filter((one) => one.getClientRects().length);
    const covered = new Set();
    for (const one of [...all, ...all.toReversed()]) {
        one.focus();
        const { x, y, width, height } = one.getBoundingClientRect();
        const on_top = root.elementFromPoint(x + width / 2, y + height / 2);
        if (!one.contains(on_top)) covered.add(one.id || one.getAttribute('aria-label'));
    }
    return [all.length, [...covered].slice(0, 10)]";

in_browsers!(what_has_the_focus_is_never_covered: chromium, firefox);
async fn what_has_the_focus_is_never_covered(browser: Browser) {
    scenario("compare-covered", browser, async |page| {
        for (width, height) in [(1280, 900), (1040, 700), (768, 1024), (375, 812)] {
            page.resize(width, height).await;
            for evidence in ["", "&evidence=wflow:region-primary"] {
                page.open(&format!("{FOUR}{evidence}")).await;
                page.text(".matrix").await;
                let (all, covered): (usize, Vec<String>) = page.eval(COVERED).await;
                assert!(all > 30, "only {all} buttons");
                assert!(covered.is_empty(), "covered at {width} px{evidence}: {}", covered.join(", "));
                assert_eq!(sideways(page).await, 0, "the page scrolls sideways at {width} px");
            }
        }
    })
    .await;
}

in_browsers!(names_and_rows_stay_in_a_table_that_scrolls_sideways: chromium, firefox);
async fn names_and_rows_stay_in_a_table_that_scrolls_sideways(browser: Browser) {
    scenario("compare-sideways", browser, async |page| {
        page.resize(768, 1024).await;
        page.open(FOUR).await;
        assert!(page.text(".cue").await.contains("scroll it sideways"));
        let seen: bool = page
            .eval(
                "const root = document.querySelector('vendor-compare').shadowRoot;
                 const box = root.querySelector('.box');
                 box.scrollIntoView();
                 box.scrollTo(1000, 600);
                 const on_top = (css) => {
                     const { x, y } = root.querySelector(css).getBoundingClientRect();
                     return Boolean(root.elementFromPoint(x + 20, y + 20)?.closest(css));
                 };
                 const row = [...root.querySelectorAll('.row > th')]
                     .find((one) => one.getBoundingClientRect().top > 250);
                 const { left } = box.getBoundingClientRect();
                 return box.scrollLeft > 50 && on_top('thead td') && on_top('th[data-vendor=avid]')
                     && Math.abs(row.getBoundingClientRect().left - left) < 3;",
            )
            .await;
        assert!(seen, "the names or the heads of the rows have scrolled away");
    })
    .await;
}

in_browsers!(evidence_leaves_its_cell_in_sight: chromium, firefox);
async fn evidence_leaves_its_cell_in_sight(browser: Browser) {
    scenario("compare-evidence", browser, async |page| {
        for (width, height) in [(768, 1024), (375, 812)] {
            page.resize(width, height).await;
            page.open(FOUR).await;
            for mark in ["evidence-of-avid-host", "evidence-of-wflow-ret-personal"] {
                page.click(&format!("#{mark}")).await;
                page.until_focused("evidence-heading").await;
                let apart: bool = page
                    .eval_with(
                        "const root = document.querySelector('vendor-compare').shadowRoot;
                         const mark = root.getElementById(arguments[0]).getBoundingClientRect();
                         const panel = root.querySelector('.evidence').getBoundingClientRect();
                         return mark.top > 0 && mark.bottom <= panel.top && panel.bottom <= innerHeight
                             && panel.height <= innerHeight / 2;",
                        vec![json!(mark)],
                    )
                    .await;
                assert!(apart, "the panel covers {mark} at {width} px");
                page.click(".evidence [aria-label^=Close]").await;
                page.until_focused(mark).await;
            }
        }
    })
    .await;
}

in_browsers!(on_paper_all_sections_are_open_and_names_repeat: chromium, firefox);
async fn on_paper_all_sections_are_open_and_names_repeat(browser: Browser) {
    scenario("compare-print", browser, async |page| {
        page.open(FOUR).await;
        page.text(".matrix").await;
        assert!(!page.displayed("[data-row=login]").await, "the section is closed on the screen");
        page.show_as_printed().await;
        // The width of a portrait A4 sheet, and of a landscape one, within their margins.
        for width in [718, 1047] {
            page.resize(width, 1000).await;
            assert!(page.displayed("[data-row=login]").await, "closed sections are left out at {width} px");
            assert!(!page.displayed(".comparetools").await && !page.displayed(".coltools").await);
            let head: String = page
                .eval(
                    "const head = document.querySelector('vendor-compare').shadowRoot.querySelector('thead');
                     return getComputedStyle(head).display",
                )
                .await;
            assert_eq!(head, "table-header-group", "the names do not repeat at {width} px");
            assert_eq!(sideways(page).await, 0, "wider than the sheet at {width} px");
        }
    })
    .await;
}

async fn sideways(page: &Page) -> i32 {
    page.eval("return document.documentElement.scrollWidth - document.documentElement.clientWidth").await
}
