//! What stands for a session: previews while it is open, what was granted and not rolled back afterwards.

use domain::effect::Effect;
use domain::event::{BuiltIn, EventType, SessionState};
use domain::id::SessionId;
use domain::ledger;
use domain::session::Session;
use store::Reader;

use crate::refusal::Refusal;

/// What stands for `session` now.
///
/// # Errors
/// When the workspace cannot be read.
pub fn of(reader: &Reader, session: &Session) -> Result<Vec<Effect>, Refusal> {
    match session.state() {
        SessionState::Open => previewed(reader, &session.id),
        SessionState::Closed | SessionState::PartiallyReturned | SessionState::Cancelled => {
            committed(reader, &session.id)
        }
    }
}

/// The effects of the session's latest own event: each update's effects replace those before.
///
/// # Errors
/// When the workspace cannot be read.
pub fn previewed(reader: &Reader, id: &SessionId) -> Result<Vec<Effect>, Refusal> {
    let mut events = reader.events_of_session(id)?;
    events.retain(|event| matches!(event.row.event_type, EventType::BuiltIn(_)));
    let effects = events.pop().map(|event| event.effects).unwrap_or_default();
    Ok(ledger::standing(&effects))
}

/// What the session was granted for good and not rolled back: the effects since its latest closing, up to a reopening,
/// after which effects are previews again. Nothing when it was never closed.
///
/// # Errors
/// When the workspace cannot be read.
pub fn committed(reader: &Reader, id: &SessionId) -> Result<Vec<Effect>, Refusal> {
    let mut events = reader.events_of_session(id)?;
    let Some(closing) = events.iter().rposition(|event| commits(&event.row.event_type, event.row.state))
    else {
        return Ok(Vec::new());
    };
    events.drain(..closing);
    let reopening = events.iter().position(|event| reopens(&event.row.event_type));
    events.truncate(reopening.map_or(events.len(), |place| place + 1));
    let granted: Vec<Effect> = events.into_iter().flat_map(|event| event.effects).collect();
    Ok(ledger::standing(&granted))
}

fn reopens(event_type: &EventType) -> bool {
    *event_type == EventType::BuiltIn(BuiltIn::SessionReopened)
}

fn commits(event_type: &EventType, state: Option<SessionState>) -> bool {
    match event_type {
        EventType::BuiltIn(BuiltIn::SessionClosed) => true,
        EventType::BuiltIn(BuiltIn::SessionCreated) => state == Some(SessionState::Closed),
        EventType::BuiltIn(_) | EventType::Custom(_) => false,
    }
}
