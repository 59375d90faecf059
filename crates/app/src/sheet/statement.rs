//! A session's statement as text: aligned for people, comma-separated, or one JSON object.

use std::io::{self, Write};

use super::table::TextTable;
use super::{SheetFormat, safe};
use crate::view::ledger::{StatementRowView, StatementView};

const HEADER: [&str; 10] = [
    "Event",
    "Time",
    "Event type",
    "Account",
    "What",
    "Campaign",
    "Granted",
    "Taken back",
    "Standing",
    "Since",
];

const NUMBERS: [bool; 10] = [true, false, false, false, false, false, true, true, true, false];

/// Writes `statement` to `to`. CSV holds the entries alone; JSON is one object on one line.
///
/// # Errors
/// When `to` takes no more.
pub fn write(statement: &StatementView, format: SheetFormat, to: &mut impl Write) -> io::Result<()> {
    match format {
        SheetFormat::Table => write_table(statement, to)?,
        SheetFormat::Csv => write_csv(statement, to)?,
        SheetFormat::Json => {
            serde_json::to_writer(&mut *to, statement)?;
            writeln!(to)?;
        }
    }
    to.flush()
}

fn write_csv(statement: &StatementView, to: &mut impl Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(to);
    table.write_record(HEADER)?;
    for row in &statement.rows {
        table.write_record(cells(row).iter().map(|cell| safe(cell)))?;
    }
    table.flush()
}

fn write_table(statement: &StatementView, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "Ledger of session {}\n{}", statement.session_id, statement.sentence)?;
    if !statement.rows.is_empty() {
        writeln!(to)?;
        let mut table = TextTable::new(NUMBERS.to_vec()).under(&HEADER);
        statement.rows.iter().try_for_each(|row| table.row(cells(row), to))?;
        table.finish(to)?;
        writeln!(to)?;
        let header = ["Account", "Granted", "Taken back", "Standing"];
        let mut table = TextTable::new(vec![false, true, true, true]).under(&header);
        for account in &statement.accounts {
            let sums = [&account.name, &account.granted, &account.taken_back, &account.standing];
            table.row(sums.into_iter().cloned().collect(), to)?;
        }
        table.finish(to)?;
    }
    if !statement.preview.is_empty() {
        writeln!(to, "\nShown, and not granted before the session is closed")?;
        for shown in &statement.preview {
            writeln!(to, "  {} ({})", shown.what, shown.campaign_name)?;
        }
    }
    Ok(())
}

fn cells(row: &StatementRowView) -> Vec<String> {
    vec![
        row.seq.clone(),
        row.at.clone(),
        row.event_type.clone(),
        row.account.clone(),
        row.what.clone(),
        row.campaign_name.clone(),
        row.granted.clone().unwrap_or_default(),
        row.taken_back.clone().unwrap_or_default(),
        row.balance.clone(),
        row.life.sentence.clone(),
    ]
}
