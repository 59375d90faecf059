//! Tables `payload` and `trace` beside the journal: what is long about an event, read one event at a time.

use domain::id::Seq;
use domain::profile::Profile;
use domain::session::Session;
use domain::value::Attributes;
use rusqlite::{Params, Row, params_from_iter};

use super::journal::{COLUMNS, EventRow, LoggedEvent, StoredEvent};
use super::{journal, profile, session};
use crate::error::StoreError;
use crate::filter::{Conditions, EventFilter};
use crate::reader::Reader;
use crate::rows;
use crate::stored;
use crate::stored::value::{StoredAttributes, from_attributes};

/// How many columns [`COLUMNS`] has: where those of other tables begin.
const OWN: usize = 12;

impl Reader {
    /// Everything about one event; `None` when the log does not reach that far.
    ///
    /// # Errors
    /// Those of the store.
    pub fn event(&self, seq: Seq) -> Result<Option<StoredEvent>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, journal.version, payload.attributes, payload.request, payload.session,
                    payload.profile, trace.body
             FROM journal JOIN payload USING (seq) JOIN trace USING (seq) WHERE journal.seq = ?1"
        );
        let found = self.first(&sql, [rows::seq_column(seq)], whole)?;
        found.map(|event| Ok(StoredEvent { effects: self.effects(&event.row)?, ..event })).transpose()
    }

    /// Hands every meant event to `visit`, oldest first, one at a time: memory stays flat however long the log is.
    /// All of them are of one state of the workspace. The first error of `visit` ends it.
    ///
    /// # Errors
    /// Those of `visit`, and of the store.
    pub fn each_event<E: From<StoreError>>(
        &self,
        filter: &EventFilter,
        visit: impl FnMut(LoggedEvent) -> Result<(), E>,
    ) -> Result<(), E> {
        let meant = Conditions::of(filter);
        let sql = logged_events(&meant, "ASC");
        self.snapshot(|reader| reader.stream(&sql, params_from_iter(meant.values()), visit))
    }

    /// An event with its effects, from a row of [`logged_events`].
    pub(crate) fn logged(&self, row: &Row<'_>) -> Result<LoggedEvent, StoreError> {
        let (row, attributes) = brief(row)?;
        let effects = self.effects(&row)?;
        Ok(LoggedEvent { row, attributes, effects })
    }

    fn stream<E: From<StoreError>>(
        &self,
        sql: &str,
        parameters: impl Params,
        mut visit: impl FnMut(LoggedEvent) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut statement = self.connection().prepare_cached(sql).map_err(StoreError::from)?;
        let mut found = statement.query(parameters).map_err(StoreError::from)?;
        while let Some(row) = found.next().map_err(StoreError::from)? {
            visit(self.logged(row)?)?;
        }
        Ok(())
    }
}

/// The meant events in the order of the journal (`ASC`) or against it (`DESC`).
pub(crate) fn logged_events(meant: &Conditions, order: &str) -> String {
    format!(
        "SELECT {COLUMNS}, journal.version, (SELECT attributes FROM payload WHERE payload.seq = journal.seq)
         {} ORDER BY {} {order}",
        meant.sql(),
        meant.key()
    )
}

fn brief(row: &Row<'_>) -> Result<(EventRow, Attributes), StoreError> {
    let version = row.get(OWN)?;
    Ok((journal::row(row)?, attributes(version, row.get_ref(OWN + 1)?.as_str().unwrap_or_default())?))
}

fn whole(row: &Row<'_>) -> Result<StoredEvent, StoreError> {
    let version = row.get(OWN)?;
    let (brief, attributes) = brief(row)?;
    let text = |column: usize| row.get_ref(OWN + column).map(|value| value.as_str().unwrap_or_default());
    Ok(StoredEvent {
        row: brief,
        attributes,
        effects: Vec::new(),
        request: text(2)?.to_owned(),
        session: snapshot::<Session>(text(3)?, |text| session::read(version, text))?,
        profile: snapshot::<Profile>(text(4)?, |text| profile::read(version, text))?,
        trace: text(5)?.to_owned(),
    })
}

fn attributes(version: u32, text: &str) -> Result<Attributes, StoreError> {
    if text == NO_ATTRIBUTES {
        return Ok(Attributes::new());
    }
    stored::read::<StoredAttributes>(version, text, "event's attributes").map(from_attributes)
}

/// How the absence of attributes is stored.
pub(crate) const NO_ATTRIBUTES: &str = "{}";

fn snapshot<T>(
    text: &str,
    read: impl FnOnce(&str) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    if text.is_empty() { Ok(None) } else { read(text).map(Some) }
}
