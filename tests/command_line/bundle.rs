//! Offline files of templates. That such a file works is for the end-to-end tests.

use std::{
    env, fs,
    path::PathBuf,
    process,
    sync::atomic::{AtomicUsize, Ordering},
};

use vendor_compare::export::offline::sha256;

use super::{AS_OF, fixture, printed, refused};

const PLACES: &str =
    "<!--vc:table--><!--/vc:table--><!--vc:about--><!--/vc:about--><!--vc:sent--><!--/vc:sent-->";
const ENGINE: &str = "<script id=\"vc-engine\" data-sha256=\"0000000000000000000000000000000000000000000000000000000000000000\">";

/// A folder that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let unique =
            format!("vendor-compare-bundle-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = env::temp_dir().join(unique);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }

    fn file(&self, name: &str, text: &str) -> String {
        fs::write(self.0.join(name), text).unwrap();
        self.path(name)
    }

    /// The file that is made of a template.
    fn made(&self, template: &str, arguments: &[&str]) -> (String, String) {
        let template = self.file("template", template);
        let file = self.path("made");
        let all = [&["bundle", "--as-of", AS_OF, "--template", &template, "-o", &file], arguments].concat();
        (printed(&all), fs::read_to_string(file).unwrap())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_file_holds_the_table_what_it_is_and_what_is_sent() {
    let folder = Folder::new();
    let project = folder.file(
        "project",
        "{\"kind\":\"vendor-compare project\",\"format\":1,\"notes\":[{\"vendor\":\"wflow\",\"text\":\"</script>\"}]}",
    );
    let (said, made) = folder.made(PLACES, &["--require", "region in EEA", "--project", &project]);
    assert!(said.contains("\nFingerprint: "), "{said}");
    assert!(made.contains("All data, in every role, is inside the EEA."), "{made}");
    assert!(
        made.contains("<a href=\"?require=region+in+EEA&amp;as-of=2026-11-22\">Show it as it was sent</a>")
    );
    assert!(made.contains(">require=region+in+EEA&as-of=2026-11-22</script>"), "{made}");
    assert!(made.contains("\\u003c/script>"), "{made}");
    // The built-in catalogue is in the program.
    assert!(!made.contains("id=\"vc-catalogue\""), "{made}");
}

#[test]
fn what_is_filled_can_be_filled_again() {
    let folder = Folder::new();
    let (_, once) = folder.made(PLACES, &["--require", "region in EEA"]);
    let (_, again) = folder.made(&once, &["--require", "region in EEA"]);
    assert_eq!(once, again);
    let (_, other) = folder.made(&once, &[]);
    assert!(!other.contains("What is required") && !other.contains("vc-link"), "{other}");
}

#[test]
fn a_catalogue_of_others_goes_into_a_template_with_the_engine() {
    let folder = Folder::new();
    let template = format!("{PLACES}{ENGINE}");
    let (said, made) = folder.made(&template, &["--data", &fixture()]);
    let digest = made.split("id=\"vc-catalogue\" data-sha256=\"").nth(1).unwrap().get(..64).unwrap();
    // It is the digest that records name.
    let record = printed(&["--data", &fixture(), "record", "--format", "markdown", ""]);
    assert!(record.contains(digest) && made.contains(&format!("SHA-256 <code>{digest}</code>")), "{record}");
    // And of the text that can be published.
    assert_eq!(sha256(printed(&["--data", &fixture(), "export", "--packed"]).as_bytes()), digest);
    refused(&["export", "--packed", "--format", "csv"]);
    // Another catalogue is another file.
    let (other, _) = folder.made(&template, &[]);
    assert_ne!(said, other);
}

#[test]
fn what_is_no_template_is_refused() {
    let folder = Folder::new();
    let output = folder.path("made");
    let missing = refused(&["bundle", "--template", &folder.path("none"), "-o", &output]);
    assert!(missing.contains("none: cannot be read"), "{missing}");
    let empty = folder.file("empty", "<p></p>");
    let refusal = refused(&["bundle", "--template", &empty, "-o", &output]);
    assert!(refusal.contains("not exactly one place `table`"), "{refusal}");
    let embedded = folder.file("embedded", PLACES);
    let refusal = refused(&["--data", &fixture(), "bundle", "--template", &embedded, "-o", &output]);
    assert!(refusal.contains("shows the catalogue that it was built with, and no other"), "{refusal}");
    assert!(!folder.0.join("made").exists());
}
