//! A catalogue in several files: the data folder, published as it is.

use crate::support::{Browser, Page, Served, Setup, in_browsers, scenario_with};
use std::{fs, path::Path};
use vendor_compare::embedded;

const PAGE: &str = "/pages/large.html?view=record&as-of=2026-11-22";
const SHARED: [&str; 4] = ["rows.json", "certifications.json", "places.json", "documents.json"];

/// The files of the data folder, with their addresses under `/made/`; `changed` changes one of them.
fn data(changed: impl Fn(&str, String) -> String) -> Vec<Served> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let providers = fs::read_dir(folder.join("providers")).expect("the profiles");
    let providers = providers.map(|file| file.expect("a profile").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = providers.map(|name| format!("providers/{name}")).collect();
    names.sort();
    SHARED
        .iter()
        .map(|name| (*name).to_owned())
        .chain(names)
        .map(|name| {
            let text = changed(&name, fs::read_to_string(folder.join(&name)).expect("a file"));
            // A scenario's few addresses may stay for as long as it runs.
            Served { path: format!("/made/{name}").leak(), text: text.into(), pieces: 1 }
        })
        .collect()
}

/// Shows the files, and whatever else `attributes` says in JavaScript.
async fn show(page: &Page, files: &str, attributes: &str) {
    page.open(PAGE).await;
    page.eval_with::<()>(
        &format!(
            "const element = document.querySelector('vendor-compare');
             {attributes};
             element.src = arguments[0]; return null"
        ),
        vec![files.into()],
    )
    .await;
}

/// The hashes of the files, apart by spaces.
async fn hashes(page: &Page, files: &str) -> String {
    page.eval_with(
        "const hash = (bytes) => crypto.subtle.digest('SHA-256', bytes);
         const text = (hash) => 'sha256-' + btoa(String.fromCharCode(...new Uint8Array(hash)));
         const one = (address) => fetch(address).then((answer) => answer.arrayBuffer()).then(hash).then(text);
         return Promise.all(arguments[0].split(' ').map(one)).then((all) => all.join(' '))",
        vec![files.into()],
    )
    .await
}

fn addresses(files: &[Served]) -> String {
    files.iter().map(|file| file.path).collect::<Vec<_>>().join(" ")
}

in_browsers!(a_data_folder_is_shown_as_it_is: chromium, firefox);
async fn a_data_folder_is_shown_as_it_is(browser: Browser) {
    let files = data(|_, text| text);
    let all = addresses(&files);
    scenario_with("several", browser, Setup { files, ..Setup::default() }, async |page| {
        page.open("/pages/bare.html").await;
        let hashes = hashes(page, &all).await;
        show(page, &all, &format!("element.integrity = '{hashes}'")).await;
        let facts = page.text(".record__facts").await;
        // The same data have the same digest, in however many files they come.
        assert!(facts.contains(&embedded::identity().sha256), "{facts}");
        assert!(facts.contains("rows.json + "), "{facts}");
        page.eval::<()>(
            "document.querySelector('vendor-compare').requirements = 'region in EEA'; return null",
        )
        .await;
        page.click_text(".views button", "Requirements").await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;

        let (_, rest) = hashes.split_once(' ').expect("several");
        show(page, &all, &format!("element.integrity = '{rest}'")).await;
        let words = page.text(".loading [role=alert]").await;
        assert!(words.contains("The hash of rows.json is"), "{words}");
        page.expects_errors(&["could not be loaded"]);
    })
    .await;
}

in_browsers!(what_is_wrong_in_one_of_several_files_names_it: chromium, firefox);
async fn what_is_wrong_in_one_of_several_files_names_it(browser: Browser) {
    let files = data(|name, text| match name {
        "providers/wflow.json" => text.replacen("\"row\": \"", "\"row\": \"no-", 1),
        _ => text,
    });
    let all = addresses(&files);
    let broken = Served { path: "/made/broken.json", text: "{\n  oops }".into(), pieces: 1 };
    let files = files.into_iter().chain([broken]).collect();
    scenario_with("several-wrong", browser, Setup { files, ..Setup::default() }, async |page| {
        show(page, &all, "").await;
        page.click_text(".views button", "Requirements").await;
        page.click(".results .notice summary").await;
        let told = page.text(".results .notice").await;
        assert!(told.contains("wflow.json: claims[0].row"), "{told}");

        show(page, &format!("{all} /made/broken.json"), "").await;
        let problem = page.text(".loading li").await;
        assert!(problem.contains("broken.json, line 2, column 3"), "{problem}");
        show(page, &format!("{all} /made/nowhere.json"), "").await;
        let words = page.text(".loading [role=alert]").await;
        assert!(words.contains("/made/nowhere.json") && words.contains("404"), "{words}");
        page.expects_errors(&["could not be loaded", "Failed to load resource"]);
    })
    .await;
}

in_browsers!(a_file_that_fails_ends_the_others: chromium, firefox);
async fn a_file_that_fails_ends_the_others(browser: Browser) {
    // It comes for two seconds.
    let slow = Served { path: "/made/slow.json", text: " ".repeat(1000).into(), pieces: 10 };
    scenario_with("several-ended", browser, Setup { files: vec![slow], ..Setup::default() }, async |page| {
        // Where there is no worker that could be ended.
        page.before_every_page("delete globalThis.Worker").await;
        show(page, "/made/slow.json /made/nowhere.json", "").await;
        let words = page.text(".loading [role=alert]").await;
        assert!(words.contains("/made/nowhere.json"), "{words}");
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        assert_eq!(
            page.text(".loading [role=alert]").await,
            words,
            "another file has written over the words"
        );
        page.expects_errors(&["could not be loaded", "Failed to load resource"]);
    })
    .await;
}
