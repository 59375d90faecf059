//! Sessions: lists and one.

use domain::id::{ProfileId, Seq, SessionId};

use super::read_cursor;
use crate::refusal::Refusal;
use crate::render::{answer, diagram, session, text};
use crate::standing;
use crate::view::session::{SessionFilter, SessionPage, SessionRowView, SessionView};
use crate::workspace::{Question, Reading};

/// A page of sessions, latest change first.
#[derive(Debug, Clone)]
pub struct Sessions {
    /// Which.
    pub filter: SessionFilter,
    /// Where the page before ended.
    pub after: Option<String>,
    /// At most 500.
    pub limit: u32,
}

impl Question for Sessions {
    type Answer = SessionPage;

    fn answer(&self, reading: &Reading<'_>) -> Result<SessionPage, Refusal> {
        let profile = self.filter.profile.as_deref();
        let filter = store::SessionFilter {
            states: self.filter.states.iter().copied().map(diagram::read_state).collect(),
            profile: profile.map(|id| ProfileId::parse(id, "/profile")).transpose()?,
            text: self.filter.text.clone().unwrap_or_default(),
        };
        let page = reading.reader.sessions(&filter, read_cursor(self.after.as_deref())?, self.limit)?;
        Ok(SessionPage {
            rows: page.rows.iter().map(row).collect(),
            next: page.next.map(|key| key.to_string()),
        })
    }
}

fn row(row: &store::SessionRow) -> SessionRowView {
    SessionRowView {
        id: row.id.to_string(),
        profile_id: row.profile.as_ref().map(ToString::to_string),
        state: diagram::state(row.state),
        total: text::money(row.total),
        updated: row.updated.to_string(),
    }
}

/// One session with everything the stage shows; `None` when there is none.
#[derive(Debug, Clone)]
pub struct OneSession {
    /// Integration id.
    pub id: String,
}

impl Question for OneSession {
    type Answer = Option<SessionView>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Option<SessionView>, Refusal> {
        let id = SessionId::parse(&self.id, "/id")?;
        let Some(found) = reading.reader.session(&id)? else {
            return Ok(None);
        };
        let standing = standing::of(reading.reader, &found)?;
        let latest = reading.reader.previous_in_session(Seq(u64::MAX), &id)?;
        Ok(Some(session::view(&found, &standing, reading.house, latest)))
    }
}

/// One session as JSON in the vendor's shape; `None` when there is none.
#[derive(Debug, Clone)]
pub struct OneSessionAsJson {
    /// Integration id.
    pub id: String,
}

impl Question for OneSessionAsJson {
    type Answer = Option<String>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Option<String>, Refusal> {
        let id = SessionId::parse(&self.id, "/id")?;
        let found = reading.reader.session(&id)?;
        Ok(found.map(|found| answer::session(&found)))
    }
}
