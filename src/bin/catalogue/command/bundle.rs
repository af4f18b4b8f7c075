//! `catalogue bundle`.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use clap::Args;
use flate2::{Compression, write::GzEncoder};
use vendor_compare::{
    catalogue::directory,
    embedded,
    export::offline::{self, Packed, Sent},
    project::Project,
    state::{State, link},
};

use crate::{
    answer::{Answer, Refusal, Reply},
    arguments::Common,
    project::{Asked, Ready},
};

/// Makes an offline file: one page with the comparison and everything that it needs inside, which works from a disk or from
/// an e-mail attachment and asks no network for anything.
#[derive(Args)]
pub struct Arguments {
    /// What the file opens with, for example "region in EEA", judged as of the day of the bundle.
    #[arg(long, value_name = "REQUIREMENTS")]
    require: Option<String>,
    /// A project's file, whose notes, answers and profiles go into the file.
    #[arg(long, value_name = "FILE")]
    project: Option<PathBuf>,
    /// The template, which a release carries. Absent: template.html (with --data) or vendor-compare.html beside this
    /// program, or in dist.
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,
    /// The file to write.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

pub fn run(arguments: &Arguments, common: &Common) -> Reply {
    let asked = Asked { requirements: arguments.require.clone(), project: arguments.project.clone() };
    let ready = asked.ready(common)?;
    ready.remark();
    let template = template(arguments.template.as_deref(), common)?;
    // The other one has the built-in catalogue in its program.
    let text = match offline::reads_catalogues(&template) || common.has_folder() {
        true => Some(catalogue(common)?),
        false => None,
    };
    let gzip = text.as_deref().map(packed).transpose()?;
    let catalogue = gzip.as_deref().map(|gzip| Packed { gzip, sha256: &ready.identity.sha256 });
    let project = Project { requirements: None, as_of: None, compared: Vec::new(), ..ready.project.clone() };
    let sent = Sent {
        project: &project,
        compared: &ready.project.compared,
        requirements: &ready.requirements,
        context: ready.context(),
        identity: &ready.identity,
        link: &self::link(&ready),
        catalogue,
    };
    let page = offline::filled(&template, &sent).map_err(Refusal::because)?;
    let fingerprint = offline::fingerprint(&page);
    let Answer { text, .. } = Answer::into(page, Some(&arguments.output))?;
    Ok(Answer::text(format!("{text}Fingerprint: {fingerprint}\n")))
}

/// The link form of what the file opens with. Where something is required, it is judged as of the same day for ever.
fn link(ready: &Ready) -> String {
    let state = State {
        requirements: ready.requirements.clone(),
        compared: ready.project.compared.clone(),
        as_of: (!ready.requirements.is_empty()).then_some(ready.as_of),
        ..State::default()
    };
    link::write(&state, "")
}

/// The template that is named, or that lies where releases have it.
fn template(named: Option<&Path>, common: &Common) -> Result<String, Refusal> {
    let read = |path: &Path| {
        let because = |error| Refusal::because(format!("{}: cannot be read: {error}", path.display()));
        fs::read_to_string(path).map_err(because)
    };
    if let Some(path) = named {
        return read(path);
    }
    let name = if common.has_folder() { "template.html" } else { "vendor-compare.html" };
    let beside = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.join(name)));
    let found = beside.into_iter().chain([Path::new("dist").join(name)]).find(|path| path.is_file());
    let lacking =
        || Refusal::because(format!("there is no {name} here; name the one of a release with --template"));
    read(&found.ok_or_else(lacking)?)
}

/// The text of the catalogue, whose digest is that of its identity.
fn catalogue(common: &Common) -> Result<String, Refusal> {
    if !common.has_folder() {
        return Ok(embedded::TEXT.to_owned());
    }
    let (source, _) = directory::load(common.folder())?;
    source.packed().map_err(|error| Refusal::because(error.to_string()))
}

/// Compressed as well as can be done at once, and the same every time.
fn packed(text: &str) -> Result<Vec<u8>, Refusal> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let written = gzip.write_all(text.as_bytes()).and_then(|()| gzip.finish());
    written.map_err(|error| Refusal::because(format!("the catalogue cannot be packed: {error}")))
}
