//! The results as the visitor arranges them: found by words, in an order, as a table; and what is said of a change.

use crate::support::{Browser, Page, in_browsers, scenario};
use thirtyfour::Key;

const THREE: &str = "/?require=region+in+EEA;cert@host+has+iso-27001;ret-backup+%3C%3D+P60D";

in_browsers!(vendors_are_found_by_words_and_sorted: chromium, firefox);
async fn vendors_are_found_by_words_and_sorted(browser: Browser) {
    scenario("arranging", browser, async |page| {
        page.open(THREE).await;
        page.expect_groups([&["wflow"], &["witivio", "avid"], &["moodtalk"]]).await;

        page.type_into("#search", "auth0").await;
        page.expect_groups([&[], &["avid"], &[]]).await;
        page.until_focused("search").await;
        assert!(page.text(".results").await.contains("Only vendors that match the search: 1 of 4."));
        assert!(page.text(".head").await.contains("4 vendors"), "who is not found is still there");
        assert_eq!(page.counts("P30D").await, ["0", "1"], "the options count those found");
        for _ in 0..5 {
            page.press(Key::Backspace).await;
        }
        page.expect_groups([&["wflow"], &["witivio", "avid"], &["moodtalk"]]).await;

        choose(page, "name").await;
        page.expect_groups([&["wflow"], &["witivio", "avid"], &["moodtalk"]]).await;
        choose(page, "coverage").await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
        assert!(page.address().await.ends_with("&sort=coverage"), "{}", page.address().await);

        // A link searches and sorts as well, and so does Back.
        page.open("/?search=witivio&sort=ret-backup,descending").await;
        until_cards(page, &["witivio"]).await;
        page.click(".opt input[value=EEA]").await;
        page.expect_groups([&[], &["witivio"], &[]]).await;
        page.back().await;
        until_cards(page, &["witivio"]).await;
    })
    .await;
}

in_browsers!(the_results_are_a_table_with_columns_of_ones_own: chromium, firefox);
async fn the_results_are_a_table_with_columns_of_ones_own(browser: Browser) {
    scenario("arranging-table", browser, async |page| {
        page.open(&format!("{THREE}&layout=table&columns=sla,ret-bakup")).await;
        assert!(page.text("[role=alert]").await.contains("Did you mean “ret-backup”?"));
        page.until_whole().await;
        let heads = page.texts(".sheet thead th").await;
        assert_eq!(heads.len(), 6, "{heads:?}");
        assert_eq!(lines(page).await, ["wflow", "witivio", "avid", "moodtalk"]);
        let cell = "tr[data-vendor=moodtalk] [data-requirement='region in EEA']";
        let answer = page.text(cell).await;
        assert!(answer.contains("Does not meet") && answer.contains("Switzerland"), "{answer}");

        // A cell has its evidence, which opens below the line.
        page.focus(&format!("{cell} .ev")).await;
        page.press(Key::Enter).await;
        page.until_focused("evidence-heading").await;
        assert_eq!(page.barriers(&[]).await, [""; 0]);
        page.press(Key::Escape).await;
        page.until_focused("evidence-of-moodtalk-region-primary").await;

        page.click(".columns summary").await;
        page.click(".columns input[value=login]").await;
        page.until("document.querySelector('vendor-compare').shadowRoot.querySelectorAll('.sheet thead th').length === 7")
            .await;
        assert!(page.address().await.ends_with("&layout=table&columns=sla,login"), "{}", page.address().await);
        page.click_text(".seg label", "Cards").await;
        page.expect_groups([&["wflow"], &["witivio", "avid"], &["moodtalk"]]).await;
        assert!(page.address().await.ends_with("&columns=sla,login"), "the columns are kept for the next time");
    })
    .await;
}

in_browsers!(a_table_goes_sideways_on_a_phone_and_the_names_stay: chromium, firefox);
async fn a_table_goes_sideways_on_a_phone_and_the_names_stay(browser: Browser) {
    scenario("arranging-phone", browser, async |page| {
        page.resize(375, 812).await;
        page.open(&format!("{THREE}&layout=table&columns=sla")).await;
        page.text(".sheet").await;
        let (moved, left, page_moves): (i32, i32, i32) = page
            .eval(
                "const root = document.querySelector('vendor-compare').shadowRoot;
                 const box = root.querySelector('.sheet__box');
                 box.scrollLeft = 300;
                 const name = root.querySelector('.sheet tbody th').getBoundingClientRect();
                 const page = document.documentElement;
                 return [box.scrollLeft, Math.round(name.left - box.getBoundingClientRect().left),
                         page.scrollWidth - page.clientWidth].map(Math.round)",
            )
            .await;
        assert!(moved > 200, "the table has room: {moved}");
        assert!(left.abs() <= 2, "the name has gone {left} px");
        assert_eq!(page_moves, 0, "the page itself scrolls sideways");
    })
    .await;
}

in_browsers!(a_changed_outcome_is_announced_once: chromium, firefox);
async fn a_changed_outcome_is_announced_once(browser: Browser) {
    scenario("arranging-announced", browser, async |page| {
        page.open(THREE).await;
        page.text(".outcome").await;
        let said = "document.querySelector('vendor-compare').shadowRoot.querySelector('.vc > [role=status]').textContent";
        assert_eq!(page.eval::<String>(&format!("return {said}")).await, "", "the first drawing is no change");
        page.click(".opt input[value=P30D]").await;
        page.until(&format!("{said} === '0 meet, 2 cannot be told, 2 do not meet.'")).await;
        // What does not change the outcome does not say it again.
        page.click(".card[data-vendor=wflow] .pick input").await;
        page.until(&format!("{said} === ''")).await;
    })
    .await;
}

/// What lies below the lower edge of the window, of all that the first screen is to show.
const BELOW: &str = "const root = document.querySelector('vendor-compare').shadowRoot;
    const wanted = [...root.querySelectorAll('.sentence .part, .outcome > li, .outcome .who > li')];
    return [wanted.length, wanted.filter((one) => one.getBoundingClientRect().bottom > innerHeight)
        .map((one) => one.textContent)]";

in_browsers!(the_first_screen_answers: chromium, firefox);
async fn the_first_screen_answers(browser: Browser) {
    scenario("arranging-first-screen", browser, async |page| {
        page.resize(1280, 800).await;
        page.open(THREE).await;
        page.text(".outcome").await;
        let (height, width): (u32, u32) = page.eval("return [innerHeight, innerWidth]").await;
        assert!(height <= 800 && width <= 1280, "{width} × {height}");
        let (wanted, below): (usize, Vec<String>) = page.eval(BELOW).await;
        assert_eq!(wanted, 3 + 3 + 4);
        assert_eq!(below, [""; 0]);
        let reasons = page.texts(".outcome .who > li").await;
        for (vendor, reason) in ["wflow.com", "Witivio", "Avid", "Moodtalk"].iter().zip(reasons) {
            assert!(reason.starts_with(&format!("{vendor}: ")) && reason.len() > 30, "{reason}");
        }
    })
    .await;
}

async fn choose(page: &Page, order: &str) {
    page.eval::<()>(&format!(
        "const list = document.querySelector('vendor-compare').shadowRoot.querySelector('#sort');
         list.value = '{order}';
         list.dispatchEvent(new Event('change', {{ bubbles: true, composed: true }}))"
    ))
    .await;
}

async fn until_cards(page: &Page, expected: &[&str]) {
    page.until(&format!(
        "[...document.querySelector('vendor-compare').shadowRoot.querySelectorAll('.card')]
             .map((card) => card.dataset.vendor).join() === '{}'",
        expected.join(",")
    ))
    .await;
}

async fn lines(page: &Page) -> Vec<String> {
    page.eval(
        "return [...document.querySelector('vendor-compare').shadowRoot.querySelectorAll('.sheet [data-vendor]')]
             .map((line) => line.dataset.vendor)",
    )
    .await
}
