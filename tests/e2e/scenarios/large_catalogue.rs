//! A catalogue that the page is given: it loads while the page goes on, what is broken is left out and told, and every
//! number is that of the engine.

use crate::support::{Browser, Page, Served, Setup, in_browsers, made_up, scenario_with};
use serde_json::{Value as Json, json};
use thirtyfour::Key;
use vendor_compare::engine::load::{Loaded, Loader};

const PAGE: &str = "/pages/large.html";
const VENDORS: usize = 5000;
const BROKEN: [usize; 3] = [7, 1234, 4998];

fn served(text: String, pieces: usize) -> Setup {
    let file = Served { path: "/made/catalogue.json", text: text.into(), pieces };
    Setup { files: vec![file], ..Setup::default() }
}

/// What the engine says, asked directly.
struct Expected(Loaded);

impl Expected {
    fn of(text: &str) -> Self {
        let day = "2026-11-22".parse().expect("a day");
        Self(Loader::new("catalogue.json", text.to_owned(), day).expect("a catalogue").finish())
    }

    fn ask(&mut self, question: Json) -> Json {
        let answer = self.0.window(&question.to_string()).expect("an answer");
        serde_json::from_str(&answer).expect("JSON")
    }

    /// The three totals, as the page writes them.
    fn totals(&mut self, require: &str) -> Vec<String> {
        let answer = self.ask(json!({ "require": require, "limits": [0, 0, 0] }));
        ["meets", "cannot_tell", "does_not_meet"]
            .map(|key| grouped(answer[key].as_u64().expect("a number")))
            .into()
    }
}

fn grouped(number: u64) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", number / 1000, number % 1000) }
}

async fn until_texts(page: &Page, css: &str, expected: &[String]) {
    page.until_is(css, expected, async || page.texts(css).await).await;
}

fn vendors(ids: &Json) -> Vec<String> {
    ids.as_array().expect("ids").iter().map(|id| id.as_str().expect("an id").to_owned()).collect()
}

/// The vendors of a group, as the page shows them.
async fn shown(page: &Page, group: &str) -> Vec<String> {
    page.eval(&format!(
        "return [...document.querySelector('vendor-compare').shadowRoot
             .querySelectorAll('section[aria-labelledby={group}] .card')].map((card) => card.dataset.vendor)"
    ))
    .await
}

async fn until_shown(page: &Page, group: &str, expected: &[String]) {
    page.until_is(group, expected, async || shown(page, group).await).await;
}

async fn loaded(page: &Page) {
    // Longer than a helper's patience: this is a large catalogue on whatever machine there is.
    for _ in 0..400 {
        if page.displayed("h1").await {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    page.text("h1").await;
}

in_browsers!(a_large_catalogue_loads_and_answers: chromium, firefox);
async fn a_large_catalogue_loads_and_answers(browser: Browser) {
    let text = made_up::catalogue(VENDORS, &BROKEN);
    let mut expected = Expected::of(&text);
    scenario_with("large", browser, served(text, 10), async |page| {
        page.open(PAGE).await;

        // While it loads, the page says how far it is, keeps its own words, and answers.
        assert!(page.text(".loading").await.contains("Loading the catalogue"));
        page.until(
            "document.querySelector('vendor-compare').shadowRoot.querySelector('progress')?.hasAttribute('value')",
        )
        .await;
        assert!(page.displayed_outside("vendor-compare > p").await, "the page's own words have gone");
        let clicks: u32 = page
            .eval(
                "const button = document.querySelector('header button');
                 const root = document.querySelector('vendor-compare').shadowRoot;
                 return new Promise((done) => {
                     let seen = 0;
                     const again = () => {
                         if (!root.querySelector('.loading')) return done(seen);
                         button.click();
                         if (Number(button.textContent) === ++seen) setTimeout(again, 10);
                     };
                     again();
                 })",
            )
            .await;
        assert!(clicks > 5, "the page answered {clicks} clicks while the catalogue was loaded");
        loaded(page).await;
        let tasks: Vec<u32> = page.eval("return tasks").await;
        eprintln!("the longest tasks of the page, in milliseconds: {tasks:?}");

        let all = grouped((VENDORS - BROKEN.len()) as u64);
        assert!(page.text(".head").await.contains(&format!("{all} vendors")), "{}", page.text(".head").await);
        assert!(page.text("#group-all").await.ends_with(&all));
        assert!(!page.displayed_outside("vendor-compare > p").await, "the words before are still there");

        left_out(page).await;
        requirements(page, &mut expected).await;
        pages_words_and_orders(page, &mut expected).await;
        profile_comparison_and_back(page).await;
    })
    .await;
}

async fn left_out(page: &Page) {
    let notice = page.text(".results .notice").await;
    assert!(notice.contains("3 providers are left out"), "{notice}");
    page.click(".results .notice summary").await;
    let problems = page.texts(".results .notice li").await;
    assert_eq!(problems.len(), 3);
    for problem in problems {
        assert!(problem.starts_with("catalogue.json:"), "no place: {problem}");
        assert!(problem.contains("did you mean \"name\"?"), "no remedy: {problem}");
    }
}

async fn requirements(page: &Page, expected: &mut Expected) {
    page.click(".opt input[value=EEA]").await;
    until_texts(page, ".outcome .n", &expected.totals("region in EEA")).await;
    page.click(".opt input[value=P60D]").await;
    until_texts(page, ".outcome .n", &expected.totals("region in EEA; ret-backup <= P60D")).await;

    // An option's numbers, with what is required on other rows.
    let question = json!({ "require": "region in EEA; ret-backup <= P60D", "count": ["ret-backup <= P30D"] });
    let counts = &expected.ask(question)["counts"][0];
    let counts = [0, 1].map(|index| grouped(counts[index].as_u64().expect("a number")));
    until_texts(page, ".opt:has(input[value=P30D]) [aria-hidden]", &counts).await;

    // Firefox takes minutes to look for barriers among so many cards; it does so with few, in `accessibility`.
    if page.browser() != Browser::Firefox {
        assert_eq!(page.barriers(&[]).await, [""; 0]);
    }

    // The reasons are the page's own.
    let first = shown(page, "group-meets").await[0].clone();
    let reason = page.reason(&first, "region in EEA").await;
    assert!(reason.contains("inside the EEA"), "{reason}");

    page.click_text("button", "Reset everything").await;
    page.text("#group-all").await;
}

async fn pages_words_and_orders(page: &Page, expected: &mut Expected) {
    let fifty = vendors(&expected.ask(json!({}))["ids"]["meets"]);
    until_shown(page, "group-all", &fifty).await;
    page.focus(".more button").await;
    page.press(Key::Enter).await;
    let hundred = vendors(&expected.ask(json!({ "limits": [100] }))["ids"]["meets"]);
    until_shown(page, "group-all", &hundred).await;
    assert!(page.text(".more [role=status]").await.starts_with("100 of 4,997"));

    page.type_into("#search", "wflow 0001").await;
    let found = expected.ask(json!({ "text": "wflow 0001" }));
    until_shown(page, "group-all", &vendors(&found["ids"]["meets"])).await;
    assert!(!page.displayed(".more button").await, "there is no more");
    page.focus("#search").await;
    for _ in 0..10 {
        page.press(Key::Backspace).await;
    }
    until_shown(page, "group-all", &fifty).await;

    for (value, question) in [
        ("name,descending", json!({ "descending": true })),
        ("ret-backup", json!({ "sort": "ret-backup" })),
        ("coverage,descending", json!({ "sort": "coverage", "descending": true })),
    ] {
        page.eval::<()>(&format!(
            "const list = document.querySelector('vendor-compare').shadowRoot.querySelector('#sort');
             list.value = '{value}';
             list.dispatchEvent(new Event('change', {{ bubbles: true }}));
             return null"
        ))
        .await;
        until_shown(page, "group-all", &vendors(&expected.ask(question)["ids"]["meets"])).await;
        assert!(page.address().await.contains(&format!("sort={value}")), "{}", page.address().await);
    }
}

async fn profile_comparison_and_back(page: &Page) {
    // Two that are not on the first page, found by their words.
    page.type_into("#search", "avid 00004").await;
    page.click(".card[data-vendor=vendor-00004] .pick input").await;
    page.focus("#search").await;
    page.press(Key::End).await;
    page.press(Key::Backspace).await;
    page.press("8").await;
    page.click(".card[data-vendor=vendor-00008] .pick input").await;
    page.click(".tray .btn--main").await;
    page.text(".matrix").await;
    page.until_focused("view-heading").await;
    assert_eq!(page.text("#view-heading").await, "2 vendors side by side");
    page.reload().await;
    loaded(page).await;
    page.text(".matrix").await;
    assert_eq!(page.text("#view-heading").await, "2 vendors side by side");
    assert_eq!(page.texts("thead th[scope=col] strong").await.len(), 2);
    page.back().await;
    page.text(".card").await;

    // The profile of a vendor that stands nowhere in the results.
    page.open(&format!("{PAGE}?profile=vendor-04321&evidence=vendor-04321:region-primary")).await;
    loaded(page).await;
    page.until_whole().await;
    assert!(page.text("#view-heading").await.ends_with("04321"));
    assert!(page.text(".evidence").await.contains("Said by"));
    page.click_text("button", "Back to the results").await;
    page.until_focused("view-heading").await;
    page.text(".card").await;
    page.back().await;
    page.until("document.querySelector('vendor-compare').shadowRoot.querySelector('#view-heading')?.innerText.endsWith('04321')").await;

    // A link to nobody says so.
    page.open(&format!("{PAGE}?compare=vendor-09999,avid")).await;
    loaded(page).await;
    assert!(page.text(".notices").await.contains("vendor-09999"));
}

in_browsers!(loading_is_cancelled_and_begun_again_by_keyboard: chromium, firefox);
async fn loading_is_cancelled_and_begun_again_by_keyboard(browser: Browser) {
    scenario_with("large-cancelled", browser, served(made_up::catalogue(300, &[]), 15), async |page| {
        page.open(PAGE).await;
        page.until(
            "document.querySelector('vendor-compare').shadowRoot.querySelector('progress')?.hasAttribute('value')",
        )
        .await;
        page.shot("large-loading").await;
        page.focus(".loading button").await;
        assert_eq!(page.text(".loading button").await, "Cancel");
        page.press(Key::Enter).await;
        page.until(
            "document.querySelector('vendor-compare').shadowRoot.querySelector('.loading').innerText.includes('cancelled')",
        )
        .await;
        assert!(page.displayed_outside("vendor-compare > p").await, "the page's own words have gone");
        assert!(page.barriers(&[]).await.is_empty(), "{:?}", page.barriers(&[]).await);

        // The focus is still on the button, which now begins again; in the end it is on the heading.
        assert_eq!(page.text(".loading button").await, "Load again");
        page.press(Key::Enter).await;
        loaded(page).await;
        page.until_focused("view-heading").await;
        assert!(page.text(".head").await.contains("300 vendors"));
    })
    .await;
}

in_browsers!(a_catalogue_that_is_not_there_says_so: chromium, firefox);
async fn a_catalogue_that_is_not_there_says_so(browser: Browser) {
    let other = Served { path: "/made/other.json", text: made_up::catalogue(120, &[]).into(), pieces: 1 };
    scenario_with("large-missing", browser, Setup { files: vec![other], ..Setup::default() }, async |page| {
        page.open(PAGE).await;
        let words = page.text(".loading [role=alert]").await;
        for said in ["could not be fetched", "/made/catalogue.json", "404", "“src”"] {
            assert!(words.contains(said), "{words}");
        }
        assert!(page.displayed_outside("vendor-compare > p").await, "the page's own words have gone");
        assert_eq!(page.text(".loading button").await, "Try again");
        page.click(".loading button").await;
        page.until(
            "document.querySelector('vendor-compare').shadowRoot.querySelector('.loading [role=alert]') !== null",
        )
        .await;
        page.until_error("the catalogue could not be loaded").await;

        // Another address is taken over at once; none is the embedded catalogue.
        let set = "document.querySelector('vendor-compare')";
        page.eval::<()>(&format!("{set}.setAttribute('src', '../made/other.json'); return null")).await;
        loaded(page).await;
        assert!(page.text(".head").await.contains("120 vendors"));
        page.eval::<()>(&format!("{set}.removeAttribute('src'); return null")).await;
        page.until(&format!("{set}.shadowRoot.querySelector('.head')?.innerText.includes('4 vendors')")).await;
    })
    .await;
}

in_browsers!(a_text_that_is_no_catalogue_says_where: chromium, firefox);
async fn a_text_that_is_no_catalogue_says_where(browser: Browser) {
    scenario_with(
        "large-no-json",
        browser,
        served("{\n  \"sections\": oops }".to_owned(), 1),
        async |page| {
            page.open(PAGE).await;
            let words = page.text(".loading [role=alert]").await;
            assert!(words.contains("not JSON"), "{words}");
            let problem = page.text(".loading li").await;
            assert!(problem.contains("catalogue.json, line 2, column"), "{problem}");
            page.until_error("the catalogue could not be loaded").await;
        },
    )
    .await;
}

in_browsers!(without_workers_it_loads_in_the_page: chromium, firefox);
async fn without_workers_it_loads_in_the_page(browser: Browser) {
    scenario_with("large-no-worker", browser, served(made_up::catalogue(300, &[]), 1), async |page| {
        page.before_every_page("delete globalThis.Worker").await;
        page.open(PAGE).await;
        loaded(page).await;
        assert!(page.text(".head").await.contains("300 vendors"));
        page.click(".opt input[value=EEA]").await;
        page.text(".outcome").await;
    })
    .await;
}
