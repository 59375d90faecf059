//! How the meant events spread over types, states, campaigns, effect types, doors and time.

use domain::event::{EventType, SessionState};
use domain::id::CampaignId;
use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Row, params, params_from_iter};

use crate::error::StoreError;
use crate::filter::{Conditions, EventFilter};
use crate::reader::Reader;
use crate::rows;

/// The most bars of a histogram.
pub const MOST_BUCKETS: u32 = 60;

/// Counts per value, the largest first. Each list leaves the filter's part about itself out of account, so that the
/// values not chosen can still be seen and chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// By event type.
    pub types: Vec<(EventType, u64)>,
    /// By the session's state afterwards; events outside sessions are not counted.
    pub states: Vec<(SessionState, u64)>,
    /// Events with an effect of each campaign.
    pub campaigns: Vec<(CampaignId, u64)>,
    /// Events with an effect of each type.
    pub effect_types: Vec<(String, u64)>,
    /// Events with a code rejected for each reason, by the vendor's names.
    pub rejections: Vec<(String, u64)>,
    /// By the door the request came in at.
    pub sources: Vec<(String, u64)>,
    /// Over time, with the whole filter in force; at most [`MOST_BUCKETS`], empty ones left out.
    pub histogram: Vec<Bucket>,
}

/// One bar of a histogram.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bucket {
    /// Its beginning, included.
    pub from: Timestamp,
    /// Its end, not included.
    pub until: Timestamp,
    /// Events in it.
    pub count: u64,
}

impl Reader {
    /// All facets of the meant events, of one state of the workspace.
    ///
    /// # Errors
    /// Those of the store.
    pub fn facets(&self, filter: &EventFilter) -> Result<Facets, StoreError> {
        self.snapshot(|reader| {
            Ok(Facets {
                types: reader.types(filter)?,
                states: reader.states(filter)?,
                campaigns: reader.per_campaign(filter)?,
                effect_types: reader.effect_types(filter)?,
                rejections: reader.rejections(filter)?,
                sources: reader.sources(filter)?,
                histogram: reader.histogram(filter)?,
            })
        })
    }

    fn types(&self, filter: &EventFilter) -> Result<Vec<(EventType, u64)>, StoreError> {
        let other = EventFilter { types: Vec::new(), excluded_types: Vec::new(), ..filter.clone() };
        self.spread(&other, "journal.kind", "", |row| Ok(EventType::from_name(&row.get::<_, String>(0)?)))
    }

    fn states(&self, filter: &EventFilter) -> Result<Vec<(SessionState, u64)>, StoreError> {
        let other = EventFilter { states: Vec::new(), excluded_states: Vec::new(), ..filter.clone() };
        let found =
            self.spread(&other, "journal.state", "", |row| rows::optional_state(&row.get::<_, String>(0)?))?;
        Ok(found.into_iter().filter_map(|(state, count)| Some((state?, count))).collect())
    }

    fn per_campaign(&self, filter: &EventFilter) -> Result<Vec<(CampaignId, u64)>, StoreError> {
        let other = EventFilter { campaign: None, excluded_campaigns: Vec::new(), ..filter.clone() };
        self.spread(&other, "facet.campaign", "event_campaign", |row| Ok(CampaignId(row.get(0)?)))
    }

    fn effect_types(&self, filter: &EventFilter) -> Result<Vec<(String, u64)>, StoreError> {
        let other =
            EventFilter { effect_types: Vec::new(), excluded_effect_types: Vec::new(), ..filter.clone() };
        self.spread(&other, "facet.effect_type", "event_effect_type", |row| Ok(row.get(0)?))
    }

    fn rejections(&self, filter: &EventFilter) -> Result<Vec<(String, u64)>, StoreError> {
        let other = EventFilter { rejections: Vec::new(), excluded_rejections: Vec::new(), ..filter.clone() };
        self.spread(&other, "facet.reason", "event_rejection", |row| Ok(row.get(0)?))
    }

    fn sources(&self, filter: &EventFilter) -> Result<Vec<(String, u64)>, StoreError> {
        let other = EventFilter { sources: Vec::new(), excluded_sources: Vec::new(), ..filter.clone() };
        self.spread(&other, "journal.source", "", |row| Ok(row.get(0)?))
    }

    /// Counts by `column`, of the journal or, joined as `facet`, of `table`.
    fn spread<T>(
        &self,
        filter: &EventFilter,
        column: &str,
        table: &str,
        value: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<(T, u64)>, StoreError> {
        let meant = Conditions::of(filter);
        let from = match (table.is_empty(), meant.is_all()) {
            (true, _) => meant.sql(),
            (false, true) => format!("FROM {table} AS facet"),
            (false, false) => {
                format!("FROM {table} AS facet WHERE facet.seq IN (SELECT {} {})", meant.key(), meant.sql())
            }
        };
        let sql = format!("SELECT {column}, count(*) {from} GROUP BY 1 ORDER BY 2 DESC, 1");
        self.all(&sql, params_from_iter(meant.values()), |row| Ok((value(row)?, rows::count(row.get(1)?)?)))
    }

    /// The doors that requests came in at.
    ///
    /// # Errors
    /// Those of the store.
    pub fn sources_present(&self) -> Result<Vec<String>, StoreError> {
        self.present("journal", "source")
    }

    /// The effect types that occur in the log, by the vendor's names.
    ///
    /// # Errors
    /// Those of the store.
    pub fn effect_types_present(&self) -> Result<Vec<String>, StoreError> {
        self.present("event_effect_type", "effect_type")
    }

    /// The texts that occur in a column with an index: one look-up for each, however many rows there are.
    fn present(&self, table: &str, column: &str) -> Result<Vec<String>, StoreError> {
        let sql = format!(
            "WITH RECURSIVE present (name) AS (
                 SELECT min({column}) FROM {table}
                 UNION ALL
                 SELECT (SELECT min({column}) FROM {table} WHERE {column} > present.name)
                 FROM present WHERE present.name IS NOT NULL
             )
             SELECT name FROM present WHERE name IS NOT NULL"
        );
        self.all(&sql, [], |row| Ok(row.get(0)?))
    }

    /// The values of an attribute of custom events that hold `text`, the most frequent first.
    ///
    /// # Errors
    /// Those of the store.
    pub fn attribute_values(
        &self,
        name: &str,
        text: &str,
        limit: u32,
    ) -> Result<Vec<(String, u64)>, StoreError> {
        let sql = r"SELECT value, count(*) FROM event_attribute WHERE name = ?1 AND value LIKE ?2 ESCAPE '\'
                    GROUP BY value ORDER BY 2 DESC, 1 LIMIT ?3";
        let parameters = params![name, rows::pattern(text), limit];
        self.all(sql, parameters, |row| Ok((row.get(0)?, rows::count(row.get(1)?)?)))
    }

    fn histogram(&self, filter: &EventFilter) -> Result<Vec<Bucket>, StoreError> {
        let meant = Conditions::of(filter);
        let Some((first, last)) = self.span(&meant)? else {
            return Ok(Vec::new());
        };
        let width = (last - first) / i64::from(MOST_BUCKETS) + 1;
        let (origin, step) = (meant.values().len() + 1, meant.values().len() + 2);
        let sql = format!(
            "SELECT (journal.at - ?{origin}) / ?{step} AS bucket, count(*) {} GROUP BY bucket ORDER BY bucket",
            meant.sql()
        );
        let scale = [Value::Integer(first), Value::Integer(width)];
        self.all(&sql, params_from_iter(meant.values().iter().chain(&scale)), |row| {
            let from = first + row.get::<_, i64>(0)? * width;
            let count = rows::count(row.get(1)?)?;
            Ok(Bucket { from: rows::time(from)?, until: rows::time(from + width)?, count })
        })
    }

    /// The earliest and the latest time, in microseconds.
    fn span(&self, meant: &Conditions) -> Result<Option<(i64, i64)>, StoreError> {
        let sql = if meant.is_all() {
            "SELECT (SELECT min(at) FROM journal), (SELECT max(at) FROM journal)".to_owned()
        } else {
            format!("SELECT min(journal.at), max(journal.at) {}", meant.sql())
        };
        let ends =
            self.first(&sql, params_from_iter(meant.values()), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(ends.and_then(|(first, last): (Option<i64>, Option<i64>)| first.zip(last)))
    }
}
