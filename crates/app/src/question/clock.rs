//! The workspace clock.

use crate::landmark;
use crate::refusal::Refusal;
use crate::render::clock;
use crate::view::clock::ClockView;
use crate::workspace::{Question, Reading};

/// The time now and the landmarks around it.
#[derive(Debug, Clone, Copy)]
pub struct WorkspaceClock;

impl Question for WorkspaceClock {
    type Answer = ClockView;

    fn answer(&self, reading: &Reading<'_>) -> Result<ClockView, Refusal> {
        let landmarks = landmark::all(reading.house, reading.reader, reading.now)?;
        Ok(clock::view(reading.now, reading.house.settings.held_clock.is_some(), &landmarks))
    }
}
