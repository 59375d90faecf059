//! What can go wrong with a workspace file, in sentences a user can act on.

use std::error::Error;
use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;
use thiserror::Error;

/// Why the workspace could not be opened, read or written. Ordered: the first that applies is the one reported.
/// Display is a full sentence without SQL; the cause is kept as the source.
#[derive(Debug, Error)]
pub enum StoreError {
    /// There is no file at that path.
    #[error("There is no file at \"{}\". Choose another file or create a new workspace.", path.display())]
    Missing {
        /// The path as given.
        path: PathBuf,
    },
    /// A new file was asked for where one exists.
    #[error("\"{}\" exists already. Choose another name, or open the file.", path.display())]
    Exists {
        /// The path as given.
        path: PathBuf,
    },
    /// The file is not a database at all.
    #[error("This file is not a Tillroll workspace: it is not a database. Choose another file.")]
    NotADatabase,
    /// The file is a database of another program.
    #[error("This file is a database of another program, not a Tillroll workspace. Choose another file.")]
    NotOurs,
    /// A newer version of the program wrote the file.
    #[error(
        "This workspace was written by a newer Tillroll (format {found}, this one knows up to {known}). Update Tillroll to open it."
    )]
    FromTheFuture {
        /// The file's format.
        found: u32,
        /// The newest format this program reads.
        known: u32,
    },
    /// The file's contents do not fit together; it was not changed.
    #[error("The workspace file is damaged ({detail}). It was left as it is; open a copy or a backup of it.")]
    Damaged {
        /// What was found, without SQL.
        detail: String,
        /// The cause, if there is one.
        #[source]
        source: Option<Box<dyn Error + Send + Sync>>,
    },
    /// The file or its folder may not be written.
    #[error("The workspace cannot be opened for writing. Check that you may change the file and its folder.")]
    ReadOnly {
        /// The cause.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// Another window or program kept the file locked for five seconds.
    #[error(
        "Another window or program is writing to this workspace. Nothing was stored; try again when it is done."
    )]
    Locked {
        /// The cause.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// There is no room left.
    #[error("The disk is full. Nothing was stored; make room and try again.")]
    DiskFull {
        /// The cause.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// The operating system could not read or write.
    #[error("The workspace file could not be read or written. Check the disk and try again.")]
    Io {
        /// The cause.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// The change contradicts what is stored, such as two attributes of one name or a change to the log.
    #[error("The change does not fit what the workspace holds. Nothing was stored.")]
    Conflict {
        /// The cause.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// Anything else the database reports; a defect of the program.
    #[error("The workspace could not answer because of a mistake in Tillroll. Nothing was stored.")]
    Defect {
        /// The cause.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
}

impl StoreError {
    /// A stored text that cannot be read; `what` names it for people.
    pub(crate) fn unreadable(what: &str, source: impl Error + Send + Sync + 'static) -> Self {
        Self::Damaged { detail: format!("the {what} cannot be read"), source: Some(Box::new(source)) }
    }

    /// As [`StoreError::unreadable`], where nothing more is known.
    pub(crate) fn unknown(what: &str) -> Self {
        Self::Damaged { detail: format!("the {what} cannot be read"), source: None }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let code = error.sqlite_error_code();
        let is = |wanted: &[ErrorCode]| code.is_some_and(|code| wanted.contains(&code));
        if is(&[ErrorCode::NotADatabase]) {
            return Self::NotADatabase;
        }
        let source: Box<dyn Error + Send + Sync> = Box::new(error);
        if is(&[ErrorCode::DatabaseCorrupt]) {
            let detail = "its pages do not fit together".to_owned();
            Self::Damaged { detail, source: Some(source) }
        } else if is(&[ErrorCode::ReadOnly, ErrorCode::CannotOpen, ErrorCode::PermissionDenied]) {
            Self::ReadOnly { source }
        } else if is(&[ErrorCode::DatabaseBusy, ErrorCode::DatabaseLocked]) {
            Self::Locked { source }
        } else if is(&[ErrorCode::DiskFull]) {
            Self::DiskFull { source }
        } else if is(&[ErrorCode::SystemIoFailure]) {
            Self::Io { source }
        } else if is(&[ErrorCode::ConstraintViolation]) {
            Self::Conflict { source }
        } else {
            Self::Defect { source }
        }
    }
}

impl From<rusqlite_migration::Error> for StoreError {
    fn from(error: rusqlite_migration::Error) -> Self {
        if let rusqlite_migration::Error::RusqliteError { err, .. } = error {
            Self::from(err)
        } else {
            Self::Defect { source: Box::new(error) }
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        let kind = error.kind();
        let source: Box<dyn Error + Send + Sync> = Box::new(error);
        if kind == io::ErrorKind::PermissionDenied || kind == io::ErrorKind::ReadOnlyFilesystem {
            Self::ReadOnly { source }
        } else if kind == io::ErrorKind::StorageFull {
            Self::DiskFull { source }
        } else {
            Self::Io { source }
        }
    }
}
