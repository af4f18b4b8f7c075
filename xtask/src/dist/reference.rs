//! The tables of `docs/embedding.md`, made from the element's manifest.

use super::interface::{Interface, Member, Named};
use crate::project;
use anyhow::{Context, Result, bail};
use std::{fmt::Write, fs};

/// The guide that holds the tables.
pub const GUIDE: &str = "docs/embedding.md";
/// The tables stand between these two lines.
const BEGIN: &str = "<!-- reference: made by `cargo xtask docs` from static/custom-elements.json -->";
const END: &str = "<!-- end of the reference -->";

/// Writes the tables into the guide anew.
pub fn write() -> Result<()> {
    let (old, new) = guide()?;
    if old != new {
        fs::write(project::root().join(GUIDE), new).with_context(|| format!("{GUIDE} cannot be written"))?;
    }
    Ok(())
}

/// The guide as it is, and as it should be.
fn guide() -> Result<(String, String)> {
    let old =
        fs::read_to_string(project::root().join(GUIDE)).with_context(|| format!("{GUIDE} cannot be read"))?;
    let new = with_tables(&old, &tables(&Interface::read()?))?;
    Ok((old, new))
}

/// The text with everything between the two lines replaced.
fn with_tables(text: &str, tables: &str) -> Result<String> {
    let (Some((before, rest)), Some((_, after))) = (text.split_once(BEGIN), text.split_once(END)) else {
        bail!("{GUIDE} must contain the lines `{BEGIN}` and `{END}`");
    };
    if !rest.contains(END) {
        bail!("{GUIDE}: `{END}` must stand after `{BEGIN}`");
    }
    Ok(format!("{before}{BEGIN}\n\n{tables}\n{END}{after}"))
}

/// Everything that the manifest tells.
fn tables(interface: &Interface) -> String {
    let named = |one: &Named| [code(&one.name), default(one.default.as_deref()), one.description.clone()];
    let attributes = interface.attributes.iter().map(|one| {
        [
            code(&one.name),
            typed(one.kind.as_ref().map(|kind| kind.text.as_str())),
            default(one.default.as_deref()),
            one.description.clone(),
        ]
    });
    let fields = interface.fields().map(|field| {
        let readonly = if field.readonly { "yes" } else { "" };
        [code(&field.name), given_and_taken(field), readonly.into(), description(interface, field)]
    });
    let events = interface.events.iter().map(|event| {
        let cancelable = if event.cancelable { "yes" } else { "" };
        [
            code(&event.name),
            typed(Some(detail(&event.kind.text))),
            cancelable.into(),
            event.description.clone(),
        ]
    });
    [
        section("Attributes", &["Attribute", "Type", "Default", "What it does"], attributes),
        section("Properties", &["Property", "Type", "Read-only", "What it is"], fields),
        section(
            "Methods",
            &["Method", "What it does"],
            interface.methods().map(|one| [code(&one.signature()), one.description.clone()]),
        ),
        section("Events", &["Event", "`detail`", "Can be cancelled", "When"], events),
        section(
            "Slots",
            &["Slot", "What stands there"],
            interface.slots.iter().map(|one| {
                [
                    if one.name.is_empty() { "the one without a name".into() } else { code(&one.name) },
                    one.description.clone(),
                ]
            }),
        ),
        section(
            "Parts",
            &["`::part(…)`", "What it is"],
            interface.css_parts.iter().map(|one| [code(&one.name), one.description.clone()]),
        ),
        section(
            "Custom properties",
            &["Property", "Default", "What it is"],
            interface.css_properties.iter().map(named),
        ),
    ]
    .join("\n")
}

/// A property that stands for an attribute is described there.
fn description(interface: &Interface, field: &Member) -> String {
    match interface.attributes.iter().find(|attribute| attribute.description == field.description) {
        Some(attribute) => format!("As the attribute `{}`.", attribute.name),
        None => field.description.clone(),
    }
}

/// What is between the brackets of `CustomEvent<…>`.
fn detail(kind: &str) -> &str {
    kind.strip_prefix("CustomEvent<").and_then(|rest| rest.strip_suffix('>')).unwrap_or(kind)
}

fn section<const N: usize>(title: &str, head: &[&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut table = format!("### {title}\n\n| {} |\n|{}\n", head.join(" | "), " --- |".repeat(N));
    for row in rows {
        let cells = row.map(|cell| cell.replace('|', "\\|").replace('\n', " "));
        _ = writeln!(table, "| {} |", cells.join(" | "));
    }
    table
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

fn typed(text: Option<&str>) -> String {
    text.map_or(String::new(), code)
}

/// The type of a property; where it takes more than it gives, both.
fn given_and_taken(field: &Member) -> String {
    let given = typed(field.value.as_ref().map(|kind| kind.text.as_str()));
    match &field.takes {
        Some(taken) => format!("{given}; takes {}", code(&taken.text)),
        None => given,
    }
}

fn default(text: Option<&str>) -> String {
    typed(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_tells_what_the_manifest_tells() {
        let (old, new) = guide().expect("the guide");
        assert!(old == new, "{GUIDE} has drifted from the manifest: `cargo xtask docs` writes it anew");
    }

    #[test]
    fn what_is_between_the_lines_is_replaced_and_nothing_else() {
        let text = format!("a\n{BEGIN}\nold\n{END}\nb\n");
        assert_eq!(with_tables(&text, "new").expect("a text"), format!("a\n{BEGIN}\n\nnew\n{END}\nb\n"));
        assert!(with_tables("a", "new").is_err());
        assert!(with_tables(&format!("{END}\n{BEGIN}"), "new").is_err());
    }

    #[test]
    fn a_bar_in_a_type_does_not_end_its_cell() {
        let table = section("T", &["A"], [["`x | y`".to_owned()]].into_iter());
        assert!(table.ends_with("| `x \\| y` |\n"), "{table}");
    }
}
