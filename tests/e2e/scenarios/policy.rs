//! A page under a strict policy, and what is asked of servers while the element is used.

use thirtyfour::Key;

use crate::support::{Browser, Page, Served, Setup, in_browsers, made_up, scenario_with};

/// A session of use: requirements, evidence, a comparison, a profile with its map, the questions, the record, a file.
async fn use_it(page: &Page) {
    page.click(".opt input[value=EEA]").await;
    page.click(".card[data-vendor=wflow] .ev").await;
    page.text("#evidence-heading").await;
    page.click(".card[data-vendor=wflow] .pick input").await;
    page.click(".card[data-vendor=avid] .pick input").await;
    page.click("#adding-open").await;
    page.type_into("#adding-words", "sla").await;
    page.press(Key::Escape).await;
    page.click(".tray .btn--main").await;
    page.click("#pictures").await;
    page.shadow(".compare .map .mark").await;
    page.click("th[data-vendor=avid] .link").await;
    page.text(".chain").await;
    page.click_text(".views button", "Questions").await;
    page.text(".questions").await;
    page.click_text(".views button", "Record").await;
    page.type_into("#record-title", "Round two").await;
    page.click_text(".record .btn", "Save as JSON").await;
    page.click("#undo").await;
}

fn setup() -> Setup {
    let text = made_up::catalogue(40, &[]);
    let files = vec![Served { path: "/made/catalogue.json", text: text.into(), pieces: 1 }];
    Setup { files, ..Setup::default() }
}

in_browsers!(nothing_offends_a_strict_policy: chromium, firefox, webkit);
async fn nothing_offends_a_strict_policy(browser: Browser) {
    scenario_with("strict", browser, setup(), async |page| {
        page.open("/pages/strict.html").await;
        page.text(".outcome, #group-all").await;
        use_it(page).await;
        // A catalogue of its own, which is loaded by a worker; in every theme.
        page.eval::<()>(
            "document.querySelector('#first').theme = 'contrast';
             document.querySelector('#first').src = '/made/catalogue.json'; return null",
        )
        .await;
        page.until("document.querySelector('#first').outcome?.vendors === 40").await;
        let reports: Vec<String> = page.eval("return window.reports").await;
        let knows: bool = page.eval("return window.hasTrustedTypes").await;
        println!("{browser:?}: trusted types are {}", if knows { "known" } else { "not known" });
        assert_eq!(reports, [""; 0]);
    })
    .await;
}

/// What belongs to the element. (The page itself, and what a scenario serves, are apart.)
const OWN: [&str; 8] = [
    "/vendor-compare.js",
    "/app/vendor-compare.js",
    "/app/vendor-compare_bg.wasm",
    "/app/vendor-compare_later.wasm",
    "/effects.js",
    "/element.js",
    "/later.js",
    "/geography.txt",
];

in_browsers!(nobody_is_asked_but_for_its_own_files_and_the_catalogue: chromium, firefox);
async fn nobody_is_asked_but_for_its_own_files_and_the_catalogue(browser: Browser) {
    scenario_with("requests", browser, setup(), async |page| {
        page.open("/pages/strict.html").await;
        page.text("#group-all").await;
        use_it(page).await;
        page.eval::<()>("document.querySelector('#first').src = '/made/catalogue.json'; return null").await;
        page.until("document.querySelector('#first').outcome?.vendors === 40").await;
        let asked: Vec<String> = page
            .eval("return performance.getEntriesByType('resource').map((one) => one.name.replace(location.origin, ''))")
            .await;
        let is_known = |path: &String| {
            OWN.contains(&path.as_str())
                || path.starts_with("/engine/")
                || ["/made/catalogue.json", "/pages/strict.js", "/pages/icon.svg"].contains(&path.as_str())
        };
        let others: Vec<&String> = asked.iter().filter(|path| !is_known(path)).collect();
        assert!(others.is_empty(), "{others:?}");
        assert!(asked.iter().any(|path| path == "/geography.txt"), "the session was none: {asked:?}");
    })
    .await;
}
