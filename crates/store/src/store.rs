//! The workspace as a file: made, opened, copied.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::decimal;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::table::meta::NewWorkspace;
use crate::writer::Writer;
use crate::{file, schema};

/// How long a write waits for another process's.
const PATIENCE: Duration = Duration::from_secs(5);

/// Statements kept prepared per connection.
const PREPARED: usize = 128;

/// One workspace: a file, known to be ours, whole and of the present format.
#[derive(Debug, Clone)]
pub struct Store {
    path: PathBuf,
    backup: Option<PathBuf>,
}

impl Store {
    /// Makes a new workspace file at `path`; its folder must exist.
    ///
    /// # Errors
    /// `Exists` when there is a file already; `ReadOnly`, `DiskFull`, `Io`. Nothing is left behind then.
    pub fn create(path: &Path, new: &NewWorkspace) -> Result<Self, StoreError> {
        OpenOptions::new().write(true).create_new(true).open(path).map_err(|error| {
            if error.kind() == io::ErrorKind::AlreadyExists {
                StoreError::Exists { path: path.to_owned() }
            } else {
                StoreError::from(error)
            }
        })?;
        let store = Self { path: path.to_owned(), backup: None };
        let made = store.lay_out(new);
        if made.is_err() {
            drop(fs::remove_file(path));
        }
        made.map(|()| store)
    }

    fn lay_out(&self, new: &NewWorkspace) -> Result<(), StoreError> {
        let mut connection = connect(&self.path)?;
        schema::lay_out(&mut connection)?;
        drop(connection);
        self.writer()?.write(|tx| tx.begin_workspace(new))
    }

    /// Opens the workspace at `path`. A file of an older format is copied beside itself and then brought up to date.
    ///
    /// # Errors
    /// `Missing`, `NotADatabase`, `NotOurs`, `FromTheFuture`, `Damaged`: the file is as it was. `ReadOnly`, `Locked`,
    /// `DiskFull`, `Io`.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        file::inspect(path)?;
        let mut connection = connect(path)?;
        let backup = schema::bring_up_to_date(&mut connection, path)?;
        let store = Self { path: path.to_owned(), backup };
        store.prepare(&connection)?;
        Ok(store)
    }

    /// Where the file is, as given.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where this opening put a copy of the file before changing its format; `None` when the format was current.
    pub fn backup(&self) -> Option<&Path> {
        self.backup.as_deref()
    }

    /// A connection that reads. Any number may be open, each on its own thread.
    ///
    /// # Errors
    /// `ReadOnly`, `Damaged`, `Io`.
    pub fn reader(&self) -> Result<Reader, StoreError> {
        let connection = connect(&self.path)?;
        self.prepare(&connection)?;
        connection.pragma_update(None, "query_only", true)?;
        Ok(Reader::new(connection))
    }

    /// The connection that writes. Open one per process.
    ///
    /// # Errors
    /// `ReadOnly`, `Locked`, `Damaged`, `Io`.
    pub fn writer(&self) -> Result<Writer, StoreError> {
        let connection = connect(&self.path)?;
        self.prepare(&connection)?;
        Ok(Writer::new(Reader::new(connection)))
    }

    /// Saves a copy at `target`, replacing a file that is there, while work goes on.
    ///
    /// # Errors
    /// `Exists` when `target` is the workspace itself; `ReadOnly`, `DiskFull`, `Io`. Nothing is left behind then.
    pub fn copy_to(&self, target: &Path) -> Result<(), StoreError> {
        if same_file(&self.path, target) {
            return Err(StoreError::Exists { path: target.to_owned() });
        }
        file::copy(self.reader()?.connection(), target)
    }

    /// Bytes on the disk, with what has not been moved into the main file yet.
    pub fn size(&self) -> u64 {
        file::size(&self.path) + file::size(&file::beside(&self.path, "-wal"))
    }

    fn prepare(&self, connection: &Connection) -> Result<(), StoreError> {
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.pragma_update(None, "cache_size", -16_384)?;
        connection.set_prepared_statement_cache_capacity(PREPARED);
        Ok(())
    }
}

fn connect(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    decimal::teach(&connection)?;
    Ok(connection)
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        (Ok(_), Err(_)) | (Err(_), Ok(_) | Err(_)) => one == other,
    }
}
