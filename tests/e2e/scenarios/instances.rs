//! Several elements on one page, moved about, taken out and put back, and the script loaded twice.

use crate::support::{Browser, Page, Served, Setup, in_browsers, made_up, scenario, scenario_with};
use serde_json::Value as Json;

/// What the elements say, by a script over `a` and `b`.
async fn get<T: serde::de::DeserializeOwned>(page: &Page, what: &str) -> T {
    page.eval(&format!(
        "const [a, b] = ['first', 'second'].map((id) => document.getElementById(id)); return {what}"
    ))
    .await
}

async fn set(page: &Page, script: &str) {
    page.eval::<()>(&format!(
        "const [a, b] = ['first', 'second'].map((id) => document.getElementById(id)); {script}; return null"
    ))
    .await;
}

/// Opens the page with a second element, made by script.
async fn begin(page: &Page, script: &str) {
    page.open("/pages/bare.html").await;
    page.eval::<()>(&format!(
        "const a = document.getElementById('first');
         const b = document.createElement('vendor-compare');
         b.id = 'second';
         {script};
         document.querySelector('aside').append(b);
         return start()"
    ))
    .await;
}

in_browsers!(two_with_different_catalogues_do_not_disturb_each_other: chromium, firefox);
async fn two_with_different_catalogues_do_not_disturb_each_other(browser: Browser) {
    let file = |path, vendors| Served { path, text: made_up::catalogue(vendors, &[]).into(), pieces: 1 };
    let files = vec![file("/made/one.json", 130), file("/made/two.json", 150)];
    scenario_with("two-catalogues", browser, Setup { files, ..Setup::default() }, async |page| {
        begin(
            page,
            "a.src = '/made/one.json'; a.theme = 'dark'; a.requirements = 'region in EEA'; a.lang = 'en';
             b.src = '/made/two.json'; b.theme = 'contrast'; b.requirements = 'ret-backup <= P30D'",
        )
        .await;
        page.until("last('ready', 'first') && last('ready', 'second')").await;
        let vendors: [u32; 2] = get(page, "[a.outcome.vendors, b.outcome.vendors]").await;
        assert_eq!(vendors, [130, 150]);
        let before: Json = get(page, "[b.state, b.outcome]").await;
        page.click(".opt input[value=EEA]").await;
        page.until("document.getElementById('first').requirements === ''").await;
        set(page, "a.requirements = 'ret-backup <= P20D'").await;
        page.until("document.getElementById('first').outcome.meets.count < 130").await;
        assert_eq!(get::<Json>(page, "[b.state, b.outcome]").await, before, "the other one has changed");
        let looks: [String; 2] = get(
            page,
            "[a, b].map((one) => getComputedStyle(one.shadowRoot.querySelector('.vc')).backgroundColor)",
        )
        .await;
        assert_eq!(looks, ["rgb(18, 24, 30)", "rgb(255, 255, 255)"]);
        // One is taken out, and the other goes on.
        set(page, "a.remove()").await;
        set(page, "b.requirements = 'ret-backup <= P10D'").await;
        page.until("document.getElementById('second').requirements === 'ret-backup <= P10D'").await;
        let events: Vec<String> =
            get(page, "told.filter((one) => one.type === 'error').map((one) => one.id)").await;
        assert_eq!(events, [""; 0]);
    })
    .await;
}

in_browsers!(all_share_one_program_and_one_stylesheet: chromium, firefox, webkit);
async fn all_share_one_program_and_one_stylesheet(browser: Browser) {
    scenario("shared", browser, async |page| {
        begin(page, "").await;
        page.until("last('ready', 'first') && last('ready', 'second')").await;
        let is_shared: bool =
            get(page, "a.shadowRoot.adoptedStyleSheets[0] === b.shadowRoot.adoptedStyleSheets[0]").await;
        assert!(is_shared, "each has a stylesheet of its own");
        let fetched: usize = get(
            page,
            "performance.getEntriesByType('resource').filter((one) => one.name.endsWith('_bg.wasm')).length",
        )
        .await;
        assert_eq!(fetched, 1);
        // The same script once more, from another address.
        page.eval::<()>("return start('../vendor-compare.js?again')").await;
        set(page, "a.requirements = 'region in EEA'").await;
        page.until("document.getElementById('first').outcome.meets.count === 1").await;
        let other: String = get(page, "b.requirements").await;
        assert_eq!(other, "");
    })
    .await;
}

in_browsers!(what_moves_or_goes_and_comes_back_keeps_its_state: chromium, firefox);
async fn what_moves_or_goes_and_comes_back_keeps_its_state(browser: Browser) {
    scenario("comes-back", browser, async |page| {
        begin(page, "a.requirements = 'region in EEA'").await;
        page.until("last('ready', 'first') && last('ready', 'second')").await;
        page.click(".card[data-vendor=wflow] .pick input").await;
        page.click(".card[data-vendor=avid] .pick input").await;
        set(page, "a.view = 'record'").await;
        page.type_into("#record-title", "Round two").await;
        let before: String = get(page, "a.state").await;

        set(page, "window.drawn = a.shadowRoot.querySelector('.vc'); document.querySelector('aside').append(a)").await;
        let is_same: bool = page
            .eval(
                "return new Promise((done) => setTimeout(() =>
                     done(document.getElementById('first').shadowRoot.querySelector('.vc') === window.drawn), 50))",
            )
            .await;
        assert!(is_same, "a node that only moves is drawn anew");

        // Out for a while; what the page changes meanwhile counts, and the rest is there again.
        set(page, "window.gone = a; a.remove(); told.length = 0").await;
        page.until("window.gone.shadowRoot.querySelector('.vc') === null").await;
        set(page, "gone.requirements = 'ret-backup <= P60D'; document.querySelector('main').append(gone)").await;
        page.until("last('ready', 'first')").await;
        page.until("document.getElementById('first').requirements === 'ret-backup <= P60D'").await;
        let now: Json = get(page, "[a.compared, a.view]").await;
        assert_eq!(now, serde_json::json!([["wflow", "avid"], "record"]));
        assert!(before.contains("compare=wflow,avid"), "{before}");
        page.until("document.getElementById('first').shadowRoot.querySelector('#record-title')?.value === 'Round two'")
            .await;
    })
    .await;
}
