//! The element in another language than English: beside another one, changed by script, and where its words cannot be had.

use serde_json::Value as Json;

use crate::support::{Browser, Page, Served, Setup, in_browsers, made_up, scenario, scenario_with};

/// Scripts over `a` and `b`, the two elements, and over what they say: texts, labels and hints, without what documents say,
/// ids, and the reasons, in which both may stand (tests/languages looks into these).
const PRELUDE: &str = "
    const [a, b] = document.querySelectorAll('vendor-compare');
    const said = (one) => {
        const root = one.shadowRoot.querySelector('.vc').cloneNode(true);
        root.querySelectorAll('[lang], .id, code, style, .why, .who, .lines, .astext__body').forEach((node) => node.remove());
        const heard = [...root.querySelectorAll('[aria-label], [placeholder]')]
            .flatMap((node) => [node.getAttribute('aria-label'), node.getAttribute('placeholder')]);
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) heard.push(walk.currentNode.data);
        return heard.filter(Boolean);
    };
    const with_words = (one, words) => said(one)
        .filter((text) => text.split(/[^\\p{L}]+/u).some((word) => words.includes(word)));
";
const ENGLISH: &str = "['the', 'of', 'and', 'or', 'is', 'are', 'not', 'you', 'what', 'with', 'that', 'vendors', 'requirements']";
const GERMAN: &str =
    "['der', 'die', 'das', 'und', 'oder', 'ist', 'nicht', 'Sie', 'Anbieter', 'Anforderungen', 'mit']";

async fn get<T: serde::de::DeserializeOwned>(page: &Page, what: &str) -> T {
    page.eval(&format!("{PRELUDE} return {what}")).await
}

async fn set(page: &Page, script: &str) {
    page.eval::<()>(&format!("{PRELUDE} {script}; return null")).await;
}

async fn until(page: &Page, what: &str) {
    page.until_is(what, true, async || get::<bool>(page, &format!("Boolean({what})")).await).await;
}

/// Each speaks its own language, and names nobody of the other's catalogue.
async fn keep_apart(page: &Page, when: &str) {
    let [german, english]: [Vec<String>; 2] =
        get(page, &format!("[with_words(a, {ENGLISH}), with_words(b, {GERMAN})]")).await;
    assert_eq!((german, english), (Vec::new(), Vec::new()), "{when}");
    let names: [bool; 2] = get(
        page,
        "[said(a).some((text) => /Northwind/.test(text)), said(b).some((text) => /wflow|Avid|Witivio|Moodtalk/.test(text))]",
    )
    .await;
    assert_eq!(names, [false, false], "{when}: vendors of the other");
    let looks: Json = get(
        page,
        "[a, b].map((one) => [getComputedStyle(one.shadowRoot.querySelector('.vc')).backgroundColor,
             one.shadowRoot.querySelector('div[lang]').lang])",
    )
    .await;
    assert_eq!(looks, serde_json::json!([["rgb(18, 24, 30)", "de"], ["rgb(255, 255, 255)", "en"]]), "{when}");
}

/// A catalogue whose vendors have other names than those that are built in.
fn catalogue_of_others() -> String {
    let mut catalogue: Json = serde_json::from_str(&made_up::catalogue(140, &[])).expect("JSON");
    let providers = catalogue["providers"].as_array_mut().expect("providers");
    for (number, vendor) in providers.iter_mut().filter(|one| one["kind"] == "vendor").enumerate() {
        vendor["name"] = format!("Northwind {number}").into();
        vendor["summary"] = "Made up.".into();
    }
    catalogue.to_string()
}

in_browsers!(two_languages_catalogues_and_themes_do_not_disturb_each_other: chromium, firefox);
async fn two_languages_catalogues_and_themes_do_not_disturb_each_other(browser: Browser) {
    let files = vec![Served { path: "/made/two.json", text: catalogue_of_others().into(), pieces: 1 }];
    scenario_with("two-languages", browser, Setup { files, ..Setup::default() }, async |page| {
        page.open("/pages/bare.html").await;
        page.eval::<()>(
            "const a = document.getElementById('first');
             const b = document.createElement('vendor-compare');
             b.id = 'second';
             Object.assign(a, { lang: 'de', theme: 'dark' });
             Object.assign(b, { lang: 'en', theme: 'contrast', src: '/made/two.json' });
             document.querySelector('aside').append(b);
             return start()",
        )
        .await;
        page.until("last('ready', 'first') && last('ready', 'second')").await;
        assert_eq!(page.text("h1").await, "Anbietervergleich");
        keep_apart(page, "at first").await;

        // Used in turns.
        page.click(".opt input[value=EEA]").await;
        until(page, "a.requirements === 'region in EEA'").await;
        set(page, "b.shadowRoot.querySelector('.opt input[value=EU]').click()").await;
        until(page, "b.requirements === 'region in EU'").await;
        let sentences: [String; 2] =
            get(page, "[a, b].map((one) => one.shadowRoot.querySelector('.sentence').textContent)").await;
        assert!(sentences[0].contains("alle Daten, in jeder Rolle, liegen im EWR"), "{sentences:?}");
        assert!(sentences[1].contains("all data, in every role, is inside the EU"), "{sentences:?}");
        assert_eq!(get::<String>(page, "a.requirements").await, "region in EEA");
        keep_apart(page, "with requirements").await;

        set(
            page,
            "a.state = 'require=region+in+EEA&compare=wflow,avid&view=compare&evidence=wflow:ret-backup&as-of=2026-11-22'",
        )
        .await;
        until(page, "a.shadowRoot.querySelector('.evidence .passage')?.lang === 'en'").await;
        set(page, "b.shadowRoot.querySelector('.card .link').click()").await;
        until(page, "b.view === 'profile'").await;
        keep_apart(page, "a comparison with evidence beside a profile").await;

        page.click_text("nav button", "Vermerk").await;
        set(page, "b.view = 'questions'").await;
        until(page, "b.shadowRoot.querySelector('.questions') && a.shadowRoot.querySelector('.record')")
            .await;
        keep_apart(page, "a record beside questions").await;
        let record: String = get(page, "a.shadowRoot.querySelector('.record').textContent").await;
        assert!(record.contains("Stichtag der Angaben22.\u{a0}November 2026"), "{record}");
        let errors: Json = get(page, "told.filter((one) => one.type === 'error')").await;
        assert_eq!(errors, Json::Array(Vec::new()));
    })
    .await;
}

/// What a view is called, the link to it, and a script that opens the rest of it.
const VIEWS: [(&str, &str, &str); 7] = [
    ("results", "?lang=de&require=region+in+EEA;+ret-backup+%3C%3D+P30D&compare=wflow,avid", ""),
    (
        "a table",
        "?lang=de&layout=table&columns=sla,login,ret-end&require=cert@host+has+iso-27001",
        "open('.columns')",
    ),
    ("a new requirement", "?lang=de", "click('#adding-open')"),
    (
        "a comparison",
        "?lang=de&compare=wflow,witivio,moodtalk,avid&view=compare&reference=wflow",
        "click('.comparetools .link'); click('#pictures')",
    ),
    ("a profile", "?lang=de&profile=moodtalk&evidence=moodtalk:region-ai", "click('#pictures')"),
    (
        "questions",
        "?lang=de&require=region+in+EEA;+rto-rpo+%3C%3D+PT8H&view=questions",
        "click('.asked .btn')",
    ),
    ("a record", "?lang=de&require=region+in+EEA&view=record", ""),
];

in_browsers!(no_view_has_english_left: chromium);
async fn no_view_has_english_left(browser: Browser) {
    scenario("language-views", browser, async |page| {
        let mut left = Vec::new();
        for (view, link, script) in VIEWS {
            page.open(&format!("/{link}")).await;
            page.until_whole().await;
            page.until_is(view, "Anbietervergleich", async || page.text("h1").await).await;
            set(
                page,
                &format!(
                    "const find = (css) => a.shadowRoot.querySelector(css);
                     const click = (css) => find(css).click();
                     const open = (css) => find(css).open = true;
                     {script};
                     if (find('#pictures')) find('.pictures').open = true"
                ),
            )
            .await;
            if script.contains("#pictures") {
                page.text(".axis").await;
            }
            let found: Vec<String> = get(page, &format!("with_words(a, {ENGLISH})")).await;
            left.extend(found.into_iter().map(|words| format!("{view}: {words}")));
        }
        assert!(left.is_empty(), "{left:#?}");
    })
    .await;
}

in_browsers!(another_language_changes_the_words_and_nothing_else: chromium, firefox);
async fn another_language_changes_the_words_and_nothing_else(browser: Browser) {
    scenario("language-changed", browser, async |page| {
        page.open("/?require=region+in+EEA&compare=wflow,avid&view=compare&evidence=wflow:ret-backup").await;
        page.until_whole().await;
        let state = "document.querySelector('vendor-compare').state";
        let before: String = page.eval(&format!("return {state}")).await;
        let speak = async |lang: &str, title: &str| {
            page.eval::<()>(&format!(
                "document.querySelector('vendor-compare').lang = '{lang}'; return null"
            ))
            .await;
            page.until_is(lang, title, async || page.text("h1").await).await;
            assert_eq!(page.eval::<String>(&format!("return {state}")).await, before, "{lang}");
        };
        speak("de", "Anbietervergleich").await;
        assert_eq!(page.text("#view-heading").await, "2 Anbieter nebeneinander");
        let barriers = page.barriers(&[]).await;
        assert!(barriers.is_empty(), "{barriers:#?}");
        speak("en", "Vendor comparison").await;
        speak("de-AT", "Anbietervergleich").await;
        speak("tlh", "Vendor comparison").await;
        speak("de", "Anbietervergleich").await;
        speak("", "Vendor comparison").await;
    })
    .await;
}

in_browsers!(a_record_is_the_same_whatever_the_language: chromium, firefox);
async fn a_record_is_the_same_whatever_the_language(browser: Browser) {
    scenario("language-record", browser, async |page| {
        let mut saved = Vec::new();
        for lang in ["en", "de"] {
            page.open("/?require=region+in+EEA;+ret-backup+%3C%3D+P30D&view=record").await;
            page.until_whole().await;
            page.eval::<()>(&format!(
                "document.querySelector('vendor-compare').lang = '{lang}'; return null"
            ))
            .await;
            let (title, button) =
                [("Decision record", "Save as JSON"), ("Entscheidungsvermerk", "Als JSON speichern")]
                    [usize::from(lang == "de")];
            page.until_is(lang, title, async || page.text("#view-heading").await).await;
            page.click_text(".record .btn", button).await;
            saved.push(page.saved("decision-record.json").await);
        }
        assert_eq!(saved[0], saved[1]);
    })
    .await;
}

in_browsers!(the_offline_file_has_every_language: chromium, firefox);
async fn the_offline_file_has_every_language(browser: Browser) {
    scenario("language-offline", browser, async |page| {
        page.open(&format!("{}?lang=de&require=region+in+EEA", page.offline_file())).await;
        page.until_is("the title", "Anbietervergleich", async || page.text("h1").await).await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
    })
    .await;
}

in_browsers!(words_that_cannot_be_had_leave_english_and_are_told: chromium, firefox);
async fn words_that_cannot_be_had_leave_english_and_are_told(browser: Browser) {
    scenario("language-missing", browser, async |page| {
        page.open("/pages/bare.html").await;
        page.eval::<()>(
            "const before = window.fetch;
             window.fetch = (address, ...rest) => window.refuse && String(address).endsWith('de.json')
                 ? Promise.resolve(new Response('', { status: 404 })) : before(address, ...rest);
             window.refuse = true;
             document.getElementById('first').lang = 'de';
             return start()",
        )
        .await;
        page.until("last('ready', 'first')").await;
        assert_eq!(page.text("h1").await, "Vendor comparison");
        let told: Json = page.eval("return last('error').detail").await;
        assert_eq!(
            (told["kind"].as_str(), told["attribute"].as_str()),
            (Some("attribute"), Some("lang")),
            "{told}"
        );
        page.until_error("could not be loaded, so English is shown").await;
        page.expects_errors(&["the answer was 404"]);
        // The next time it is tried again.
        page.eval::<()>(
            "window.refuse = false; document.getElementById('first').lang = 'de-CH'; return null",
        )
        .await;
        page.until_is("the title", "Anbietervergleich", async || page.text("h1").await).await;
    })
    .await;
}
