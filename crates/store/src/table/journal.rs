//! Table `journal`: what happened, in order. Rows, pages and neighbours; written by `log`.

use domain::effect::Effect;
use domain::event::{EventType, SessionState};
use domain::id::{ProfileId, Seq, SessionId};
use domain::money::Money;
use domain::profile::Profile;
use domain::session::Session;
use domain::value::Attributes;
use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

use crate::error::StoreError;
use crate::filter::{Conditions, EventFilter};
use crate::page::{Page, bounded};
use crate::reader::Reader;
use crate::rows;

/// The columns that [`row`] reads, from its first on.
pub(crate) const COLUMNS: &str = "journal.seq, journal.at, journal.kind, journal.session, journal.profile, \
     journal.state, journal.total, journal.discount, journal.effect_count, journal.rejection_count, journal.source, \
     journal.op";

/// What a list shows of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// Its place in the log, from 1, without gaps.
    pub seq: Seq,
    /// When, by the workspace clock; to the microsecond.
    pub at: Timestamp,
    /// What.
    pub event_type: EventType,
    /// In which session, if any.
    pub session: Option<SessionId>,
    /// Who, unless anonymous.
    pub profile: Option<ProfileId>,
    /// The session's state afterwards, if there was a session.
    pub state: Option<SessionState>,
    /// The session's total before discounts, as given when it was logged.
    pub total: Option<Money>,
    /// Discounts given by this event.
    pub discount: Money,
    /// How many effects it had.
    pub effect_count: u32,
    /// How many codes and referrals were rejected.
    pub rejection_count: u32,
    /// The door the request came in at.
    pub source: String,
    /// The operation.
    pub op: String,
}

/// An event with what a table can put into columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedEvent {
    /// What a list shows.
    pub row: EventRow,
    /// A custom event's attributes; empty for built-in ones.
    pub attributes: Attributes,
    /// Its effects, in order.
    pub effects: Vec<Effect>,
}

/// Everything that was remembered about an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEvent {
    /// What a list shows.
    pub row: EventRow,
    /// A custom event's attributes; empty for built-in ones.
    pub attributes: Attributes,
    /// Its effects, in order.
    pub effects: Vec<Effect>,
    /// The request as it was received.
    pub request: String,
    /// Why each rule did what it did: JSON as the caller wrote it.
    pub trace: String,
    /// The session as it was afterwards.
    pub session: Option<Session>,
    /// The customer as they were afterwards.
    pub profile: Option<Profile>,
}

impl Reader {
    /// Events, newest first. `before` is the `next` of the page before.
    ///
    /// # Errors
    /// Those of the store.
    pub fn events(
        &self,
        filter: &EventFilter,
        before: Option<Seq>,
        limit: u32,
    ) -> Result<Page<EventRow, Seq>, StoreError> {
        let limit = bounded(limit);
        let meant = Conditions::of(filter).before(before);
        let sql =
            format!("SELECT {COLUMNS} {} ORDER BY {} DESC LIMIT {}", meant.sql(), meant.key(), limit + 1);
        let found = self.all(&sql, params_from_iter(meant.values()), row)?;
        Ok(Page::cut(found, limit, |row| row.seq))
    }

    /// How many events are meant.
    ///
    /// # Errors
    /// Those of the store.
    pub fn count(&self, filter: &EventFilter) -> Result<u64, StoreError> {
        let meant = Conditions::of(filter);
        if meant.is_all() {
            // Sequence numbers have no gaps, so the last one is the count.
            return Ok(self.last_seq()?.map_or(0, |seq| seq.0));
        }
        rows::count(
            self.number(&format!("SELECT count(*) {}", meant.sql()), params_from_iter(meant.values()))?,
        )
    }

    /// How many effects the meant events have.
    ///
    /// # Errors
    /// Those of the store.
    pub fn effect_count(&self, filter: &EventFilter) -> Result<u64, StoreError> {
        self.over_meant("coalesce(sum(journal.effect_count), 0)", filter)
    }

    /// How many sessions the meant events are of.
    ///
    /// # Errors
    /// Those of the store.
    pub fn sessions_met(&self, filter: &EventFilter) -> Result<u64, StoreError> {
        self.over_meant("count(DISTINCT nullif(journal.session, ''))", filter)
    }

    fn over_meant(&self, figure: &str, filter: &EventFilter) -> Result<u64, StoreError> {
        let meant = Conditions::of(filter);
        // A walk of another table than the journal brings its rows along.
        rows::count(
            self.number(&format!("SELECT {figure} {}", meant.sql()), params_from_iter(meant.values()))?,
        )
    }

    /// The newest event.
    ///
    /// # Errors
    /// Those of the store.
    pub fn last_seq(&self) -> Result<Option<Seq>, StoreError> {
        self.first("SELECT seq FROM journal ORDER BY seq DESC LIMIT 1", [], |row| rows::seq(row.get(0)?))
    }

    /// The event of the session just before `seq`.
    ///
    /// # Errors
    /// Those of the store.
    pub fn previous_in_session(&self, seq: Seq, session: &SessionId) -> Result<Option<Seq>, StoreError> {
        let sql = "SELECT seq FROM journal WHERE session = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT 1";
        self.neighbour(sql, session.as_str(), seq)
    }

    /// The event of the session just after `seq`.
    ///
    /// # Errors
    /// Those of the store.
    pub fn next_in_session(&self, seq: Seq, session: &SessionId) -> Result<Option<Seq>, StoreError> {
        let sql = "SELECT seq FROM journal WHERE session = ?1 AND seq > ?2 ORDER BY seq LIMIT 1";
        self.neighbour(sql, session.as_str(), seq)
    }

    /// The event of the customer just before `seq`.
    ///
    /// # Errors
    /// Those of the store.
    pub fn previous_of_profile(&self, seq: Seq, profile: &ProfileId) -> Result<Option<Seq>, StoreError> {
        let sql = "SELECT seq FROM journal WHERE profile = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT 1";
        self.neighbour(sql, profile.as_str(), seq)
    }

    fn neighbour(&self, sql: &str, of: &str, seq: Seq) -> Result<Option<Seq>, StoreError> {
        let parameters = [Value::Text(of.to_owned()), Value::Integer(rows::seq_column(seq))];
        self.first(sql, parameters, |row| rows::seq(row.get(0)?))
    }
}

/// An event's row from [`COLUMNS`].
pub(crate) fn row(row: &Row<'_>) -> Result<EventRow, StoreError> {
    let text = |column: usize| row.get_ref(column).map(|value| value.as_str().unwrap_or_default());
    Ok(EventRow {
        seq: rows::seq(row.get(0)?)?,
        at: rows::time(row.get(1)?)?,
        event_type: EventType::from_name(text(2)?),
        session: rows::session(text(3)?)?,
        profile: rows::profile(text(4)?)?,
        state: rows::optional_state(text(5)?)?,
        total: rows::optional_money(text(6)?)?,
        discount: rows::money(text(7)?)?,
        effect_count: row.get(8)?,
        rejection_count: row.get(9)?,
        source: row.get(10)?,
        op: row.get(11)?,
    })
}
