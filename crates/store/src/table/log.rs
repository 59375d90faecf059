//! Appending to the log: one event, everywhere it is written.

use domain::effect::Effect;
use domain::event::Event;
use domain::id::{ProfileId, Seq, SessionId};
use domain::money::Money;
use domain::profile::Profile;
use domain::session::Session;
use rusqlite::params;

use super::event::NO_ATTRIBUTES;
use super::{profile, session};
use crate::error::StoreError;
use crate::rows;
use crate::stored::value::{attributes, search_texts};
use crate::stored::{self, VERSION};
use crate::writer::Tx;

/// What is remembered about one event. It is never changed afterwards.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'e> {
    /// What happened; its `seq` is not read.
    pub event: &'e Event,
    /// The operation that was asked for.
    pub op: &'e str,
    /// The door it came in at.
    pub source: &'e str,
    /// The request as it was received.
    pub request: &'e str,
    /// The session as it is afterwards, if the event is in one.
    pub session: Option<&'e Session>,
    /// The customer as they are afterwards, if there is one.
    pub profile: Option<&'e Profile>,
    /// The session's total before discounts.
    pub total: Option<Money>,
    /// Discounts given by this event.
    pub discount: Money,
    /// Codes and referrals that were rejected.
    pub rejections: u32,
    /// Its effects, in order.
    pub effects: &'e [Effect],
    /// Why each rule did what it did, as JSON; the store does not read it.
    pub trace: &'e str,
}

impl Tx<'_> {
    /// Writes an event at the end of the log and answers its place.
    ///
    /// # Errors
    /// Those of the store.
    pub fn append(&self, entry: &Entry<'_>) -> Result<Seq, StoreError> {
        let seq = Seq(self.last_seq()?.map_or(0, |last| last.0) + 1);
        self.insert_row(seq, entry)?;
        self.insert_payload(seq, entry)?;
        self.insert_trace(seq, entry.trace)?;
        for (place, effect) in entry.effects.iter().enumerate() {
            self.insert_effect(seq, place, effect)?;
        }
        self.insert_effect_finders(seq, entry.effects)?;
        self.insert_search_texts(seq, entry.event)?;
        self.insert_words(seq)?;
        self.count_usage(entry.event)?;
        Ok(seq)
    }

    fn insert_row(&self, seq: Seq, entry: &Entry<'_>) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO journal (seq, at, kind, session, profile, state, total, discount, effect_count,
                                        rejection_count, source, op, version)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
        let event = entry.event;
        let parameters = params![
            rows::seq_column(seq),
            event.at.as_microsecond(),
            event.event_type.name(),
            event.session.as_ref().map_or("", SessionId::as_str),
            event.profile.as_ref().map_or("", ProfileId::as_str),
            entry.session.map_or("", |session| session.state().name()),
            entry.total.map(|total| total.to_string()).unwrap_or_default(),
            entry.discount.to_string(),
            u32::try_from(entry.effects.len()).unwrap_or(u32::MAX),
            entry.rejections,
            entry.source,
            entry.op,
            VERSION,
        ];
        self.execute(sql, parameters).map(drop)
    }

    fn insert_payload(&self, seq: Seq, entry: &Entry<'_>) -> Result<(), StoreError> {
        let named = &entry.event.attributes;
        let attributes =
            if named.is_empty() { NO_ATTRIBUTES.to_owned() } else { stored::write(&attributes(named))? };
        let sql =
            "INSERT INTO payload (seq, attributes, request, session, profile) VALUES (?1, ?2, ?3, ?4, ?5)";
        let parameters = params![
            rows::seq_column(seq),
            attributes,
            entry.request,
            entry.session.map(session::write).transpose()?.unwrap_or_default(),
            entry.profile.map(profile::write).transpose()?.unwrap_or_default(),
        ];
        self.execute(sql, parameters).map(drop)
    }

    fn insert_trace(&self, seq: Seq, trace: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO trace (seq, body) VALUES (?1, ?2)";
        self.execute(sql, params![rows::seq_column(seq), trace]).map(drop)
    }

    /// Makes everything the event says findable, once all of it is written.
    fn insert_words(&self, seq: Seq) -> Result<(), StoreError> {
        let sql = "INSERT INTO event_text (rowid, body) SELECT seq, body FROM event_words WHERE seq = ?1";
        self.execute(sql, params![rows::seq_column(seq)]).map(drop)
    }

    fn insert_search_texts(&self, seq: Seq, event: &Event) -> Result<(), StoreError> {
        let sql = "INSERT OR IGNORE INTO event_attribute (name, value, seq) VALUES (?1, ?2, ?3)";
        for (name, value) in &event.attributes {
            for text in search_texts(value) {
                self.execute(sql, params![name, text, rows::seq_column(seq)])?;
            }
        }
        Ok(())
    }
}
