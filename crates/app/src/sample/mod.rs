//! A sample shop to look at.

use crate::refusal::Refusal;
use crate::workspace::Workspace;

/// Fills an empty workspace with a catalogue, customers, events, campaigns and a short history.
///
/// # Errors
/// When the workspace cannot be written.
pub fn fill(_workspace: &Workspace) -> Result<(), Refusal> {
    Ok(())
}
