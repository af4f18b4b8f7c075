//! The gallery: every example is shown as its code says, and the code can be copied.

use crate::support::{Browser, in_browsers, scenario};

in_browsers!(every_example_is_shown_beside_its_code: chromium);
async fn every_example_is_shown_beside_its_code(browser: Browser) {
    scenario("gallery", browser, async |page| {
        page.open("/gallery.html").await;
        page.until(
            "document.querySelectorAll('.example').length === 7 && [...document.querySelectorAll('vendor-compare')]
                 .every((one) => one.shadowRoot?.querySelector('h1'))",
        )
        .await;
        page.until("document.querySelector('#shortlist').textContent === 'wflow'").await;
        page.until("document.querySelector('iframe').offsetHeight > 700").await;
        let apart: Vec<String> = page
            .eval(
                "return [...document.querySelectorAll('.example')].filter((example) => {
                     const code = document.createElement('template');
                     code.innerHTML = example.querySelector('pre code').textContent;
                     const tags = (root) => [...root.querySelectorAll('*')].map(({ localName }) => localName).join();
                     return tags(code.content) !== tags(example.querySelector('.live'));
                 }).map(({ id }) => id);",
            )
            .await;
        assert_eq!(apart, [""; 0], "these examples are not what their code says");

        page.eval::<()>("document.querySelector('.copy').click(); return null").await;
        page.until("document.querySelector('.copy').textContent !== 'Copy'").await;

        // By WCAG alone: that landmarks of several elements have one name is in the nature of such a page.
        let rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
        assert_eq!(page.barriers(&rules).await, [""; 0]);
        for width in [1280, 768, 375] {
            page.resize(width, 900).await;
            page.shot(&format!("gallery-{width}")).await;
            let sideways: bool = page.eval("return document.documentElement.scrollWidth > innerWidth").await;
            assert!(!sideways, "at {width} pixels the page goes sideways");
            // What is hidden in an element stays in the box that the page scrolls it in.
            let below: f64 = page
                .eval("return document.documentElement.scrollHeight - document.body.getBoundingClientRect().bottom - scrollY")
                .await;
            assert!(below < 2.0, "at {width} pixels there are {below} empty ones below the page");
        }
    })
    .await;
}
