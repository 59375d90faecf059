//! Exports of the events table: what is shown, as a file.
//!
//! A file is written beside its target and renamed, so that a broken export leaves nothing under the final name.

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use crate::refusal::Refusal;
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
        let beside = beside(&self.target);
        let written = self.write_to(&beside, reading).and_then(|rows| {
            std::fs::rename(&beside, &self.target)?;
            Ok(ExportView { path: self.target.display().to_string(), rows })
        });
        if written.is_err() {
            // Best effort: the refusal already tells what went wrong.
            let _ = std::fs::remove_file(&beside);
        }
        written.map_err(|why| match why {
            Unwritten::Refused(refusal) => refusal,
            Unwritten::Output(why) => Refusal::Export { path: self.target.display().to_string(), why },
        })
    }
}

impl ExportEvents {
    fn write_to(&self, path: &Path, reading: &Reading<'_>) -> Result<u32, Unwritten> {
        let mut file = BufWriter::new(File::create(path)?);
        let rows = self.sheet().write(&mut file, reading)?;
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok(rows)
    }

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
