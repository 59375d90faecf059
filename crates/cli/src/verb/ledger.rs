//! `till ledger`: a session's ledger, like a bank's statement.

use std::io::{self, BufWriter};
use std::path::PathBuf;
use std::process::ExitCode;

use app::clock::Clock;
use app::question::statement::Statement;
use app::sheet::{SheetFormat, statement};
use app::workspace::Workspace;
use clap::{Args, ValueEnum};

use crate::failure::Failure;

const EXAMPLES: &str = "\
Each line is one effect that was granted or taken back, with what stands in its account afterwards. The last column
tells what became of a grant since, and why it stayed where something else was taken back. For every account, granted
minus taken back is what stands. What an open session only shows is listed below the entries.

Examples:
  till ledger shop.sqlite cart-1
  till ledger shop.sqlite cart-1 --format csv > ledger.csv
  till ledger shop.sqlite cart-1 --format json";

/// Show a session's ledger: what was granted, what was taken back and by which event, and what stands
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Ledger {
    /// The workspace file
    file: PathBuf,
    /// The session's integration id
    session: String,
    /// How the ledger is written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

/// How the ledger is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Aligned columns for people, with the sums of every account
    Table,
    /// One object with entries, accounts and previews
    Json,
    /// The entries, comma-separated, and safe to open in a spreadsheet
    Csv,
}

impl Ledger {
    /// Prints the ledger.
    ///
    /// # Errors
    /// When there is no such session, or the file cannot be read.
    pub fn run(&self) -> Result<ExitCode, Failure> {
        let workspace = Workspace::open(&self.file, Clock::Wall)?;
        let id = self.session.clone();
        let found = workspace.ask_now(&Statement { id, most: None })?;
        let found = found.ok_or_else(|| Failure::NotFound { what: "session", id: self.session.clone() })?;
        let format = match self.format {
            Format::Table => SheetFormat::Table,
            Format::Json => SheetFormat::Json,
            Format::Csv => SheetFormat::Csv,
        };
        statement::write(&found, format, &mut BufWriter::new(io::stdout())).map_err(Failure::Output)?;
        Ok(ExitCode::SUCCESS)
    }
}
