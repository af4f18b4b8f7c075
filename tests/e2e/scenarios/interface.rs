//! The element's own interface: properties and attributes, what is wrong with them, and the events.

use crate::support::{Browser, Page, Served, Setup, in_browsers, made_up, scenario, scenario_with};
use serde_json::Value as Json;

/// Opens the page, and starts the element after a script.
async fn begin(page: &Page, script: &str) {
    page.open("/pages/bare.html").await;
    page.eval::<()>(&format!("const a = document.querySelector('#first'); {script}; return start()")).await;
    page.until("window.last('ready')").await;
}

async fn set(page: &Page, script: &str) {
    page.eval::<()>(&format!("const a = document.querySelector('#first'); {script}; return null")).await;
}

async fn get<T: serde::de::DeserializeOwned>(page: &Page, what: &str) -> T {
    page.eval(&format!("const a = document.querySelector('#first'); return {what}")).await
}

in_browsers!(what_is_set_before_the_upgrade_counts: chromium, firefox, webkit);
async fn what_is_set_before_the_upgrade_counts(browser: Browser) {
    scenario("upgraded-late", browser, async |page| {
        begin(page, "a.requirements = 'region in EEA'; a.providers = ['avid', 'wflow']; a.maxCompare = 2").await;
        page.expect_groups([&["wflow"], &["avid"], &[]]).await;
        let outcome: Json = get(page, "a.outcome").await;
        assert_eq!(
            outcome,
            serde_json::json!({
                "vendors": 2, "meets": { "count": 1, "ids": ["wflow"] }, "cannotTell": { "count": 1, "ids": ["avid"] },
                "doesNotMeet": { "count": 0, "ids": [] }
            })
        );
        let all: Json = get(page, "[a.requirements, a.maxCompare, a.view, a.asOf, a.compared, a.getAttribute('providers')]").await;
        assert_eq!(all, serde_json::json!(["region in EEA", 2, "results", null, [], "avid,wflow"]));
        let ready: Json = get(page, "told.filter((one) => one.type === 'ready')").await;
        assert_eq!(ready.as_array().map(Vec::len), Some(1), "{ready}");
        assert_eq!((&ready[0]["composed"], &ready[0]["detail"]["outcome"]), (&Json::Bool(true), &outcome));

        // What the visitor does is told; what the page has asked for stays in the attribute.
        page.click(".opt input[value=EEA]").await;
        page.until("document.querySelector('#first').requirements === ''").await;
        page.until("last('change').detail.requirements === ''").await;
        let attribute: String = get(page, "a.getAttribute('requirements')").await;
        assert_eq!(attribute, "region in EEA");
    })
    .await;
}

in_browsers!(attributes_react_to_change: chromium, firefox);
async fn attributes_react_to_change(browser: Browser) {
    scenario("attributes", browser, async |page| {
        begin(page, "a.setAttribute('requirements', 'region in EEA')").await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
        set(page, "a.state = 'require=ret-backup+<=+P30D&compare=avid,wflow,witivio&view=compare'").await;
        page.text(".compare").await;
        let now: Json = get(page, "[a.view, a.compared, a.requirements]").await;
        assert_eq!(now, serde_json::json!(["compare", ["avid", "wflow", "witivio"], "ret-backup <= P30D"]));
        // One attribute changes its part, and the rest stays.
        set(page, "a.requirements = 'region in EEA'; a.rows = ['region-primary', 'retention']").await;
        let given: Json = get(page, "[a.rows, a.getAttribute('rows')]").await;
        assert_eq!(given, serde_json::json!(["region-primary,retention", "region-primary,retention"]));
        page.until("document.querySelector('#first').requirements === 'region in EEA'").await;
        page.until(
            "document.querySelector('#first').shadowRoot.querySelectorAll('.compare tr[data-row]').length > 1",
        )
        .await;
        let rows: Vec<String> = get(
            page,
            "[...a.shadowRoot.querySelectorAll('.compare tr[data-row]')].map((row) => row.dataset.row)",
        )
        .await;
        let has = |row: &str| rows.iter().any(|shown| shown == row);
        assert!(has("region-primary") && has("ret-backup") && !has("region-backup") && !has("cert-own"), "{rows:?}");
        set(page, "a.setAttribute('max-compare', '2')").await;
        page.until("document.querySelector('#first').compared.length === 2").await;
        set(page, "a.view = 'results'; a.asOf = '2020-01-01'; a.providers = 'wflow'").await;
        page.until("document.querySelector('#first').outcome.vendors === 1").await;
        let now: Json = get(page, "[a.view, a.asOf, a.compared]").await;
        assert_eq!(now, serde_json::json!(["results", "2020-01-01", ["wflow"]]));
        for name in ["providers", "rows", "max-compare", "as-of"] {
            set(page, &format!("a.removeAttribute('{name}')")).await;
        }
        page.until("document.querySelector('#first').outcome.vendors === 4").await;
    })
    .await;
}

in_browsers!(what_is_locked_cannot_be_changed: chromium, firefox);
async fn what_is_locked_cannot_be_changed(browser: Browser) {
    scenario("locked", browser, async |page| {
        begin(page, "a.requirements = 'region in EEA; ret-backup <= P60D'; a.locked = ['region']").await;
        assert!(page.text(".part--set").await.contains("set by this page"));
        assert_eq!(page.texts(".sentence [aria-label^=Remove]").await.len(), 1, "one is free");
        assert_eq!(page.attr(".opt input[value=EU]", "disabled").await.as_deref(), Some("true"));
        // Neither by text nor by starting anew.
        page.click(".astext summary").await;
        page.type_over("#as-text", "sla >= 99").await;
        page.until("document.querySelector('#first').requirements === 'region in EEA; sla >= 99'").await;
        assert!(page.text(".notices").await.contains("set by the page around"));
        page.click_text(".ask button", "Reset everything").await;
        page.until("document.querySelector('#first').requirements === 'region in EEA'").await;
        // The page around it can.
        set(page, "a.requirements = 'region in EU'").await;
        page.until("document.querySelector('#first').requirements === 'region in EU'").await;
        set(page, "a.locked = 'all'").await;
        page.gone("#adding-open").await;
        assert!(page.texts(".sentence [aria-label^=Remove]").await.is_empty());
    })
    .await;
}

/// Attribute, value, and what the remedy names.
const BAD: [(&str, &str, &str); 9] = [
    ("max-compare", "9", "from 2 to 5"),
    ("theme", "pink", "contrast"),
    ("link", "hash", "query"),
    ("view", "map", "questions"),
    ("as-of", "tomorrow", "YYYY-MM-DD"),
    ("providers", "wflw,avid", "wflow"),
    ("rows", "retentoin", "retention"),
    ("locked", "regoin", "region"),
    ("state", "compare=wflw,avid", "wflow"),
];

in_browsers!(bad_values_are_told_and_nothing_is_lost: chromium, firefox);
async fn bad_values_are_told_and_nothing_is_lost(browser: Browser) {
    scenario("bad-values", browser, async |page| {
        begin(page, "").await;
        page.click(".opt input[value=EEA]").await;
        page.until("document.querySelector('#first').requirements === 'region in EEA'").await;
        for (name, value, remedy) in BAD {
            set(page, &format!("told.length = 0; a.setAttribute('{name}', '{value}')")).await;
            page.until("last('error')").await;
            let error: Json = get(page, "last('error').detail").await;
            assert_eq!((error["attribute"].as_str(), error["value"].as_str()), (Some(name), Some(value)));
            assert_eq!(error["kind"], "attribute");
            let message = error["message"].as_str().expect("words");
            assert!(message.contains(name) && message.contains(remedy), "{message}");
            page.until("document.querySelector('#first').shadowRoot.querySelector('.notices li')").await;
            assert!(page.texts(".notices li").await.contains(&message.to_owned()), "{name}: no words");
            let requirements: String = get(page, "a.requirements").await;
            let is_taken_over = name == "state";
            assert!(is_taken_over || requirements == "region in EEA", "{name}: what was entered is lost");
            set(page, &format!("a.removeAttribute('{name}')")).await;
            page.gone(".notices li").await;
        }
        set(page, "told.length = 0; a.catalogue = 'text'").await;
        page.until("last('error')?.detail.attribute === 'catalogue'").await;
        set(page, "a.lang = 'xx'").await;
        page.text(".head").await;
    })
    .await;
}

in_browsers!(the_page_can_do_it_instead: chromium, firefox);
async fn the_page_can_do_it_instead(browser: Browser) {
    scenario("cancelled", browser, async |page| {
        begin(page, "a.state = 'compare=avid,wflow'").await;
        let of = async |kind: &str| -> Json { get(page, &format!("last('{kind}')?.detail ?? null")).await };
        set(page, "window.refuse = 'select'").await;
        page.click(".card[data-vendor=avid] .link").await;
        page.until("last('select')").await;
        assert_eq!(of("select").await, serde_json::json!({ "provider": "avid", "name": "Avid" }));
        let view: String = get(page, "a.view").await;
        assert_eq!(view, "results", "the page wanted to show it");
        set(page, "window.refuse = 'compare'").await;
        page.click(".tray .btn--main").await;
        page.until("last('compare')").await;
        assert_eq!(of("compare").await, serde_json::json!({ "providers": ["avid", "wflow"] }));
        let view: String = get(page, "a.view").await;
        assert_eq!(view, "results", "the page wanted to do it");

        set(page, "window.refuse = 'export'; a.view = 'record'").await;
        page.click_text(".record .btn", "Save as JSON").await;
        page.until("last('export')").await;
        let export = of("export").await;
        assert_eq!((&export["action"], &export["type"]), (&"save".into(), &"application/json".into()));
        assert!(
            export["text"].as_str().is_some_and(|text| text.contains("vendor-compare record")),
            "{export}"
        );
        assert!(
            page.texts(".record .btn").await.iter().all(|words| words != "Print" && words != "Copy the link")
        );

        // Without a word of the page, it happens.
        set(page, "window.refuse = ''; a.view = 'results'").await;
        page.click(".tray .btn--main").await;
        page.text(".compare").await;
        let cancelable: Vec<bool> =
            get(page, "['select', 'compare', 'export', 'change'].map((type) => last(type).cancelable)").await;
        assert_eq!(cancelable, [true, true, true, false]);
    })
    .await;
}

in_browsers!(a_catalogue_comes_as_an_object_or_with_its_hash: chromium, firefox);
async fn a_catalogue_comes_as_an_object_or_with_its_hash(browser: Browser) {
    let text = made_up::catalogue(140, &[]);
    let setup = Setup {
        files: vec![Served { path: "/made/catalogue.json", text: text.into(), pieces: 1 }],
        ..Setup::default()
    };
    scenario_with("catalogue", browser, setup, async |page| {
        begin(page, "a.requirements = 'region in EEA'").await;
        page.click(".card[data-vendor=wflow] .pick input").await;
        page.eval::<()>(
            "return fetch('/made/catalogue.json').then((answer) => answer.json()).then((catalogue) => {
                 document.querySelector('#first').catalogue = catalogue; return null; })",
        )
        .await;
        page.until("document.querySelector('#first').outcome.vendors === 140").await;
        let kept: Json = get(page, "[a.requirements, a.compared]").await;
        assert_eq!(kept, serde_json::json!(["region in EEA", ["wflow"]]), "what was entered has gone");
        set(page, "a.catalogue = null").await;
        page.until("document.querySelector('#first').outcome.vendors === 4").await;

        set(page, "told.length = 0; a.integrity = 'sha256-AAAA'; a.src = '/made/catalogue.json'").await;
        page.until("last('error')").await;
        let error: Json = get(page, "last('error').detail").await;
        assert_eq!((&error["kind"], &error["attribute"]), (&"catalogue".into(), &"integrity".into()));
        assert!(page.text(".loading [role=alert]").await.contains("sha256-AAAA"));
        page.until_error("the catalogue could not be loaded").await;
        page.eval::<()>(
            "return fetch('/made/catalogue.json').then((answer) => answer.arrayBuffer())
                 .then((bytes) => crypto.subtle.digest('SHA-384', bytes)).then((hash) => {
                     const text = btoa(String.fromCharCode(...new Uint8Array(hash)));
                     document.querySelector('#first').integrity = `sha384-${text}`; return null; })",
        )
        .await;
        page.until("document.querySelector('#first').outcome.vendors === 140").await;
        // Limited to some of its vendors.
        set(page, "a.providers = 'wflow,vendor-00007'").await;
        page.until("document.querySelector('#first').outcome.vendors === 2").await;
        // Whom it does not have is told as for the built-in one, and once; where nobody is left, all are shown.
        set(page, "told.length = 0; a.providers = ['wflow', 'vendor-0007']").await;
        page.until("last('error')").await;
        let error: Json = get(page, "last('error').detail").await;
        assert_eq!(
            (&error["kind"], &error["attribute"], &error["value"]),
            (&"attribute".into(), &"providers".into(), &"wflow,vendor-0007".into())
        );
        let message = error["message"].as_str().expect("words");
        assert!(message.contains("no vendor “vendor-0007”. Did you mean “vendor-0000"), "{message}");
        assert!(page.text(".notices").await.contains(message));
        page.until("document.querySelector('#first').outcome.vendors === 1").await;
        set(page, "a.requirements = 'region in EU'").await;
        page.until("last('change')?.detail.requirements === 'region in EU'").await;
        let told: u32 = get(page, "told.filter((one) => one.type === 'error').length").await;
        assert_eq!(told, 1, "it is told with every answer");
        set(page, "told.length = 0; a.providers = 'nobody'").await;
        page.until("last('error')").await;
        page.until("document.querySelector('#first').outcome.vendors === 140").await;
        set(page, "a.removeAttribute('providers')").await;
        page.gone(".notices li").await;
        set(page, "a.requirements = 'region in EEA'").await;
        page.until("document.querySelector('#first').requirements === 'region in EEA'").await;
        // Said before it is loaded, too.
        set(page, "told.length = 0; a.providers = 'wflw'; a.reload()").await;
        page.until("last('error')?.detail.message.includes('Did you mean “wflow”')").await;
        set(page, "a.removeAttribute('providers')").await;
        page.until("document.querySelector('#first').outcome?.vendors === 140").await;
        // And what comes after it: nothing but words, and the way back.
        set(page, "told.length = 0; a.removeAttribute('integrity'); a.src = '/made/nothing.json'").await;
        page.until("last('error')?.detail.attribute === 'src'").await;
        set(page, "a.removeAttribute('src')").await;
        page.until("document.querySelector('#first').requirements === 'region in EEA'").await;
        page.text(".outcome").await;
    })
    .await;
}
