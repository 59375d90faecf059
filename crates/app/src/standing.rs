//! What stands for a session: previews while it is open, what was granted and not rolled back afterwards.

use domain::effect::Effect;
use domain::event::SessionState;
use domain::id::SessionId;
use domain::ledger::Ledger;
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
            Ok(ledger(reader, &session.id)?.standing())
        }
    }
}

/// The effects of the session's latest own event: each update's effects replace those before.
///
/// # Errors
/// When the workspace cannot be read.
pub fn previewed(reader: &Reader, id: &SessionId) -> Result<Vec<Effect>, Refusal> {
    let latest = reader.latest_preview(id)?;
    Ok(Ledger::of(latest).preview().to_vec())
}

/// The session's ledger as the log says it.
///
/// # Errors
/// When the workspace cannot be read.
pub fn ledger(reader: &Reader, id: &SessionId) -> Result<Ledger, Refusal> {
    Ok(Ledger::of(reader.ledger_events(id)?))
}
