//! What the verbs that show one thing have in common.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use app::clock::Clock;
use app::workspace::{Question, Workspace};
use clap::Args;

use super::Shape;
use crate::failure::Failure;

/// Which one, and how it is shown.
#[derive(Debug, Args)]
pub struct One {
    /// The workspace file
    file: PathBuf,
    /// Its integration id
    id: String,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = Shape::Table)]
    format: Shape,
}

impl One {
    /// Prints the answer to one of two questions about the id: `as_json` is a line as it is, what `to_read` answers is
    /// put into words by `print`. `what` names the thing where there is none.
    ///
    /// # Errors
    /// When there is none of that id, or the file cannot be read.
    pub fn show<J, R, T>(
        &self,
        what: &'static str,
        as_json: impl FnOnce(String) -> J,
        to_read: impl FnOnce(String) -> R,
        print: impl FnOnce(&T, &mut BufWriter<io::Stdout>) -> io::Result<()>,
    ) -> Result<ExitCode, Failure>
    where
        J: Question<Answer = Option<String>>,
        R: Question<Answer = Option<T>>,
    {
        let workspace = Workspace::open(&self.file, Clock::Wall)?;
        let not_found = || Failure::NotFound { what, id: self.id.clone() };
        let id = self.id.clone();
        let mut output = BufWriter::new(io::stdout());
        let printed = match self.format {
            Shape::Json => {
                let line = workspace.ask_now(&as_json(id))?.ok_or_else(not_found)?;
                writeln!(output, "{line}")
            }
            Shape::Table => print(&workspace.ask_now(&to_read(id))?.ok_or_else(not_found)?, &mut output),
        };
        printed.and_then(|()| output.flush()).map_err(Failure::Output)?;
        Ok(ExitCode::SUCCESS)
    }
}
