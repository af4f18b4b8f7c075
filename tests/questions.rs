//! The questions of the first catalogue, and their answers on the real documents.

use vendor_compare::{
    catalogue::{Catalogue, date::Date},
    embedded,
    requirement::{evaluate::Context, outcome::Outcome, parse::parse, verdict::Verdict},
};

fn catalogue() -> Catalogue {
    embedded::catalogue().unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The ids in each group, sorted.
fn answer(text: &str) -> [Vec<String>; 3] {
    let catalogue = catalogue();
    let parsed = parse(text, &catalogue);
    assert_eq!(parsed.errors, [], "{text}");
    let as_of = Date::new(2026, 11, 22).unwrap();
    let outcome = Outcome::of(&parsed.requirements, Context { catalogue: &catalogue, as_of });
    [Verdict::Yes, Verdict::Unknown, Verdict::No].map(|verdict| {
        let mut ids: Vec<String> = outcome.group(verdict).map(|a| a.vendor.to_string()).collect();
        ids.sort();
        ids
    })
}

fn assert_answer(text: &str, meets: &[&str], cannot_tell: &[&str], does_not_meet: &[&str]) {
    assert_eq!(
        answer(text),
        [meets, cannot_tell, does_not_meet]
            .map(|ids| ids.iter().map(|id| id.to_string()).collect::<Vec<_>>()),
        "{text}"
    );
}

const NOBODY: &[&str] = &[];

#[test]
fn everything_inside_the_eea() {
    assert_answer("region in EEA", &["wflow"], &["avid", "witivio"], &["moodtalk"]);
    assert_answer("eu-only is yes", &["wflow"], &["avid", "witivio"], &["moodtalk"]);
    assert_answer("eu-only is no", &["moodtalk"], &["avid", "witivio"], &["wflow"]);
    assert_answer("not region in EEA", &["moodtalk"], &["avid", "witivio"], &["wflow"]);
    assert_answer("region in EEA,CH", &["wflow"], &["avid", "moodtalk", "witivio"], NOBODY);
    assert_answer("region in EEA,CH,GB", &["moodtalk", "wflow"], &["avid", "witivio"], NOBODY);
    assert_answer("region in IE,NL", &["wflow"], &["avid", "witivio"], &["moodtalk"]);
}

#[test]
fn something_inside() {
    assert_answer("region has-any CH", &["moodtalk"], &["avid", "witivio"], &["wflow"]);
    assert_answer("region has NL,IE", &["wflow"], &["avid", "witivio"], &["moodtalk"]);
    assert_answer("region has EEA", &["wflow", "witivio"], &["avid", "moodtalk"], NOBODY);
    assert_answer("region-primary has NL", &["wflow"], &["avid"], &["moodtalk", "witivio"]);
    assert_answer("not region-ai has GB", NOBODY, &["avid", "moodtalk", "wflow", "witivio"], NOBODY);
    assert_answer("not region-ai has US", &["moodtalk"], &["avid", "wflow", "witivio"], NOBODY);
    assert_answer("region-ai in EEA,CH,GB", &["moodtalk"], &["avid", "wflow", "witivio"], NOBODY);
}

#[test]
fn certificates_by_holder() {
    assert_answer("cert has iso-27001", NOBODY, &["avid", "moodtalk", "wflow"], &["witivio"]);
    assert_answer("cert@host has iso-27001", &["moodtalk", "wflow", "witivio"], &["avid"], NOBODY);
    assert_answer("cert@any has iso-27001", &["moodtalk", "wflow", "witivio"], &["avid"], NOBODY);
    assert_answer("cert-own has iso-27001", NOBODY, &["avid", "moodtalk", "wflow"], &["witivio"]);
    assert_answer("cert-host has iso-27001", &["moodtalk", "wflow", "witivio"], &["avid"], NOBODY);
    assert_answer("cert@host has iso-27001,soc-2", &["moodtalk", "wflow", "witivio"], &["avid"], NOBODY);
    // wflow.com's list is open; Moodtalk's second list is.
    assert_answer("cert@host has bsi-c5", NOBODY, &["avid", "moodtalk", "wflow", "witivio"], NOBODY);
    // A law in the list does not count.
    assert_answer("cert@host has hipaa", NOBODY, &["avid", "moodtalk", "wflow", "witivio"], NOBODY);
    // The payment partner's certificate is not the host's.
    assert_answer(
        "cert@any has pci-dss-service-provider-level-1",
        &["witivio"],
        &["avid", "moodtalk", "wflow"],
        NOBODY,
    );
    assert_answer(
        "cert@host has pci-dss-service-provider-level-1",
        NOBODY,
        &["avid", "moodtalk", "wflow", "witivio"],
        NOBODY,
    );
}

#[test]
fn retention() {
    let others = ["avid", "moodtalk", "witivio"];
    assert_answer("ret-backup <= P30D", NOBODY, &others, &["wflow"]);
    assert_answer("ret-backup <= P60D", &["wflow"], &others, NOBODY);
    assert_answer("ret-backup <= P35D", &["wflow"], &others, NOBODY);
    assert_answer("ret-backup >= P30D", &["wflow"], &others, NOBODY);
    // A month has 28 to 31 days, two have 59 to 62.
    assert_answer("ret-backup <= P1M", NOBODY, &others, &["wflow"]);
    assert_answer("ret-backup <= P2M", &["wflow"], &others, NOBODY);
    assert_answer("ret-personal <= P5Y", &["wflow"], &others, NOBODY);
    assert_answer("ret-personal <= P1Y", NOBODY, &others, &["wflow"]);
    // At most five years may be less.
    assert_answer("ret-personal >= P1Y", NOBODY, &["avid", "moodtalk", "wflow", "witivio"], NOBODY);
}

#[test]
fn anonymised_is_not_deleted() {
    let others = ["avid", "moodtalk", "wflow"];
    assert_answer("dsr-erase is anonymise", &["witivio"], &others, NOBODY);
    assert_answer("dsr-erase is delete", NOBODY, &others, &["witivio"]);
    assert_answer("dsr-erase is yes", NOBODY, &["avid", "moodtalk", "wflow", "witivio"], NOBODY);
    assert_answer("dsr-export is yes", &["witivio"], &others, NOBODY);
}

#[test]
fn stated_or_not() {
    assert_answer("ret-backup is-stated", &["wflow"], NOBODY, &["avid", "moodtalk", "witivio"]);
    assert_answer("region-primary is-stated", &["moodtalk", "wflow", "witivio"], &["avid"], NOBODY);
    assert_answer("cert is-stated", &["witivio"], NOBODY, &["avid", "moodtalk", "wflow"]);
    // What is only an option is stated; all documents have been read for it, so silence answers too.
    assert_answer("sla is-stated", &["wflow"], NOBODY, &["avid", "moodtalk", "witivio"]);
}

#[test]
fn providers_behind_a_vendor() {
    assert_answer("upstream has auth0", &["avid"], &["moodtalk", "wflow", "witivio"], NOBODY);
    // The lists are open: what they do not name may be there all the same.
    assert_answer("not upstream has auth0", NOBODY, &["moodtalk", "wflow", "witivio"], &["avid"]);
    // One section describes GitHub under the heading of Azure DevOps.
    assert_answer("upstream has github", NOBODY, &["avid", "moodtalk", "wflow", "witivio"], NOBODY);
    assert_answer("upstream-place in EEA", NOBODY, &["avid", "wflow", "witivio"], &["moodtalk"]);
}

#[test]
fn promises_wishes_and_properties_of_the_host() {
    assert_answer("sla >= 99.5%", &["wflow"], &["avid", "moodtalk", "witivio"], NOBODY);
    assert_answer("sla >= 99.5% by-default", NOBODY, &["avid", "moodtalk", "witivio"], &["wflow"]);
    // At Witivio one document gives the figure to one service, the other to three.
    assert_answer("sla-host >= 99.9%", &["wflow"], &["avid", "moodtalk", "witivio"], NOBODY);
    assert_answer("enc-rest is yes", &["wflow"], &["avid", "moodtalk", "witivio"], NOBODY);
    assert_answer("enc-rest@host is yes", &["wflow", "witivio"], &["avid", "moodtalk"], NOBODY);
    assert_answer("backup is yes", &["wflow"], &["avid", "moodtalk", "witivio"], NOBODY);
}

/// 8 working hours are until corrected in two sections and until answered in one.
#[test]
fn contradictions_leave_it_open() {
    assert_answer("fix-blocking <= PT8H", NOBODY, &["avid", "moodtalk", "wflow", "witivio"], NOBODY);
    assert_answer("doc-conflict <= 0", &["avid", "moodtalk", "wflow"], NOBODY, &["witivio"]);
    assert_answer("identities is no", &["witivio"], &["avid", "moodtalk", "wflow"], NOBODY);
    assert_answer("tls-version >= 1.2", &["witivio"], &["avid", "moodtalk", "wflow"], NOBODY);
    assert_answer("doc-date >= 2024-01-01", &["moodtalk"], &["avid", "wflow", "witivio"], NOBODY);
}

#[test]
fn the_main_question() {
    assert_answer(
        "region in EEA; cert@host has iso-27001; ret-backup <= P60D",
        &["wflow"],
        &["avid", "witivio"],
        &["moodtalk"],
    );
}
