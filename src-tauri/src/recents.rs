//! The list of recently opened workspaces, a small JSON file in the user's configuration folder.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

use app::clock::Clock;
use app::view::workspace::RecentView;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

/// How many are remembered.
const LIMIT: usize = 12;

/// A workspace that was opened before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Recent {
    /// Where its file is.
    path: PathBuf,
    /// Its name when it was opened.
    #[serde(default)]
    name: String,
    /// When it was last opened, RFC 3339.
    opened_at: String,
}

/// The list as a file.
pub struct Recents {
    file: PathBuf,
}

impl Recents {
    /// The list kept in `folder`, which is created when something is first remembered.
    pub fn new(folder: PathBuf) -> Self {
        Self { file: folder.join("recents.json") }
    }

    /// The entries, the last opened first; those whose file is gone have no size.
    pub fn list(&self) -> Vec<RecentView> {
        let shown = |recent: Recent| RecentView {
            name: recent.name,
            size: fs::metadata(&recent.path).ok().map(|file| u32::try_from(file.len()).unwrap_or(u32::MAX)),
            path: recent.path.display().to_string(),
            opened: recent.opened_at,
        };
        self.read().into_iter().map(shown).collect()
    }

    /// Puts `path` at the head of the list.
    ///
    /// # Errors
    /// When the configuration folder cannot be written.
    pub fn remember(&self, path: &Path, name: &str) -> io::Result<()> {
        let mut list = self.read();
        list.retain(|recent| recent.path != path);
        let opened_at = Clock::Wall.now().to_string();
        list.insert(0, Recent { path: path.to_owned(), name: name.to_owned(), opened_at });
        list.truncate(LIMIT);
        self.write(&list)
    }

    /// A missing or damaged list is an empty one: it only saves clicks and must never be in the way.
    fn read(&self) -> Vec<Recent> {
        let Ok(text) = fs::read(&self.file) else {
            return Vec::new();
        };
        serde_json::from_slice(&text).unwrap_or_else(|why| {
            tracing::warn!(%why, file = %self.file.display(), "the list of recent workspaces is unreadable");
            Vec::new()
        })
    }

    /// Written beside and renamed into place, so a crash leaves the old list or the new one.
    fn write(&self, list: &[Recent]) -> io::Result<()> {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut file = NamedTempFile::new_in(folder)?;
        serde_json::to_writer_pretty(&mut file, list)?;
        file.flush()?;
        file.as_file().sync_all()?;
        file.persist(&self.file)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{LIMIT, Recents};

    fn names(recents: &Recents) -> Vec<String> {
        recents.read().iter().map(|recent| recent.path.display().to_string()).collect()
    }

    #[test]
    fn the_last_opened_comes_first_once_and_the_list_stays_short() {
        let folder = tempfile::tempdir().unwrap();
        let recents = Recents::new(folder.path().join("new/config"));
        for name in ["a", "b", "a"] {
            recents.remember(Path::new(name), "Shop").unwrap();
        }
        assert_eq!(names(&recents), ["a", "b"]);
        for number in 0..2 * LIMIT {
            recents.remember(Path::new(&number.to_string()), "Shop").unwrap();
        }
        assert_eq!(names(&recents).len(), LIMIT);
    }

    #[test]
    fn a_damaged_list_is_an_empty_one_and_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("recents.json"), "[{").unwrap();
        let recents = Recents::new(folder.path().to_owned());
        assert!(names(&recents).is_empty());
        recents.remember(Path::new("a"), "Shop").unwrap();
        assert_eq!(names(&recents), ["a"]);
    }
}
