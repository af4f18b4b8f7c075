//! Programs that may write only where the modes of files let them, whoever runs the tests.

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use tokio::process::Command;

use super::folder::Folder;

/// What takes a right from a program of root's (util-linux), and the right to write whatever the modes say.
const WITHOUT: [&str; 3] = ["setpriv", "--inh-caps=-dac_override", "--bounding-set=-dac_override"];

/// A program that the modes of files bind. For root they mean nothing, so the program gets less than root has.
pub fn bound(program: impl AsRef<Path>) -> Command {
    let program = program.as_ref();
    if modes_bind() {
        return Command::new(program);
    }
    let mut command = Command::new(WITHOUT[0]);
    command.args(&WITHOUT[1..]).arg("--").arg(program);
    command
}

/// Whether they bind this process.
fn modes_bind() -> bool {
    let folder = Folder::new("modes");
    set_mode(folder.path(), 0o555);
    let written = fs::write(folder.path().join("file"), "");
    set_mode(folder.path(), 0o755);
    written.is_err()
}

/// A folder with one file, in which a program that is [`bound`] can write nothing.
pub struct ReadOnly {
    folder: Folder,
    pub file: PathBuf,
}

impl ReadOnly {
    /// A copy of a file in such a folder. Fails where the folder is none.
    pub async fn copy_of(original: &Path) -> ReadOnly {
        let folder = Folder::new("read-only");
        let file = folder.path().join(original.file_name().expect("a file's name"));
        fs::copy(original, &file).expect("a file that can be copied");
        set_mode(&file, 0o444);
        set_mode(folder.path(), 0o555);
        let made = bound("touch").arg(folder.path().join("another")).status().await;
        assert!(
            !made.expect("touch and setpriv").success(),
            "a browser could write in {}",
            folder.path().display()
        );
        ReadOnly { folder, file }
    }

    /// As a browser opens it.
    pub fn address(&self) -> String {
        format!("file://{}", self.file.display())
    }
}

impl Drop for ReadOnly {
    fn drop(&mut self) {
        set_mode(self.folder.path(), 0o755);
    }
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("a mode that can be set");
}
