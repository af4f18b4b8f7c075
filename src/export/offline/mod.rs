//! The offline file: one page with everything inside. It is made from a template, a page that has the program and its script
//! already, by filling three places: the table for readers without scripts, what the file says about itself, and the data
//! that are sent with it. What is filled may be filled again, so every such file is a template too.

pub mod letters;

use sha2::{Digest, Sha256};

use super::html::{
    comparison::{self, Cited},
    escape::{data, element, text},
};
use crate::{
    catalogue::{id::ProviderId, identity::Identity, words::date},
    comparison::{MAX, Matrix},
    project::{Project, file::project_text},
    requirement::{Requirement, evaluate::Context, outcome::Outcome},
};

/// What is inside an offline file, beside the program.
pub struct Sent<'a> {
    /// What its maker has entered, but for requirements, day and vendors compared.
    pub project: &'a Project,
    /// The columns of the table; none: the first vendors of the outcome.
    pub compared: &'a [ProviderId],
    pub requirements: &'a [Requirement],
    pub context: Context<'a>,
    pub identity: &'a Identity,
    /// The link form of the state that it opens with.
    pub link: &'a str,
    /// The catalogue, where it is not the one that the program carries.
    pub catalogue: Option<Packed<'a>>,
}

/// A part that is packed with gzip.
pub struct Packed<'a> {
    pub gzip: &'a [u8],
    /// The digest of what is packed, as 64 hexadecimal digits.
    pub sha256: &'a str,
}

/// The file.
///
/// # Errors
/// What the template lacks, in words.
pub fn filled(template: &str, sent: &Sent) -> Result<String, String> {
    let reads_catalogues = reads_catalogues(template);
    if reads_catalogues != sent.catalogue.is_some() {
        return Err(match reads_catalogues {
            true => "this template needs a catalogue to be put into it".to_owned(),
            false => "this template shows the catalogue that it was built with, and no other".to_owned(),
        });
    }
    let page = placed(template, "table", &table(sent))?;
    let page = placed(&page, "about", &about(sent))?;
    placed(&page, "sent", &blocks(sent))
}

/// Whether the files of a template show a catalogue that is put into them.
pub fn reads_catalogues(template: &str) -> bool {
    template.contains("id=\"vc-engine\"")
}

/// One number for all parts of a file: the digest of the list of their digests. The file works it out in the same way.
pub fn fingerprint(page: &str) -> String {
    let mut list = String::new();
    for part in page.split(" id=\"vc-").skip(1) {
        let digest = part.split_once("\" data-sha256=\"").filter(|(name, _)| !name.contains('"'));
        if let Some((name, rest)) = digest {
            list += &format!("{}  {name}\n", rest.get(..64).unwrap_or_default());
        }
    }
    sha256(list.as_bytes())
}

/// The digest of bytes, as 64 hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The page with something else at a place.
fn placed(page: &str, place: &str, inside: &str) -> Result<String, String> {
    let (begin, end) = (format!("<!--vc:{place}-->"), format!("<!--/vc:{place}-->"));
    let around = page.split_once(&begin).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(&end)?;
        (!after.contains(&begin)).then_some((before, after))
    });
    let (before, after) = around.ok_or_else(|| {
        format!("the template has not exactly one place `{place}`: it is none, or none of this version")
    })?;
    Ok(format!("{before}{begin}\n{inside}{end}{after}"))
}

/// The table for readers without scripts.
fn table(sent: &Sent) -> String {
    let columns = columns(sent.compared, sent.requirements, sent.context);
    let matrix = Matrix::of(&columns, sent.context);
    let table = comparison::fragment(&matrix, sent.requirements, sent.context, sent.identity, Cited::Reasons);
    let digest = sha256(text_of(&table).as_bytes());
    format!("<div id=\"vc-table\" data-sha256=\"{digest}\">{table}</div>\n")
}

/// The columns of a table: vendors that are chosen, else the first of the outcome.
pub fn columns(chosen: &[ProviderId], requirements: &[Requirement], context: Context) -> Vec<ProviderId> {
    if !chosen.is_empty() {
        return chosen.to_vec();
    }
    let outcome = Outcome::of(requirements, context);
    outcome.assessments.into_iter().map(|assessment| assessment.vendor).take(MAX).collect()
}

/// What the file says about itself.
fn about(sent: &Sent) -> String {
    let documents = &sent.context.catalogue.documents;
    let newest = documents.iter().filter(|document| !document.own).filter_map(|document| document.date).max();
    let newest = newest.map(|day| format!(" Its newest document is of {}.", date(day)));
    let digest = element("code", "", &text(&sent.identity.sha256));
    let version = text(&sent.identity.version);
    let mut about =
        format!("<p>The catalogue {version}, SHA-256 {digest}.{}</p>\n", newest.unwrap_or_default());
    if !sent.link.is_empty() {
        about += &format!("<p><a href=\"?{}\">Show it as it was sent</a></p>\n", text(sent.link));
    }
    about
}

/// The data, each in a block of its own.
fn blocks(sent: &Sent) -> String {
    let mut blocks = String::new();
    let mut block = |name: &str, kind: &str, digest: &str, besides: &str, inside: &str| {
        blocks += &format!(
            "<script type=\"{kind}\" id=\"vc-{name}\" data-sha256=\"{digest}\"{besides}>{inside}</script>\n"
        );
    };
    if let Some(Packed { gzip, sha256 }) = &sent.catalogue {
        // By this name decision records call it.
        let called = format!(" data-name=\"{}\"", text(&sent.identity.version));
        block("catalogue", "application/gzip", sha256, &called, &letters::of(gzip));
    }
    if !sent.link.is_empty() {
        block("link", "text/plain", &sha256(sent.link.as_bytes()), "", sent.link);
    }
    if *sent.project != Project::default() {
        let json = data(&project_text(sent.project));
        block("project", "application/json", &sha256(json.as_bytes()), "", &json);
    }
    blocks
}

/// What stands between the tags of HTML that `html::escape` has written.
fn text_of(html: &str) -> String {
    let between = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let mut text: String = between.collect();
    for (written, meant) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.replace(written, meant);
    }
    text
}
