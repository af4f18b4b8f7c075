//! What plug-ins of content management systems make of a page: scripts are moved to its end, get query strings and `defer`,
//! and are combined into one file.

use anyhow::{Context, Result, bail};
use std::{fmt::Write, fs, path::Path};

/// The file that the classic scripts of a page become.
const COMBINED: &str = "combined.js";
/// What is put after the address of a script.
const VERSION: &str = "?ver=6.8.1";

/// Rewrites `index.html` of a folder. Classic scripts must lie in the folder's parents or beside the page.
pub fn page(folder: &Path) -> Result<()> {
    let file = folder.join("index.html");
    let html = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    let (rest, scripts) = without_scripts(&html)?;
    let mut combined = String::new();
    let mut footer = String::new();
    for Script { src, is_module } in scripts {
        if is_module {
            _ = writeln!(footer, "<script type='module' defer='defer' src='{src}{VERSION}'></script>");
        } else {
            let text =
                fs::read_to_string(folder.join(src)).with_context(|| format!("{src} cannot be read"))?;
            _ = writeln!(combined, ";/* {src} */\n{text}");
        }
    }
    fs::write(folder.join(COMBINED), combined).context("the combined script cannot be written")?;
    _ = write!(footer, "<script defer='defer' src='{COMBINED}{VERSION}'></script>\n</body>");
    fs::write(&file, rest.replacen("</body>", &footer, 1)).context("the page cannot be written")
}

#[derive(Debug, PartialEq)]
struct Script<'a> {
    src: &'a str,
    is_module: bool,
}

/// The page without its scripts, and these. Each must have a `src`.
fn without_scripts(html: &str) -> Result<(String, Vec<Script<'_>>)> {
    let (mut rest, mut scripts) = (String::new(), Vec::new());
    let mut left = html;
    while let Some((before, tag)) = left.split_once("<script") {
        let Some((script, after)) = tag.split_once("</script>") else { bail!("a script does not end") };
        let src = script.split_once("src=\"").and_then(|(_, src)| src.split_once('"'));
        let (src, _) = src.context("a script without `src` cannot be moved")?;
        scripts.push(Script { src, is_module: script.contains("type=\"module\"") });
        rest.push_str(before);
        left = after;
    }
    Ok((rest + left, scripts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_taken_out_in_their_order() {
        let html = "<head><script type=\"module\" src=\"a.js\"></script></head><p><script src=\"b.js\"></script></p>";
        let (rest, scripts) = without_scripts(html).expect("a page");
        assert_eq!(rest, "<head></head><p></p>");
        assert_eq!(
            scripts,
            [Script { src: "a.js", is_module: true }, Script { src: "b.js", is_module: false }]
        );
        assert!(without_scripts("<script>1</script>").is_err());
    }
}
