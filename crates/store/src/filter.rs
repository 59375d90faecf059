//! Which events a list, a count, a facet or an export is about. The SQL is put together here from fixed pieces; every
//! word of the user's is a bound parameter.

use std::fmt::Write as _;

use domain::event::{EventType, SessionState};
use domain::id::{CampaignId, ProfileId, Seq, SessionId};
use jiff::Timestamp;
use rusqlite::types::Value;

use crate::rows;

/// Which events are meant. Every part that is filled narrows the choice; the default means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventFilter {
    /// Only these types.
    pub types: Vec<EventType>,
    /// Not these types.
    pub excluded_types: Vec<EventType>,
    /// Only of this session.
    pub session: Option<SessionId>,
    /// Only of this customer.
    pub profile: Option<ProfileId>,
    /// Only with an effect of this campaign.
    pub campaign: Option<CampaignId>,
    /// Only with an effect of one of these types, by the vendor's names.
    pub effect_types: Vec<String>,
    /// Only where the session was in one of these states afterwards.
    pub states: Vec<SessionState>,
    /// Without an effect of these campaigns.
    pub excluded_campaigns: Vec<CampaignId>,
    /// Without an effect of these types.
    pub excluded_effect_types: Vec<String>,
    /// Not where the session was in one of these states afterwards.
    pub excluded_states: Vec<SessionState>,
    /// At or after.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
    /// Only from this door.
    pub source: Option<String>,
    /// Only custom events with each of these attributes at that value. The value is text: numbers without trailing
    /// zeros, times in RFC 3339, places as `latitude,longitude`; of a list, any element.
    pub attributes: Vec<(String, String)>,
    /// Only where the type, session, customer or the request as received holds this text, ASCII letters in either
    /// case; empty means all.
    pub text: String,
}

/// The tables, the conditions and their values: everything after `FROM` and before `ORDER BY`.
///
/// INVARIANT: exactly one condition may use an index, the narrowest; the others are marked with `+`. So a page is
/// always walked in the order of `seq` and never sorted.
pub(crate) struct Conditions {
    from: String,
    key: &'static str,
    has_walk: bool,
    clauses: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    /// The conditions of a filter.
    pub(crate) fn of(filter: &EventFilter) -> Self {
        let mut all = Self {
            from: "journal".to_owned(),
            key: "journal.seq",
            has_walk: false,
            clauses: Vec::new(),
            values: Vec::new(),
        };
        all.attributes(&filter.attributes);
        all.campaign(filter.campaign);
        all.effect_types(&filter.effect_types);
        all.equal("session", filter.session.as_ref().map(SessionId::as_str));
        all.equal("profile", filter.profile.as_ref().map(ProfileId::as_str));
        all.one_of("kind", "IN", &filter.types.iter().map(EventType::name).collect::<Vec<_>>());
        all.one_of("state", "IN", &filter.states.iter().map(|state| state.name()).collect::<Vec<_>>());
        all.equal("source", filter.source.as_deref());
        all.one_of("kind", "NOT IN", &filter.excluded_types.iter().map(EventType::name).collect::<Vec<_>>());
        let states: Vec<_> = filter.excluded_states.iter().map(|state| state.name()).collect();
        all.one_of("state", "NOT IN", &states);
        let campaigns = filter.excluded_campaigns.iter().map(|id| Value::Integer(i64::from(id.0)));
        all.none_of("event_campaign", "campaign", campaigns);
        let types = filter.excluded_effect_types.iter().map(|name| Value::Text(name.clone()));
        all.none_of("event_effect_type", "effect_type", types);
        all.times(filter.from, filter.until);
        all.text(&filter.text);
        all
    }

    /// Only events before `seq` in the journal.
    pub(crate) fn before(mut self, seq: Option<Seq>) -> Self {
        if let Some(seq) = seq {
            let place = self.bind(Value::Integer(rows::seq_column(seq)));
            self.clauses.push(format!("{} < {place}", self.key));
        }
        self
    }

    /// `FROM … WHERE …`.
    pub(crate) fn sql(&self) -> String {
        let mut sql = format!("FROM {}", self.from);
        for (number, clause) in self.clauses.iter().enumerate() {
            let word = if number == 0 { "WHERE" } else { "AND" };
            // Writing to a String cannot fail.
            let _ = write!(sql, " {word} {clause}");
        }
        sql
    }

    /// The column that holds the sequence number and is walked in order.
    pub(crate) fn key(&self) -> &'static str {
        self.key
    }

    /// The values of the parameters, in order.
    pub(crate) fn values(&self) -> &[Value] {
        &self.values
    }

    /// Whether nothing is asked: every event is meant.
    pub(crate) fn is_all(&self) -> bool {
        self.clauses.is_empty()
    }

    fn bind(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("?{}", self.values.len())
    }

    fn bind_text(&mut self, text: &str) -> String {
        self.bind(Value::Text(text.to_owned()))
    }

    /// `+`, unless nothing narrower came before: then this is the condition that may use an index.
    fn mark(&mut self) -> &'static str {
        if std::mem::replace(&mut self.has_walk, true) { "+" } else { "" }
    }

    /// Walks `table`, which has one row per meant event, instead of the journal.
    fn walk(&mut self, table: &str, condition: String) {
        self.from = format!("{table} AS hit CROSS JOIN journal ON journal.seq = hit.seq");
        self.key = "hit.seq";
        self.has_walk = true;
        self.clauses.push(condition);
    }

    fn attributes(&mut self, pairs: &[(String, String)]) {
        for (name, value) in pairs {
            let (name, value) = (self.bind_text(name), self.bind_text(value));
            if !self.has_walk {
                self.walk("event_attribute", format!("hit.name = {name} AND hit.value = {value}"));
            } else {
                self.clauses.push(format!(
                    "EXISTS (SELECT 1 FROM event_attribute AS other
                             WHERE other.name = {name} AND other.value = {value} AND other.seq = journal.seq)"
                ));
            }
        }
    }

    fn campaign(&mut self, campaign: Option<CampaignId>) {
        let Some(campaign) = campaign else { return };
        let place = self.bind(Value::Integer(i64::from(campaign.0)));
        if !self.has_walk {
            self.walk("event_campaign", format!("hit.campaign = {place}"));
        } else {
            self.clauses.push(format!(
                "EXISTS (SELECT 1 FROM event_campaign AS other
                         WHERE other.campaign = {place} AND other.seq = journal.seq)"
            ));
        }
    }

    fn effect_types(&mut self, types: &[String]) {
        let places: Vec<String> = types.iter().map(|name| self.bind_text(name)).collect();
        match places.as_slice() {
            [] => {}
            [one] if !self.has_walk => self.walk("event_effect_type", format!("hit.effect_type = {one}")),
            some => self.clauses.push(format!(
                "EXISTS (SELECT 1 FROM event_effect_type AS other
                         WHERE other.effect_type IN ({}) AND other.seq = journal.seq)",
                some.join(", ")
            )),
        }
    }

    fn equal(&mut self, column: &str, value: Option<&str>) {
        let Some(value) = value else { return };
        let (mark, place) = (self.mark(), self.bind_text(value));
        self.clauses.push(format!("{mark}journal.{column} = {place}"));
    }

    fn one_of(&mut self, column: &str, word: &str, values: &[&str]) {
        match values {
            [] => {}
            [one] if word == "IN" => self.equal(column, Some(one)),
            some => {
                let places: Vec<String> = some.iter().map(|value| self.bind_text(value)).collect();
                self.clauses.push(format!("+journal.{column} {word} ({})", places.join(", ")));
            }
        }
    }

    /// Leaves out the events that `table` has with one of `values`.
    fn none_of(&mut self, table: &str, column: &str, values: impl Iterator<Item = Value>) {
        let places: Vec<String> = values.map(|value| self.bind(value)).collect();
        if !places.is_empty() {
            self.clauses.push(format!(
                "NOT EXISTS (SELECT 1 FROM {table} AS other
                             WHERE other.{column} IN ({}) AND other.seq = journal.seq)",
                places.join(", ")
            ));
        }
    }

    fn times(&mut self, from: Option<Timestamp>, until: Option<Timestamp>) {
        for (word, time) in [(">=", from), ("<", until)] {
            if let Some(time) = time {
                let place = self.bind(Value::Integer(time.as_microsecond()));
                self.clauses.push(format!("+journal.at {word} {place}"));
            }
        }
    }

    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let place = self.bind_text(&rows::pattern(text));
        self.clauses.push(format!(
            r"(journal.kind LIKE {place} ESCAPE '\' OR journal.session LIKE {place} ESCAPE '\'
               OR journal.profile LIKE {place} ESCAPE '\'
               OR EXISTS (SELECT 1 FROM payload
                          WHERE payload.seq = journal.seq AND payload.request LIKE {place} ESCAPE '\'))"
        ));
    }
}
