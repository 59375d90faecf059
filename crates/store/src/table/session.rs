//! Table `session`: customer sessions as they are now.

use domain::event::SessionState;
use domain::id::{ProfileId, SessionId};
use domain::money::Money;
use domain::session::Session;
use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::error::StoreError;
use crate::page::{Page, bounded};
use crate::reader::Reader;
use crate::rows;
use crate::stored::session::StoredSession;
use crate::stored::{self, VERSION};
use crate::writer::Tx;

/// What a list shows of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Integration id.
    pub id: SessionId,
    /// The customer; `None` while anonymous.
    pub profile: Option<ProfileId>,
    /// Its state.
    pub state: SessionState,
    /// When it was created; to the microsecond, like `updated`.
    pub created: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
    /// Total before discounts, as given when it was stored.
    pub total: Money,
    /// Discounts that stand, as given when it was stored.
    pub discount: Money,
}

/// Which sessions a list shows; the default shows all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SessionFilter {
    /// Only in these states; empty means all.
    pub states: Vec<SessionState>,
    /// Only of this customer.
    pub profile: Option<ProfileId>,
    /// Only those whose id or customer holds this text, ASCII letters in either case.
    pub text: String,
}

impl Reader {
    /// One session; `None` when there is none of that id.
    ///
    /// # Errors
    /// Those of the store.
    pub fn session(&self, id: &SessionId) -> Result<Option<Session>, StoreError> {
        let sql = "SELECT version, body FROM session WHERE id = ?1";
        self.first(sql, [id.as_str()], |row| read(row.get(0)?, row.get_ref(1)?.as_str().unwrap_or_default()))
    }

    /// Whether any session belongs to the customer now.
    ///
    /// # Errors
    /// Those of the store.
    pub fn has_session_of(&self, profile: &ProfileId) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM session WHERE profile = ?1)";
        Ok(self.number(sql, [profile.as_str()])? > 0)
    }

    /// The customer's most recently stored open session.
    ///
    /// # Errors
    /// Those of the store.
    pub fn latest_open_session(&self, profile: &ProfileId) -> Result<Option<SessionId>, StoreError> {
        let sql =
            "SELECT id FROM session WHERE profile = ?1 AND +state = 'open' ORDER BY touched DESC LIMIT 1";
        self.first(sql, [profile.as_str()], |row| {
            rows::session_id(row.get_ref(0)?.as_str().unwrap_or_default())
        })
    }

    /// The names of the additional costs that the `most` most recently stored sessions and their items carry, in
    /// alphabetical order.
    ///
    /// # Errors
    /// Those of the store.
    pub fn additional_costs(&self, most: u32) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT DISTINCT node.key
            FROM (SELECT body FROM session ORDER BY touched DESC LIMIT ?1) AS recent, json_tree(recent.body) AS node
            WHERE node.path LIKE '%.cart.\"additional_costs\"' OR node.path LIKE '%.cart.items[%].\"additional_costs\"'
            ORDER BY 1";
        self.all(sql, [most], |row| Ok(row.get(0)?))
    }

    /// Sessions, the most recently stored first. `before` is the `next` of the page before.
    ///
    /// # Errors
    /// Those of the store.
    pub fn sessions(
        &self,
        filter: &SessionFilter,
        before: Option<u64>,
        limit: u32,
    ) -> Result<Page<SessionRow, u64>, StoreError> {
        let limit = bounded(limit);
        let states: Vec<&str> = filter.states.iter().map(|state| state.name()).collect();
        let narrow = match (&filter.profile, states.as_slice()) {
            (Some(_), _) => "profile = ?2 AND (?3 = '' OR instr(?3, ' ' || state || ' ') > 0)",
            (None, [_]) => "?2 = '' AND state = trim(?3)",
            (None, _) => "?2 = '' AND (?3 = '' OR instr(?3, ' ' || state || ' ') > 0)",
        };
        let states = if states.is_empty() { String::new() } else { format!(" {} ", states.join(" ")) };
        let sql = format!(
            r"SELECT id, profile, state, created, updated, total, discount, touched FROM session
              WHERE touched < ?1 AND {narrow}
                AND (?4 = '%%' OR id LIKE ?4 ESCAPE '\' OR profile LIKE ?4 ESCAPE '\')
              ORDER BY touched DESC LIMIT ?5"
        );
        let parameters = params![
            before.and_then(|key| i64::try_from(key).ok()).unwrap_or(i64::MAX),
            filter.profile.as_ref().map_or("", ProfileId::as_str),
            states,
            rows::pattern(&filter.text),
            limit + 1,
        ];
        let page = Page::cut(self.all(&sql, parameters, keyed)?, limit, |(key, _)| *key);
        Ok(page.map(|(_, row)| row))
    }

    /// How many sessions there are.
    ///
    /// # Errors
    /// Those of the store.
    pub fn session_count(&self) -> Result<u64, StoreError> {
        rows::count(self.number("SELECT count(*) FROM session", [])?)
    }
}

impl Tx<'_> {
    /// Stores a session, new or changed, with what lists show of it: its total before discounts and the discounts
    /// that stand.
    ///
    /// # Errors
    /// Those of the store.
    pub fn put_session(&self, session: &Session, total: Money, discount: Money) -> Result<(), StoreError> {
        let sql = "INSERT INTO session (id, touched, profile, state, created, updated, total, discount, version, body)
                   VALUES (?1, (SELECT coalesce(max(touched), 0) + 1 FROM session), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                   ON CONFLICT (id) DO UPDATE
                   SET touched = excluded.touched, profile = excluded.profile, state = excluded.state,
                       created = excluded.created, updated = excluded.updated, total = excluded.total,
                       discount = excluded.discount, version = excluded.version, body = excluded.body";
        let parameters = params![
            session.id.as_str(),
            session.profile.as_ref().map_or("", ProfileId::as_str),
            session.state().name(),
            session.created.as_microsecond(),
            session.updated.as_microsecond(),
            total.to_string(),
            discount.to_string(),
            VERSION,
            write(session)?,
        ];
        self.execute(sql, parameters).map(drop)
    }
}

fn keyed(row: &Row<'_>) -> Result<(u64, SessionRow), StoreError> {
    let text = |column: usize| row.get_ref(column).map(|value| value.as_str().unwrap_or_default());
    let session = SessionRow {
        id: rows::session_id(text(0)?)?,
        profile: rows::profile(text(1)?)?,
        state: rows::state(text(2)?)?,
        created: rows::time(row.get(3)?)?,
        updated: rows::time(row.get(4)?)?,
        total: rows::money(text(5)?)?,
        discount: rows::money(text(6)?)?,
    };
    Ok((rows::count(row.get(7)?)?, session))
}

/// A session as stored text.
pub(crate) fn write(session: &Session) -> Result<String, StoreError> {
    stored::write(&StoredSession::from(session))
}

/// A session from stored text.
pub(crate) fn read(version: u32, text: &str) -> Result<Session, StoreError> {
    stored::read::<StoredSession>(version, text, "session")?.try_into()
}
