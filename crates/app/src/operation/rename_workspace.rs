//! The workspace's name.

use domain::text::{self, Lines};

use super::{Moment, Operation};
use crate::refusal::Refusal;
use crate::view::workspace::Stale;

/// The longest name, in characters.
const LONGEST_NAME: usize = 200;

/// Gives the workspace another name; the file keeps its own.
#[derive(Debug, Clone)]
pub struct RenameWorkspace {
    /// The new name.
    pub name: String,
}

impl Operation for RenameWorkspace {
    type Answer = ();
    const STALE: &'static [Stale] = &[Stale::Workspace];

    fn run(&self, moment: &Moment<'_>) -> Result<(), Refusal> {
        text::check_filled(&self.name, "/name", LONGEST_NAME, Lines::One)?;
        moment.tx.rename_workspace(&self.name)?;
        Ok(())
    }
}
