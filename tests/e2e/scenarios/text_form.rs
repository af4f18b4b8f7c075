//! The requirements as text: what is wrong is told with its place and the remedy, and changes nothing.

use crate::support::{Browser, Groups, in_browsers, scenario};

in_browsers!(requirements_as_text: chromium, firefox);
async fn requirements_as_text(browser: Browser) {
    scenario("text-form", browser, async |page| {
        page.open("/?require=region+in+EEA").await;
        let before: Groups = [&["wflow"], &["avid", "witivio"], &["moodtalk"]];
        page.expect_groups(before).await;
        page.click(".astext summary").await;

        // No beginning of this text is right, so nothing changes on the way.
        page.type_over("#as-text", "region in Swizerland; ret-backup <= 60").await;
        page.text(".wrong li").await;
        let wrong = page.texts(".wrong li").await;
        assert_eq!(wrong.len(), 2, "{wrong:?}");
        assert!(
            wrong[0].starts_with("At character 11: \"Swizerland\"") && wrong[0].contains("\"CH\""),
            "{wrong:?}"
        );
        assert!(
            wrong[1].starts_with("At character 37: \"60\"") && wrong[1].contains("\"P60D\""),
            "{wrong:?}"
        );
        assert_eq!(page.attr("#as-text", "aria-invalid").await.as_deref(), Some("true"));
        assert!(page.text("#as-text-note").await.contains("The results stay as they were"));
        page.expect_groups(before).await;
        assert!(page.address().await.ends_with("?require=region+in+EEA"), "the link has changed");

        page.type_over("#as-text", "region in CH; ret-backup <= P60D").await;
        page.gone(".wrong").await;
        assert!(page.text("#as-text-note").await.starts_with("2 requirements understood."));
        page.expect_groups([&[], &["avid", "moodtalk"], &["wflow", "witivio"]]).await;

        page.click_text("button", "Reset everything").await;
        page.gone(".outcome").await;
        page.until_focused("view-heading").await;
        assert!(page.texts(".sentence").await.is_empty());
        let text: String = page
            .eval(
                "return document.querySelector('vendor-compare').shadowRoot.querySelector('#as-text').value",
            )
            .await;
        assert_eq!(text, "");
        assert!(!page.address().await.contains('?'), "the address still holds something");
    })
    .await;
}
