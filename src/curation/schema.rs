//! JSON Schema (2020-12) of the data files, of projects and of decision records, for editors and other programs.
//!
//! The structures come from those that the files are read with; this adds the vocabularies and forms that only the
//! check knows. What a schema cannot say (whether an id is known, whether a value has the type of its row, keys that
//! stand twice) is for `catalogue check`.

use serde_json::{Map, Value as Json, json};

use crate::{
    catalogue::{
        build::parts::value_form,
        certification,
        claim::State,
        duration::Clock,
        record::{Field, Form, FromJson, Shape},
        row::{self, Better, RESERVED, Role},
        source::{CatalogueSource, CertificationsFile, DocumentsFile, PlacesFile, ProviderSource, RowsFile},
        value::Limit,
    },
    project::{Project, decision::Record},
    requirement::verdict::Verdict,
};

/// A file of a folder, the whole in one text, or a file of a visitor.
pub struct Subject {
    pub name: &'static str,
    form: Form,
}

/// Everything that has a schema.
pub const SUBJECTS: [Subject; 8] = [
    Subject { name: "profile", form: ProviderSource::FORM },
    Subject { name: "rows", form: RowsFile::FORM },
    Subject { name: "certifications", form: CertificationsFile::FORM },
    Subject { name: "places", form: PlacesFile::FORM },
    Subject { name: "documents", form: DocumentsFile::FORM },
    Subject { name: "catalogue", form: CatalogueSource::FORM },
    Subject { name: "project", form: Project::FORM },
    Subject { name: "record", form: Record::FORM },
];

impl Subject {
    /// The schema.
    pub fn schema(&self) -> Json {
        let mut definitions = Map::new();
        let Json::Object(root) = of_form(self.form, &mut definitions) else { return Json::Null };
        let mut schema = Map::from_iter([
            ("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema")),
            ("$defs".to_owned(), Json::Object(definitions)),
        ]);
        schema.extend(root);
        Json::Object(schema)
    }
}

fn of_form(form: Form, definitions: &mut Map<String, Json>) -> Json {
    match form {
        Form::Text => json!({ "type": "string" }),
        Form::Flag => json!({ "type": "boolean" }),
        Form::Anything => json!({}),
        Form::Constant(json) => json!({ "const": json.parse::<Json>().unwrap_or_default() }),
        Form::List(inner) => json!({ "type": "array", "items": of_form(*inner, definitions) }),
        Form::Record(shape) => {
            if !definitions.contains_key(shape.name) {
                let record = of_record(shape, definitions);
                definitions.insert(shape.name.to_owned(), record);
            }
            json!({ "$ref": format!("#/$defs/{}", shape.name) })
        }
    }
}

fn of_record(shape: &Shape, definitions: &mut Map<String, Json>) -> Json {
    let required: Vec<&str> = shape.fields.iter().filter(|f| !f.may_be_absent).map(|f| f.key).collect();
    let members = shape.fields.iter().map(|f| (f.key.to_owned(), of_field(shape, f, definitions)));
    let properties: Map<String, Json> = members.collect();
    let mut schema = json!({
        "type": "object",
        "description": words(shape.doc),
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    if let (Json::Object(schema), Json::Object(rules)) = (&mut schema, rules(shape.name)) {
        schema.extend(rules);
    }
    schema
}

fn of_field(shape: &Shape, field: &Field, definitions: &mut Map<String, Json>) -> Json {
    let mut schema = match (shape.name, field.form) {
        ("PercentSource", Form::Anything) => json!({ "type": "number", "minimum": 0, "maximum": 100 }),
        (_, Form::Anything) => of_value(definitions),
        (_, form) => of_form(form, definitions),
    };
    let about = words(field.doc);
    if let Json::Object(members) = &mut schema {
        if !about.is_empty() {
            members.insert("description".to_owned(), json!(about));
        }
        let (list, words) = (members.contains_key("items"), vocabulary(shape.name, field.key));
        match members.get_mut("items") {
            Some(Json::Object(items)) if list => items.extend(words),
            _ => members.extend(words),
        }
    }
    schema
}

/// The value of a claim: one of the forms that the types of rows have.
fn of_value(definitions: &mut Map<String, Json>) -> Json {
    let mut forms = vec![
        json!({ "const": true, "description": "a yes; a no is a state" }),
        json!({ "type": "number", "minimum": 0 }),
        json!({ "type": "string", "pattern": "\\S", "description": "a text, a day, an id, or \"unnamed\"" }),
    ];
    for form in row::Kind::ALL.into_iter().filter_map(value_form) {
        let form = of_form(form, definitions);
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    json!({ "anyOf": forms })
}

/// A doc comment as a sentence: without the links of the documentation.
fn words(doc: &str) -> String {
    let lines: Vec<&str> = doc.lines().map(str::trim).collect();
    let text = lines.join(" ");
    // What follows points into the documentation of the code.
    let end = ["; see [", "See ["].iter().filter_map(|link| text.find(link)).min();
    text[..end.unwrap_or(text.len())].trim().to_owned()
}

const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
const DAY: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
const DURATION: &str =
    "^P(?=[0-9T])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$";

/// What the words of a text field may be.
fn vocabulary(shape: &str, key: &str) -> Map<String, Json> {
    let words = |words: Vec<&str>| json!({ "enum": words });
    let pattern = |pattern: &str| json!({ "pattern": pattern });
    let vocabulary = match (shape, key) {
        ("ClaimSource" | "Answer", "state") => words(State::ALL.map(State::id).to_vec()),
        ("CertificationSource", "kind") => {
            words(certification::Kind::ALL.map(certification::Kind::id).to_vec())
        }
        ("ProviderSource", "kind") => words(vec!["vendor", "provider"]),
        ("RowSource", "type") => words(row::Kind::ALL.map(row::Kind::id).to_vec()),
        ("RowSource", "role") => words(Role::ALL.map(Role::id).to_vec()),
        ("RowSource", "about") => words(vec!["host", "partner"]),
        ("RowSource", "derived") => words(vec!["inside-eea"]),
        ("RowSource", "better") => words(Better::ALL.map(Better::id).to_vec()),
        ("ListSource", "list") => words(vec!["open", "closed"]),
        ("PeriodSource", "limit") => {
            words([Limit::Fixed, Limit::AtMost, Limit::AtLeast].map(Limit::id).to_vec())
        }
        ("PeriodSource", "clock") => words([Clock::Calendar, Clock::Business].map(Clock::id).to_vec()),
        ("PeriodSource", "length") => pattern(DURATION),
        ("PlacesSource", "all" | "one_of") | ("MemberSource", "place") => pattern("^[A-Z]{2}$"),
        ("PlaceSource", "code") => pattern("^[A-Za-z]{2}$"),
        ("GroupSource", "id" | "includes") => pattern("^[A-Za-z0-9-]+$"),
        ("CertificationSource", "address") => pattern("^https://[^/\\s]+\\.[^\\s]+$"),
        ("RecordedVendor" | "RecordedFinding", "outcome") => words(Verdict::ALL.map(Verdict::id).to_vec()),
        ("Identity", "sha256") => pattern("^[0-9a-f]{64}$"),
        // Names, for people.
        ("Passage", "document" | "said_by") => json!({}),
        (_, "made" | "as_of" | "expires" | "planned_by" | "date" | "valid_from" | "valid_to" | "ended") => {
            pattern(DAY)
        }
        (_, "id" | "document" | "holder" | "said_by" | "publisher" | "row" | "covers" | "exists_if") => {
            pattern(ID)
        }
        ("EvidenceSource", "section" | "statement") | ("PeriodSource", "counts") => pattern("\\S"),
        ("RowSource" | "CertificationSource" | "ProviderSource", "name") => pattern("\\S"),
        ("CertificationSource", "issuer") | ("EditionSource", "name") => pattern("\\S"),
        ("MemberSource", "condition") => pattern("\\S"),
        ("DocumentSource" | "DocumentSectionSource", "title" | "silent") => pattern("\\S"),
        ("GroupSource", "source") => pattern("\\S"),
        _ => json!({}),
    };
    if let Json::Object(vocabulary) = vocabulary { vocabulary } else { Map::new() }
}

/// What members of a record demand of each other.
fn rules(shape: &str) -> Json {
    let some = json!({ "minItems": 1, "uniqueItems": true });
    match shape {
        "ClaimSource" => json!({
            "anyOf": [
                { "properties": { "evidence": some }, "required": ["evidence"] },
                { "properties": { "readings": some }, "required": ["readings"] },
            ],
            "allOf": [
                when(&["stated", "inherited", "optional"], json!({
                    "required": ["value"],
                    // One of several places is not stated, but unclear.
                    "properties": { "value": { "not": { "type": "object", "required": ["one_of"] } } },
                })),
                when(&["stated"], json!({ "properties": { "holder": false } })),
                when(&["inherited"], json!({ "required": ["holder"] })),
                when(&["elsewhere"], json!({ "required": ["see"] })),
                when(&["unclear"], json!({ "oneOf": [
                    { "required": ["value"] },
                    { "required": ["readings"], "properties": { "readings": some } },
                ] })),
                only("value", &["stated", "inherited", "optional", "unclear"]),
                only("readings", &["unclear"]),
                only("see", &["elsewhere"]),
                only("planned_for", &["planned"]),
                only("planned_by", &["planned"]),
            ],
        }),
        "ReadingSource" => json!({
            "required": ["value", "evidence"],
            "allOf": [{ "properties": { "evidence": some } }],
        }),
        "PlacesSource" => json!({
            "oneOf": [
                { "required": ["all"], "properties": { "all": some } },
                { "required": ["one_of"], "properties": { "one_of": some, "open": { "const": false } } },
            ],
        }),
        "CertificationSource" => json!({
            "not": { "properties": { "planned": { "const": true } }, "required": ["planned", "ended"] },
        }),
        "GroupSource" => json!({
            "anyOf": [
                { "properties": { "members": some }, "required": ["members"] },
                { "properties": { "includes": some }, "required": ["includes"] },
            ],
        }),
        "ListSource" => json!({ "allOf": [{ "properties": { "items": some } }] }),
        "RowSource" => {
            let fitting = |better: Better| {
                let kinds: Vec<&str> =
                    row::Kind::ALL.into_iter().filter(|kind| better.fits(*kind)).map(row::Kind::id).collect();
                json!({
                    "if": { "properties": { "better": { "const": better.id() } }, "required": ["better"] },
                    "then": { "properties": { "type": { "enum": kinds } } },
                })
            };
            let mut all = vec![json!({ "properties": { "id": { "not": { "enum": RESERVED } } } })];
            all.extend(Better::ALL.map(fitting));
            json!({ "allOf": all })
        }
        _ => json!({}),
    }
}

/// In these states.
fn when(states: &[&str], then: Json) -> Json {
    json!({ "if": { "properties": { "state": { "enum": states } } }, "then": then })
}

/// A member that has a meaning in these states only.
fn only(key: &str, states: &[&str]) -> Json {
    json!({ "if": { "required": [key] }, "then": { "properties": { "state": { "enum": states } } } })
}
