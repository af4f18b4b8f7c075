//! What is known, as JSON.

use crate::{
    catalogue::Catalogue,
    engine::options::Options,
    export::text::{list, object, quoted},
    requirement::Requirement,
};

pub fn rows(catalogue: &Catalogue) -> String {
    let mut rows = Vec::new();
    for section in &catalogue.sections {
        for row in &section.rows {
            rows.push(object(&[
                ("id", quoted(row.id.as_str())),
                ("section", quoted(section.id.as_str())),
                ("name", quoted(&row.name)),
                ("type", quoted(row.kind.id())),
            ]));
        }
    }
    list(&rows)
}

/// The options of a row: what each requires, and its value.
pub fn options(options: &Options) -> String {
    let option = |requirement: &Requirement| {
        let value = requirement.test.to_string();
        let value = value.split_once(' ').map_or(&*value, |(_, value)| value);
        object(&[("requirement", quoted(&requirement.to_string())), ("value", quoted(value))])
    };
    list(&options.requirements.iter().map(option).collect::<Vec<_>>())
}
