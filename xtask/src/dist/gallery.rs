//! The gallery: examples of embedding, each as it is shown and as code to copy.

use crate::{process::capture, project};
use anyhow::{Context, Result, bail};
use std::fs;

/// Where the page and its examples are written.
const SOURCE: &str = "static/gallery";
/// The examples in their order, each a file of that folder.
const EXAMPLES: [&str; 7] = ["tag", "column", "locked", "theme", "events", "catalogue", "frame"];
/// Where they stand in the page, and where what leads to them.
const PLACES: [&str; 2] = ["<!-- links -->", "<!-- examples -->"];

/// A way of embedding.
struct Example<'a> {
    id: &'a str,
    title: &'a str,
    /// One or two sentences.
    told: &'a str,
    code: &'a str,
}

/// Writes the page into dist/, with the catalogue that one of the examples loads.
pub fn make() -> Result<()> {
    let read = |name: &str| {
        let file = format!("{SOURCE}/{name}.html");
        fs::read_to_string(project::root().join(&file)).with_context(|| format!("{file} cannot be read"))
    };
    let texts = EXAMPLES.map(|id| read(id).map(|text| (id, text)));
    let texts: Vec<(&str, String)> = texts.into_iter().collect::<Result<_>>()?;
    let examples: Vec<Example> =
        texts.iter().map(|(id, text)| Example::read(id, text)).collect::<Result<_>>()?;
    let page = page(&read("gallery")?, &examples)?;
    let dist = project::dist();
    fs::write(dist.join("gallery.html"), page).context("dist/gallery.html cannot be written")?;
    let catalogue = capture(&mut project::catalogue("export"))?;
    fs::create_dir_all(dist.join("gallery")).context("dist/gallery cannot be made")?;
    fs::write(dist.join("gallery/catalogue.json"), catalogue).context("the catalogue cannot be written")
}

fn page(page: &str, examples: &[Example]) -> Result<String> {
    if let Some(missing) = PLACES.into_iter().find(|place| page.matches(place).count() != 1) {
        bail!("{SOURCE}/gallery.html must contain `{missing}` once");
    }
    let links: String = examples.iter().map(Example::link).collect();
    let sections: String = examples.iter().map(Example::section).collect();
    Ok(page.replace(PLACES[0], &links).replace(PLACES[1], &sections))
}

impl<'a> Example<'a> {
    /// The first line of a file says what it shows: `<!-- title: told -->`.
    fn read(id: &'a str, text: &'a str) -> Result<Self> {
        let read = || {
            let (first, code) = text.split_once('\n')?;
            let (title, told) = first.strip_prefix("<!-- ")?.strip_suffix(" -->")?.split_once(": ")?;
            Some(Self { id, title, told, code: code.trim_end() })
        };
        read().with_context(|| format!("{SOURCE}/{id}.html must begin with `<!-- title: what it shows -->`"))
    }

    fn link(&self) -> String {
        format!("    <li><a href=\"#{}\">{}</a></li>\n", self.id, escaped(self.title))
    }

    fn section(&self) -> String {
        let Self { id, title, told, code } = self;
        format!(
            "<section class=\"example\" id=\"{id}\" aria-labelledby=\"{id}-title\">\n<div class=\"about\">\n\
             <h2 id=\"{id}-title\">{}</h2>\n<p class=\"told\">{}</p>\n<div class=\"code\">\
             <button class=\"copy\" type=\"button\">Copy</button><pre tabindex=\"0\" role=\"region\" \
             aria-label=\"Code of {}\"><code>{}</code></pre></div>\n</div>\n\
             <div class=\"live\" tabindex=\"0\" role=\"region\" aria-label=\"{} as it is shown\">\n{code}\n</div>\n</section>\n",
            escaped(title),
            with_code(&escaped(told)),
            escaped(title),
            escaped(code),
            escaped(title),
        )
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What stands between backticks as code.
fn with_code(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts.map(|(n, part)| if n % 2 == 1 { format!("<code>{part}</code>") } else { part.to_owned() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_is_shown_and_its_code_can_be_copied() {
        let example = Example::read("tag", "<!-- One tag: As `a` < b. -->\n<p id=\"x\">&amp;</p>\n")
            .expect("an example");
        let page = page("<!-- links -->|<!-- examples -->", &[example]).expect("a page");
        assert!(page.contains("<a href=\"#tag\">One tag</a>"), "{page}");
        assert!(page.contains("As <code>a</code> &lt; b."), "{page}");
        assert!(page.contains("<code>&lt;p id=&quot;x&quot;&gt;&amp;amp;&lt;/p&gt;</code>"), "{page}");
        assert!(page.contains("\n<p id=\"x\">&amp;</p>\n"), "{page}");
    }

    #[test]
    fn a_page_or_an_example_without_its_marks_is_refused() {
        assert!(page("<!-- links -->", &[]).is_err());
        assert!(Example::read("tag", "<p>\n").is_err());
    }
}
