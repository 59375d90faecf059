//! `till report`: a report as a file.

use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use app::progress::Progress;
use app::report::builtin;
use app::report::preset::Preset;
use app::report::write::{CsvStyle, ReportFormat, WriteReport};
use app::workspace::Workspace;
use clap::{Args, ValueEnum};
use jiff::Timestamp;

use super::clock;
use crate::failure::{Failure, REFUSED};

const EXAMPLES: &str = "\
PRESET is a file saved in the Reports screen, or the name of a report that comes with the program:
  event-log, effects-by-campaign, discounts-by-day, coupon-rejections, sessions-by-state, created-closed-returned,
  event-dictionary

Examples:
  till report shop.sqlite event-log -o events.xlsx
  till report shop.sqlite effects-by-campaign -o effects.csv --separator ';' --byte-order-mark
  till report shop.sqlite my-report.json -o lines.parquet";

/// The largest preset file, in bytes.
const LARGEST_PRESET: u64 = 1_000_000;

/// Write a report to a file: CSV, JSON, NDJSON, XLSX, Parquet or a page to print
///
/// The file appears only when it is whole; one that is there already is replaced.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Report {
    /// The workspace file
    file: PathBuf,
    /// The report
    preset: String,
    /// Where the report is written
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    /// How it is written; told by the extension of OUT when left out
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// What stands between the cells of a CSV: a comma, a semicolon or a tab
    #[arg(long, value_name = "CHAR", default_value_t = ',')]
    separator: char,
    /// Begin a CSV with a byte order mark, by which Excel knows that it is UTF-8
    #[arg(long)]
    byte_order_mark: bool,
    /// The time it is, such as 2026-11-30T09:00:00Z
    #[arg(long, value_name = "TIME")]
    clock: Option<Timestamp>,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Comma-separated, and safe to open in a spreadsheet
    Csv,
    /// One array of objects
    Json,
    /// One object a line
    Ndjson,
    /// A workbook with typed cells
    Xlsx,
    /// Typed columns for data tools
    Parquet,
    /// A page to print
    Html,
}

impl Report {
    /// Writes the report and says how many rows it has.
    ///
    /// # Errors
    /// When a file cannot be used, or the workspace has not what the report asks for.
    pub fn run(&self) -> Result<ExitCode, Failure> {
        let Some(format) = self.format() else {
            let out = self.output.display();
            eprintln!(
                "till: \"{out}\" does not tell a format; end it with .csv, .json, .ndjson, .xlsx, .parquet or .html, or name one with --format."
            );
            return Ok(ExitCode::from(REFUSED));
        };
        let preset = self.preset()?;
        let workspace = Workspace::open(&self.file, clock(self.clock))?;
        let csv = CsvStyle { separator: self.separator, byte_order_mark: self.byte_order_mark };
        let target = self.output.clone();
        let written = workspace.ask_now(&WriteReport {
            preset,
            format,
            csv,
            target,
            progress: Progress::unwatched(),
        })?;
        writeln!(io::stdout(), "Wrote {} rows to {}.", written.rows, written.path)
            .map_err(Failure::Output)?;
        Ok(ExitCode::SUCCESS)
    }

    fn format(&self) -> Option<ReportFormat> {
        match self.format {
            None => ReportFormat::of_file(&self.output),
            Some(Format::Csv) => Some(ReportFormat::Csv),
            Some(Format::Json) => Some(ReportFormat::Json),
            Some(Format::Ndjson) => Some(ReportFormat::Ndjson),
            Some(Format::Xlsx) => Some(ReportFormat::Xlsx),
            Some(Format::Parquet) => Some(ReportFormat::Parquet),
            Some(Format::Html) => Some(ReportFormat::Html),
        }
    }

    fn preset(&self) -> Result<Preset, Failure> {
        if let Some(preset) = builtin::presets()?.into_iter().find(|one| builtin::slug(one) == self.preset) {
            return Ok(preset);
        }
        let mut text = String::new();
        let file =
            fs::File::open(&self.preset).map_err(|why| Failure::Preset { name: self.preset.clone(), why })?;
        file.take(LARGEST_PRESET)
            .read_to_string(&mut text)
            .map_err(|why| Failure::Preset { name: self.preset.clone(), why })?;
        Ok(Preset::from_text(&text)?)
    }
}
