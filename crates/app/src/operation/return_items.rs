//! *Return cart items*: units of a closed session come back.

use domain::id::SessionId;
use domain::transition::{Given, transition};

use super::{Moment, Operation};
use crate::line::{self, Line};
use crate::outcome::Outcome;
use crate::parse::session::read_return;
use crate::record::{Happening, record};
use crate::refusal::Refusal;
use crate::request::session::ReturnRequest;
use crate::view::workspace::Stale;

/// Brings back units of the session `id`.
#[derive(Debug, Clone)]
pub struct ReturnItems {
    /// Integration id of the session.
    pub id: String,
    /// Evaluate the campaigns that are marked for it again, for what is kept. Source: the vendor's `runRuleEngine`.
    pub run_rule_engine: bool,
    /// The request's body.
    pub body: ReturnRequest,
}

impl Operation for ReturnItems {
    type Answer = Outcome;
    const STALE: &'static [Stale] = &[Stale::Sessions, Stale::Profiles, Stale::Events, Stale::Coupons];

    fn run(&self, moment: &Moment<'_>) -> Result<Outcome, Refusal> {
        let id = SessionId::parse(&self.id, "/id")?;
        let command = read_return(&self.body.returned);
        let given = Given { now: moment.now, first_session: false };
        let moved = transition(moment.tx.session(&id)?, &id, command, &given)?;
        let line = Line::of(line::RETURN_ITEMS, Some(&self.id), &self.body);
        let line = if self.run_rule_engine { line.with_rule_engine() } else { line };
        let mut happening = Happening::of(moved, line);
        happening.choice.again = self.run_rule_engine;
        record(moment, happening)
    }
}
