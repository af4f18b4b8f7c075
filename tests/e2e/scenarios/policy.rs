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

/// More of it over a catalogue that a worker holds: a search, an order, a profile, and a requirement that it judges.
async fn use_what_is_loaded(page: &Page) {
    page.eval::<()>("document.querySelector('#first').view = 'results'; return null").await;
    page.type_into("#search", "wflow").await;
    page.click(".card .link").await;
    page.text(".chain").await;
    page.eval::<()>("document.querySelector('#first').requirements = 'cert has iso-27001'; return null")
        .await;
    page.until("document.querySelector('#first').outcome.meets.count < 140").await;
}

fn setup() -> Setup {
    let text = made_up::catalogue(140, &[]);
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
        page.until("document.querySelector('#first').outcome?.vendors === 140").await;
        let reports: Vec<String> = page.eval("return window.reports").await;
        let knows: bool = page.eval("return window.hasTrustedTypes").await;
        println!("{browser:?}: trusted types are {}", if knows { "known" } else { "not known" });
        assert_eq!(reports, [""; 0]);
    })
    .await;
}

/// What belongs to the element, with the offline file, of which it makes copies.
const OWN: [&str; 5] = [
    "/vendor-compare.js",
    "/app/vendor-compare_bg.wasm",
    "/app/vendor-compare_later.wasm",
    "/geography.txt",
    "/vendor-compare.html",
];
/// What the page and the scenario bring.
const GIVEN: [&str; 4] =
    ["/pages/strict.html", "/pages/strict.js", "/pages/icon.svg", "/made/catalogue.json"];

in_browsers!(nobody_is_asked_but_for_its_own_files_and_the_catalogue: chromium, firefox);
async fn nobody_is_asked_but_for_its_own_files_and_the_catalogue(browser: Browser) {
    let setup = Setup { watched: true, ..setup() };
    scenario_with("requests", browser, setup, async |page| {
        page.open("/pages/strict.html").await;
        page.text("#group-all").await;
        use_it(page).await;
        page.click_text("button", "Save an offline copy").await;
        page.saved("vendor-compare.html").await;
        page.eval::<()>("document.querySelector('#first').src = '/made/catalogue.json'; return null").await;
        page.until("document.querySelector('#first').outcome?.vendors === 140").await;
        use_what_is_loaded(page).await;
        let asked = page.asked();
        let is_known =
            |path: &str| OWN.contains(&path) || GIVEN.contains(&path) || path.starts_with("/engine/");
        let others: Vec<&String> = asked.iter().filter(|path| !is_known(path)).collect();
        assert!(others.is_empty(), "{others:?}");
        let has = |path: &str| asked.iter().any(|one| one == path);
        assert!(OWN.iter().all(|path| has(path)), "the session was none: {asked:?}");
        assert!(has("/engine/worker.js") && has("/made/catalogue.json"), "there was no worker: {asked:?}");
    })
    .await;
}

in_browsers!(what_is_asked_of_others_would_be_seen: chromium, firefox);
async fn what_is_asked_of_others_would_be_seen(browser: Browser) {
    let setup = Setup { watched: true, ..Setup::default() };
    scenario_with("requests-seen", browser, setup, async |page| {
        page.open("/pages/bare.html").await;
        page.eval::<()>(
            "const script = `for (const scheme of ['http', 'https']) {
                 fetch(scheme + '://elsewhere.example/from-a-worker', { mode: 'no-cors' }).catch(() => {});
             }`;
             new Worker(URL.createObjectURL(new Blob([script])));
             new Image().src = 'http://localhost:18081/from-the-page';
             navigator.sendBeacon('http://elsewhere.example/beacon');
             return null",
        )
        .await;
        let expected = [
            "http://elsewhere.example/from-a-worker",
            "elsewhere.example:443",
            "http://localhost:18081/from-the-page",
            "http://elsewhere.example/beacon",
        ];
        page.until_is("not seen", [""; 0], async || {
            let asked = page.asked();
            let is_seen = |address: &&str| asked.iter().any(|one| one == address);
            expected.into_iter().filter(|address| !is_seen(address)).collect::<Vec<_>>()
        })
        .await;
        page.expects_errors(&["Failed to load resource"]);
    })
    .await;
}
