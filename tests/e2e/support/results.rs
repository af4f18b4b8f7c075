//! What the page answers: the three groups of vendors, and why.

use super::Page;

/// The vendors in the groups "meets", "cannot tell" and "does not meet", in the order of the page.
pub type Groups<'a> = [&'a [&'a str]; 3];

impl Page {
    async fn groups(&self) -> Vec<Vec<String>> {
        self.eval(
            "const root = document.querySelector('vendor-compare')?.shadowRoot;
             return ['meets', 'open', 'fails'].map((group) =>
                 [...root?.querySelectorAll(`section[aria-labelledby=group-${group}] .card`) ?? []]
                     .map((card) => card.dataset.vendor));",
        )
        .await
    }

    /// Fails unless the groups are these, at the latest after a few seconds.
    pub async fn expect_groups(&self, expected: Groups<'_>) {
        self.until_is("meets, cannot tell, does not meet", expected, async || self.groups().await).await;
    }

    /// The sentence that decides a requirement at a vendor, as its card says it.
    pub async fn reason(&self, vendor: &str, requirement: &str) -> String {
        let css = format!(".card[data-vendor={vendor}] [data-requirement='{requirement}'] b");
        // A card far from the window is not drawn, and Firefox gives no text of what is not drawn.
        self.wait(&css, async || {
            self.shadow(&css).await.scroll_into_view().await.ok()?;
            Some(self.text(&css).await).filter(|text| !text.is_empty())
        })
        .await
    }

    /// The two numbers beside an option: how many would meet, how many could not be told.
    pub async fn counts(&self, option: &str) -> Vec<String> {
        self.texts(&format!(".opt:has(input[value='{option}']) [aria-hidden]")).await
    }
}
