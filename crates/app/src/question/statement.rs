//! The ledger of a session as a statement.

use domain::id::SessionId;
use domain::ledger::Ledger;

use crate::refusal::Refusal;
use crate::render::statement;
use crate::view::ledger::StatementView;
use crate::workspace::{Question, Reading};

/// The statement of one session; `None` when there is no such session.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Integration id.
    pub id: String,
    /// How many entries at most; all when left out.
    pub most: Option<u32>,
}

impl Question for Statement {
    type Answer = Option<StatementView>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Option<StatementView>, Refusal> {
        let id = SessionId::parse(&self.id, "/id")?;
        let Some(session) = reading.reader.session(&id)? else {
            return Ok(None);
        };
        let happened = reading.reader.ledger_events(&id)?;
        let events = happened.iter().map(|event| (event.seq, (event.at, event.event_type.clone()))).collect();
        let ledger = Ledger::of(happened);
        let most = self.most.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
        Ok(Some(statement::view(&session, &ledger, &events, reading.house, most)))
    }
}
