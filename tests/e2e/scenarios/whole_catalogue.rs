//! A catalogue of others that is small enough for the page to hold it whole: everything works over it as over the one that is
//! built in, and what is entered belongs to it.

use crate::support::{
    Browser, Page, Served, Setup, in_browsers, made_up,
    own::{answer, offer},
    scenario_with,
};
use serde_json::{Value as Json, json};
use vendor_compare::{
    catalogue::{build::parse, source::CatalogueSource},
    curation::identity,
    export::offline::sha256,
};

const PAGE: &str = "/pages/large.html";
const VENDORS: usize = 12;
const SAME: &str = "The catalogue is the one that it was made with.";

fn served(path: &'static str, text: String) -> Served {
    Served { path, text: text.into(), pieces: 1 }
}

fn setup(text: &str) -> Setup {
    Setup { files: vec![served("/made/catalogue.json", text.to_owned())], ..Setup::default() }
}

/// A view of the page, over the catalogue that it names or over another.
fn link(view: &str) -> String {
    format!("{PAGE}?require=region+in+EEA;+ret-backup+%3C%3D+P30D&as-of=2026-11-22&view={view}")
}

async fn outcome(page: &Page) -> Vec<String> {
    page.texts(".outcome .n").await
}

async fn save(page: &Page, button: &str, name: &str) -> String {
    page.click_text(".btns button", button).await;
    page.saved(name).await
}

/// Opens a record over the catalogue as it is later; what is told of it.
async fn reopened_later(page: &Page, record: &str) -> String {
    page.eval::<()>("document.querySelector('vendor-compare').src = '../made/after.json'; return null").await;
    page.until(
        "document.querySelector('vendor-compare').shadowRoot.querySelector('.record__facts')?.innerText.includes('after.json')",
    )
    .await;
    page.choose_file("#open-file", "decision-record.json", record).await;
    page.text(".report").await
}

/// The digest that `catalogue record` prints for the same data.
fn digest(text: &str) -> String {
    let source = parse::<CatalogueSource>("made up", text);
    identity::of(source.expect("a catalogue"), "").expect("a digest").sha256
}

in_browsers!(profiles_answers_and_records_work_over_a_small_catalogue: chromium, firefox);
async fn profiles_answers_and_records_work_over_a_small_catalogue(browser: Browser) {
    let text = made_up::catalogue(VENDORS, &[]);
    scenario_with("whole", browser, setup(&text), async |page| {
        page.open(&link("questions")).await;
        // An answer counts.
        answer(page).await;
        // A profile of one's own joins.
        page.click_text(".views button", "Record").await;
        page.choose_file("#open-file", "angebot.json", &offer().to_string()).await;
        assert!(page.text("[data-vendor=angebot] h4").await.contains("(yours)"));
        let facts = page.text(".record__facts").await;
        assert!(facts.contains("catalogue.json") && facts.contains(&digest(&text)), "{facts}");
        assert_eq!(page.texts(".record .notice").await, [""; 0], "it is said to be a part");
        let record = save(page, "Save as JSON", "decision-record.json").await;
        let recorded: Json = serde_json::from_str(&record).expect("JSON");
        assert_eq!(recorded["vendors"].as_array().expect("vendors").len(), VENDORS + 1);
        let avid = &recorded["vendors"].as_array().expect("vendors").iter().find(|one| one["id"] == "avid");
        assert_eq!(avid.expect("Avid")["findings"][1]["outcome"], "meets", "the answer does not count");
        page.click_text(".views button", "Requirements").await;
        let before = outcome(page).await;
        assert!(page.text(".head").await.contains(&format!("{} vendors", VENDORS + 1)));

        page.in_fresh_session(async |fresh| {
            fresh.open(&format!("{PAGE}?view=record&as-of=2026-11-22")).await;
            fresh.choose_file("#open-file", "decision-record.json", &record).await;
            let told = fresh.text(".report").await;
            assert!(told.contains(SAME), "{told}");
            assert_eq!(fresh.texts(".report li").await, [""; 0]);
            assert_eq!(save(fresh, "Save as JSON", "decision-record.json").await, record);
            fresh.click_text(".views button", "Requirements").await;
            assert_eq!(outcome(fresh).await, before);
        })
        .await;
    })
    .await;
}

in_browsers!(a_record_over_a_small_catalogue_that_has_changed_says_so: chromium, firefox);
async fn a_record_over_a_small_catalogue_that_has_changed_says_so(browser: Browser) {
    let before = made_up::catalogue(VENDORS, &[]);
    let mut after: Json = serde_json::from_str(&before).expect("JSON");
    let vendors = after["providers"].as_array_mut().expect("providers");
    let wflow = vendors.iter_mut().find(|one| one["id"] == "wflow").expect("wflow.com");
    let claims = wflow["claims"].as_array_mut().expect("claims");
    let backups = claims.iter_mut().find(|one| one["row"] == "ret-backup").expect("the claim");
    backups["value"]["length"] = json!("P300D");
    let files = vec![served("/made/catalogue.json", before), served("/made/after.json", after.to_string())];
    scenario_with("whole-changed", browser, Setup { files, ..Setup::default() }, async |page| {
        page.open(&link("record")).await;
        let record = save(page, "Save as JSON", "decision-record.json").await;
        let told = reopened_later(page, &record).await;
        assert!(told.contains("The catalogue has changed since, and that matters here:"), "{told}");
        let changes = page.texts(".report li").await;
        assert_eq!(
            changes,
            [
                "wflow.com: the outcome was “Meets”, and is “Does not meet” now.",
                "wflow.com, Backups are kept for: it said 12 days; it says 300 days now.",
            ]
        );
    })
    .await;
}

in_browsers!(a_record_over_a_large_catalogue_says_what_cannot_be_told: chromium, firefox);
async fn a_record_over_a_large_catalogue_says_what_cannot_be_told(browser: Browser) {
    let text = made_up::catalogue(400, &[]);
    let files = vec![
        served("/made/catalogue.json", text.clone()),
        served("/made/after.json", made_up::catalogue(401, &[])),
    ];
    scenario_with("whole-large", browser, Setup { files, ..Setup::default() }, async |page| {
        page.open(&link("record")).await;
        assert!(page.text(".record .notice").await.contains("This catalogue is large"));
        assert_eq!(
            page.texts(".btns button").await.iter().filter(|text| text.contains("offline")).count(),
            0
        );
        let record = save(page, "Save as JSON", "decision-record.json").await;
        let recorded: Json = serde_json::from_str(&record).expect("JSON");
        assert_eq!(recorded["catalogue"]["version"], "catalogue.json, in part");
        assert_eq!(recorded["catalogue"]["sha256"], sha256(text.as_bytes()));
        page.choose_file("#open-file", "decision-record.json", &record).await;
        assert!(page.text(".report").await.contains(SAME), "{}", page.text(".report").await);
        page.click_text(".report button", "Understood").await;
        page.gone(".report").await;

        let told = reopened_later(page, &record).await;
        assert!(told.contains("cannot be told here"), "{told}");
        assert_eq!(page.texts(".report li").await, [""; 0], "something is told that nobody can know");
    })
    .await;
}

in_browsers!(what_is_wrong_in_a_small_catalogue_is_left_out_and_told: chromium, firefox);
async fn what_is_wrong_in_a_small_catalogue_is_left_out_and_told(browser: Browser) {
    scenario_with("whole-wrong", browser, setup(&made_up::catalogue(VENDORS, &[7])), async |page| {
        page.open(PAGE).await;
        assert!(page.text(".results .notice").await.contains("1 provider is left out"));
        assert!(page.text(".head").await.contains("11 vendors"));
        page.type_into("#search", "wflow").await;
        page.until(
            "document.querySelector('vendor-compare').shadowRoot.querySelectorAll('.card').length === 3",
        )
        .await;
        page.click(".card[data-vendor=wflow] .pick input").await;
        page.click_text("button", "Reset everything").await;
        assert_eq!(page.texts(".card").await.len(), 11);
        page.click("#undo").await;
        page.until(
            "document.querySelector('vendor-compare').shadowRoot.querySelectorAll('.card').length === 3",
        )
        .await;
        assert_eq!(page.barriers(&[]).await, [""; 0]);
    })
    .await;
}

in_browsers!(what_is_kept_belongs_to_one_catalogue: chromium, firefox);
async fn what_is_kept_belongs_to_one_catalogue(browser: Browser) {
    let files = vec![
        served("/made/catalogue.json", made_up::catalogue(VENDORS, &[])),
        served("/made/after.json", made_up::catalogue(VENDORS + 1, &[])),
    ];
    scenario_with("whole-kept", browser, Setup { files, ..Setup::default() }, async |page| {
        let element = "document.querySelector('vendor-compare')";
        let own = format!("{element}.shadowRoot.querySelectorAll('.record [data-vendor=angebot]').length");
        let assessed = format!("{element}.shadowRoot.querySelectorAll('.judged').length");
        page.open(&link("record")).await;
        page.eval::<()>(&format!("{element}.keep = 'here'; {element}.reload(); return null")).await;
        page.until(&format!("{assessed} === {VENDORS}")).await;
        page.choose_file("#open-file", "angebot.json", &offer().to_string()).await;
        page.until(&format!("{own} > 0")).await;
        // Over another catalogue it is not there, nor over the one that is built in; what is required is.
        page.eval::<()>(&format!("{element}.src = '../made/after.json'; return null")).await;
        page.until(&format!("{assessed} === {}", VENDORS + 1)).await;
        page.eval::<()>(&format!("{element}.src = null; return null")).await;
        page.until(&format!("{assessed} === 4")).await;
        assert!(page.text(".record").await.contains("30 days"), "what is required has gone");
        // And back.
        page.eval::<()>(&format!("{element}.src = '../made/catalogue.json'; return null")).await;
        page.until(&format!("{assessed} === {} && {own} > 0", VENDORS + 1)).await;
    })
    .await;
}
