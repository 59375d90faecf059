//! The events table as text, written to any place: a file, standard output. It is a report of a fixed kind.

pub mod print;
pub mod statement;
pub mod table;

use std::io::{self, Write};

use domain::refusal::Problem;
use store::StoreError;

use crate::question::count;
use crate::refusal::Refusal;
use crate::report::cell::NumberFormat;
use crate::report::plan::Plan;
use crate::report::preset::{Grain, Preset, PresetColumn, VERSION};
use crate::report::write::{TextFormat, as_text};
use crate::sheet::print::Rows;
use crate::view::event::{EventColumn, EventFilter};
use crate::workspace::Reading;

/// How a sheet is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetFormat {
    /// Aligned for people, one header line.
    Table,
    /// Comma-separated, formula-safe, one header line.
    Csv,
    /// One array of objects.
    Json,
}

/// Matching events, newest first as on the screen.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Which events.
    pub filter: EventFilter,
    /// Begin with each event's place in the journal.
    pub numbered: bool,
    /// Which columns, in this order; never empty.
    pub columns: Vec<EventColumn>,
    /// How.
    pub format: SheetFormat,
}

/// Why a sheet is not complete.
#[derive(Debug)]
pub enum Unwritten {
    /// The events could not be read.
    Refused(Refusal),
    /// The rows could not be written.
    Output(io::Error),
}

impl From<Refusal> for Unwritten {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Problem> for Unwritten {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem.into())
    }
}

impl From<StoreError> for Unwritten {
    fn from(why: StoreError) -> Self {
        Self::Refused(why.into())
    }
}

impl From<io::Error> for Unwritten {
    fn from(why: io::Error) -> Self {
        Self::Output(why)
    }
}

impl Rows for Sheet {
    fn write(&self, to: &mut impl Write, reading: &Reading<'_>) -> Result<u32, Unwritten> {
        let plan = Plan::of(&self.report(), reading)?;
        let format = match self.format {
            SheetFormat::Table => TextFormat::Table,
            SheetFormat::Csv => TextFormat::Csv,
            SheetFormat::Json => TextFormat::Json,
        };
        as_text(&plan, format, reading, to).map(count)
    }
}

impl Sheet {
    /// The report that has these rows and columns.
    fn report(&self) -> Preset {
        let number = self.numbered.then_some("number");
        let columns = number.into_iter().chain(self.columns.iter().copied().map(name));
        Preset {
            version: VERSION,
            name: "Events".to_owned(),
            description: String::new(),
            grain: Grain::Event,
            columns: columns.map(|name| PresetColumn { column: name.to_owned(), title: None }).collect(),
            measures: Vec::new(),
            filter: self.filter.clone(),
            zone: "UTC".to_owned(),
            numbers: NumberFormat::Point,
        }
    }
}

/// The column's name in the catalogue.
fn name(column: EventColumn) -> &'static str {
    match column {
        EventColumn::Time => "time",
        EventColumn::Event => "event",
        EventColumn::Customer => "customer",
        EventColumn::Session => "session",
        EventColumn::Effects => "effects",
        EventColumn::State => "state",
        EventColumn::Total => "total",
        EventColumn::Discount => "discount",
        EventColumn::Rejections => "rejections",
        EventColumn::Source => "source",
    }
}

/// A cell no spreadsheet takes for a formula. Plain numbers stay numbers, negative ones too.
pub(crate) fn safe(cell: &str) -> String {
    let is_number = cell.parse::<rust_decimal::Decimal>().is_ok();
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') if !is_number => format!("'{cell}"),
        Some(_) | None => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn a_spreadsheet_takes_no_cell_for_a_formula() {
        let cases = [
            ("=cmd()", "'=cmd()"),
            ("+1+1", "'+1+1"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("-12.50", "-12.50"),
            ("ana", "ana"),
            ("", ""),
        ];
        for (cell, expected) in cases {
            assert_eq!(safe(cell), expected, "{cell:?}");
        }
    }
}
