//! Files that appear only when they are whole, and the events table as such a file.
//!
//! A file is written beside its target and renamed, so that a broken export leaves nothing behind.

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::refusal::Refusal;
use crate::sheet::print::Rows;
use crate::sheet::{Sheet, SheetFormat, Unwritten};
use crate::view::event::{EventColumn, EventFilter, ExportFormat, ExportView};
use crate::workspace::{Question, Reading};

/// Writes the matching events, newest first as on the screen, to a file.
#[derive(Debug, Clone)]
pub struct ExportEvents {
    /// Which events.
    pub filter: EventFilter,
    /// Which columns, in this order; never empty.
    pub columns: Vec<EventColumn>,
    /// How.
    pub format: ExportFormat,
    /// Where; a file that is there is replaced.
    pub target: PathBuf,
}

impl Question for ExportEvents {
    type Answer = ExportView;

    fn answer(&self, reading: &Reading<'_>) -> Result<ExportView, Refusal> {
        to_file(&self.target, |file| self.sheet().write(file, reading))
    }
}

/// Writes the file at `target`, which appears there only when it is whole. `write` answers with the rows it wrote.
///
/// # Errors
/// Those of `write`; when the file cannot be written. Nothing is left behind then.
pub(crate) fn to_file(
    target: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> Result<u32, Unwritten>,
) -> Result<ExportView, Refusal> {
    whole(target, write).map_err(|why| match why {
        Unwritten::Refused(refusal) => refusal,
        Unwritten::Output(why) => Refusal::Export { path: target.display().to_string(), why },
    })
}

fn whole(
    target: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> Result<u32, Unwritten>,
) -> Result<ExportView, Unwritten> {
    let beside = beside(target)?;
    let mut file = BufWriter::new(beside.reopen()?);
    let rows = write(&mut file)?;
    let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    beside.persist(target).map_err(|why| why.error)?;
    Ok(ExportView { path: target.display().to_string(), rows })
}

/// A file in the folder of `target`, which is gone when it is dropped.
fn beside(target: &Path) -> io::Result<NamedTempFile> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".till-").suffix(".part");
    // As any file a person makes, not as a secret one.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

impl ExportEvents {
    fn sheet(&self) -> Sheet {
        Sheet {
            filter: self.filter.clone(),
            numbered: false,
            columns: self.columns.clone(),
            format: match self.format {
                ExportFormat::Csv => SheetFormat::Csv,
                ExportFormat::Json => SheetFormat::Json,
            },
        }
    }
}
