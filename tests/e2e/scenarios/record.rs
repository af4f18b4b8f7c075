//! Questions, answers, notes and the decision record: what is entered counts, stays, and can be carried away.

use crate::support::{Browser, in_browsers, scenario};

const ASKED: &str = "/?require=region+in+EEA;+ret-backup+%3C%3D+P90D";

in_browsers!(an_answer_counts_and_can_be_taken_back: chromium, firefox);
async fn an_answer_counts_and_can_be_taken_back(browser: Browser) {
    scenario("record-answer", browser, async |page| {
        page.open(&format!("{ASKED}&view=questions")).await;
        let question = "[data-vendor=moodtalk] [data-row=ret-backup]";
        page.click(&format!("{question} .btn--s")).await;
        // What is missing is told, and nothing entered is lost.
        page.type_into("#answer-value", "30").await;
        page.click(".answer .btn--main").await;
        assert!(page.text("#answer-problem").await.contains("in a sentence"));
        page.type_into("#answer-statement", "Backups are deleted after 30 days.").await;
        page.type_into("#answer-by", "Jane Doe").await;
        page.pick("#answer-date", "2026-11-20").await;
        page.click(".answer .btn--main").await;
        assert!(page.text(".answers").await.contains("Jane Doe, 20 November 2026. Yours"));
        assert!(page.texts(question).await.is_empty(), "the question is still asked");

        page.click(".answers .btn--s").await;
        page.text(question).await;
    })
    .await;
}

in_browsers!(questions_are_edited_and_sent: chromium, firefox);
async fn questions_are_edited_and_sent(browser: Browser) {
    scenario("record-questions", browser, async |page| {
        page.open(&format!("{ASKED}&view=questions")).await;
        let field = "#ask-witivio-region-secondary";
        page.type_over(field, "In welchem Land ist der zweite Ort?").await;
        page.text("[data-vendor=witivio] .link").await;
        let letter = page.attr("[data-vendor=witivio] a", "href").await.expect("a link");
        assert!(letter.starts_with("mailto:?subject="), "{letter}");
        assert!(letter.contains("In%20welchem%20Land%20ist%20der%20zweite%20Ort%3F"), "{letter}");
        for (button, name) in [("Markdown", "questions.md"), ("plain text", "questions.txt"), ("(CSV)", "questions.csv")]
        {
            page.click_text(".questions .btns button", button).await;
            let saved = page.saved(name).await;
            assert!(saved.contains("In welchem Land ist der zweite Ort?"), "{name}: {saved}");
            for vendor in ["Avid", "Moodtalk", "Witivio"] {
                assert!(saved.contains(vendor), "{name} asks {vendor} nothing");
            }
        }
        page.click_text("[data-vendor=witivio] .link", "Back to the original wording").await;
        page.until(&format!(
            "document.querySelector('vendor-compare').shadowRoot.querySelector('{field}').value !== 'In welchem Land ist der zweite Ort?'"
        ))
        .await;
    })
    .await;
}

in_browsers!(notes_are_kept_and_stand_on_the_record: chromium, firefox);
async fn notes_are_kept_and_stand_on_the_record(browser: Browser) {
    scenario("record-notes", browser, async |page| {
        page.open(&format!("{ASKED}&view=record")).await;
        assert!(page.text(".record__facts").await.contains("1 meets, 2 cannot be told, 1 does not meet"));
        page.type_into("#note-wflow", "Preferred so far.").await;
        page.type_into("#record-title", "Messaging, round two").await;

        page.open(&format!("{ASKED}&view=record")).await;
        page.until(
            "document.querySelector('vendor-compare').shadowRoot.querySelector('#note-wflow')?.value === 'Preferred so far.'",
        )
        .await;
        assert!(page.text(".chapter ol").await.contains("region in EEA"));
    })
    .await;
}
