//! Barriers that a program can find, in every main state and every theme; and nothing scrolls sideways when narrow.

use crate::support::{Browser, Page, in_browsers, scenario};

/// What a state is called, the link to it, and the script that brings it about from there.
const STATES: [(&str, &str, &str); 13] = [
    ("nothing required", "/", ""),
    (
        "the main question, vendors chosen",
        "/?require=region+in+EEA;+cert@host+has+iso-27001&compare=wflow,avid",
        "",
    ),
    ("evidence in a card", "/?require=ret-backup+%3C%3D+P60D&evidence=wflow:ret-backup", ""),
    (
        "four vendors side by side",
        "/?compare=wflow,witivio,moodtalk,avid&view=compare&evidence=moodtalk:region-ai",
        "",
    ),
    (
        "held against a reference, rows left out, all sections open",
        "/?compare=wflow,witivio,moodtalk&rows=differences&reference=witivio&view=compare\
         &require=ret-backup+%3C%3D+P30D",
        "root.querySelector('.comparetools .link').click();",
    ),
    ("questions", "/?require=region+in+EEA&view=questions", ""),
    ("a record", "/?require=region+in+EEA&view=record", ""),
    ("a profile", "/?profile=witivio&evidence=witivio:upstream", ""),
    (
        "in German",
        "/?lang=de&require=region+in+EEA;+cert@host+has+iso-27001;+ret-personal+%3C%3D+P30D&compare=wflow,avid",
        "root.querySelector('.facets-toggle').click();",
    ),
    ("in French", "/?lang=fr&require=region+in+EEA;+ret-backup+%3C%3D+P30D&compare=wflow,avid", ""),
    ("vendors side by side in German", "/?lang=de&compare=wflow,witivio,avid&view=compare", ""),
    ("a bad link", "/?require=region+in+Irland&compare=wflw", ""),
    (
        "a wrong text, the form open",
        "/?require=region+in+EEA",
        "root.querySelector('.astext').open = true;
         root.querySelector('#as-text').value = 'region in EAA';
         root.querySelector('#as-text').dispatchEvent(new Event('input', { bubbles: true }));
         root.querySelector('.facets-toggle').click();",
    ),
];

/// The other themes: their names, the `color-scheme` of the page around them, and what is asked of their colours.
const THEMES: [(&str, &str, &str); 3] = [
    ("dark", "", "color-contrast"),
    ("contrast", "light", "color-contrast-enhanced"),
    ("contrast", "dark", "color-contrast-enhanced"),
];

in_browsers!(no_barriers_on_a_wide_screen: chromium, firefox);
async fn no_barriers_on_a_wide_screen(browser: Browser) {
    scenario("accessible-wide", browser, async |page| no_barriers(page).await).await;
}

in_browsers!(no_barriers_and_nothing_sideways_on_a_narrow_screen: chromium, firefox);
async fn no_barriers_and_nothing_sideways_on_a_narrow_screen(browser: Browser) {
    scenario("accessible-narrow", browser, async |page| {
        page.resize(320, 640).await;
        no_barriers(page).await;
    })
    .await;
}

async fn no_barriers(page: &Page) {
    let mut found = Vec::new();
    for (state, link, script) in STATES {
        page.open(link).await;
        page.until_whole().await;
        page.eval::<()>(&format!(
            "const host = document.querySelector('vendor-compare');
             const root = host.shadowRoot;
             host.setAttribute('theme', 'light');
             {script}
             return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))"
        ))
        .await;
        // Everything in the light theme; the others differ in their colours.
        let mut barriers = vec![("light", page.barriers(&[]).await)];
        for (theme, scheme, rule) in THEMES {
            page.eval::<()>(&format!(
                "const host = document.querySelector('vendor-compare');
                 host.style.colorScheme = '{scheme}';
                 host.setAttribute('theme', '{theme}');
                 return null"
            ))
            .await;
            if theme == "contrast" {
                page.until(
                    "document.querySelector('vendor-compare').shadowRoot.adoptedStyleSheets.length > 1",
                )
                .await;
            }
            barriers.push((theme, page.barriers(&[rule]).await));
        }
        for (theme, barriers) in barriers {
            found.extend(barriers.iter().map(|barrier| format!("{state}, {theme}: {barrier}")));
        }
        let sideways: i32 = page
            .eval("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            .await;
        if sideways > 0 {
            found.push(format!("{state}: {sideways} pixels wider than the screen"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
