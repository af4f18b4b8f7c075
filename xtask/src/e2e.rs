//! The end-to-end tests: which of them, in which browsers.

use crate::{
    browser::Browsers,
    hosts, npm, office,
    process::{cargo, run},
    project,
};
use anyhow::{Context, Result};

/// The end-to-end tests on what is in dist/: `--browser NAME`, and parts of the names of some of them.
pub fn asked(arguments: &[String]) -> Result<()> {
    let (browser, filter) = browser_and_filter(arguments)?;
    run_in(browser, &filter)
}

/// The browser that the arguments name, where they name one of them, and the other arguments.
pub fn browser_and_filter(arguments: &[String]) -> Result<(Option<&str>, Vec<&str>)> {
    let (mut browser, mut filter) = (None, Vec::new());
    let mut rest = arguments.iter().map(String::as_str);
    while let Some(argument) = rest.next() {
        if argument == "--browser" {
            browser =
                Some(rest.next().context("`--browser` needs a name: chromium, firefox, webkit or all")?);
        } else if let Some(name) = argument.strip_prefix("--browser=") {
            browser = Some(name);
        } else {
            filter.push(argument);
        }
    }
    Ok((browser.filter(|name| *name != "all"), filter))
}

/// In one of the browsers, or in all of them side by side; only those whose name contains one of the filters. Those on
/// host pages need more than a build: `cargo xtask hosts`.
pub fn run_in(browser: Option<&str>, filter: &[&str]) -> Result<()> {
    run_with(browser, filter, &["--skip=hosts::"])
}

/// The same with more arguments for the test program.
pub fn run_with(browser: Option<&str>, filter: &[&str], more: &[&str]) -> Result<()> {
    let browsers = Browsers::ensure(browser)?;
    let mut test = cargo();
    test.args(["test", "--test", "e2e", "--"]).args(browsers.others_skipped()).args(more).args(filter);
    test.env("VC_HOSTS", hosts::site());
    test.env("VC_DIST", project::dist()).env("VC_AXE", npm::axe()?).env("SOFFICE", office::ensure()?);
    run(&mut browsers.around(test))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_browser_or_all_and_the_rest_names_scenarios() {
        let read = |arguments: &[&str]| {
            let owned: Vec<String> = arguments.iter().map(ToString::to_string).collect();
            browser_and_filter(&owned)
                .map(|(browser, filter)| (browser.map(str::to_owned), filter.join(" ")))
                .map_err(|error| error.to_string())
        };
        assert_eq!(read(&[]), Ok((None, String::new())));
        assert_eq!(read(&["--browser", "all", "keyboard"]), Ok((None, "keyboard".to_owned())));
        assert_eq!(read(&["focus", "--browser=webkit"]), Ok((Some("webkit".to_owned()), "focus".to_owned())));
        assert!(read(&["--browser"]).is_err_and(|error| error.contains("needs a name")));
    }
}
