//! Exports of the events table: what is shown, as a file.
//!
//! A file is written beside its target and renamed, so that a broken export leaves nothing under the final name.

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

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
/// Those of `write`; when the file cannot be written.
pub(crate) fn to_file(
    target: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> Result<u32, Unwritten>,
) -> Result<ExportView, Refusal> {
    let beside = beside(target);
    let written = whole(&beside, write).and_then(|rows| {
        std::fs::rename(&beside, target)?;
        Ok(ExportView { path: target.display().to_string(), rows })
    });
    if written.is_err() {
        // Best effort: the refusal already tells what went wrong.
        let _ = std::fs::remove_file(&beside);
    }
    written.map_err(|why| match why {
        Unwritten::Refused(refusal) => refusal,
        Unwritten::Output(why) => Refusal::Export { path: target.display().to_string(), why },
    })
}

fn whole(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> Result<u32, Unwritten>,
) -> Result<u32, Unwritten> {
    let mut file = BufWriter::new(File::create(path)?);
    let rows = write(&mut file)?;
    let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    Ok(rows)
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

fn beside(target: &Path) -> PathBuf {
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    target.with_file_name(name)
}
