//! Table `usage`: how often and when event types and their attributes were last seen. Kept as events are logged, so
//! that asking does not walk the log.

use domain::event::{Event, EventType};
use jiff::Timestamp;
use rusqlite::params;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::rows;
use crate::writer::Tx;

/// How much an event type is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventTypeUsage {
    /// The event type.
    pub event_type: EventType,
    /// Events of it in the log.
    pub count: u64,
    /// The time of the latest one logged, by the workspace clock.
    pub last_at: Timestamp,
}

/// How much an attribute of a custom event is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeUsage {
    /// The event type it belongs to.
    pub event_type: EventType,
    /// Its API name.
    pub name: String,
    /// Events in the log that carry it.
    pub count: u64,
    /// The time of the latest one logged, by the workspace clock.
    pub last_at: Timestamp,
}

impl Reader {
    /// Every event type in the log, by name.
    ///
    /// # Errors
    /// Those of the store.
    pub fn event_type_usage(&self) -> Result<Vec<EventTypeUsage>, StoreError> {
        let sql = "SELECT kind, count, last_at FROM usage WHERE name = '' ORDER BY kind";
        self.all(sql, [], |row| {
            Ok(EventTypeUsage {
                event_type: EventType::from_name(row.get_ref(0)?.as_str().unwrap_or_default()),
                count: rows::count(row.get(1)?)?,
                last_at: rows::time(row.get(2)?)?,
            })
        })
    }

    /// Every attribute of custom events in the log, by event type and name.
    ///
    /// # Errors
    /// Those of the store.
    pub fn attribute_usage(&self) -> Result<Vec<AttributeUsage>, StoreError> {
        let sql = "SELECT kind, name, count, last_at FROM usage WHERE name <> '' ORDER BY kind, name";
        self.all(sql, [], |row| {
            Ok(AttributeUsage {
                event_type: EventType::from_name(row.get_ref(0)?.as_str().unwrap_or_default()),
                name: row.get(1)?,
                count: rows::count(row.get(2)?)?,
                last_at: rows::time(row.get(3)?)?,
            })
        })
    }
}

impl Tx<'_> {
    /// Counts an event and each attribute it carries.
    pub(crate) fn count_usage(&self, event: &Event) -> Result<(), StoreError> {
        let sql = "INSERT INTO usage (kind, name, count, last_at) VALUES (?1, ?2, 1, ?3)
                   ON CONFLICT (kind, name) DO UPDATE SET count = count + 1, last_at = excluded.last_at";
        let (kind, at) = (event.event_type.name(), event.at.as_microsecond());
        for name in std::iter::once("").chain(event.attributes.keys().map(String::as_str)) {
            self.execute(sql, params![kind, name, at])?;
        }
        Ok(())
    }
}
