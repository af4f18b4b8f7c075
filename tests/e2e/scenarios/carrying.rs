//! What is taken away: the decision record opens again and is the same, or says what has changed; and every other form.

use std::path::Path;

use crate::support::{Browser, Page, in_browsers, own::answer, scenario};
use serde_json::{Value as Json, json};
use vendor_compare::{
    catalogue::{Catalogue, date::Date, directory},
    curation::identity,
    project::{
        Project,
        decision::{Occasion, Record},
        file::record_text,
    },
    requirement::{evaluate::Context, parse::parse},
};

const ASKED: &str = "/?require=region+in+EEA;+ret-backup+%3C%3D+P30D&compare=wflow,avid";
const SAME: &str = "The catalogue is the one that it was made with.";

in_browsers!(a_record_opened_elsewhere_is_the_same: chromium, firefox, webkit);
async fn a_record_opened_elsewhere_is_the_same(browser: Browser) {
    scenario("record-again", browser, async |page| {
        page.open(&format!("{ASKED}&view=questions")).await;
        answer(page).await;
        page.click_text(".questions button", "To the decision record").await;
        page.type_into("#record-title", "Büroplattform, zweite Runde – 東京").await;
        page.type_into("#record-author", "Jörg Ångström").await;
        page.type_into("#note-wflow", "Erste Wahl; “<b>”, '=1+1'").await;
        let outcome = page.text(".record__facts").await;
        assert!(outcome.contains("0 meet, 2 cannot be told, 2 do not meet"), "{outcome}");
        let why = page.texts(".judged").await;
        let json = save(page, "Save as JSON", "decision-record.json").await;
        let html = save(page, "Save as a page", "decision-record.html").await;

        page.in_fresh_session(async |fresh| {
            for (name, text) in [("decision-record.json", &json), ("decision-record.html", &html)] {
                fresh.open("/?view=record").await;
                assert!(!fresh.text(".record__facts").await.contains("2 do not meet"));
                fresh.choose_file("#open-file", name, text).await;
                let told = fresh.text(".report").await;
                assert!(told.contains(name) && told.contains(SAME), "{told}");
                assert_eq!(fresh.texts(".report li").await, [""; 0], "something is told that has changed");
                assert_eq!(fresh.text(".record__facts").await, outcome);
                assert_eq!(fresh.texts(".judged").await, why);
                assert_eq!(save(fresh, "Save as JSON", "decision-record.json").await, json);
                assert_eq!(save(fresh, "Save as a page", "decision-record.html").await, html);
            }
            fresh.click_text(".views button", "Requirements").await;
            fresh.expect_groups([&[], &["avid", "witivio"], &["wflow", "moodtalk"]]).await;
            assert_eq!(fresh.texts(".tray .token").await, ["wflow.com", "Avid"]);
        })
        .await;
    })
    .await;
}

async fn save(page: &Page, button: &str, name: &str) -> String {
    page.click_text(".btns button", button).await;
    page.saved(name).await
}

in_browsers!(a_record_over_another_catalogue_says_what_has_moved: chromium, firefox);
async fn a_record_over_another_catalogue_says_what_has_moved(browser: Browser) {
    let before = record_of_before();
    scenario("record-moved", browser, async |page| {
        page.open("/?view=record").await;
        page.choose_file("#open-file", "of-before.json", &before).await;
        let told = page.text(".report").await;
        assert!(told.contains("The catalogue has changed since, and that matters here:"), "{told}");
        assert_eq!(
            page.texts(".report li").await,
            [
                "wflow.com: the outcome was “Meets”, and is “Does not meet” now.",
                "wflow.com, Backups are kept for: it said 20 days; it says 35 days now.",
            ]
        );
        page.click_text(".report button", "Understood").await;
        page.gone(".report").await;
        page.until_focused("view-heading").await;
        page.click_text(".views button", "Requirements").await;
        page.expect_groups([&[], &["avid", "witivio"], &["wflow", "moodtalk"]]).await;
    })
    .await;
}

/// The record that was made when the catalogue had one claim otherwise: wflow.com kept its backups for 20 days.
fn record_of_before() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let (mut source, _) = directory::load(&folder).expect("the catalogue");
    let wflow = source.providers.iter_mut().find(|provider| provider.id == "wflow").expect("wflow.com");
    let backups = wflow.claims.iter_mut().find(|claim| claim.row == "ret-backup").expect("the claim");
    backups.value.as_mut().expect("a period")["length"] = json!("P20D");
    let identity = identity::of(source.clone(), "of before").expect("a digest");
    let text = source.packed().expect("a text");
    let catalogue = Catalogue::from_json("the catalogue of before", &text).expect("a catalogue");
    let requirements = parse("region in EEA; ret-backup <= P30D", &catalogue).requirements;
    let day: Date = "2026-11-02".parse().expect("a day");
    record_text(&Record::of(Occasion {
        project: &Project::default(),
        requirements: &requirements,
        context: Context { catalogue: &catalogue, as_of: day },
        identity: &identity,
        made: day,
    }))
}

in_browsers!(every_form_is_saved_and_says_the_same: chromium, firefox);
async fn every_form_is_saved_and_says_the_same(browser: Browser) {
    scenario("record-forms", browser, async |page| {
        page.open(&format!("{ASKED}&view=record")).await;
        let json: Json =
            serde_json::from_str(&save(page, "Save as JSON", "decision-record.json").await).expect("JSON");
        assert_eq!(json["requirements"][1]["text"], "ret-backup <= P30D");
        let digest = json["catalogue"]["sha256"].as_str().expect("a digest");
        assert!(page.text(".record__facts").await.contains(digest));
        let markdown = save(page, "Save as Markdown", "decision-record.md").await;
        let html = save(page, "Save as a page", "decision-record.html").await;
        for (form, text) in [("Markdown", &markdown), ("the page", &html)] {
            for words in [digest, "Backups kept: 35 days", "Service Architecture"] {
                assert!(text.contains(words), "{form} does not say {words}");
            }
        }
        // The page that is saved shows itself, without a script and with nothing fetched.
        page.open_file("decision-record.html", &html).await;
        let shown: String = page.eval("return document.body.innerText").await;
        assert!(shown.contains("wflow.com") && shown.contains("Backups kept: 35 days"), "{shown}");
        let fetched: u32 = page.eval("return performance.getEntriesByType('resource').length").await;
        assert_eq!(fetched, 0, "the saved page fetches something");
    })
    .await;
}

in_browsers!(a_project_is_saved_and_opened_elsewhere: chromium, firefox);
async fn a_project_is_saved_and_opened_elsewhere(browser: Browser) {
    scenario("project", browser, async |page| {
        page.open(&format!("{ASKED}&view=questions")).await;
        answer(page).await;
        page.type_over("#ask-witivio-region-secondary", "Wo genau?").await;
        page.click_text(".questions button", "To the decision record").await;
        page.type_into("#note-avid", "Nachfragen").await;
        let project = save(page, "Save the project", "vendor-project.json").await;
        page.in_fresh_session(async |fresh| {
            fresh.open("/?view=record").await;
            fresh.choose_file("#open-file", "mine.json", &project).await;
            fresh.until("document.querySelector('vendor-compare').shadowRoot.querySelector('#note-avid')?.value === 'Nachfragen'")
                .await;
            assert_eq!(save(fresh, "Save the project", "vendor-project.json").await, project);
            fresh.click_text(".views button", "Questions").await;
            assert!(fresh.text(".answers").await.contains("Zoë Müller"));
            let asked: String = fresh
                .eval("return document.querySelector('vendor-compare').shadowRoot.querySelector('#ask-witivio-region-secondary').value")
                .await;
            assert_eq!(asked, "Wo genau?");
            // It is kept from now on.
            fresh.open("/?view=questions").await;
            assert!(fresh.text(".answers").await.contains("Zoë Müller"));
        })
        .await;
    })
    .await;
}
