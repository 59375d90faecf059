//! A workbook: typed cells, a header that stays, a filter on every column, and a sheet that says how it was made. Rows
//! go to a temporary file beside the target as they come; it is gone when the workbook is written or given up.

use std::io::Write;
use std::path::Path;

use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use rust_decimal::Decimal;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::about::About;
use super::{Sink, output};
use crate::report::cell::{Cell, Kind, plain};
use crate::report::plan::Plan;
use crate::sheet::Unwritten;

/// The most rows of a sheet, the header included. Source: Excel's specifications and limits.
const MOST_ROWS: u32 = 1_048_576;
/// The most characters of a cell, counted as UTF-16. Source: Excel's specifications and limits.
const LONGEST_TEXT: usize = 32_767;
/// What stands at the end of a text that is too long for a cell.
const CUT: &str = "… (cut: a cell holds no more)";
/// The days from Excel's day 0 to 1 January 1970.
const EPOCH: f64 = 25_569.0;
const MICROS_OF_A_DAY: f64 = 86_400_000_000.0;
/// More digits than this are not kept by a spreadsheet's numbers; such a number is written as text.
const EXACT_DIGITS: usize = 15;

/// Rows of one sheet after the other.
pub(super) struct Xlsx<'p, W: Write + Send> {
    plan: &'p Plan,
    about: About,
    book: Workbook,
    sheets: usize,
    /// Where the next row of the present sheet goes.
    next: u32,
    most: u32,
    formats: Formats,
    to: W,
}

struct Formats {
    header: Format,
    money: Format,
    time: Format,
    day: Format,
}

impl<'p, W: Write + Send> Xlsx<'p, W> {
    /// A workbook whose temporary files are in `folder`.
    pub fn under(plan: &'p Plan, about: About, folder: &Path, to: W) -> Result<Self, Unwritten> {
        Self::with_sheets_of(MOST_ROWS, plan, about, folder, to)
    }

    fn with_sheets_of(
        most: u32,
        plan: &'p Plan,
        about: About,
        folder: &Path,
        to: W,
    ) -> Result<Self, Unwritten> {
        let mut book = Workbook::new();
        if !folder.as_os_str().is_empty() {
            book.set_tempdir(folder).map_err(unwritten)?;
        }
        // The same report is the same bytes, whenever it is written.
        let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(unwritten)?;
        book.set_properties(&DocProperties::new().set_title(&plan.name).set_creation_datetime(&made));
        let formats = Formats {
            header: Format::new().set_bold(),
            money: Format::new().set_num_format("0.00##########"),
            time: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss.000"),
            day: Format::new().set_num_format("yyyy-mm-dd"),
        };
        let mut xlsx = Self { plan, about, book, sheets: 0, next: 0, most, formats, to };
        xlsx.begin_sheet().map_err(unwritten)?;
        Ok(xlsx)
    }

    fn sheet(&mut self) -> Result<&mut Worksheet, XlsxError> {
        self.book.worksheet_from_index(self.sheets.saturating_sub(1))
    }

    fn begin_sheet(&mut self) -> Result<(), XlsxError> {
        self.sheets += 1;
        let name = if self.sheets == 1 { "Report".to_owned() } else { format!("Report {}", self.sheets) };
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?.set_freeze_panes(1, 0)?;
        for (column, heading) in (0_u16..).zip(&self.plan.headings) {
            sheet.set_column_width(column, width(heading.kind))?;
        }
        for (column, heading) in (0_u16..).zip(&self.plan.headings) {
            sheet.write_string_with_format(0, column, &heading.title, &self.formats.header)?;
        }
        self.next = 1;
        Ok(())
    }

    fn end_sheet(&mut self) -> Result<(), XlsxError> {
        let last = self.next.saturating_sub(1);
        let columns = u16::try_from(self.plan.headings.len()).unwrap_or(u16::MAX);
        self.sheet()?.autofilter(0, 0, last, columns.saturating_sub(1)).map(drop)
    }

    fn write(&mut self, cells: &[Cell]) -> Result<(), XlsxError> {
        if self.next >= self.most {
            self.end_sheet()?;
            self.begin_sheet()?;
        }
        let (row, zone) = (self.next, &self.plan.wording.zone);
        let place = self.sheets.saturating_sub(1);
        let sheet = self.book.worksheet_from_index(place)?;
        for ((column, cell), heading) in (0_u16..).zip(cells).zip(&self.plan.headings) {
            put(sheet, (row, column), cell, heading.kind, zone, &self.formats)?;
        }
        self.next += 1;
        Ok(())
    }

    fn end(&mut self, rows: u64) -> Result<(), XlsxError> {
        self.end_sheet()?;
        let sheet = self.book.add_worksheet();
        sheet.set_name("How this was made")?.set_column_width(0, 24)?.set_column_width(1, 80)?;
        let rows = rows.to_string();
        let facts = self.about.facts.iter().map(|(name, fact)| (*name, fact.as_str()));
        for (row, (name, fact)) in (0..).zip(facts.chain([("Rows", rows.as_str())])) {
            sheet.write_string_with_format(row, 0, name, &self.formats.header)?;
            sheet.write_string(row, 1, fitting(fact))?;
        }
        self.book.save_to_writer(&mut self.to)
    }
}

impl<W: Write + Send> Sink for Xlsx<'_, W> {
    fn row(&mut self, cells: &[Cell]) -> Result<(), Unwritten> {
        self.write(cells).map_err(unwritten)
    }

    fn finish(mut self: Box<Self>, rows: u64) -> Result<(), Unwritten> {
        self.end(rows).map_err(unwritten)?;
        Ok(self.to.flush()?)
    }
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    kind: Kind,
    zone: &TimeZone,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) => sheet.write_string(row, column, fitting(text)),
        Cell::Flag(flag) => sheet.write_boolean(row, column, *flag),
        Cell::Time(time) => sheet.write_number_with_format(row, column, serial(*time, zone), &formats.time),
        Cell::Day(day) => sheet.write_number_with_format(row, column, serial_of_day(*day), &formats.day),
        Cell::Count(number) => match exact(Decimal::from(*number)) {
            Some(number) => sheet.write_number(row, column, number),
            None => sheet.write_string(row, column, number.to_string()),
        },
        Cell::Amount(amount) => match (exact(*amount), kind) {
            (Some(number), Kind::Money) => {
                sheet.write_number_with_format(row, column, number, &formats.money)
            }
            (Some(number), _) => sheet.write_number(row, column, number),
            (None, _) => sheet.write_string(row, column, plain(*amount, kind)),
        },
    }
    .map(drop)
}

/// The number as a spreadsheet keeps it, when it keeps every digit.
fn exact(amount: Decimal) -> Option<f64> {
    let text = amount.normalize().to_string();
    let digits = text.trim_start_matches(['-', '0', '.']).chars().filter(char::is_ascii_digit).count();
    if digits > EXACT_DIGITS { None } else { text.parse().ok() }
}

/// A time as the days since Excel's day 0, as a clock in the zone shows it: a spreadsheet knows no zones.
fn serial(time: Timestamp, zone: &TimeZone) -> f64 {
    let offset = i64::from(zone.to_offset(time).seconds()) * 1_000_000;
    // Microseconds of ten thousand years are far below the largest whole number a f64 keeps exactly.
    #[expect(clippy::cast_precision_loss, reason = "a spreadsheet's times are binary fractions of a day")]
    let micros = (time.as_microsecond() + offset) as f64;
    micros / MICROS_OF_A_DAY + EPOCH
}

fn serial_of_day(day: civil::Date) -> f64 {
    let since = day.since(civil::date(1970, 1, 1)).map_or(0, |span| span.get_days());
    f64::from(since) + EPOCH
}

fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    let room = LONGEST_TEXT - CUT.encode_utf16().count();
    let mut units = 0;
    let kept = text.chars().take_while(|letter| {
        units += letter.len_utf16();
        units <= room
    });
    kept.chain(CUT.chars()).collect()
}

fn width(kind: Kind) -> f64 {
    match kind {
        Kind::Time => 23.0,
        Kind::Day | Kind::Money | Kind::Number => 13.0,
        Kind::Text => 24.0,
        Kind::Count | Kind::Flag => 10.0,
    }
}

fn unwritten(why: XlsxError) -> Unwritten {
    match why {
        XlsxError::IoError(why) => Unwritten::Output(why),
        why => output(why),
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;
    use rust_decimal::Decimal;

    use super::{LONGEST_TEXT, exact, fitting, serial};

    #[test]
    fn a_number_of_more_digits_than_a_spreadsheet_keeps_is_no_number() {
        let cases = [
            ("12.50", Some(12.5)),
            ("-0.001", Some(-0.001)),
            ("123456789012345", Some(123_456_789_012_345.0)),
            ("1234567890123456", None),
            ("0.1234567890123456", None),
        ];
        for (text, expected) in cases {
            assert_eq!(exact(text.parse::<Decimal>().unwrap()), expected, "{text}");
        }
    }

    #[test]
    fn a_time_stands_as_the_clock_on_the_wall_showed_it() {
        let time = "2026-07-01T12:00:00Z".parse().unwrap();
        assert_eq!(serial(time, &TimeZone::UTC).to_string(), "46204.5");
        let berlin = serial(time, &TimeZone::get("Europe/Berlin").unwrap());
        assert_eq!((berlin * 24.0).round().to_string(), (46_204 * 24 + 14).to_string());
    }

    #[test]
    fn a_text_too_long_for_a_cell_says_that_it_was_cut() {
        let long = "é".repeat(40_000);
        let cut = fitting(&long);
        assert_eq!(cut.encode_utf16().count(), LONGEST_TEXT);
        assert!(cut.ends_with("(cut: a cell holds no more)"));
        assert_eq!(fitting("short"), "short");
    }
}
