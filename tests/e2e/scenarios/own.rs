//! A vendor of the visitor's own: its profile is checked, joins the others, is marked, stays, and can be taken away.

use crate::support::{Browser, Page, in_browsers, own::offer, scenario};
use serde_json::{Value as Json, json};

in_browsers!(an_own_profile_joins_the_others: chromium, firefox, webkit);
async fn an_own_profile_joins_the_others(browser: Browser) {
    scenario("own-profile", browser, async |page| {
        let offer = offer();
        page.open("/?require=region+in+EEA&view=record").await;
        page.choose_file("#open-file", "angebot.json", &offer.to_string()).await;
        assert!(page.text(".own").await.contains("Angebot Möbius (yours,"));
        assert!(page.text("[data-vendor=angebot] h4").await.contains("(yours)"));

        page.click_text(".views button", "Requirements").await;
        page.expect_groups([&["wflow"], &["angebot", "avid", "witivio"], &["moodtalk"]]).await;
        page.click(".card[data-vendor=angebot] .pick input").await;
        page.click(".card[data-vendor=wflow] .pick input").await;
        page.click(".tray .btn--main").await;
        let names = page.texts("thead th[scope=col] strong").await;
        assert_eq!(names, ["Angebot Möbius", "wflow.com"]);
        assert!(page.text("thead th[data-vendor=angebot]").await.to_lowercase().contains("yours"));

        // A link that names it finds it again.
        let compared = format!("/{}", page.address().await.split_once('?').map_or("", |(_, query)| query));
        page.open(&format!("/?{}", compared.trim_start_matches('/'))).await;
        let expected = ["Angebot Möbius", "wflow.com"];
        page.until_is("the names", expected, async || page.texts("thead th[scope=col] strong").await).await;
        assert_eq!(page.texts("[role=alert] li").await, [""; 0]);

        // It is there the next time, and comes out as it went in.
        page.open("/?require=region+in+EEA&view=record").await;
        page.click_text(".own button", "Save").await;
        let saved: Json = serde_json::from_str(&page.saved("angebot.json").await).expect("JSON");
        assert_eq!(saved, offer);

        page.click_text(".own button", "Remove").await;
        page.gone(".own").await;
        page.click_text(".views button", "Requirements").await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
    })
    .await;
}

/// Brings a vendor of one's own, and follows a link that compares it.
async fn own_beside_another(page: &Page) {
    page.open("/?require=region+in+EEA&view=record").await;
    page.choose_file("#open-file", "angebot.json", &offer().to_string()).await;
    page.text(".own").await;
    page.open("/?compare=angebot,wflow&view=compare").await;
    until_beside_another(page).await;
}

async fn until_beside_another(page: &Page) {
    let names = ["Angebot Möbius", "wflow.com"];
    page.until_is("the names", names, async || page.texts("thead th[scope=col] strong").await).await;
}

in_browsers!(the_way_back_finds_ones_own_after_a_reload: chromium, firefox);
async fn the_way_back_finds_ones_own_after_a_reload(browser: Browser) {
    scenario("own-back", browser, async |page| {
        own_beside_another(page).await;
        page.click_text(".views button", "Requirements").await;
        page.text(".card").await;
        // The step before is none that this load of the page has taken.
        page.reload().await;
        page.text(".card[data-vendor=angebot]").await;
        page.back().await;
        until_beside_another(page).await;
        assert_eq!(page.texts("[role=alert] li").await, [""; 0]);
    })
    .await;
}

/// The second part of the program waits, where the session says so.
const HELD: &str = "const live = fetch;
    globalThis.fetch = async (...all) => {
        if (String(all[0]).includes('_later') && sessionStorage.slow) await new Promise((go) => (globalThis.letGo = go));
        return live(...all);
    };";

in_browsers!(the_way_back_finds_ones_own_that_is_still_to_come: chromium, firefox);
async fn the_way_back_finds_ones_own_that_is_still_to_come(browser: Browser) {
    scenario("own-back-early", browser, async |page| {
        page.before_every_page(HELD).await;
        own_beside_another(page).await;
        page.click_text(".views button", "Requirements").await;
        page.text(".card").await;
        page.eval::<()>("sessionStorage.slow = 'yes'; return null").await;
        page.reload().await;
        page.until("globalThis.letGo").await;
        page.back().await;
        // The vendor, and the view that takes two.
        page.until_is("what is told", 2, async || page.texts("[role=alert] li").await.len()).await;
        page.eval::<()>("letGo(); return null").await;
        until_beside_another(page).await;
        assert_eq!(page.texts("[role=alert] li").await, [""; 0]);
    })
    .await;
}

in_browsers!(a_file_that_cannot_be_opened_says_why_and_changes_nothing: chromium, firefox);
async fn a_file_that_cannot_be_opened_says_why_and_changes_nothing(browser: Browser) {
    scenario("own-wrong", browser, async |page| {
        page.open("/?require=region+in+EEA&view=record").await;
        let mut wrong = offer();
        wrong["claims"][0]["row"] = json!("region-primry");
        let mut taken = offer();
        taken["id"] = json!("witivio");
        for (name, text, said) in [
            ("wrong.json", wrong.to_string(), "claims[0].row: \"region-primry\" is not a row"),
            ("wrong.json", wrong.to_string(), "did you mean \"region-primary\"?"),
            ("taken.json", taken.to_string(), "the id \"witivio\" is already taken"),
            ("table.json", "vendor;place".to_owned(), "table.json:1:1:"),
            ("table.csv", "vendor;place".to_owned(), "neither a table of claims nor"),
            ("other.json", "{}".to_owned(), "neither a profile nor a project nor a decision record"),
        ] {
            page.choose_file("#open-file", name, &text).await;
            let told = page.text("[role=alert] li").await;
            assert!(told.contains(said), "{name}: {told}");
            page.click_text("[role=alert] button", "Understood").await;
            page.gone("[role=alert] li").await;
        }
        assert_eq!(page.texts(".own li").await, [""; 0]);
        assert_eq!(page.texts(".judged").await.len(), 4);
    })
    .await;
}

in_browsers!(a_vendor_fills_the_table_of_questions_in: chromium, firefox);
async fn a_vendor_fills_the_table_of_questions_in(browser: Browser) {
    scenario("own-answers", browser, async |page| {
        page.open("/?require=ret-backup+%3C%3D+P30D&view=questions").await;
        page.click_text(".questions .btns button", "(CSV)").await;
        let sent = page.saved("questions.csv").await;
        let filled = filled(&sent, &[("Avid", "At most 30 days"), ("Moodtalk", "As long as it is needed")]);

        page.click_text(".views button", "Record").await;
        page.choose_file("#open-file", "questions.csv", &filled).await;
        page.until_is("what is told", 2, async || page.texts("[role=alert] li").await.len()).await;
        let told = page.texts("[role=alert] li").await;
        assert!(
            told[0].contains("1 answer is added") && told[0].contains("1 question has no answer"),
            "{told:?}"
        );
        assert!(told[1].contains("questions.csv:3:8: answer:") && told[1].contains("30 days"), "{told:?}");
        page.click_text("[role=alert] button", "Understood").await;

        page.click_text(".views button", "Requirements").await;
        page.expect_groups([&["avid"], &["moodtalk", "witivio"], &["wflow"]]).await;
        // The same file once more adds nothing.
        page.click_text(".views button", "Record").await;
        page.choose_file("#open-file", "questions.csv", &filled).await;
        assert!(page.text("[role=alert] li").await.contains("No new answer is added"));
    })
    .await;
}

/// The table with the answers of some vendors.
fn filled(sent: &str, answers: &[(&str, &str)]) -> String {
    let mut lines = csv::Reader::from_reader(sent.trim_start_matches('\u{feff}').as_bytes());
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(lines.headers().expect("a header")).expect("a line");
    for line in lines.records() {
        let mut cells: Vec<String> = line.expect("a line").iter().map(str::to_owned).collect();
        if let Some((_, answer)) = answers.iter().find(|(vendor, _)| cells[0] == *vendor) {
            let last = cells.len() - 3;
            cells.splice(last.., [*answer, "Jo Doe, security", "2026-11-02"].map(str::to_owned));
        }
        out.write_record(&cells).expect("a line");
    }
    String::from_utf8(out.into_inner().expect("a table")).expect("UTF-8")
}

in_browsers!(a_table_of_claims_brings_a_vendor_and_its_documents: chromium, firefox);
async fn a_table_of_claims_brings_a_vendor_and_its_documents(browser: Browser) {
    scenario("own-table", browser, async |page| {
        let table = "provider,row,state,value,document,section,statement,name,kind,covers\n\
            offer,,,,,,,Angebot Möbius,vendor,data-location\n\
            offer,region-primary,stated,DE,Offer of 3 May,Hosting,It runs in Germany.,,,\n";
        page.open("/?require=region-primary+in+EEA&view=record").await;
        page.choose_file("#open-file", "offer.csv", table).await;
        assert!(page.text(".own").await.contains("Angebot Möbius (yours, 1 claim)"));
        page.open("/?require=region-primary+in+EEA&evidence=offer:region-primary").await;
        let evidence = page.text("[id=evidence-panel], .evidence").await;
        assert!(
            evidence.contains("Offer of 3 May") && evidence.contains("It runs in Germany."),
            "{evidence}"
        );

        // Saved, it brings the document along.
        page.open("/?view=record").await;
        page.click_text(".own button", "Save").await;
        let saved: Json = serde_json::from_str(&page.saved("offer.json").await).expect("JSON");
        assert_eq!(saved["documents"][0]["title"], "Offer of 3 May");
        assert_eq!(saved["providers"][0]["id"], "offer");
        page.click_text(".own button", "Remove").await;
        page.gone(".own").await;
        assert_eq!(page.texts("[role=alert] li").await, [""; 0]);
    })
    .await;
}
