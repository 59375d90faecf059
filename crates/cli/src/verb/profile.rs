//! `till profile`: one customer.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use app::clock::Clock;
use app::question::profiles::{OneProfile, OneProfileAsJson};
use app::view::profile::ProfileView;
use app::workspace::Workspace;
use clap::Args;

use super::Shape;
use crate::failure::Failure;
use crate::layout;

const EXAMPLES: &str = "\
Examples:
  till profile shop.sqlite ana
  till profile shop.sqlite ana --format json";

/// Show a customer
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Profile {
    /// The workspace file
    file: PathBuf,
    /// The customer's integration id
    id: String,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = Shape::Table)]
    format: Shape,
}

impl Profile {
    /// Prints the customer.
    ///
    /// # Errors
    /// When there is none of that id, or the file cannot be read.
    pub fn run(&self) -> Result<ExitCode, Failure> {
        let workspace = Workspace::open(&self.file, Clock::Wall)?;
        let id = self.id.clone();
        let mut output = BufWriter::new(io::stdout());
        let printed = match self.format {
            Shape::Json => {
                let line = workspace.ask_now(&OneProfileAsJson { id })?.ok_or_else(|| self.not_found())?;
                writeln!(output, "{line}")
            }
            Shape::Table => {
                let profile = workspace.ask_now(&OneProfile { id })?.ok_or_else(|| self.not_found())?;
                print(&profile, &mut output)
            }
        };
        printed.and_then(|()| output.flush()).map_err(Failure::Output)?;
        Ok(ExitCode::SUCCESS)
    }

    fn not_found(&self) -> Failure {
        Failure::NotFound { what: "profile", id: self.id.clone() }
    }
}

fn print(profile: &ProfileView, to: &mut impl Write) -> io::Result<()> {
    let facts = [
        ("Customer", profile.id.clone()),
        ("Created", profile.created.clone()),
        ("Last activity", profile.last_activity.clone()),
        ("Closed sessions", profile.closed_sessions.to_string()),
        ("Total sales", profile.total_sales.clone()),
    ];
    layout::facts(to, &facts)?;
    layout::attributes(to, &profile.attributes)
}
