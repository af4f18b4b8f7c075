//! The page of an offline file, with its policy: the script and the style by their hashes, and nothing else.

use anyhow::{Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::part::Part;

/// What the page is made of; `{…}` are the places that are filled here.
const PAGE: &str = include_str!("../../../static/offline/page.html");
const STYLE: &str = include_str!("../../../static/offline/page.css");

/// Everything that a policy of a page can forbid. What `default-src` rules is named where a reader would look for it.
const FORBIDDEN: &str = "default-src 'none'; connect-src 'none'; img-src 'none'; frame-src 'none'; worker-src 'none'; \
     object-src 'none'; form-action 'none'; base-uri 'none'";

/// The page with the script and the parts inside. It shows the catalogue in the program, or that of the file.
///
/// # Errors
/// If the script would end early.
pub fn page(script: &str, parts: &[Part], reads_catalogues: bool) -> Result<String> {
    // A browser reads every line end as a single one before it compares hashes.
    let script = script.replace("\r\n", "\n");
    let script = script.trim_end();
    for end in ["</script", "<!--"] {
        if script.to_ascii_lowercase().contains(end) {
            bail!("the bundled script contains `{end}`, which would end or hide it inside the page");
        }
    }
    let style = STYLE.replace("\r\n", "\n");
    let policy = format!(
        "script-src 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; {FORBIDDEN}",
        hash(script),
        hash(&style)
    );
    let script = format!("<script type=\"module\" {}>{script}</script>", mark("script", script.as_bytes()));
    let style = format!("<style {}>{style}</style>", mark("style", style.as_bytes()));
    let parts: String = parts
        .iter()
        .map(|part| {
            let (mark, letters) = (mark(part.name, &part.bytes), part.letters());
            format!("<script type=\"application/gzip\" {mark}>{letters}</script>\n")
        })
        .collect();
    let src = if reads_catalogues { " src=\"#catalogue\"" } else { "" };
    let version = env!("CARGO_PKG_VERSION");
    let places = [("policy", &*policy), ("version", version), ("style", &style), ("script", &script)];
    let page = PAGE.replace("\r\n", "\n");
    let page = places.iter().fold(page, |page, (place, text)| page.replace(&format!("{{{place}}}"), text));
    // The parts come last: what they say is not searched for places.
    Ok(page.replace("{src}", src).replace("{parts}\n", &parts))
}

/// By what the file finds a part and verifies it.
fn mark(name: &str, bytes: &[u8]) -> String {
    let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("id=\"vc-{name}\" data-sha256=\"{digest}\"")
}

/// The SHA-256 that a policy names an inline script or style by.
fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(script: &str) -> String {
        let part = Part::packed("program", b"bytes".to_vec()).expect("a part");
        page(script, &[part], false).expect("a page")
    }

    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        // The example of the specification: Content Security Policy Level 2, "Hash usage".
        assert_eq!(hash("alert('Hello, world.');"), "qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }

    #[test]
    fn the_page_holds_the_script_and_the_parts_and_fetches_nothing() {
        let page = made("let a = 1;\n");
        assert!(page.contains(">let a = 1;</script>"), "{page}");
        assert!(
            page.contains("<script type=\"application/gzip\" id=\"vc-program\" data-sha256=\""),
            "{page}"
        );
        for sign in ["src=", "href=", "{"] {
            let outside = page.replace(STYLE, "");
            assert!(!outside.contains(sign), "{sign}: {outside}");
        }
    }

    #[test]
    fn the_policy_comes_first_and_names_the_script_and_the_style() {
        let page = made("let a = 1;");
        let policy = page.find("Content-Security-Policy").expect("a policy");
        assert!(policy < page.find("<style").expect("a style"));
        assert!(policy < page.find("<script").expect("a script"));
        assert!(page.contains(&format!("script-src 'sha256-{}' 'wasm-unsafe-eval'", hash("let a = 1;"))));
        assert!(page.contains(&format!("style-src 'sha256-{}'", hash(STYLE))));
        assert!(page.contains("default-src 'none'") && page.contains("connect-src 'none'"));
    }

    #[test]
    fn line_ends_of_another_system_do_not_change_the_hashes() {
        assert_eq!(made("let a\n= 1;"), made("let a\r\n= 1;\r\n"));
    }

    #[test]
    fn a_script_that_would_end_early_is_refused() {
        assert!(page("let a = '</SCRIPT>'", &[], false).is_err());
        assert!(page("let a = '<!--'", &[], false).is_err());
    }
}
