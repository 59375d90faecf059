//! The workspace itself.

use super::count;
use crate::refusal::Refusal;
use crate::view::workspace::WorkspaceView;
use crate::workspace::{Question, Reading};

/// Name, place and size of the open workspace.
#[derive(Debug, Clone, Copy)]
pub struct AboutWorkspace;

impl Question for AboutWorkspace {
    type Answer = WorkspaceView;

    fn answer(&self, reading: &Reading<'_>) -> Result<WorkspaceView, Refusal> {
        let last = reading.reader.last_seq()?;
        Ok(WorkspaceView {
            name: reading.reader.workspace()?.name,
            path: reading.store.path().display().to_string(),
            size: count(reading.store.size()),
            events: last.map_or(0, |seq| count(seq.0)),
            settings: reading.house.settings.view(),
        })
    }
}
