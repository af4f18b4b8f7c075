//! A fault of the program while it runs.

use crate::support::{Browser, in_browsers, scenario};

in_browsers!(a_panic_leaves_words: chromium, firefox);
async fn a_panic_leaves_words(browser: Browser) {
    scenario("fault", browser, async |page| {
        page.open("/?require=region+in+EEA").await;
        page.text(".outcome").await;
        // From now on the browser refuses to put anything into the page, which Yew cannot bear.
        page.eval::<()>(
            "Node.prototype.insertBefore = Node.prototype.appendChild = () => { throw new Error('refused') };
             return null",
        )
        .await;
        page.click(".opt input[value=P60D]").await;
        let words = page.text("[role=alert].stopped").await;
        for said in ["has stopped", "fault in the program", "Nothing was sent", "Reload the page"] {
            assert!(words.contains(said), "{words}");
        }
        assert!(page.displayed("[role=alert].stopped[lang=en][dir=ltr]").await);
        assert!(page.texts(".card").await.is_empty(), "half a page is left beside the words");
        page.until_error("failed to insert node").await;
        page.expects_errors(&["unreachable"]);

        page.reload().await;
        page.expect_groups([&["wflow"], &["avid", "witivio"], &["moodtalk"]]).await;
    })
    .await;
}
