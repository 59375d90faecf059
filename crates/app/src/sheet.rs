//! The events table as text, written to any place: a file, standard output.

pub mod print;
pub mod statement;
pub mod table;

use std::io::{self, Write};

use domain::event::EventType;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use store::{EventRow, StoreError};

use crate::question::count;
use crate::question::events::read_filter;
use crate::refusal::Refusal;
use crate::render::text;
use crate::sheet::print::Rows;
use crate::sheet::table::TextTable;
use crate::view::event::{EventColumn, EventFilter};
use crate::workspace::Reading;

/// The rows fetched at a time.
const PAGE: u32 = 500;

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
        let rows = match self.format {
            SheetFormat::Table => self.write_table(to, reading),
            SheetFormat::Csv => self.write_csv(to, reading),
            SheetFormat::Json => self.write_json(to, reading),
        }?;
        to.flush()?;
        Ok(count(rows))
    }
}

impl Sheet {
    fn write_table(&self, to: &mut impl Write, reading: &Reading<'_>) -> Result<u64, Unwritten> {
        let numbers = self.shown().map(|column| column.is_none_or(is_number)).collect();
        let mut table = TextTable::new(numbers).under(&self.header());
        let rows = self.each(reading, |row| table.row(self.cells(row), to))?;
        table.finish(to)?;
        Ok(rows)
    }

    fn write_csv(&self, to: &mut impl Write, reading: &Reading<'_>) -> Result<u64, Unwritten> {
        let mut table = csv::Writer::from_writer(to);
        table.write_record(self.header()).map_err(io::Error::from)?;
        let rows = self.each(reading, |row| {
            let cells = self.cells(row).into_iter().map(|cell| safe(&cell));
            Ok(table.write_record(cells)?)
        })?;
        table.flush()?;
        Ok(rows)
    }

    fn write_json(&self, to: &mut impl Write, reading: &Reading<'_>) -> Result<u64, Unwritten> {
        let mut separator = "[\n";
        let rows = self.each(reading, |row| {
            let object = serde_json::to_string(&Object { sheet: self, row })?;
            write!(to, "{separator}{object}")?;
            separator = ",\n";
            Ok(())
        })?;
        let end = if rows == 0 { "[]\n" } else { "\n]\n" };
        to.write_all(end.as_bytes())?;
        Ok(rows)
    }

    fn each(
        &self,
        reading: &Reading<'_>,
        mut visit: impl FnMut(&EventRow) -> io::Result<()>,
    ) -> Result<u64, Unwritten> {
        let filter = read_filter(&self.filter, reading)?;
        let mut before = None;
        let mut rows = 0;
        loop {
            let page = reading.reader.events(&filter, before, PAGE)?;
            for row in &page.rows {
                visit(row)?;
                rows += 1;
            }
            match page.next {
                Some(next) => before = Some(next),
                None => return Ok(rows),
            }
        }
    }

    /// The columns from left to right; `None` is the place in the journal.
    fn shown(&self) -> impl Iterator<Item = Option<EventColumn>> {
        let number = self.numbered.then_some(None);
        number.into_iter().chain(self.columns.iter().copied().map(Some))
    }

    fn header(&self) -> Vec<&'static str> {
        self.shown().map(|column| column.map_or(NUMBER, title)).collect()
    }

    fn cells(&self, row: &EventRow) -> Vec<String> {
        let cell = |column: Option<EventColumn>| match column {
            None => row.seq.0.to_string(),
            Some(column) => cell(row, column),
        };
        self.shown().map(cell).collect()
    }
}

/// The title of the column with each event's place in the journal.
const NUMBER: &str = "Number";

struct Object<'s> {
    sheet: &'s Sheet,
    row: &'s EventRow,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let row = self.row;
        let mut object = serializer.serialize_map(None)?;
        for column in self.sheet.shown() {
            match column {
                None => object.serialize_entry(NUMBER, &row.seq.0)?,
                Some(EventColumn::Effects) => {
                    object.serialize_entry(title(EventColumn::Effects), &row.effect_count)?
                }
                Some(EventColumn::Rejections) => {
                    object.serialize_entry(title(EventColumn::Rejections), &row.rejection_count)?;
                }
                Some(text) => object.serialize_entry(title(text), &cell(row, text))?,
            }
        }
        object.end()
    }
}

/// The column's name, as on the screen.
pub fn title(column: EventColumn) -> &'static str {
    match column {
        EventColumn::Time => "Time",
        EventColumn::Event => "Event",
        EventColumn::Customer => "Customer",
        EventColumn::Session => "Session",
        EventColumn::Effects => "Effects",
        EventColumn::State => "State",
        EventColumn::Total => "Total",
        EventColumn::Discount => "Discount",
        EventColumn::Rejections => "Rejections",
        EventColumn::Source => "Source",
    }
}

fn is_number(column: EventColumn) -> bool {
    match column {
        EventColumn::Effects | EventColumn::Total | EventColumn::Discount | EventColumn::Rejections => true,
        EventColumn::Time
        | EventColumn::Event
        | EventColumn::Customer
        | EventColumn::Session
        | EventColumn::State
        | EventColumn::Source => false,
    }
}

fn cell(row: &EventRow, column: EventColumn) -> String {
    match column {
        EventColumn::Time => row.at.to_string(),
        EventColumn::Event => EventType::name(&row.event_type).to_owned(),
        EventColumn::Customer => row.profile.as_ref().map(ToString::to_string).unwrap_or_default(),
        EventColumn::Session => row.session.as_ref().map(ToString::to_string).unwrap_or_default(),
        EventColumn::Effects => row.effect_count.to_string(),
        EventColumn::State => row.state.map(|state| state.name().to_owned()).unwrap_or_default(),
        EventColumn::Total => row.total.map(text::money).unwrap_or_default(),
        EventColumn::Discount => text::money(row.discount),
        EventColumn::Rejections => row.rejection_count.to_string(),
        EventColumn::Source => row.source.clone(),
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
