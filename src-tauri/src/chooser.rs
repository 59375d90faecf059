//! The native file choosers. They are opened from here, never by the window, so a page can only reach files that a
//! person chose.

use std::path::{Path, PathBuf};
use std::{env, fs};

use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tokio::sync::oneshot;

/// Who answers "which file?".
pub enum Chooser {
    /// The person, in a dialog of their desktop.
    Person,
    /// A folder that stands in for the person while the window is driven by a test, which cannot click native dialogs.
    Folder(PathBuf),
}

/// What is to be chosen.
pub struct Wanted {
    /// Title of the dialog, as a sentence fragment: "Export events".
    pub title: String,
    /// Kind of file in the user's words: "Comma-separated values".
    pub kind: String,
    /// Extension without the dot: `csv`.
    pub extension: String,
}

impl Chooser {
    /// A test's folder is honoured only in a window under automation, so a stray variable cannot redirect a person's
    /// files.
    pub fn from_environment() -> Self {
        let automated = env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|value| value == "true");
        match env::var_os("TILLROLL_TEST_DIALOG_DIR") {
            Some(folder) if automated => Self::Folder(folder.into()),
            Some(_) | None => Self::Person,
        }
    }

    /// Asks where to save. `None` when the person changed their mind.
    pub async fn save<R: Runtime>(&self, app: &AppHandle<R>, wanted: &Wanted, name: &str) -> Option<PathBuf> {
        match self {
            Self::Person => answer(|reply| dialog(app, wanted).set_file_name(name).save_file(reply)).await,
            Self::Folder(folder) => Some(folder.join(name)),
        }
    }

    /// Asks which existing file to open. `None` when the person changed their mind.
    pub async fn open<R: Runtime>(&self, app: &AppHandle<R>, wanted: &Wanted) -> Option<PathBuf> {
        match self {
            Self::Person => answer(|reply| dialog(app, wanted).pick_file(reply)).await,
            Self::Folder(folder) => first_with_extension(folder, &wanted.extension),
        }
    }
}

fn dialog<R: Runtime>(app: &AppHandle<R>, wanted: &Wanted) -> FileDialogBuilder<R> {
    app.dialog().file().set_title(&wanted.title).add_filter(&wanted.kind, &[&wanted.extension])
}

/// Opens a dialog and waits for its reply without holding up the window.
async fn answer(open: impl FnOnce(Box<dyn FnOnce(Option<FilePath>) + Send>)) -> Option<PathBuf> {
    let (reply, chosen) = oneshot::channel();
    open(Box::new(move |path| {
        // The receiver is gone only when the application is closing.
        let _ = reply.send(path);
    }));
    chosen.await.ok()??.into_path().ok()
}

/// The alphabetically first file of a kind: the same answer every time.
fn first_with_extension(folder: &Path, extension: &str) -> Option<PathBuf> {
    let files = fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    files.filter(|path| path.extension().is_some_and(|found| found == extension)).min()
}

#[cfg(test)]
mod tests {
    use super::first_with_extension;

    #[test]
    fn a_test_folder_answers_with_its_first_file_of_the_kind() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(first_with_extension(folder.path(), "csv"), None);
        for name in ["b.csv", "a.json", "c.csv"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        assert_eq!(first_with_extension(folder.path(), "csv"), Some(folder.path().join("b.csv")));
    }
}
