//! A file of coupon codes: a line of column names, then one code a line. Every mistake is found, not only the first.

use std::collections::BTreeMap;

use domain::coupon::{CouponCode, Terms};
use domain::dictionary::Dictionary;
use domain::refusal::{Problem, ProblemKind, Problems, Refusal};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::coupon::{MOST_AT_ONCE, read_terms};
use super::document;
use crate::json::{Amount, shorten};
use crate::request::coupon::CouponsRequest;

/// The largest file, in bytes. Our own limit.
pub const LARGEST_FILE: u64 = 50_000_000;

/// The columns a file can have; `limitval` is the vendor's word for `usageLimit`. Capital letters do not matter.
pub const COLUMNS: [&str; 12] = [
    "value",
    "usageLimit",
    "limitval",
    "profileLimit",
    "discountLimit",
    "recipientIntegrationId",
    "startDate",
    "expiryDate",
    "isReservationMandatory",
    "implicitlyReserved",
    "reservationLimit",
    "attributes",
];

/// Columns our own export adds, which say what has become of a code; they are not looked at.
const REPORTED: [&str; 6] = ["campaign", "status", "used", "discounted", "reserved", "created"];

/// A code of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its line in the file, from 1.
    pub line: u64,
    /// The code.
    pub value: CouponCode,
    /// Its terms.
    pub terms: Terms,
}

/// What is wrong in one cell of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// The line, from 1.
    pub line: u64,
    /// The column, as [`COLUMNS`] spells it; empty when the line as a whole is meant.
    pub column: String,
    /// What would be right.
    pub details: String,
}

/// A file as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CouponFile {
    /// The rows that can be imported, as far as the file alone tells.
    pub rows: Vec<Row>,
    /// What is wrong with the others, line by line.
    pub problems: Vec<RowProblem>,
}

/// Reads a file. Dates without a time begin at midnight in `zone`; attributes are those of the `dictionary`.
///
/// # Errors
/// When the column names cannot be used, or there are too many lines: then no line was looked at.
pub fn read(csv: &str, zone: &TimeZone, dictionary: &Dictionary) -> Result<CouponFile, Refusal> {
    let text = csv.strip_prefix('\u{feff}').unwrap_or(csv);
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let names = reader.headers().map_err(|why| unreadable(&why))?.clone();
    let columns = read_columns(&names)?;
    let mut file = CouponFile::default();
    let mut lines = BTreeMap::new();
    for record in reader.records() {
        let record = record.map_err(|why| unreadable(&why))?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().all(str::is_empty) {
            continue;
        }
        if file.rows.len() >= usize::try_from(MOST_AT_ONCE).unwrap_or(usize::MAX) {
            let details = format!("A file can hold at most {MOST_AT_ONCE} codes; split this one.");
            return Err(Problem::new("/csv", ProblemKind::Limit, details).into());
        }
        match read_row(&record, line, &columns, (zone, dictionary)) {
            Ok(row) => note(row, &mut lines, &mut file),
            Err(problems) => file.problems.extend(problems),
        }
    }
    Ok(file)
}

/// A code that stands in the file twice is a mistake of the second line.
fn note(row: Row, lines: &mut BTreeMap<String, u64>, file: &mut CouponFile) {
    match lines.get(row.value.as_str()) {
        Some(first) => {
            let details = format!("\"{}\" stands in line {first} already.", row.value);
            file.problems.push(RowProblem { line: row.line, column: "value".to_owned(), details });
        }
        None => {
            lines.insert(row.value.as_str().to_owned(), row.line);
            file.rows.push(row);
        }
    }
}

fn unreadable(why: &csv::Error) -> Refusal {
    let details = format!("This is not a table of comma-separated values: {why}.");
    Problem::new("/csv", ProblemKind::Format, details).into()
}

/// The columns in their order; those that are not looked at are empty.
fn read_columns(names: &csv::StringRecord) -> Result<Vec<&'static str>, Refusal> {
    let mut problems = Problems::new();
    let mut columns = Vec::new();
    for name in names {
        let known = COLUMNS.into_iter().find(|column| column.eq_ignore_ascii_case(name));
        let refuse = |kind, details: String| Problem::new("/csv", kind, details);
        match known {
            None if REPORTED.iter().any(|column| column.eq_ignore_ascii_case(name)) => columns.push(""),
            None => problems.push(refuse(
                ProblemKind::Unknown,
                format!("There is no column \"{}\"; there are {}.", shorten(name), COLUMNS.join(", ")),
            )),
            Some(column) if columns.contains(&column) => problems
                .push(refuse(ProblemKind::Taken, format!("The column \"{column}\" stands in line 1 twice."))),
            Some(column) => columns.push(column),
        }
    }
    if !columns.contains(&"value") {
        let details = "Line 1 must name the columns, with \"value\" among them for the codes.";
        problems.push(Problem::new("/csv", ProblemKind::Missing, details));
    }
    problems.none_or(columns)
}

fn read_row(
    record: &csv::StringRecord,
    line: u64,
    columns: &[&'static str],
    (zone, dictionary): (&TimeZone, &Dictionary),
) -> Result<Row, Vec<RowProblem>> {
    if record.len() > columns.len() {
        let details = format!(
            "There are {} cells under {} columns; put quotation marks around a text with a comma.",
            record.len(),
            columns.len()
        );
        return Err(vec![RowProblem { line, column: String::new(), details }]);
    }
    let mut problems = Problems::new();
    let mut body = CouponsRequest::default();
    for (column, cell) in
        columns.iter().zip(record).filter(|(column, cell)| !column.is_empty() && !cell.is_empty())
    {
        problems.keep(read_cell(column, cell, zone, &mut body));
    }
    let value = CouponCode::parse(body.value.as_deref().unwrap_or_default(), "/value");
    let value = problems.keep(value);
    let terms = read_terms(&body, dictionary, &mut problems);
    match (problems.none_or(()), value) {
        (Ok(()), Some(value)) => Ok(Row { line, value, terms }),
        (Ok(()), None) => Err(Vec::new()),
        (Err(Refusal::Invalid(problems)), _) => {
            Err(problems.into_iter().map(|problem| of_row(problem, line)).collect())
        }
        (Err(other), _) => Err(vec![RowProblem { line, column: String::new(), details: other.to_string() }]),
    }
}

fn of_row(problem: Problem, line: u64) -> RowProblem {
    RowProblem { line, column: problem.pointer.trim_start_matches('/').to_owned(), details: problem.details }
}

fn read_cell(column: &str, cell: &str, zone: &TimeZone, body: &mut CouponsRequest) -> Result<(), Problem> {
    let pointer = format!("/{column}");
    let refuse = |wanted: &str| {
        let details = format!("\"{}\" is not {wanted}.", shorten(cell));
        Problem::new(pointer.clone(), ProblemKind::Type, details)
    };
    let whole = || cell.parse::<u32>().map_err(|_| refuse("a whole number such as 5"));
    let flag = || cell.to_ascii_lowercase().parse::<bool>().map_err(|_| refuse("true or false"));
    match column {
        "value" => body.value = Some(unquoted(cell).to_owned()),
        "usageLimit" | "limitval" => body.usage_limit = Some(whole()?),
        "profileLimit" => body.profile_limit = Some(whole()?),
        "discountLimit" => {
            let limit = Amount::read(cell).map_err(|_| refuse("an amount such as 50.00"))?;
            // The vendor's files say 0 for no limit.
            body.discount_limit = (!limit.is_zero()).then_some(Amount(limit));
        }
        "recipientIntegrationId" => body.recipient_integration_id = Some(cell.to_owned()),
        "reservationLimit" => body.reservation_limit = Some(whole()?),
        "implicitlyReserved" => body.implicitly_reserved = Some(flag()?),
        "attributes" => {
            let read = document::read(cell);
            body.attributes = Some(read.map_err(|_| refuse("a JSON object such as {\"channel\":\"mail\"}"))?);
        }
        "startDate" => body.start_date = Some(moment(cell, zone)),
        "expiryDate" => body.expiry_date = Some(moment(cell, zone)),
        _ => body.is_reservation_mandatory = Some(flag()?),
    }
    Ok(())
}

/// Our own export puts an apostrophe before what a spreadsheet would take for a formula.
fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell)
}

/// A date alone is its midnight in the zone; anything else is left for the time reader to judge.
fn moment(cell: &str, zone: &TimeZone) -> String {
    let midnight = cell.parse::<Date>().ok().filter(|date| date.to_string() == cell);
    let moment = midnight.and_then(|date| date.to_zoned(zone.clone()).ok());
    moment.map_or_else(|| cell.to_owned(), |moment| moment.timestamp().to_string())
}
