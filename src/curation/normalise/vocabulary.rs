//! Words around the names: those that say nothing, those that say that it is held, and those that leave a doubt.

use std::{collections::HashMap, sync::LazyLock};

use super::{
    Doubt,
    token::{Gap, Token},
};

/// What a word adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// Joins two things.
    And,
    /// Somebody has certified it.
    Certified,
    Nothing,
    Doubt(Doubt),
}

const AND: &str = "and plus or und oder sowie et ou y e en as well";

const CERTIFIED: &str = "
    certified certification certifications certificate certificates cert certs accredited accreditation
    attested attestation report reports audited audit assessed assessment authorized authorised
    authorization authorisation registered registration zertifiziert zertifizierung zertifikat testat
    bericht certifie certifiee certificat certificado certificacion certificato gecertificeerd aoc validated
    label qualified approved";

const NOTHING: &str = "
    a an the of on to for by with from in is are has have we our its under since all full fully current
    valid achieved holds hold held nach der die das auf von durch de du des la le selon segun din bs nf une
    uni iec vde standard standards norm norme version edition information security cybersecurity management
    system systems isms qms pims controls control cloud privacy quality environmental business continuity
    data protection pii health safety energy service services public clouds availability confidentiality
    integrity processing personal independent independently third party annual annually yearly general use
    auditor framework scheme programme program government ai";

/// Parts of the names of national editions: the year that follows is that of the translation.
const ADOPTED: &str = "en din bs nf une uni nen oenorm onorm sn ss ds ns";

const COMPLIANCE: &str = "
    compliant compliance complies comply complying konform conforme aligned alignment align aligns conform
    conforms conformity conformance accordance line based follow follows following equivalent ready
    readiness practices practice principles inspired oriented modelled modeled mapped mapping consistent
    guidelines grade style angelehnt orientiert adheres adhere adherence";

const ANOTHER_PARTY: &str = "
    hosted hosting hoster host hosts datacenter datacenters datacentre datacentres centre centres center
    centers rechenzentrum rechenzentren facility facilities aws amazon azure google gcp ovh ovhcloud hetzner
    subprocessor subprocessors infrastructure underlying processor processors lead implementer consultant
    consulting training toolkit via colocation inherited supplier suppliers";

const PLANNED: &str = "
    progress process planned planning plan plans pending upcoming roadmap working towards toward pursuing
    expected underway target targeted targeting soon preparing preparation will aim aiming goal candidate
    intend scheduled ongoing future geplant starting seeking";

const DENIED: &str = "
    not no non without none never expired lapsed withdrawn former formerly revoked except neither nor nicht
    nein nee false kein keine ohne pas sans";

/// Whether a word begins the name of a national edition.
pub fn is_adopted(word: &str) -> bool {
    ADOPTED.split_whitespace().any(|known| known == word)
}

/// All lists in one. Of a word that stands in several, the one that leaves a doubt counts.
static WORDS: LazyLock<HashMap<&str, Word>> = LazyLock::new(|| {
    let lists = [
        (NOTHING, Word::Nothing),
        (AND, Word::And),
        (CERTIFIED, Word::Certified),
        (COMPLIANCE, Word::Doubt(Doubt::Compliance)),
        (ANOTHER_PARTY, Word::Doubt(Doubt::AnotherParty)),
        (PLANNED, Word::Doubt(Doubt::Planned)),
        (DENIED, Word::Doubt(Doubt::Denied)),
    ];
    lists.into_iter().flat_map(|(list, word)| list.split_whitespace().map(move |key| (key, word))).collect()
});

/// What the token at a position adds, where it is a word that is known.
pub fn word(tokens: &[Token], index: usize) -> Option<Word> {
    let before = index.checked_sub(1).map_or("", |before| &tokens[before].key);
    let after = tokens.get(index + 1);
    match &*tokens[index].key {
        // "Certificate no. 123" denies nothing, and a "report on compliance" is a report.
        "no" if after.is_some_and(|next| next.gap == Gap::Loose) => Some(Word::Nothing),
        "compliance" if ["of", "on"].contains(&before) => Some(Word::Certified),
        "n" if after.is_some_and(|next| next.key == "a" && next.gap == Gap::Slash) => {
            Some(Word::Doubt(Doubt::Denied))
        }
        key => WORDS.get(key).copied(),
    }
}
