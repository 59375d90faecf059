//! *Update customer session*: create, change, close or cancel a session.

use domain::event::{BuiltIn, EventType, SessionState};
use domain::id::{ProfileId, SessionId};
use domain::session::{Command, Session};
use domain::transition::{Given, transition};

use super::{Moment, Operation};
use crate::line::{self, Line};
use crate::outcome::Outcome;
use crate::parse::session::read_update;
use crate::record::{Happening, record};
use crate::refusal::Refusal;
use crate::request::session::SessionRequest;
use crate::view::workspace::Stale;

/// Creates, changes, closes or cancels the session `id`.
#[derive(Debug, Clone)]
pub struct UpdateSession {
    /// Integration id of the session.
    pub id: String,
    /// The request's body.
    pub body: SessionRequest,
}

impl Operation for UpdateSession {
    type Answer = Outcome;
    const STALE: &'static [Stale] = &[Stale::Sessions, Stale::Profiles, Stale::Events, Stale::Coupons];

    fn run(&self, moment: &Moment<'_>) -> Result<Outcome, Refusal> {
        let id = SessionId::parse(&self.id, "/id")?;
        let body = &self.body.customer_session;
        let before = moment.tx.session(&id)?;
        let command = read_update(body, &moment.house.dictionary)
            .map_err(|refusal| prefer_move(refusal, body.state.as_deref(), before.as_ref()))?;
        let given = Given { now: moment.now, first_session: is_first(&command, moment)? };
        let created = before.is_none();
        let moved = transition(before, &id, command, &given)?;
        let mut happening = Happening::of(moved, Line::of(line::UPDATE_SESSION, Some(&self.id), &self.body));
        happening.choice.only = body.evaluable_campaign_ids.clone();
        if created && happening.state() == Some(SessionState::Closed) {
            note_created_closed(&mut happening, moment.house.settings.emit_closed_on_create);
        }
        record(moment, happening)
    }
}

/// A move the session does not have is refused as such, whatever else is wrong with the request.
fn prefer_move(
    refusal: domain::refusal::Refusal,
    state: Option<&str>,
    before: Option<&Session>,
) -> domain::refusal::Refusal {
    let from = before.map(Session::state);
    let Some(to) = SessionState::from_name(state.unwrap_or(SessionState::Open.name())) else {
        return refusal;
    };
    let ask = domain::moves::Ask::of(&Command::Update { to, changes: Box::default() });
    match domain::moves::outcome(from, ask) {
        Ok(_) => refusal,
        Err(_) => domain::refusal::Refusal::Move { from, to },
    }
}

/// Whether the session this command would create is the first of its profile.
fn is_first(command: &Command, moment: &Moment<'_>) -> Result<bool, Refusal> {
    match profile_named(command) {
        Some(profile) => Ok(!moment.tx.has_session_of(profile)?),
        None => Ok(true),
    }
}

fn profile_named(command: &Command) -> Option<&ProfileId> {
    match command {
        Command::Update { changes, .. } => changes.profile.as_ref()?.as_ref(),
        Command::Return(_) | Command::Reopen => None,
    }
}

/// ⚙ *also emit `talon_session_closed`*.
fn note_created_closed(happening: &mut Happening, also_closed: bool) {
    if also_closed {
        happening.types.push(EventType::BuiltIn(BuiltIn::SessionClosed));
    }
    let choice = if also_closed {
        "talon_session_created and talon_session_closed"
    } else {
        "talon_session_created alone"
    };
    happening.notes.push(format!(
        "The session was created as closed. The vendor leaves open which events that makes; this workspace is set to {choice}."
    ));
}
