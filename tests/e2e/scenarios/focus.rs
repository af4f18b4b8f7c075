//! The page around keeps its focus while it sets attributes, or the element begins; visitors take it along.

use crate::support::{Browser, Page, in_browsers, scenario};

/// Where the focus is: in which element of the page around, by its id, and how far that page is scrolled.
async fn focused(page: &Page) -> (String, f64) {
    page.eval("return [document.activeElement.id, scrollY]").await
}

async fn set(page: &Page, script: &str) {
    page.eval::<()>(&format!(
        "const element = document.querySelector('vendor-compare'); {script}; return null"
    ))
    .await;
}

in_browsers!(the_page_around_keeps_its_focus: chromium, firefox, webkit);
async fn the_page_around_keeps_its_focus(browser: Browser) {
    scenario("focus-around", browser, async |page| {
        page.open("/pages/bare.html").await;
        page.eval::<()>(
            "document.querySelector('vendor-compare').remove();
             document.body.innerHTML = '<input id=host><div style=\"block-size: 2000px\"></div>';
             const element = document.createElement('vendor-compare');
             // Two things that the later part brings.
             element.setAttribute('state', 'profile=wflow&evidence=wflow:ret-backup');
             document.body.append(element);
             document.getElementById('host').focus();
             return start()",
        )
        .await;
        page.text(".chain").await;
        page.text("#evidence-heading").await;
        assert_eq!(focused(page).await, ("host".to_owned(), 0.0), "the beginning has taken the focus");

        set(page, "element.view = 'record'").await;
        page.text("#record-title").await;
        assert_eq!(focused(page).await, ("host".to_owned(), 0.0), "an attribute has taken the focus");

        // A visitor takes it along, and the page around may have it back.
        page.click(".views li:first-child button").await;
        page.until_focused("view-heading").await;
        page.click(".opt input[value=P60D]").await;
        set(
            page,
            "document.getElementById('host').focus(); scrollTo(0, 0); element.requirements = 'region in EEA'",
        )
        .await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
        assert_eq!(focused(page).await, ("host".to_owned(), 0.0), "what was used last has taken the focus");

        // Whoever is inside when something else opens is not left behind.
        page.focus(".opt input[value=P60D]").await;
        set(page, "element.view = 'questions'").await;
        page.until_focused("view-heading").await;
    })
    .await;
}
