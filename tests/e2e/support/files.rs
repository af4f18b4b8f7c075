//! Files between the page and the disk: those that the page gives the visitor, and those that the visitor chooses.

use super::{Page, folder::Folder};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folders of a session.
pub struct Files {
    folder: Folder,
}

impl Files {
    pub fn new() -> Files {
        let files = Files { folder: Folder::new("browser") };
        for folder in [files.saved(), files.given(), files.settings()] {
            fs::create_dir(folder).expect("a folder for files");
        }
        files
    }

    /// Where the browser puts what is saved.
    pub fn saved(&self) -> PathBuf {
        self.folder.path().join("saved")
    }

    /// Where lies what the visitor chooses.
    fn given(&self) -> PathBuf {
        self.folder.path().join("given")
    }

    /// The folder of settings (`XDG_CONFIG_HOME`) of a browser that has no setting of its own for where it saves.
    pub fn settings(&self) -> PathBuf {
        self.folder.path().join("settings")
    }

    /// Writes there that what is saved goes to [`Files::saved`].
    pub fn settle(&self) {
        let line = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", self.saved().display());
        fs::write(self.settings().join("user-dirs.dirs"), line).expect("settings for the browser");
    }
}

#[allow(dead_code, reason = "a toolbox: not every helper is in use at all times")]
impl Page {
    /// The text of the file that the page has saved under this name. The file is taken, so that the next one can have the
    /// same name.
    pub async fn saved(&self, name: &str) -> String {
        let folder = self.files().saved();
        let file = folder.join(name);
        self.wait(&format!("the file {name}"), async || {
            let text = fs::read_to_string(&file).ok().filter(|text| !text.is_empty())?;
            if !is_settled(&folder) {
                return None;
            }
            fs::remove_file(&file).ok()?;
            Some(text)
        })
        .await
    }

    /// Chooses a file with this name and text in the first match, which is a field for files.
    pub async fn choose_file(&self, css: &str, name: &str, text: &str) {
        let path = self.given(name, text);
        self.wait(css, async || self.shadow(css).await.send_keys(path.as_str()).await.ok()).await;
    }

    /// Opens a file with this name and text from the disk.
    pub async fn open_file(&self, name: &str, text: &str) {
        self.open(&format!("file://{}", self.given(name, text))).await;
    }

    /// Writes a file, and says where it is.
    fn given(&self, name: &str, text: &str) -> String {
        let file = self.files().given().join(name);
        fs::write(&file, text).expect("a file that can be written");
        file.to_str().expect("a path that can be typed").to_owned()
    }
}

/// Whether no file is on its way: browsers write under another name first.
fn is_settled(folder: &Path) -> bool {
    const ON_THE_WAY: [&str; 3] = ["part", "crdownload", "wkdownload"];
    let mut names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    !names.any(|name| name.extension().is_some_and(|ending| ON_THE_WAY.iter().any(|part| ending == *part)))
}
