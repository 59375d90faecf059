//! Which events a list, a count, a facet or an export is about. The SQL is put together here from fixed pieces; every
//! word of the user's is a bound parameter.

use std::fmt::Write as _;
use std::ops::Bound;

use domain::event::{EventType, SessionState};
use domain::id::{CampaignId, ProfileId, Seq, SessionId};
use jiff::Timestamp;
use rusqlite::types::Value;
use rust_decimal::Decimal;

use crate::rows;
use crate::term::{Pattern, Range, Term, Test, phrase};

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
    /// Only where a code was rejected for one of these reasons, by the vendor's names.
    pub rejections: Vec<String>,
    /// Not where a code was rejected for one of these reasons.
    pub excluded_rejections: Vec<String>,
    /// Only from one of these doors.
    pub sources: Vec<String>,
    /// From none of these doors.
    pub excluded_sources: Vec<String>,
    /// At or after.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
    /// Only custom events with each of these attributes at that value. The value is text: numbers without trailing
    /// zeros, times in RFC 3339, places as `latitude,longitude`; of a list, any element.
    pub attributes: Vec<(String, String)>,
    /// What a query asks; all of it.
    pub terms: Vec<Term>,
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
        all.words(&filter.terms);
        all.attributes(&filter.attributes);
        all.campaign(filter.campaign);
        all.having("event_effect_type", "effect_type", &filter.effect_types);
        all.having("event_rejection", "reason", &filter.rejections);
        all.equal("session", filter.session.as_ref().map(SessionId::as_str));
        all.equal("profile", filter.profile.as_ref().map(ProfileId::as_str));
        all.one_of("kind", "IN", &filter.types.iter().map(EventType::name).collect::<Vec<_>>());
        all.one_of("state", "IN", &filter.states.iter().map(|state| state.name()).collect::<Vec<_>>());
        all.one_of("source", "IN", &texts(&filter.sources));
        all.one_of("kind", "NOT IN", &filter.excluded_types.iter().map(EventType::name).collect::<Vec<_>>());
        let states: Vec<_> = filter.excluded_states.iter().map(|state| state.name()).collect();
        all.one_of("state", "NOT IN", &states);
        all.one_of("source", "NOT IN", &texts(&filter.excluded_sources));
        let campaigns = filter.excluded_campaigns.iter().map(|id| Value::Integer(i64::from(id.0)));
        all.none_of("event_campaign", "campaign", campaigns);
        let types = filter.excluded_effect_types.iter().cloned().map(Value::Text);
        all.none_of("event_effect_type", "effect_type", types);
        let reasons = filter.excluded_rejections.iter().cloned().map(Value::Text);
        all.none_of("event_rejection", "reason", reasons);
        let from = filter.from.map_or(Bound::Unbounded, Bound::Included);
        all.times(&(from, filter.until.map_or(Bound::Unbounded, Bound::Excluded)));
        filter.terms.iter().for_each(|term| all.term(term));
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

    /// Only events that `table` has with one of `values`.
    fn having(&mut self, table: &str, column: &str, values: &[String]) {
        let places: Vec<String> = values.iter().map(|value| self.bind_text(value)).collect();
        match places.as_slice() {
            [] => {}
            [one] if !self.has_walk => self.walk(table, format!("hit.{column} = {one}")),
            some => self.clauses.push(format!(
                "EXISTS (SELECT 1 FROM {table} AS other
                         WHERE other.{column} IN ({}) AND other.seq = journal.seq)",
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

    fn times(&mut self, times: &Range<Timestamp>) {
        if let Some(clause) = self.within("+journal.at", times, |time| Value::Integer(time.as_microsecond()))
        {
            self.clauses.push(clause);
        }
    }

    /// All words that must stand somewhere are looked up together, before anything else: few events have them.
    fn words(&mut self, terms: &[Term]) {
        let wanted = terms.iter().filter(|term| !term.negated).filter_map(|term| match &term.test {
            Test::Words(words) => Some(phrase(words)),
            _ => None,
        });
        let Some(phrases) = wanted.collect::<Option<Vec<String>>>() else {
            return self.clauses.push("0".to_owned());
        };
        if !phrases.is_empty() {
            let place = self.bind(Value::Text(phrases.join(" AND ")));
            self.from = "event_text AS hit CROSS JOIN journal ON journal.seq = hit.rowid".to_owned();
            self.key = "hit.rowid";
            self.has_walk = true;
            self.clauses.push(format!("hit.event_text MATCH {place}"));
        }
    }

    fn term(&mut self, term: &Term) {
        if matches!(term.test, Test::Words(_)) && !term.negated {
            return;
        }
        if let Some(clause) = self.test(&term.test) {
            self.clauses.push(if term.negated { format!("NOT ({clause})") } else { clause });
        }
    }

    /// The condition of a test; `None` when it asks nothing. It never uses an index of the journal.
    fn test(&mut self, test: &Test) -> Option<String> {
        let text = |text: &String| Value::Text(text.clone());
        match test {
            Test::Words(words) => Some(match phrase(words) {
                Some(phrase) => {
                    let place = self.bind(Value::Text(phrase));
                    format!("journal.seq IN (SELECT rowid FROM event_text WHERE event_text MATCH {place})")
                }
                None => "0".to_owned(),
            }),
            Test::Column(column, patterns) => {
                Some(self.any_pattern(&format!("+journal.{}", column.name()), patterns))
            }
            Test::Campaign(ids) => {
                let ids = ids.iter().map(|id| Value::Integer(i64::from(id.0)));
                Some(self.beside("event_campaign", "campaign", ids))
            }
            Test::Effect(names) => {
                Some(self.beside("event_effect_type", "effect_type", names.iter().map(text)))
            }
            Test::Rejection(names) => Some(self.beside("event_rejection", "reason", names.iter().map(text))),
            Test::Attribute(name, patterns) => {
                let (name, any) = (self.bind_text(name), self.any_pattern("value", patterns));
                Some(with_attribute(&name, &any))
            }
            Test::AttributeNumber(name, range) => {
                let name = self.bind_text(name);
                self.amounts("value", range).map(|within| with_attribute(&name, &within))
            }
            Test::Amount(amount, range) => self.amounts(&format!("journal.{}", amount.name()), range),
            Test::Count(count, range) => {
                self.within(&format!("journal.{}", count.name()), range, |count| Value::Integer(*count))
            }
            Test::Time(range) => {
                self.within("+journal.at", range, |time| Value::Integer(time.as_microsecond()))
            }
        }
    }

    fn beside(&mut self, table: &str, column: &str, values: impl Iterator<Item = Value>) -> String {
        let places: Vec<String> = values.map(|value| self.bind(value)).collect();
        format!(
            "EXISTS (SELECT 1 FROM {table} AS other
                     WHERE other.{column} IN ({}) AND other.seq = journal.seq)",
            places.join(", ")
        )
    }

    fn any_pattern(&mut self, subject: &str, patterns: &[Pattern]) -> String {
        let each: Vec<String> = patterns
            .iter()
            .map(|pattern| {
                let place = self.bind(Value::Text(pattern.bound()));
                pattern.comparison(subject, &place)
            })
            .collect();
        if each.is_empty() { "0".to_owned() } else { format!("({})", each.join(" OR ")) }
    }

    /// Amounts are compared as decimals, to the last digit; what is no amount is not within.
    fn amounts(&mut self, subject: &str, range: &Range<Decimal>) -> Option<String> {
        self.bounds(
            range,
            |place, word| format!("decimal_order({subject}, {place}) {word} 0"),
            |bound| Value::Text(bound.to_string()),
        )
    }

    fn within<T>(&mut self, subject: &str, range: &Range<T>, value: impl Fn(&T) -> Value) -> Option<String> {
        self.bounds(range, |place, word| format!("{subject} {word} {place}"), value)
    }

    fn bounds<T>(
        &mut self,
        (lower, upper): &Range<T>,
        compare: impl Fn(&str, &str) -> String,
        value: impl Fn(&T) -> Value,
    ) -> Option<String> {
        let asked = [(lower, ">=", ">"), (upper, "<=", "<")];
        let clauses: Vec<String> = asked
            .into_iter()
            .filter_map(|(bound, inclusive, exclusive)| match bound {
                Bound::Included(bound) => Some((bound, inclusive)),
                Bound::Excluded(bound) => Some((bound, exclusive)),
                Bound::Unbounded => None,
            })
            .map(|(bound, word)| {
                let place = self.bind(value(bound));
                compare(&place, word)
            })
            .collect();
        (!clauses.is_empty()).then(|| clauses.join(" AND "))
    }
}

/// The events with an attribute that passes a condition on `value`, found once and not once for each event.
fn with_attribute(name: &str, condition: &str) -> String {
    format!("journal.seq IN (SELECT seq FROM event_attribute WHERE name = {name} AND {condition})")
}

fn texts(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}
