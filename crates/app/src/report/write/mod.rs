//! The formats a report is written in. Each takes rows as they come and holds as little of them as it can.

mod about;
mod csv;
mod html;
mod json;
mod parquet;
mod table;
mod xlsx;

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::refusal::ProblemKind;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::cell::Cell;
use super::plan::Plan;
use super::preset::Preset;
use crate::export::to_file;
use crate::progress::Progress;
use crate::refusal::Refusal;
use crate::sheet::Unwritten;
use crate::view::event::ExportView;
use crate::workspace::{Question, Reading};
use about::About;

/// How a report is written to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ReportFormat {
    /// Comma-separated values, formula-safe.
    Csv,
    /// One list of objects.
    Json,
    /// One object a line.
    Ndjson,
    /// A workbook with typed cells.
    Xlsx,
    /// Typed columns for data tools.
    Parquet,
    /// A page to print.
    Html,
}

impl ReportFormat {
    /// Every format and the extension of its files.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Csv, "csv"),
        (Self::Json, "json"),
        (Self::Ndjson, "ndjson"),
        (Self::Xlsx, "xlsx"),
        (Self::Parquet, "parquet"),
        (Self::Html, "html"),
    ];

    /// The extension of its files, without the dot.
    pub fn extension(self) -> &'static str {
        Self::ALL.iter().find(|(format, _)| *format == self).map_or("", |(_, extension)| extension)
    }

    /// The format of a file of that name.
    pub fn of_file(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.iter().find(|(_, own)| *own == extension).map(|(format, _)| *format)
    }
}

/// How a CSV is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CsvStyle {
    /// What stands between two cells: a comma, a semicolon or a tab.
    #[serde(default = "comma")]
    pub separator: char,
    /// Begins with a byte order mark, by which Excel knows that the text is UTF-8.
    #[serde(default)]
    pub byte_order_mark: bool,
}

fn comma() -> char {
    ','
}

impl Default for CsvStyle {
    fn default() -> Self {
        Self { separator: comma(), byte_order_mark: false }
    }
}

/// Takes a report row by row.
pub(crate) trait Sink {
    /// Takes one row, with a cell for each heading.
    fn row(&mut self, cells: &[Cell]) -> Result<(), Unwritten>;

    /// Writes what is still to be written.
    fn finish(self: Box<Self>, rows: u64) -> Result<(), Unwritten>;
}

/// Writes a report to `to` as text for people or programs, and answers with the number of rows.
pub(crate) fn as_text(
    plan: &Plan,
    format: TextFormat,
    reading: &Reading<'_>,
    to: &mut dyn Write,
) -> Result<u64, Unwritten> {
    let sink: Box<dyn Sink + '_> = match format {
        TextFormat::Table => Box::new(table::Table::under(plan, to)),
        TextFormat::Csv => Box::new(csv::Csv::under(plan, CsvStyle::default(), to)?),
        TextFormat::Json => Box::new(json::Json::under(plan, false, to)),
    };
    pour(plan, reading, &Progress::default(), sink)
}

/// Text that can be printed as it comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextFormat {
    /// Aligned for people.
    Table,
    /// As [`ReportFormat::Csv`].
    Csv,
    /// As [`ReportFormat::Json`].
    Json,
}

fn pour(
    plan: &Plan,
    reading: &Reading<'_>,
    progress: &Progress,
    mut sink: Box<dyn Sink + '_>,
) -> Result<u64, Unwritten> {
    let mut rows = 0;
    plan.each(reading, progress, &mut |cells| {
        rows += 1;
        sink.row(cells).map(|()| ControlFlow::Continue(()))
    })?;
    sink.finish(rows)?;
    Ok(rows)
}

/// Writes a report to a file, which appears only when it is whole.
#[derive(Debug, Clone)]
pub struct WriteReport {
    /// What is written.
    pub preset: Preset,
    /// How.
    pub format: ReportFormat,
    /// How, if it is a CSV.
    pub csv: CsvStyle,
    /// Where; a file that is there is replaced.
    pub target: PathBuf,
    /// How far it is, for whoever watches.
    pub progress: Arc<Progress>,
}

impl Question for WriteReport {
    type Answer = ExportView;

    fn answer(&self, reading: &Reading<'_>) -> Result<ExportView, Refusal> {
        if ![',', ';', '\t'].contains(&self.csv.separator) {
            let details = "Cells are separated by a comma, a semicolon or a tab; choose one of them.";
            return Err(Refusal::field("/separator", ProblemKind::Choice, details));
        }
        let plan = Plan::of(&self.preset, reading)?;
        to_file(&self.target, |file| {
            let sink = self.sink(&plan, reading, file)?;
            let rows = pour(&plan, reading, &self.progress, sink)?;
            Ok(u32::try_from(rows).unwrap_or(u32::MAX))
        })
    }
}

impl WriteReport {
    fn sink<'f>(
        &self,
        plan: &'f Plan,
        reading: &Reading<'_>,
        file: &'f mut BufWriter<File>,
    ) -> Result<Box<dyn Sink + 'f>, Unwritten> {
        let about = || About::of(plan, &self.preset, reading);
        let folder = self.target.parent().unwrap_or(Path::new(""));
        Ok(match self.format {
            ReportFormat::Csv => Box::new(csv::Csv::under(plan, self.csv, file)?),
            ReportFormat::Json => Box::new(json::Json::under(plan, false, file)),
            ReportFormat::Ndjson => Box::new(json::Json::under(plan, true, file)),
            ReportFormat::Xlsx => Box::new(xlsx::Xlsx::under(plan, about()?, folder, file)?),
            ReportFormat::Parquet => Box::new(parquet::Parquet::under(plan, &about()?, file)?),
            ReportFormat::Html => Box::new(html::Html::under(plan, about()?, file)?),
        })
    }
}

/// An error of a library that writes a format.
fn output(why: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Unwritten {
    Unwritten::Output(io::Error::other(why))
}
