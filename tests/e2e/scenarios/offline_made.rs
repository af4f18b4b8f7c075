//! Offline files that somebody has made: with requirements and notes inside, over another catalogue, from the page itself;
//! and what a file tells about itself.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use serde_json::{Value as Json, json};
use vendor_compare::export::offline::fingerprint;

use crate::support::{
    Browser, Page, Served, Setup, in_browsers, made_up, own::offer, rights::ReadOnly, scenario, scenario_with,
};

/// A folder that goes away with its scenario.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, browser: Browser) -> Self {
        let unique = format!("vendor-compare-{name}-{}-{}", browser.name(), std::process::id());
        let folder = env::temp_dir().join(unique);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, text).expect("a file");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Runs `catalogue bundle`; what it prints.
fn bundle(dist: &Path, template: &str, output: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
    command.arg("bundle").arg("--template").arg(dist.join(template)).arg("--output").arg(output);
    let made = command.args(arguments).output().expect("the command");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    String::from_utf8(made.stdout).expect("text")
}

fn address(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// What the file says when it is told to verify itself.
async fn verified(page: &Page) -> String {
    page.eval::<()>("document.querySelector('#verify').click(); return null").await;
    page.until("document.querySelector('#verified').textContent.length > 20").await;
    page.eval("return document.querySelector('#verified').textContent").await
}

in_browsers!(without_scripts_the_offline_file_is_a_table: chromium, firefox);
async fn without_scripts_the_offline_file_is_a_table(browser: Browser) {
    let setup = Setup { no_scripts: true, ..Setup::default() };
    scenario_with("offline-table", browser, setup, async |page| {
        let folder = Folder::new("table", browser);
        let file = folder.0.join("file.html");
        let arguments = ["--as-of", "2026-11-22", "--require", "region in EEA"];
        bundle(page.dist(), "vendor-compare.html", &file, &arguments);
        page.open(&address(&file)).await;
        for part in ["caption", "td .vc-meets", "td .vc-open", "td .vc-fails", "#vc-e1", "noscript"] {
            assert!(page.displayed_outside(part).await, "{part} is not to be seen");
        }
        assert!(!page.displayed_outside("#verify").await, "a button that does nothing");
    })
    .await;
}

/// What is said of a file with so many parts beside the tables of languages.
fn all_parts(others: usize) -> String {
    let tables =
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("static/languages")).expect("tables");
    format!("All {} parts are", others + tables.count())
}

in_browsers!(the_offline_file_verifies_itself: chromium, firefox, webkit);
async fn the_offline_file_verifies_itself(browser: Browser) {
    scenario("offline-verifies", browser, async |page| {
        let text = fs::read_to_string(page.dist().join("vendor-compare.html")).expect("the offline file");
        page.open(&page.offline_file()).await;
        page.text("h1").await;
        let said = verified(page).await;
        assert!(said.starts_with(&all_parts(6)), "{said}");
        assert!(said.contains(&fingerprint(&text)), "{said}");

        // A letter of the table and one of a part are not what they were.
        let folder = Folder::new("damaged", browser);
        let at = text.find("id=\"vc-outlines\"").expect("a part") + 4000;
        let at = (at..).find(|at| text.as_bytes()[at - 1..=at + 1].is_ascii()).expect("a letter");
        let letter = if &text[at..=at] == "a" { "b" } else { "a" };
        let damaged = format!("{}{letter}{}", &text[..at], &text[at + 1..]);
        let damaged = damaged.replacen("Not stated", "Stated", 1);
        page.open(&address(&folder.file("damaged.html", &damaged))).await;
        let said = verified(page).await;
        assert!(said.contains("damaged: table, outlines: not what was put into it"), "{said}");

        // A script that is not the one of the policy does not run, and the table is there.
        let changed = text.replacen("customElements", "customElement5", 1);
        page.open(&address(&folder.file("changed.html", &changed))).await;
        assert!(page.displayed_outside("caption").await && !page.displayed_outside("#verify").await);
        page.expects_errors(&["script-src", "incorrect data check"]);
    })
    .await;
}

in_browsers!(a_file_opens_as_it_was_sent_also_where_nothing_can_be_written: chromium, firefox);
async fn a_file_opens_as_it_was_sent_also_where_nothing_can_be_written(browser: Browser) {
    scenario("offline-sent", browser, async |page| {
        let folder = Folder::new("sent", browser);
        let project = json!({
            "kind": "vendor-compare project", "format": 1, "requirements": "region in EEA; ret-backup <= P60D",
            "notes": [{ "vendor": "wflow", "text": "Preferred so far." }],
        });
        let project = folder.file("project.json", &project.to_string());
        let file = folder.0.join("sent.html");
        let arguments = ["--as-of", "2026-11-22", "--project", project.to_str().expect("a name")];
        let said = bundle(page.dist(), "vendor-compare.html", &file, &arguments);
        let place = ReadOnly::copy_of(&file).await;

        page.open(&place.address()).await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
        assert!(page.address().await.contains("as-of=2026-11-22"), "{}", page.address().await);
        let told = said.trim_end().rsplit(' ').next().expect("a fingerprint");
        assert!(verified(page).await.contains(told), "{said}");
        page.open(&format!("{}?view=record&require=region+in+EEA", place.address())).await;
        let note = "document.querySelector('vendor-compare').shadowRoot.querySelector('#note-wflow')?.value";
        page.until(&format!("{note} === 'Preferred so far.'")).await;
    })
    .await;
}

in_browsers!(the_page_saves_an_offline_copy_of_itself: chromium, firefox);
async fn the_page_saves_an_offline_copy_of_itself(browser: Browser) {
    scenario("offline-copy", browser, async |page| {
        let folder = Folder::new("copy", browser);
        let mut from = "/?view=record&require=region+in+EEA&as-of=2026-11-22".to_owned();
        // From the server, and again from the file that came of it.
        for round in ["first.html", "second.html"] {
            page.open(&from).await;
            page.text("#open-file-note").await;
            if round == "first.html" {
                page.type_into("#note-wflow", "Preferred so far.").await;
            }
            let saved = copy(page).await;
            let file = address(&folder.file(round, &saved));
            // The second has the same in it as the first, and so goes on from where that was left.
            let shown = if round == "first.html" { "" } else { "?require=region+in+EEA&as-of=2026-11-22" };
            page.open(&format!("{file}{shown}")).await;
            page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
            let said = verified(page).await;
            assert!(said.starts_with(&all_parts(8)) && said.contains(&fingerprint(&saved)), "{said}");
            from = format!("{file}?view=record&require=region+in+EEA&as-of=2026-11-22");
        }
        page.open(&from).await;
        let note = "document.querySelector('vendor-compare').shadowRoot.querySelector('#note-wflow')?.value";
        page.until(&format!("{note} === 'Preferred so far.'")).await;
    })
    .await;
}

/// The offline copy that the page saves, also where it is such a file itself.
async fn copy(page: &Page) -> String {
    page.eval::<()>(
        "window.saved = undefined; const make = URL.createObjectURL.bind(URL);
         URL.createObjectURL = (blob) => { blob.text().then((text) => (window.saved = text)); return make(blob); };
         const root = document.querySelector('vendor-compare').shadowRoot;
         [...root.querySelectorAll('button')].find((one) => one.textContent === 'Save an offline copy').click();
         return null",
    )
    .await;
    page.until("window.saved").await;
    page.eval("return window.saved").await
}

in_browsers!(a_copy_over_a_catalogue_of_others_has_it_inside: chromium, firefox);
async fn a_copy_over_a_catalogue_of_others_has_it_inside(browser: Browser) {
    let text = made_up::catalogue(12, &[]);
    let catalogue = Served { path: "/made/catalogue.json", text: text.into(), pieces: 1 };
    let setup = Setup { files: vec![catalogue], ..Setup::default() };
    scenario_with("offline-others", browser, setup, async |page| {
        let folder = Folder::new("others", browser);
        let query = "?view=record&require=region+in+EEA&as-of=2026-11-22";
        page.open(&format!("/pages/large.html{query}")).await;
        page.type_into("#note-wflow", "Preferred so far.").await;
        page.choose_file("#open-file", "angebot.json", &offer().to_string()).await;
        page.text(".own").await;
        let facts = page.text(".record__facts").await;
        assert!(facts.contains("catalogue.json"), "{facts}");
        page.click_text(".views button", "Requirements").await;
        let outcome = page.texts(".outcome .n").await;
        page.click_text(".views button", "Record").await;
        page.text("#open-file-note").await;
        // From the server, and again from the file that came of it.
        for round in ["first.html", "second.html"] {
            let saved = copy(page).await;
            let file = address(&folder.file(round, &saved));
            // The second has the same in it as the first, and so goes on from where that was left.
            let shown = if round == "first.html" { "" } else { "?require=region+in+EEA&as-of=2026-11-22" };
            page.open(&format!("{file}{shown}")).await;
            opened(page, "13 vendors").await;
            assert_eq!(page.texts(".outcome .n").await, outcome);
            assert!(page.text(".card[data-vendor=angebot]").await.to_lowercase().contains("yours"));
            let said = verified(page).await;
            assert!(said.starts_with("All ") && said.contains(&fingerprint(&saved)), "{said}");
            page.open(&format!("{file}{query}")).await;
            page.until_is("the facts", facts.clone(), async || page.text(".record__facts").await).await;
            let note =
                "document.querySelector('vendor-compare').shadowRoot.querySelector('#note-wflow')?.value";
            page.until(&format!("{note} === 'Preferred so far.'")).await;
        }
        page.click_text(".views button", "Requirements").await;
        page.click(".opt input[value=P60D]").await;
        page.until_is("what is required", true, async || page.address().await.contains("P60D")).await;
    })
    .await;
}

/// A catalogue in one text as a folder of data files.
fn data(folder: &Folder, text: &str) {
    let all: Json = serde_json::from_str(text).expect("a catalogue");
    let shared = |name: &str, keys: &[&str]| {
        let file: serde_json::Map<_, _> =
            keys.iter().map(|key| ((*key).to_owned(), all[*key].clone())).collect();
        folder.file(&format!("data/{name}.json"), &Json::from(file).to_string());
    };
    shared("rows", &["sections"]);
    shared("certifications", &["certifications"]);
    shared("places", &["places", "groups"]);
    shared("documents", &["documents"]);
    for provider in all["providers"].as_array().expect("providers") {
        let id = provider["id"].as_str().expect("an id");
        folder.file(&format!("data/providers/{id}.json"), &provider.to_string());
    }
}

/// Waits, for longer than helpers do, until the head of the page says so.
async fn opened(page: &Page, vendors: &str) {
    for _ in 0..1200 {
        if page.texts(".head__title p").await.concat().contains(vendors) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("the page does not say \"{vendors}\"");
}

in_browsers!(a_file_holds_ten_thousand_vendors: chromium, firefox);
async fn a_file_holds_ten_thousand_vendors(browser: Browser) {
    scenario("offline-large", browser, async |page| {
        let folder = Folder::new("large", browser);
        data(&folder, &made_up::catalogue(10_000, &[]));
        let file = folder.0.join("large.html");
        let from = folder.0.join("data");
        let arguments =
            ["--data", from.to_str().expect("a name"), "--as-of", "2026-11-22", "--require", "region in EEA"];
        let begun = Instant::now();
        bundle(page.dist(), "template.html", &file, &arguments);
        let made = begun.elapsed();

        let begun = Instant::now();
        page.open(&address(&file)).await;
        opened(page, "10,000 vendors").await;
        let size = fs::metadata(&file).expect("a file").len();
        println!("10,000 vendors: made in {made:.1?}, {size} bytes, opened in {:.1?}", begun.elapsed());
        assert_eq!(page.texts(".outcome .n").await, ["2,500", "5,000", "2,500"]);
        page.click(".opt input[value=P60D]").await;
        let first =
            "document.querySelector('vendor-compare').shadowRoot.querySelector('.outcome .n').textContent";
        page.until(&format!("{first} !== '2,500'")).await;
        assert!(verified(page).await.starts_with("All "));
    })
    .await;
}
