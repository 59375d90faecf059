//! Table `reversal`, and a session's events as its ledger reads them.

use std::collections::BTreeMap;

use domain::event::EventType;
use domain::id::{EffectId, Seq, SessionId};
use domain::ledger::{Booking, SessionEvent};
use rusqlite::{Row, params};

use crate::error::StoreError;
use crate::reader::Reader;
use crate::rows;
use crate::writer::Tx;

impl Reader {
    /// The session's events from its first on, with the effects that its ledger enters. Previews come without theirs,
    /// except the latest: the session's next own event replaced them.
    ///
    /// # Errors
    /// Those of the store.
    pub fn ledger_events(&self, session: &SessionId) -> Result<Vec<SessionEvent>, StoreError> {
        let sql = "SELECT seq, at, kind, state, effect_count FROM journal WHERE session = ?1 ORDER BY seq";
        let mut found = self.all(sql, [session.as_str()], bare)?;
        let latest = found.iter().rposition(|(event, _)| booking(event) != Booking::Apart);
        for (index, (event, has_effects)) in found.iter_mut().enumerate() {
            let is_read = match booking(event) {
                Booking::Commit | Booking::GiveBack => true,
                Booking::Preview => latest == Some(index),
                Booking::Lapse | Booking::Apart => false,
            };
            if is_read && *has_effects {
                event.effects = self.effects_at(event.seq)?;
            }
            if booking(event) == Booking::GiveBack && *has_effects {
                event.reverses = self.reversals_at(event.seq)?;
            }
        }
        Ok(found.into_iter().map(|(event, _)| event).collect())
    }

    /// The session's latest own event alone: what it previews.
    ///
    /// # Errors
    /// Those of the store.
    pub fn latest_preview(&self, session: &SessionId) -> Result<Option<SessionEvent>, StoreError> {
        let sql =
            "SELECT seq, at, kind, state, effect_count FROM journal WHERE session = ?1 ORDER BY seq DESC";
        let mut statement = self.connection().prepare_cached(sql)?;
        let mut found = statement.query([session.as_str()])?;
        while let Some(row) = found.next()? {
            let (mut event, has_effects) = bare(row)?;
            if booking(&event) == Booking::Apart {
                continue;
            }
            if has_effects {
                event.effects = self.effects_at(event.seq)?;
            }
            return Ok(Some(event));
        }
        Ok(None)
    }

    fn reversals_at(&self, seq: Seq) -> Result<BTreeMap<u32, EffectId>, StoreError> {
        let sql = "SELECT place, of_seq, of_place FROM reversal WHERE seq = ?1 ORDER BY place";
        let found = self.all(sql, [rows::seq_column(seq)], |row| {
            Ok((row.get(0)?, EffectId { seq: rows::seq(row.get(1)?)?, place: row.get(2)? }))
        })?;
        Ok(found.into_iter().collect())
    }
}

impl Tx<'_> {
    /// Notes that the rollback `by` takes back what `of` granted. Both are in the log already.
    ///
    /// # Errors
    /// Those of the store.
    pub fn note_reversal(&self, by: EffectId, of: EffectId) -> Result<(), StoreError> {
        let sql = "INSERT INTO reversal (seq, place, of_seq, of_place) VALUES (?1, ?2, ?3, ?4)";
        self.execute(sql, params![rows::seq_column(by.seq), by.place, rows::seq_column(of.seq), of.place])
            .map(drop)
    }
}

fn booking(event: &SessionEvent) -> Booking {
    Booking::of(&event.event_type, event.state)
}

/// An event without its effects, and whether it has any.
fn bare(row: &Row<'_>) -> Result<(SessionEvent, bool), StoreError> {
    let text = |column: usize| row.get_ref(column).map(|value| value.as_str().unwrap_or_default());
    let event = SessionEvent {
        seq: rows::seq(row.get(0)?)?,
        at: rows::time(row.get(1)?)?,
        event_type: EventType::from_name(text(2)?),
        state: rows::optional_state(text(3)?)?,
        effects: Vec::new(),
        reverses: BTreeMap::new(),
    };
    Ok((event, row.get::<_, u32>(4)? > 0))
}
