//! `till new`: a new workspace file.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use app::question::workspace::AboutWorkspace;
use app::sample;
use app::workspace::Workspace;
use clap::Args;
use jiff::Timestamp;

use super::clock;
use crate::failure::Failure;

const EXAMPLES: &str = "\
Examples:
  till new shop.sqlite             an empty workspace
  till new shop.sqlite --sample    with a catalogue, customers, campaigns and a short history";

/// Make a new workspace file
///
/// The workspace is named after the file. A file that is there already is never replaced.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct New {
    /// Where the file is made
    file: PathBuf,
    /// Fill it with the sample shop
    #[arg(long)]
    sample: bool,
    /// Hold the clock at this time, such as 2026-11-30T09:00:00Z, so that every run makes the same file
    #[arg(long, value_name = "TIME")]
    clock: Option<Timestamp>,
}

impl New {
    /// Makes the file and says what is in it.
    ///
    /// # Errors
    /// When it is there already or cannot be written.
    pub fn run(&self) -> Result<ExitCode, Failure> {
        let name = self.file.file_stem().unwrap_or_default().to_string_lossy();
        let workspace = Workspace::create(&self.file, &name, clock(self.clock))?;
        if self.sample {
            sample::fill(&workspace)?;
        }
        let about = workspace.ask_now(&AboutWorkspace)?;
        let file = self.file.display();
        writeln!(io::stdout(), "Made {file} with {} events.", about.events).map_err(Failure::Output)?;
        Ok(ExitCode::SUCCESS)
    }
}
