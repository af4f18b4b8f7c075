//! What a visitor adds to the catalogue, and what is said about it; and the file of a project.
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;

use serde_json::{Value as Json, json};
use vendor_compare::{
    catalogue::{
        Catalogue,
        claim::{Assertion, Claim},
        date::Date,
        directory,
        id::{ProviderId, RowId},
    },
    comparison::questions,
    embedded,
    language::Language,
    project::{
        Project,
        file::{Opened, located, open},
        joined,
        typed::Typed,
    },
    requirement::{evaluate::Context, outcome::Outcome, parse::parse, verdict::Verdict},
};

fn base() -> Catalogue {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/catalogue");
    directory::load(&fixture).unwrap().1
}

fn project(members: Json) -> Project {
    let mut json = json!({ "kind": "vendor-compare project", "format": 1 });
    if let (Json::Object(json), Json::Object(members)) = (&mut json, members) {
        json.extend(members);
    }
    match open("a project", &json.to_string()).unwrap() {
        Opened::Project(project) => *project,
        other => panic!("{other:?}"),
    }
}

fn answer(vendor: &str, row: &str, value: Json) -> Json {
    json!({
        "vendor": vendor, "row": row, "state": "stated", "value": value,
        "statement": "They said so.", "answered_by": "Jo Doe", "date": "2026-11-01",
    })
}

fn context(catalogue: &Catalogue) -> Context<'_> {
    Context { catalogue, as_of: Date::new(2026, 11, 22).unwrap() }
}

fn verdict(requirement: &str, vendor: &str, catalogue: &Catalogue) -> Verdict {
    let parsed = parse(requirement, catalogue);
    assert_eq!(parsed.errors, []);
    let outcome = Outcome::of(&parsed.requirements, context(catalogue));
    outcome.of_vendor(&ProviderId::new(vendor)).unwrap().verdict
}

/// The questions to a vendor: key and reasons.
fn questions_to(vendor: &str, requirement: &str, catalogue: &Catalogue) -> Vec<(String, String)> {
    let requirements = parse(requirement, catalogue).requirements;
    let outcome = Outcome::of(&requirements, context(catalogue));
    let all = questions::of(&outcome, &requirements, context(catalogue));
    all.into_iter()
        .filter(|question| question.vendor == *vendor)
        .map(|question| (question.key(), question.reasons.join("; ")))
        .collect()
}

/// What is wrong with a project, as a reader sees it.
fn told(project: &Project) -> Vec<String> {
    joined(&base(), project).1.iter().map(ToString::to_string).collect()
}

#[test]
fn an_answer_states_what_was_not_stated() {
    let base = base();
    assert_eq!(verdict("ret-personal <= P3Y", "dove", &base), Verdict::Unknown);
    let value = json!({ "length": "P2Y", "limit": "at-most", "counts": "personal data" });
    let project = project(json!({ "answers": [answer("dove", "ret-personal", value)] }));
    let (catalogue, problems) = joined(&base, &project);
    assert_eq!(problems, []);
    assert_eq!(verdict("ret-personal <= P3Y", "dove", &catalogue), Verdict::Yes);
    assert_eq!(questions_to("dove", "ret-personal <= P3Y", &catalogue), []);
    let claim = catalogue.provider(&ProviderId::new("dove")).unwrap().claims.last().unwrap();
    assert!(catalogue.is_own(claim));
    let document = catalogue.document(&claim.evidence[0].document).unwrap();
    assert_eq!((&*document.title, document.date), ("Answer from Jo Doe", Date::new(2026, 11, 1)));
    assert_eq!(claim.evidence[0].section, "Personal data is kept at most");
}

#[test]
fn an_answer_settles_what_is_open() {
    let base = embedded::catalogue().unwrap();
    let asked = |catalogue: &Catalogue| questions_to("witivio", "region-secondary in EEA", catalogue);
    assert_eq!(verdict("region-secondary in EEA", "witivio", &base), Verdict::Unknown);
    assert_eq!(
        asked(&base),
        [("witivio:region-secondary".to_owned(), "The second place exists, but is not named".to_owned())]
    );
    let project =
        project(json!({ "answers": [answer("witivio", "region-secondary", json!({ "all": ["US"] }))] }));
    let (catalogue, problems) = joined(&base, &project);
    assert_eq!(problems, []);
    assert_eq!(verdict("region-secondary in EEA", "witivio", &catalogue), Verdict::No);
    assert_eq!(asked(&catalogue), []);
}

#[test]
fn an_answer_disputes_what_is_certain() {
    let base = base();
    let project = project(json!({ "answers": [answer("acme", "region-primary", json!({ "all": ["US"] }))] }));
    let (catalogue, problems) = joined(&base, &project);
    assert_eq!(problems, []);
    // Acme's document names the Netherlands; that stands beside the answer.
    assert_eq!(verdict("region-primary in EEA", "acme", &base), Verdict::Yes);
    assert_eq!(verdict("region-primary in EEA", "acme", &catalogue), Verdict::Unknown);
    let asked = questions_to("acme", "region-primary in EEA", &catalogue);
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].0, "acme:region-primary");
    assert_eq!(
        asked[0].1,
        "Main hosting place: the sources disagree: “The service runs in the Netherlands.” (Trust page, Hosting); \
         “They said so.” (Answer from Jo Doe, Main hosting place)"
    );
}

#[test]
fn own_profiles_are_assessed_and_marked() {
    let profile = json!({
        "id": "gale", "name": "Gale", "kind": "vendor", "covers": ["data-location"],
        "claims": [{
            "row": "region-primary", "state": "stated", "value": { "all": ["IE"] },
            "evidence": [{ "document": "gale-offer", "section": "Hosting", "statement": "It runs in Ireland." }],
        }],
    });
    let offer = json!({ "id": "gale-offer", "title": "Offer", "publisher": "gale", "date": "2026-10-01" });
    let project = project(json!({
        "documents": [offer], "profiles": [profile],
        "answers": [answer("gale", "region-ai", json!({ "all": ["DE"] }))],
    }));
    let (catalogue, problems) = joined(&base(), &project);
    assert_eq!(problems, []);
    let gale = catalogue.provider(&ProviderId::new("gale")).unwrap();
    assert!(gale.own && gale.claims.iter().all(|claim| catalogue.is_own(claim)));
    assert_eq!(verdict("region in EEA", "gale", &catalogue), Verdict::Yes);
    assert!(catalogue.providers.windows(2).all(|pair| pair[0].name <= pair[1].name));
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_left_out() {
    let taken = json!({ "id": "acme", "name": "Acme too", "kind": "vendor" });
    let citing = json!({
        "id": "gale", "name": "Gale", "kind": "vendor", "covers": ["service"],
        "claims": [{ "row": "host", "state": "stated", "value": "nowhere", "evidence": [] }],
    });
    let offer = json!({ "id": "gale-offer", "title": "Offer", "publisher": "gale" });
    let project = project(json!({
        "requirements": "region in EEA; slaa >= 99",
        "compared": ["acme", "gone"],
        "questions": [{ "key": "acme:gone", "text": "?" }],
        "documents": [offer],
        "profiles": [taken, citing],
        "answers": [answer("acme", "sla", json!(99.5)), answer("gone", "sla", json!({ "percent": 99 }))],
    }));
    assert_eq!(
        told(&project),
        [
            "the project: profiles[0].id: the id \"acme\" is already taken; give it another id",
            "the project: profiles[1].claims[0].row: the section of host is not in \"covers\"; add \"data-location\" once \
             the documents have been read for all its rows",
            "the project: profiles[1].claims[0].evidence: a claim needs evidence; name the document, the section and what \
             it says",
            "the project: profiles[1].claims[0].value: \"nowhere\" is not a provider; it is one of acme, bolt, cask, dove, elm, fern, gale, nimbus, paywell",
            "the project: documents[0].publisher: \"gale\" is not a provider; it is one of acme, bolt, cask, dove, elm, fern, nimbus, paywell",
            "the project: answers[0].value: this is a number, but a percentage is expected; write {\"percent\":99.5}",
            "the project: answers[1].vendor: there is no provider \"gone\"; it is kept, and has no effect with this \
             catalogue",
            "the project: requirements: at character 16: \"slaa\": there is no such row; did you mean \"sla\"?",
            "the project: compared[1]: there is no provider \"gone\"; it is kept, and has no effect with this catalogue",
            "the project: questions[0].key: \"acme:gone\" is not a vendor and a row of the catalogue; it is kept, and has \
             no effect with this catalogue",
        ]
    );
    let (catalogue, _) = joined(&base(), &project);
    assert_eq!(catalogue, base());
}

#[test]
fn a_file_that_cannot_be_read_says_where_and_why() {
    for (text, expected) in [
        ("", &["a.json:1:1: the file is empty; fill it, or take it away"][..]),
        (
            "{",
            &["a.json:1:1: EOF while parsing an object; the text is cut off, or a closing mark is missing"],
        ),
        (
            "{}",
            &[
                "a.json: this is neither a profile nor a project nor a decision record of vendor-compare; choose a file that was saved \
               here, or a profile in the published form",
            ],
        ),
        (
            "{\"kind\": \"vendor-compare project\",\n\"format\": 2}",
            &["a.json:2:1: format: this version reads files of format 1 only; open it with a newer version"],
        ),
        (
            "{\"kind\": \"vendor-compare project\", \"format\": 1,\n\"as_of\": \"soon\",\n\"notes\": [{ \"vendor\": 1 }],\n\
             \"titel\": \"\"}",
            &[
                "a.json:4:1: titel: \"titel\" is not a field of a project; did you mean \"title\"?",
                "a.json:2:1: as_of: \"soon\" is not a date; write the day as YYYY-MM-DD, for instance 2024-02-19",
                "a.json:3:13: notes[0].vendor: this is a number, but a text is expected",
                "a.json:3:11: notes[0]: the field \"text\" is missing; add it",
            ],
        ),
        (
            "{\"kind\": \"vendor-compare project\", \"format\": 1,\n\"title\": \"a\", \"title\": \"b\"}",
            &["a.json:2:15: title: the key \"title\" stands twice in the same object; keep one of the two"],
        ),
        (
            "<p>\n<script type=\"application/json\" id=\"vendor-compare-record\">\n{\"kind\": \"vendor-compare record\",\n\
             \"format\": 1, \"title\": 3}</script>",
            &[
                "a.json:4:14: title: this is a number, but a text is expected",
                "a.json:3:1: the field \"made\" is missing; add it",
                "a.json:3:1: the field \"as_of\" is missing; add it",
                "a.json:3:1: the field \"catalogue\" is missing; add it",
                "a.json:3:1: the field \"project\" is missing; add it",
            ],
        ),
    ] {
        let problems: Vec<String> =
            open("a.json", text).unwrap_err().iter().map(ToString::to_string).collect();
        assert_eq!(problems, expected, "{text}");
    }
}

#[test]
fn problems_of_a_project_are_found_in_its_file() {
    let text =
        "{ \"kind\": \"vendor-compare project\", \"format\": 1,\n  \"compared\": [\n    \"gone\"\n  ]\n}";
    let Ok(Opened::Project(project)) = open("a.json", text) else { panic!("not a project") };
    let problems = located(joined(&base(), &project).1, "a.json", text);
    assert_eq!((problems[0].line, problems[0].column), (3, 5));
}

#[test]
fn the_folder_and_what_is_built_in_are_the_same_catalogue() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let (source, _) = directory::load(&folder).unwrap();
    let identity = vendor_compare::curation::identity::of(source, env!("CARGO_PKG_VERSION")).unwrap();
    assert_eq!(identity, embedded::identity());
}

/// A value as it is typed for a row, in the JSON of a profile.
fn typed(row: &str, typed: &Typed) -> Result<String, String> {
    let catalogue = embedded::catalogue().expect("the catalogue");
    let row = catalogue.row(&RowId::new(row)).expect("the row");
    typed.value(row, &catalogue).map(|value| value.to_string())
}

fn text(text: &str) -> Typed {
    Typed { text: text.to_owned(), ..Typed::default() }
}

#[test]
fn typed_names_become_ids() {
    assert_eq!(typed("region-backup", &text("Netherlands, ie")), Ok(r#"{"all":["NL","IE"]}"#.to_owned()));
    let closed = typed("cert-own", &text("iso-27001"));
    assert_eq!(closed, Ok(r#"{"items":["iso-27001"],"list":"closed"}"#.to_owned()));
    let open = typed("cert-own", &Typed { is_open: true, ..text("iso-27001") });
    assert_eq!(open, Ok(r#"{"items":["iso-27001"],"list":"open"}"#.to_owned()));
}

#[test]
fn typed_periods_have_a_unit_and_a_limit() {
    let weeks = Typed { unit: 'W', limit: "at-most".to_owned(), ..text("3") };
    let json = typed("ret-backup", &weeks).expect("a period");
    assert!(json.contains(r#""length":"P3W""#) && json.contains("at-most"), "{json}");
    let hours = typed("ret-backup", &Typed { unit: 'H', ..text("4") }).expect("a period");
    assert!(hours.contains("PT4H"), "{hours}");
}

#[test]
fn a_fraction_is_typed_as_the_language_writes_it() {
    assert!(typed("sla", &text("99,5 %")).is_err());
    let _speaking = Language::learn("comma", [("{}.{}".to_owned(), "{},{}".to_owned())]).speak();
    assert_eq!(typed("sla", &text("99,5\u{a0}%")), Ok(r#"{"percent":99.5}"#.to_owned()));
}

#[test]
fn what_is_typed_and_not_known_is_told_with_a_remedy() {
    let near = "“Netherland” is no place that the catalogue knows. Did you mean “Netherlands”?";
    assert_eq!(typed("region-backup", &text("Netherland")), Err(near.to_owned()));
    let number = typed("ret-backup", &text("a while")).expect_err("no number");
    assert!(number.contains("not a number"), "{number}");
    let missing = typed("sla", &text(" ")).expect_err("nothing");
    assert!(missing.contains("0 to 100"), "{missing}");
}

#[test]
fn what_has_run_out_is_asked_about_where_it_leaves_an_answer_open() {
    let mut catalogue = embedded::catalogue().expect("the embedded catalogue");
    let wflow = catalogue.providers.iter_mut().find(|one| one.id == *"wflow").expect("wflow.com");
    let stated = wflow.claims.iter().find(|claim| claim.row == *"region-primary").expect("a claim").clone();
    let expired = Claim { expires: "2024-10-04".parse().ok(), ..stated.clone() };
    let value = stated.assertion.value().cloned().expect("a value");
    let optional = Claim { assertion: Assertion::Optional(value), ..stated.clone() };
    wflow.claims = vec![optional, stated, expired];
    let requirements = parse("region@any is-stated", &catalogue).requirements;
    let context = Context { catalogue: &catalogue, as_of: "2026-11-22".parse().expect("a day") };
    let outcome = Outcome::of(&requirements, context);
    assert_eq!(outcome.of_vendor(&ProviderId::new("wflow")).expect("wflow.com").verdict, Verdict::Unknown);
    let questions = questions::of(&outcome, &requirements, context);
    let asked: Vec<String> = questions.iter().map(questions::Question::key).collect();
    assert!(asked.contains(&"wflow:region-primary".to_owned()), "{asked:?}");
}
