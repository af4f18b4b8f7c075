//! The page of one provider: the chain of providers behind it, its evidence, and what is not stated.

use crate::support::{Browser, in_browsers, scenario};
use thirtyfour::Key;

in_browsers!(a_vendor_and_the_providers_behind_it: chromium, firefox, webkit);
async fn a_vendor_and_the_providers_behind_it(browser: Browser) {
    scenario("profile", browser, async |page| {
        page.open("/?require=upstream+has+auth0").await;
        page.expect_groups([&["avid"], &["moodtalk", "wflow", "witivio"], &[]]).await;

        page.focus(".card[data-vendor=avid] .card__top .link").await;
        page.press(Key::Enter).await;
        page.until_whole().await;
        page.until_focused("view-heading").await;
        assert_eq!(page.text("#view-heading").await, "Avid");
        assert!(page.address().await.contains("profile=avid"));

        // Role and place of each provider; that no place is named is said in words.
        let auth0 = page.text(".chain [data-provider=auth0]").await;
        for words in ["Auth0", "Sign-in, permissions and roles of end users", "Exists, place not named"] {
            assert!(auth0.contains(words), "{auth0}");
        }
        assert_eq!(page.texts(".chain tbody tr").await.len(), 8);

        // The evidence of the chain, and back to its mark.
        page.click("#evidence-of-avid-upstream").await;
        page.until_focused("evidence-heading").await;
        assert!(page.text(".evidence").await.contains("Core components"));
        page.click(".evidence [aria-label^=Close]").await;
        page.until_focused("evidence-of-avid-upstream").await;

        // Silence is words, and not the words of a no.
        let certificates = page.text("[data-section=certificates]").await;
        assert!(certificates.contains("Not stated: Certificates the vendor holds"), "{certificates}");

        // A provider behind a vendor has a page of its own, by what the vendor says of it.
        page.focus(".chain [data-provider=auth0] .link").await;
        page.press(Key::Enter).await;
        page.until_focused("view-heading").await;
        assert_eq!(page.text("#view-heading").await, "Auth0");
        page.click("#evidence-of-auth0-login").await;
        let evidence = page.text(".evidence").await;
        assert!(evidence.contains("Said by") && evidence.contains("Avid"), "{evidence}");

        page.click_text("button", "Back to the results").await;
        page.until_focused("view-heading").await;
        page.expect_groups([&["avid"], &["moodtalk", "wflow", "witivio"], &[]]).await;
        assert!(!page.address().await.contains("profile="));

        // All readings of a conflict stand side by side.
        page.open("/?profile=witivio&evidence=witivio:support-hours").await;
        let hours = page.text("[data-row=support-hours]").await;
        assert!(hours.contains("14:00–18:00") && hours.contains("14:00–17:00"), "{hours}");
        assert!(page.text(".evidence").await.contains("Business continuity and disaster recovery"));
    })
    .await;
}
