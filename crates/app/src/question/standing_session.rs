//! One session with what stands for it, for programs.

use domain::effect::Effect;
use domain::id::SessionId;
use domain::session::Session;

use crate::refusal::Refusal;
use crate::standing;
use crate::workspace::{Question, Reading};

/// A session as it stands.
#[derive(Debug, Clone)]
pub struct StandingSession {
    /// The number the file gives it.
    pub number: u64,
    /// The session.
    pub session: Session,
    /// Previews while it is open, what was granted and not taken back afterwards.
    pub standing: Vec<Effect>,
}

/// The session of an integration id.
#[derive(Debug, Clone)]
pub struct SessionNamed {
    /// Integration id.
    pub id: String,
}

impl Question for SessionNamed {
    type Answer = StandingSession;

    fn answer(&self, reading: &Reading<'_>) -> Result<StandingSession, Refusal> {
        let id = SessionId::parse(&self.id, "/id")?;
        let found = reading.reader.session(&id)?.zip(reading.reader.session_number(&id)?);
        let Some((session, number)) = found else {
            return Err(Refusal::not_found("session", self.id.clone()));
        };
        let standing = standing::of(reading.reader, &session)?;
        Ok(StandingSession { number, session, standing })
    }
}
