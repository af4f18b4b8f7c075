//! Laws of projects, decision records, questions to vendors, and tables for spreadsheets.

use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::json;
use vendor_compare::{
    catalogue::{
        Catalogue,
        claim::{Assertion, Claim},
        identity::Identity,
        provider::Provider,
    },
    comparison::{Matrix, questions},
    export::{html, table},
    project::{
        Note, Project,
        decision::{Occasion, Record, reopen},
        file::{Opened, open, project_text, record_text},
        joined,
    },
    requirement::{Requirement, evaluate::Context, outcome::Outcome, verdict::Verdict},
};

use crate::{
    random::{self, Random},
    small_catalogue, today,
};

fn identity(name: &str) -> Identity {
    Identity { version: "test".to_owned(), sha256: name.to_owned() }
}

fn text() -> Random<String> {
    prop_oneof!["[a-z <>&\"'\\\\=+@\n-]{0,12}", Just("</script><script>".to_owned()), "\\PC{0,8}"].boxed()
}

/// A project of any texts and ids, some of which the catalogue knows.
fn project() -> Random<Project> {
    let id = || select(vec!["acme", "bolt", "nobody", "x y"]);
    let note = (id(), text()).prop_map(|(vendor, text)| json!({ "vendor": vendor, "text": text }));
    let question = (id(), text()).prop_map(|(id, text)| json!({ "key": format!("{id}:sla"), "text": text }));
    let answer =
        (id(), select(vec!["stated", "no", "nonsense"]), text()).prop_map(|(vendor, state, text)| {
            let value = (state == "stated").then(|| json!({ "percent": 99.5 }));
            json!({
                "vendor": vendor, "row": "sla", "state": state, "value": value,
                "statement": text, "answered_by": "Jo", "date": "2026-01-31",
            })
        });
    (option::of(text()), option::of(text()), vec(note, 0..3), vec(question, 0..3), vec(answer, 0..3))
        .prop_map(|(title, requirements, notes, questions, answers)| {
            let json = json!({
                "kind": "vendor-compare project", "format": 1, "title": title, "requirements": requirements,
                "compared": ["acme", "nobody"], "notes": notes, "questions": questions, "answers": answers,
            });
            opened_project(&json.to_string())
        })
        .boxed()
}

fn opened_project(text: &str) -> Project {
    match open("a project", text).unwrap() {
        Opened::Project(project) => *project,
        other => panic!("{other:?}"),
    }
}

fn opened_record(text: &str) -> Record {
    match open("a record", text).unwrap() {
        Opened::Record(record) => *record,
        other => panic!("{other:?}"),
    }
}

/// The fictional catalogue with random claims of one vendor.
fn catalogue() -> Random<Catalogue> {
    let base = small_catalogue();
    random::claims(base)
        .prop_map(|claims| {
            let mut catalogue = base.clone();
            catalogue.providers.push(random::vendor_with(claims, base));
            catalogue
        })
        .boxed()
}

fn requirements() -> Random<Vec<Requirement>> {
    vec(random::requirement(small_catalogue()), 0..4).boxed()
}

fn record(project: &Project, base: &Catalogue, requirements: &[Requirement]) -> Record {
    let (catalogue, _) = joined(base, project);
    let context = Context { catalogue: &catalogue, as_of: today() };
    Record::of(Occasion { project, requirements, context, identity: &identity("one"), made: today() })
}

fn verdicts(catalogue: &Catalogue, requirements: &[Requirement]) -> Vec<(String, Verdict)> {
    let outcome = Outcome::of(requirements, Context { catalogue, as_of: today() });
    outcome.assessments.iter().map(|a| (a.vendor.to_string(), a.verdict)).collect()
}

#[test]
fn an_empty_project_adds_nothing() {
    let base = small_catalogue();
    let (catalogue, problems) = joined(base, &Project::default());
    assert!(catalogue == *base && problems.is_empty());
}

proptest! {
    #[test]
    fn a_project_survives_its_file(project in project()) {
        let text = project_text(&project);
        let read = opened_project(&text);
        prop_assert_eq!(project_text(&read), text);
        prop_assert_eq!(read, project);
    }

    #[test]
    fn what_a_project_adds_fits_the_catalogue_and_the_rest_is_told(project in project()) {
        let base = small_catalogue();
        let (catalogue, problems) = joined(base, &project);
        let claims = |c: &Catalogue| c.providers.iter().map(|p| p.claims.len()).sum::<usize>();
        let told = |part: &str| problems.iter().filter(|p| p.path.starts_with(part)).count();
        let wrong = (0..project.answers.len()).filter(|i| told(&format!("answers[{i}]")) > 0).count();
        prop_assert_eq!(claims(&catalogue) - claims(base), project.answers.len() - wrong);
        let own = catalogue.providers.iter().flat_map(|p| &p.claims).filter(|c| catalogue.is_own(c)).count();
        prop_assert_eq!(own, project.answers.len() - wrong);
        let nobody = project.notes.iter().filter(|note| base.provider(&note.vendor).is_none()).count();
        prop_assert_eq!(told("notes["), nobody);
        prop_assert!(told("compared[1]") == 1);
    }

    #[test]
    fn a_record_survives_both_its_files(
        project in project(), base in catalogue(), requirements in requirements()
    ) {
        let record = record(&project, &base, &requirements);
        let text = record_text(&record);
        let page = html::record(&record);
        prop_assert_eq!(page.matches("<script").count(), 1);
        prop_assert_eq!(page.matches("</script").count(), 1);
        for read in [opened_record(&text), opened_record(&page)] {
            prop_assert_eq!(&record_text(&read), &text);
            prop_assert_eq!(&read, &record);
        }
    }

    #[test]
    fn with_the_same_catalogue_nothing_has_changed(
        project in project(), base in catalogue(), requirements in requirements()
    ) {
        let record = record(&project, &base, &requirements);
        let now = reopen(&record, &base, &identity("one"));
        prop_assert!(now.same_catalogue && now.claims.is_empty() && now.moved.is_empty(), "{:?}", now);
    }

    #[test]
    fn a_changed_claim_is_named_and_just_the_vendors_that_moved(
        base in catalogue(), requirements in requirements(), picked in any::<prop::sample::Index>()
    ) {
        let record = record(&Project::default(), &base, &requirements);
        let vendors: Vec<usize> = (0..base.providers.len()).filter(|i| !base.providers[*i].claims.is_empty()).collect();
        let vendor = vendors[picked.index(vendors.len())];
        let mut changed = base.clone();
        let claims = &mut changed.providers[vendor].claims;
        let index = picked.index(claims.len());
        let claim = Claim { assertion: other(&claims[index].assertion), ..claims[index].clone() };
        claims[index] = claim.clone();

        let now = reopen(&record, &changed, &identity("two"));
        prop_assert!(!now.same_catalogue);
        let provider: &Provider = &changed.providers[vendor];
        let recorded = record.vendors.iter().find(|known| known.id == provider.id);
        let mattered = recorded.is_some_and(|v| v.claims.iter().any(|c| c.row() == claim.row));
        let named: Vec<_> = now.claims.iter().map(|c| (c.vendor.clone(), c.row.clone())).collect();
        let expected = if mattered { vec![(provider.id.clone(), claim.row.clone())] } else { Vec::new() };
        prop_assert_eq!(named, expected);
        prop_assert!(now.claims.iter().all(|change| change.before != change.after));

        let (before, after) = (verdicts(&base, &requirements), verdicts(&changed, &requirements));
        let mut moved: Vec<String> = now.moved.iter().map(|moved| moved.vendor.to_string()).collect();
        let mut expected: Vec<String> =
            after.iter().filter(|now| !before.contains(now)).map(|(vendor, _)| vendor.clone()).collect();
        moved.sort();
        expected.sort();
        prop_assert_eq!(moved, expected);
    }

    #[test]
    fn every_open_point_has_a_question_and_a_reason(base in catalogue(), requirements in requirements()) {
        let context = Context { catalogue: &base, as_of: today() };
        let outcome = Outcome::of(&requirements, context);
        let questions = questions::of(&outcome, &requirements, context);
        for assessment in &outcome.assessments {
            for (index, finding) in assessment.findings.iter().enumerate() {
                let asked = questions.iter().any(|q| q.vendor == assessment.vendor && q.settles.contains(&index));
                let expected = finding.verdict == Verdict::Unknown && !finding.grounds.is_empty();
                prop_assert!(asked || !expected, "{}: {:?}", requirements[index], finding);
            }
        }
        let mut keys: Vec<String> = questions.iter().map(questions::Question::key).collect();
        prop_assert!(questions.iter().all(|q| !q.text.is_empty() && !q.reasons.is_empty() && !q.settles.is_empty()));
        keys.sort();
        keys.dedup();
        prop_assert_eq!(keys.len(), questions.len());
    }

    #[test]
    fn no_cell_of_a_table_is_a_formula(
        mut base in catalogue(), requirements in requirements(),
        texts in vec("[ \t\r\n'\"]{0,3}[=+@\t\r-][a-z\"(,\n]{0,6}", 8)
    ) {
        let mut texts = texts.iter().cycle().cloned();
        let mut next = || texts.next().unwrap_or_default();
        base.providers.iter_mut().for_each(|provider| provider.name = next());
        base.documents.iter_mut().for_each(|document| document.title = next());
        for section in &mut base.sections {
            section.name = next();
            section.rows.iter_mut().for_each(|row| row.name = next());
        }
        let notes = base.providers.iter().map(|provider| Note { vendor: provider.id.clone(), text: next() });
        let project = Project { notes: notes.collect(), ..Project::default() };
        let context = Context { catalogue: &base, as_of: today() };
        let outcome = Outcome::of(&requirements, context);
        let written = table::of_all(&outcome, &requirements, &project, context);
        let csv = written.strip_prefix('\u{feff}').unwrap();
        prop_assert!(csv.ends_with("\r\n"));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
        let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        for cell in lines.iter().flat_map(csv::StringRecord::iter) {
            let runs = cell.trim_start_matches([' ', '"', '\u{a0}']).starts_with(['=', '+', '-', '@', '\t', '\r']);
            prop_assert!(!runs, "{:?}", cell);
        }
        let matrix = Matrix::of(&outcome.assessments.iter().map(|a| a.vendor.clone()).collect::<Vec<_>>(), context);
        let rows: usize = matrix.sections.iter().map(|section| section.rows.len()).sum();
        let noted = usize::from(!outcome.assessments.is_empty());
        prop_assert_eq!(lines.len(), rows + requirements.len() + noted + 2);
    }
}

/// Something else than was asserted.
fn other(assertion: &Assertion) -> Assertion {
    match assertion {
        Assertion::No => Assertion::Picture,
        _ => Assertion::No,
    }
}
