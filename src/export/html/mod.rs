//! A decision record as a page of its own: printable on A4, without a request to anywhere, without a program in it. The
//! record's file stands inside as data, so the page can be opened again. And [`comparison`], a table for other pages.

pub mod comparison;
pub mod escape;
mod parts;

use crate::{
    catalogue::words::date,
    project::{
        decision::Record,
        file::{DATA, record_text},
    },
};
use escape::{data, element, text};

const STYLE: &str = include_str!("record.css");

/// What the page may do: show itself.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The whole page.
pub fn record(record: &Record) -> String {
    let passages = record.passages();
    let parts = [
        element("h1", "", &text(&record.title)),
        head(record),
        section("1. What was required", &parts::required(record)),
        section("2. Outcome", &parts::outcome(record)),
        section("3. Why, vendor by vendor", &parts::vendors(record, &passages)),
        section("4. Questions that stay open", &parts::questions(record)),
        section("5. Evidence", &parts::evidence(&passages)),
        section("6. How to get the same outcome again", &again(record)),
        element("div", "sign", "<p>Decided by, date</p><p>Checked by, date</p>"),
    ];
    let title = text(&record.title);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{}\n</main>\n{}\n{}{}\n</body>\n</html>\n",
        parts.join("\n"),
        DATA.0,
        data(&record_text(record)),
        DATA.1,
    )
}

fn section(title: &str, inside: &str) -> String {
    format!("<section>\n{}\n{inside}\n</section>", element("h2", "", title))
}

fn head(record: &Record) -> String {
    let fact = |name: &str, value: String| format!("<dt>{name}</dt><dd>{value}</dd>");
    let mut facts = Vec::new();
    facts.extend(record.author.as_ref().map(|author| fact("Made by", text(author))));
    let catalogue = &record.catalogue;
    let digest = element("code", "", &text(&catalogue.sha256));
    facts.extend([
        fact("Made on", date(record.made)),
        fact("Judged as of", date(record.as_of)),
        fact("Catalogue", format!("{}, SHA-256 {digest}", text(&catalogue.version))),
        fact("Outcome", record.outcome_in_words()),
    ]);
    element("dl", "", &facts.concat())
}

fn again(record: &Record) -> String {
    let how = format!(
        "Open this file where you compare vendors: it restores everything, and tells what has changed since. Or set the \
         date to {} and paste:",
        date(record.as_of)
    );
    let pasted = element("code", "", &text(&record.requirements_text()));
    format!("{}{}", element("p", "", &how), element("p", "", &pasted))
}
