//! Setting the workspace clock: with the computer's, or held at a time until it is set again.

use super::{Moment, Operation};
use crate::landmark;
use crate::parse::clock::read_clock;
use crate::refusal::Refusal;
use crate::render::clock;
use crate::request::clock::ClockRequest;
use crate::settings::Settings;
use crate::view::clock::ClockView;
use crate::view::workspace::Stale;

/// Sets the clock. The journal keeps its order by place when time goes back.
#[derive(Debug, Clone)]
pub struct SetClock {
    /// The request's body.
    pub body: ClockRequest,
}

impl Operation for SetClock {
    type Answer = ClockView;
    const STALE: &'static [Stale] = &[Stale::Workspace, Stale::Campaigns, Stale::Sessions];

    fn run(&self, moment: &Moment<'_>) -> Result<ClockView, Refusal> {
        let landmarks = landmark::all(moment.house, moment.tx, moment.now)?;
        let zone = &moment.house.settings.time_zone;
        let held = read_clock(&self.body, moment.now, zone, &landmarks)?;
        Settings::hold_clock(held, moment.tx)?;
        let now = moment.clock.reading(held);
        let landmarks = landmark::all(moment.house, moment.tx, now)?;
        Ok(clock::view(now, held.is_some(), &landmarks))
    }
}
