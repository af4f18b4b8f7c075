//! What a visitor does with a mouse and a keyboard, and how much of it.

use super::{Page, page::FIND};
use serde_json::json;
use thirtyfour::prelude::*;

#[allow(dead_code, reason = "a toolbox: not every helper is in use at all times")]
impl Page {
    /// How many clicks and key presses there have been since the session began. Opening an address and going back are
    /// none, and neither is [`Page::focus`]: what it leaves out depends on where the focus was.
    pub fn actions(&self) -> u32 {
        self.actions.get()
    }

    fn count(&self, actions: usize) {
        self.actions.set(self.actions.get() + u32::try_from(actions).expect("few actions"));
    }

    /// Clicks the first match as soon as it can be clicked.
    pub async fn click(&self, css: &str) {
        self.wait(css, async || press(self.shadow(css).await).await).await;
        self.count(1);
    }

    /// Clicks the first match, whose text contains `text`, as soon as it can be clicked.
    pub async fn click_text(&self, css: &str, text: &str) {
        let script = format!("{FIND} return found.find((one) => one.innerText.includes(arguments[1]))");
        self.wait(&format!("{css} with the text “{text}”"), async || {
            let found = self.driver().execute(script.as_str(), vec![json!(css), json!(text)]).await;
            press(found.ok()?.element().ok()?).await
        })
        .await;
        self.count(1);
    }

    /// Types into the first match.
    pub async fn type_into(&self, css: &str, text: &str) {
        self.wait(css, async || self.shadow(css).await.send_keys(text).await.ok()).await;
        self.count(presses(&text.into()));
    }

    /// Types over what the first match holds.
    pub async fn type_over(&self, css: &str, text: &str) {
        self.focus(css).await;
        let keys = self.driver().action_chain().key_down(Key::Control).send_keys("a").key_up(Key::Control);
        keys.send_keys(text).perform().await.expect("keys that can be pressed");
        self.count(2 + presses(&text.into()));
    }

    /// Gives the first match a value at once, as a calendar does: every browser takes typed days in another way.
    pub async fn pick(&self, css: &str, value: &str) {
        let script = format!(
            "{FIND} found[0].value = arguments[1];
             found[0].dispatchEvent(new Event('change', {{ bubbles: true }})); return null"
        );
        self.shadow(css).await;
        self.eval_with::<()>(&script, vec![json!(css), json!(value)]).await;
        self.count(1);
    }

    /// Presses keys, with the focus where it is. [`Key`] names the special ones.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        let keys = keys.into();
        let count = presses(&keys);
        self.driver().action_chain().send_keys(keys).perform().await.expect("keys that can be pressed");
        self.count(count);
    }

    /// Puts the focus on the first match, as Tab would in the end.
    pub async fn focus(&self, css: &str) {
        self.shadow(css)
            .await
            .focus()
            .await
            .unwrap_or_else(|error| panic!("`{css}` takes no focus: {error}"));
    }
}

/// How many keys are pressed; `Key::Null` only lets others go.
fn presses(keys: &TypingData) -> usize {
    keys.as_vec().iter().filter(|key| **key != Key::Null.value()).count()
}

/// Clicks an element in the middle of the window, where nothing that sticks to an edge can cover it.
async fn press(element: WebElement) -> Option<()> {
    element.scroll_into_view().await.ok()?;
    element.click().await.ok()
}
