//! Makes the offline page out of the standalone page.

use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// How the standalone page loads the element.
const SCRIPT: &str = r#"<script type="module" src="vendor-compare.js"></script>"#;
/// What the policy follows: it must come before everything that it rules.
const CHARSET: &str = r#"<meta charset="utf-8">"#;

/// The standalone page with the script inside it and a policy that forbids all else: no request can
/// leave it, whatever the script does.
pub fn offline(index: &str, script: &str) -> Result<String> {
    // A browser reads every line end as a single one before it compares hashes.
    let index = index.replace("\r\n", "\n");
    let script = script.replace("\r\n", "\n");
    let script = script.trim_end();
    for end in ["</script", "<!--"] {
        if script.to_ascii_lowercase().contains(end) {
            bail!("the bundled script contains `{end}`, which would end or hide it inside the page");
        }
    }

    let mut page = without_requests(&index);
    let style = between(&page, "<style>", "</style>")
        .context("index.html must have one <style> element without attributes")?;
    let policy = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; connect-src 'none'; \
         form-action 'none'; base-uri 'none'\">",
        hash(script),
        hash(style),
    );
    page = replaced(&page, CHARSET, &format!("{CHARSET}\n{policy}"))?;
    replaced(&page, SCRIPT, &format!("<script type=\"module\">{script}</script>"))
}

/// The page without the `<link>` elements, each on a line of its own, that make the browser fetch.
fn without_requests(page: &str) -> String {
    let fetches = |line: &str| line.trim_start().starts_with("<link ");
    page.split_inclusive('\n').filter(|line| !fetches(line) && !line.trim().is_empty()).collect()
}

/// The page with the one place where `from` stands replaced.
fn replaced(page: &str, from: &str, to: &str) -> Result<String> {
    match page.matches(from).count() {
        1 => Ok(page.replacen(from, to, 1)),
        found => {
            bail!("index.html must contain `{from}` exactly once, but contains it {found} times")
        }
    }
}

/// The text between two tags that occur once.
fn between<'a>(page: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(open)?;
    let (text, after) = rest.split_once(close)?;
    (!after.contains(open)).then_some(text)
}

/// The SHA-256 that a policy names an inline script or style by.
fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = r#"<!doctype html>
<head>
<meta charset="utf-8">
<link rel="preload" href="app/x.wasm" as="fetch">
<style>
body { margin: 0 }
</style>

<script type="module" src="vendor-compare.js"></script>
</head>
<vendor-compare></vendor-compare>
"#;

    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        // The example of the specification: Content Security Policy Level 2, "Hash usage".
        assert_eq!(hash("alert('Hello, world.');"), "qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }

    #[test]
    fn the_offline_page_holds_the_script_and_fetches_nothing() {
        let page = offline(INDEX, "let a = 1;\n").expect("a page");
        assert!(page.contains("<script type=\"module\">let a = 1;</script>"), "{page}");
        assert!(!page.contains("src="), "{page}");
        assert!(!page.contains("href="), "{page}");
    }

    #[test]
    fn the_policy_comes_first_and_names_the_script_and_the_style() {
        let page = offline(INDEX, "let a = 1;").expect("a page");
        let policy = page.find("Content-Security-Policy").expect("a policy");
        assert!(policy < page.find("<style>").expect("a style"));
        assert!(policy < page.find("<script").expect("a script"));
        assert!(page.contains(&format!("script-src 'sha256-{}' 'wasm-unsafe-eval'", hash("let a = 1;"))));
        assert!(page.contains(&format!("style-src 'sha256-{}'", hash("\nbody { margin: 0 }\n"))));
        assert!(page.contains("default-src 'none'") && page.contains("connect-src 'none'"));
    }

    #[test]
    fn line_ends_of_another_system_do_not_change_the_hashes() {
        let same = offline(INDEX, "let a\n= 1;").expect("a page");
        let other = offline(&INDEX.replace('\n', "\r\n"), "let a\r\n= 1;\r\n").expect("a page");
        assert_eq!(same, other);
    }

    #[test]
    fn a_script_that_would_end_early_is_refused() {
        assert!(offline(INDEX, "let a = '</SCRIPT>'").is_err());
        assert!(offline(INDEX, "let a = '<!--'").is_err());
    }

    #[test]
    fn a_page_that_has_changed_beyond_recognition_is_refused() {
        let error = offline(&INDEX.replace("vendor-compare.js", "other.js"), "").expect_err("no page");
        assert!(error.to_string().contains("exactly once, but contains it 0 times"), "{error}");
    }
}
