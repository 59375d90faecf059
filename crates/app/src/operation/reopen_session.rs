//! *Reopen customer session*: a closed session is open again.

use domain::id::SessionId;
use domain::session::Command;
use domain::transition::{Given, transition};

use super::{Moment, Operation};
use crate::line::{self, Line};
use crate::outcome::Outcome;
use crate::record::{Happening, record};
use crate::refusal::Refusal;
use crate::view::workspace::Stale;

/// Reopens the session `id`.
#[derive(Debug, Clone)]
pub struct ReopenSession {
    /// Integration id of the session.
    pub id: String,
}

impl Operation for ReopenSession {
    type Answer = Outcome;
    const STALE: &'static [Stale] = &[Stale::Sessions, Stale::Profiles, Stale::Events, Stale::Coupons];

    fn run(&self, moment: &Moment<'_>) -> Result<Outcome, Refusal> {
        let id = SessionId::parse(&self.id, "/id")?;
        let given = Given { now: moment.now, first_session: false };
        let moved = transition(moment.tx.session(&id)?, &id, Command::Reopen, &given)?;
        record(moment, Happening::of(moved, Line::bare(line::REOPEN_SESSION, &self.id)))
    }
}
