//! The file itself: whether it is a workspace, whether it is whole, and copies of it.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::schema;

/// Files up to this size, in bytes, are checked page by page at every opening; larger ones by their header and length.
const LARGEST_CHECKED: u64 = 64 * 1024 * 1024;

/// What SQLite writes at the beginning of every database, by its published file format.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// The first hundred bytes of a database.
struct Header([u8; 100]);

impl Header {
    fn read(path: &Path) -> Result<Self, StoreError> {
        let mut bytes = [0; 100];
        File::open(path)?.read_exact(&mut bytes).map_err(|_| StoreError::NotADatabase)?;
        if bytes.starts_with(MAGIC) { Ok(Self(bytes)) } else { Err(StoreError::NotADatabase) }
    }

    /// The big-endian number at a place that the file format fixes.
    fn number(&self, place: usize) -> u32 {
        let bytes = self.0.get(place..place + 4).and_then(|bytes| <[u8; 4]>::try_from(bytes).ok());
        bytes.map_or(0, u32::from_be_bytes)
    }

    fn application(&self) -> u32 {
        self.number(68)
    }

    fn version(&self) -> u32 {
        self.number(60)
    }

    /// The length the file should have, in bytes; `None` when the header does not vouch for it.
    fn length(&self) -> Option<u64> {
        let page_size = u64::from(u16::from_be_bytes([self.0[16], self.0[17]]));
        let page_size = if page_size == 1 { 65_536 } else { page_size };
        (self.number(24) == self.number(92)).then(|| page_size * u64::from(self.number(28)))
    }
}

/// Looks at the file without changing it.
///
/// # Errors
/// `Missing`, `NotADatabase`, `NotOurs`, `FromTheFuture`, `Damaged`.
pub(crate) fn inspect(path: &Path) -> Result<(), StoreError> {
    let about = fs::metadata(path).map_err(|_| StoreError::Missing { path: path.to_owned() })?;
    if !about.is_file() {
        return Err(StoreError::NotADatabase);
    }
    let header = Header::read(path)?;
    if header.application() != schema::MARK {
        return Err(StoreError::NotOurs);
    }
    let (found, known) = (header.version(), schema::newest());
    if found > known {
        return Err(StoreError::FromTheFuture { found, known });
    }
    let unfinished = size(&beside(path, "-wal")) > 0;
    let too_short = header.length().is_some_and(|length| about.len() < length);
    if too_short && !unfinished {
        return Err(StoreError::Damaged { detail: "its end is missing".to_owned(), source: None });
    }
    if about.len() <= LARGEST_CHECKED { check_pages(path) } else { Ok(()) }
}

/// Lets SQLite walk through all pages, on a connection that cannot write.
fn check_pages(path: &Path) -> Result<(), StoreError> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let verdict = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    match verdict.map_err(StoreError::from) {
        Ok(word) if word == "ok" => Ok(()),
        Ok(finding) => {
            let detail = "its pages do not fit together".to_owned();
            Err(StoreError::Damaged { detail, source: Some(finding.into()) })
        }
        // The header was fine, so a page that is no database page is damage.
        Err(StoreError::NotADatabase) => Err(StoreError::unknown("first page")),
        Err(other) => Err(other),
    }
}

/// The path with something put after its whole name, as SQLite names its companions.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Bytes of the file; 0 where there is none.
pub(crate) fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |about| about.len())
}

/// A name beside `path`, not taken yet, for the copy made before its format becomes `version`.
pub(crate) fn free_path(path: &Path, version: u32) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let plain = path.with_file_name(format!("{stem}.before-v{version}.sqlite"));
    let numbered = (2_u32..).map(|n| path.with_file_name(format!("{stem}.before-v{version}-{n}.sqlite")));
    std::iter::once(plain.clone()).chain(numbered).find(|free| !free.exists()).unwrap_or(plain)
}

/// Copies the open workspace to `target`, replacing what is there in one step, from one moment's state; writes go on.
///
/// # Errors
/// `DiskFull`, `ReadOnly`, `Io`; nothing is left behind then.
pub(crate) fn copy(from: &Connection, target: &Path) -> Result<(), StoreError> {
    let part = beside(target, ".part");
    drop(fs::remove_file(&part));
    let copied = copy_pages(from, &part).and_then(|()| {
        File::open(&part)?.sync_all()?;
        Ok(fs::rename(&part, target)?)
    });
    if copied.is_err() {
        drop(fs::remove_file(&part));
    }
    copied
}

fn copy_pages(from: &Connection, target: &Path) -> Result<(), StoreError> {
    let mut to = Connection::open(target)?;
    let backup = Backup::new(from, &mut to)?;
    if backup.step(-1)? == StepResult::Done {
        Ok(())
    } else {
        Err(StoreError::Locked { source: "the copy was not finished".into() })
    }
}
