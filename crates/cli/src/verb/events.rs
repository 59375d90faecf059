//! `till events`: what happened, as a table, CSV or JSON.

use std::io::{self, BufWriter};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;

use app::clock::Clock;
use app::sheet::print::Print;
use app::sheet::{Sheet, SheetFormat};
use app::view::event::{EventColumn, EventFilter};
use app::workspace::Workspace;
use clap::builder::NonEmptyStringValueParser;
use clap::{Args, ValueEnum};

use crate::failure::Failure;

const EXAMPLES: &str = "\
The number of an event, in the first column, is what `till explain` asks for.

Examples:
  till events shop.sqlite
  till events shop.sqlite --session cart-1
  till events shop.sqlite --type pageview --type talon_session_closed --profile ana
  till events shop.sqlite --query 'effect:setDiscount discount:>20 -state:cancelled'
  till events shop.sqlite --format csv > events.csv";

const COLUMNS: [EventColumn; 10] = [
    EventColumn::Time,
    EventColumn::Event,
    EventColumn::Customer,
    EventColumn::Session,
    EventColumn::Effects,
    EventColumn::State,
    EventColumn::Total,
    EventColumn::Discount,
    EventColumn::Rejections,
    EventColumn::Source,
];

/// List what happened, newest first
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Events {
    /// The workspace file
    file: PathBuf,
    /// Only events of this type; give it again for more types
    #[arg(long = "type", value_name = "TYPE", value_parser = NonEmptyStringValueParser::new())]
    types: Vec<String>,
    /// Only events of this session
    #[arg(long, value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
    session: Option<String>,
    /// Only events of this customer
    #[arg(long, value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
    profile: Option<String>,
    /// Only events that a query means, such as 'type:pageview total:>50 -state:cancelled "red shoes"'
    #[arg(long, short, value_name = "QUERY", value_parser = NonEmptyStringValueParser::new())]
    query: Option<String>,
    /// How the events are written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

/// How the events are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Aligned columns for people
    Table,
    /// One array of objects
    Json,
    /// Comma-separated, and safe to open in a spreadsheet
    Csv,
}

impl Events {
    /// Prints every matching event.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn run(&self) -> Result<ExitCode, Failure> {
        let workspace = Workspace::open(&self.file, Clock::Wall)?;
        let print = Print { sheet: self.sheet(), to: Mutex::new(BufWriter::new(io::stdout())) };
        workspace.ask_now(&print)?.map_err(Failure::Output)?;
        Ok(ExitCode::SUCCESS)
    }

    fn sheet(&self) -> Sheet {
        Sheet {
            filter: EventFilter {
                types: self.types.clone(),
                session: self.session.clone(),
                profile: self.profile.clone(),
                text: self.query.clone(),
                ..EventFilter::default()
            },
            numbered: true,
            columns: COLUMNS.to_vec(),
            format: match self.format {
                Format::Table => SheetFormat::Table,
                Format::Json => SheetFormat::Json,
                Format::Csv => SheetFormat::Csv,
            },
        }
    }
}
