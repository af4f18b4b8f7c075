//! The pages of `tests/hosts`: the element as it comes from npm, in pages of every kind. `cargo xtask hosts` builds them.

mod frame;
mod gallery;

use crate::support::{Browser, Groups, Page, in_browsers, scenario};

/// Who meets `region in EEA`, of whom it cannot be told, who does not.
const EEA: Groups<'static> = [&["wflow"], &["avid", "witivio"], &["moodtalk"]];
/// The same for `ret-backup <= P30D`.
const BACKUPS: Groups<'static> = [&[], &["avid", "moodtalk", "witivio"], &["wflow"]];

/// Opens a page that asks for the EEA, and for backups once its button is pressed.
async fn asks_and_hears(page: &Page, name: &str) {
    page.open(&format!("/hosts/{name}/index.html")).await;
    page.expect_groups(EEA).await;
    assert!(
        !page.displayed_outside("vendor-compare > *").await,
        "the words before the start are still there"
    );
    page.eval::<()>("document.querySelector('#change').click(); return null").await;
    page.expect_groups(BACKUPS).await;
    page.until("heard[0].type === 'ready' && heard[0].detail.requirements === 'region in EEA'").await;
    page.until(
        "heard.some(({ type, detail }) => type === 'change' && detail.requirements === 'ret-backup <= P30D')",
    )
    .await;
}

/// The same where a framework sets properties and shows what events tell.
async fn binds(page: &Page, name: &str) {
    asks_and_hears(page, name).await;
    page.until("document.querySelector('vendor-compare').maxCompare === 3").await;
    page.until("document.querySelector('#meets').textContent.trim() === ''").await;
    let told: String = page.eval("return heard[0].detail.outcome.meets.ids.join()").await;
    assert_eq!(told, "wflow");
}

in_browsers!(plain: chromium, firefox, webkit);
async fn plain(browser: Browser) {
    scenario("host-plain", browser, async |page| asks_and_hears(page, "plain").await).await;
}

in_browsers!(react: chromium, firefox, webkit);
async fn react(browser: Browser) {
    scenario("host-react", browser, async |page| {
        binds(page, "react").await;
        loads_a_catalogue(page).await;
    })
    .await;
}

in_browsers!(vue: chromium);
async fn vue(browser: Browser) {
    scenario("host-vue", browser, async |page| binds(page, "vue").await).await;
}

in_browsers!(svelte: chromium);
async fn svelte(browser: Browser) {
    scenario("host-svelte", browser, async |page| binds(page, "svelte").await).await;
}

in_browsers!(angular: chromium);
async fn angular(browser: Browser) {
    scenario("host-angular", browser, async |page| {
        binds(page, "angular").await;
        loads_a_catalogue(page).await;
    })
    .await;
}

/// What a bundler has published is enough for a catalogue of others, worker included.
async fn loads_a_catalogue(page: &Page) {
    page.eval::<()>("document.querySelector('vendor-compare').src = '/gallery/catalogue.json'; return null")
        .await;
    page.until("heard.filter(({ type }) => type === 'ready').length === 2").await;
    page.expect_groups(BACKUPS).await;
}

in_browsers!(strict: chromium, firefox, webkit);
async fn strict(browser: Browser) {
    scenario("host-strict", browser, async |page| {
        asks_and_hears(page, "strict").await;
        assert_eq!(
            page.eval::<Vec<String>>("return refused").await,
            [""; 0],
            "the policy has refused something"
        );
    })
    .await;
}

in_browsers!(no_wasm: chromium, firefox);
async fn no_wasm(browser: Browser) {
    scenario("host-no-wasm", browser, async |page| {
        page.open("/hosts/no-wasm/index.html").await;
        assert!(page.text("[role=alert]").await.contains("'wasm-unsafe-eval'"));
        assert!(
            page.displayed_outside("vendor-compare table").await,
            "the table that needs nothing has gone"
        );
        page.until("heard.some(({ type, detail }) => type === 'error' && detail.kind === 'start')").await;
        page.until_error("the comparison could not start").await;
        page.expects_errors(&["script-src"]);
    })
    .await;
}

in_browsers!(hostile: chromium, firefox);
async fn hostile(browser: Browser) {
    scenario("host-hostile", browser, async |page| {
        page.open("/hosts/hostile/index.html").await;
        page.expect_groups(EEA).await;
        let style: Vec<String> = page
            .eval(
                "const root = document.querySelector('vendor-compare').shadowRoot;
                 const style = getComputedStyle(root.querySelector('p'));
                 const names = ['textTransform', 'letterSpacing', 'whiteSpace', 'wordSpacing', 'textIndent', 'visibility', 'direction'];
                 return [...names.map((name) => style[name]), String(style.color !== 'rgb(255, 0, 0)'),
                     getComputedStyle(root.querySelector('.work')).display];",
            )
            .await;
        assert_eq!(style, ["none", "normal", "normal", "0px", "0px", "visible", "ltr", "true", "grid"]);
    })
    .await;
}

in_browsers!(versions: chromium, firefox);
async fn versions(browser: Browser) {
    scenario("host-versions", browser, async |page| {
        page.open("/hosts/versions/index.html").await;
        page.expect_groups(EEA).await;
        page.until(
            "[...document.querySelectorAll('vendor-compare')].every((one) => one.shadowRoot.querySelector('h1'))",
        )
        .await;
        let fetched: u32 = page
            .eval("return performance.getEntriesByType('resource').filter(({ name }) => name.includes('_bg.wasm')).length")
            .await;
        assert_eq!(fetched, 1, "every copy of the script has fetched the program");
    })
    .await;
}

in_browsers!(rewritten: chromium, firefox);
async fn rewritten(browser: Browser) {
    scenario("host-rewritten", browser, async |page| {
        page.open("/hosts/rewritten/index.html").await;
        page.expect_groups(EEA).await;
        page.until("['iframe', 'vendor-compare'].every((name) => heard.includes(name))").await;
        page.until("document.querySelector('iframe').offsetHeight > 400").await;
    })
    .await;
}

in_browsers!(integrity: chromium);
async fn integrity(browser: Browser) {
    scenario("host-integrity", browser, async |page| {
        page.open("/hosts/frame/index.html").await;
        page.eval::<()>(
            "const folder = '/hosts/vendor-compare/';
             return fetch(`${folder}integrity.json`).then((answer) => answer.json()).then((hashes) => {
                 const script = Object.assign(document.createElement('script'), {
                     type: 'module', src: `${folder}vendor-compare.js`, integrity: hashes['vendor-compare.js'] });
                 document.body.prepend(document.createElement('vendor-compare'), script);
                 return null;
             });",
        )
        .await;
        page.text("h1").await;
    })
    .await;
}
