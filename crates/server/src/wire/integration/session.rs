//! Source: the vendor's `CustomerSessionV2` and `IntegrationCustomerSessionResponse`.

use app::outcome::Outcome;
use app::question::standing_session::StandingSession;
use app::render::answer::{self, SessionAnswer};
use app::render::wire::{self, WireEffect};
use serde::Serialize;

use crate::management::APPLICATION;

/// A session.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomerSession<'o> {
    id: u64,
    application_id: u32,
    #[serde(flatten)]
    session: SessionAnswer<'o>,
}

impl<'o> CustomerSession<'o> {
    /// The session of a request; `None` when it has none.
    pub fn of(outcome: &'o Outcome) -> Option<Self> {
        outcome.session.as_ref().map(|session| Self {
            id: outcome.numbers.session.unwrap_or_default(),
            application_id: APPLICATION,
            session: answer::session_answer(session),
        })
    }
}

/// A session with the effects that stand for it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionState<'o> {
    customer_session: CustomerSession<'o>,
    effects: Vec<WireEffect>,
}

impl<'o> SessionState<'o> {
    /// What was found.
    pub fn of(found: &'o StandingSession) -> Self {
        let session = answer::session_answer(&found.session);
        Self {
            customer_session: CustomerSession { id: found.number, application_id: APPLICATION, session },
            effects: found.standing.iter().map(wire::effect).collect(),
        }
    }
}
