//! Customers.

use domain::id::ProfileId;
use domain::profile::Profile;
use jiff::Timestamp;

use super::{Collector, Listed, Window};
use crate::json::{Amount, Json};
use crate::refusal::Refusal;
use crate::render::{text, wire};
use crate::workspace::{Question, Reading};

/// A customer with all that is known of them.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomerRecord {
    /// Their number.
    pub id: u64,
    /// Integration id.
    pub integration_id: String,
    /// When a request first named them.
    pub created: Timestamp,
    /// When the rules were last asked about them.
    pub last_activity: Timestamp,
    /// Sessions of theirs that are closed.
    pub closed_sessions: u32,
    /// What they spent, before discounts.
    pub total_sales: Amount,
    /// Their attributes.
    pub attributes: Json,
}

impl CustomerRecord {
    /// A customer with their number.
    pub(super) fn of(id: u64, profile: &Profile) -> Self {
        let attributes = profile.attributes.iter().map(|(name, value)| (name.as_str(), value));
        Self {
            id,
            integration_id: profile.id.to_string(),
            created: profile.created,
            last_activity: profile.last_activity,
            closed_sessions: profile.closed_sessions,
            total_sales: Amount(profile.total_sales),
            attributes: wire::object(attributes),
        }
    }
}

/// Lists customers in the order they were first named.
#[derive(Debug, Clone)]
pub struct ListCustomers {
    /// Only the one of this integration id.
    pub integration_id: Option<String>,
    /// Only those of these integration ids; all when it is empty.
    pub integration_ids: Vec<String>,
    /// Only those of these numbers; all when it is empty.
    pub ids: Vec<u64>,
    /// Only those with each of these attributes at exactly that value, as JSON.
    pub attributes: Vec<(String, serde_json::Value)>,
    /// Which part.
    pub window: Window,
}

impl ListCustomers {
    /// Every customer.
    pub fn all(window: Window) -> Self {
        Self {
            integration_id: None,
            integration_ids: Vec::new(),
            ids: Vec::new(),
            attributes: Vec::new(),
            window,
        }
    }

    fn means(&self, number: u64, profile: &Profile) -> bool {
        let id = profile.id.as_str();
        self.integration_id.as_deref().is_none_or(|wanted| wanted == id)
            && (self.integration_ids.is_empty() || self.integration_ids.iter().any(|wanted| wanted == id))
            && (self.ids.is_empty() || self.ids.contains(&number))
            && self.attributes.iter().all(|(name, wanted)| {
                let value = profile.attributes.get(name).map(text::json);
                value.is_some_and(|value| is_same(value.text(), wanted))
            })
    }
}

fn is_same(text: &str, wanted: &serde_json::Value) -> bool {
    serde_json::from_str::<serde_json::Value>(text).is_ok_and(|value| match (&value, wanted) {
        (serde_json::Value::Number(one), serde_json::Value::Number(other)) => one.as_f64() == other.as_f64(),
        _ => value == *wanted,
    })
}

impl Question for ListCustomers {
    type Answer = Listed<CustomerRecord>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Self::Answer, Refusal> {
        let mut found = Collector::new(self.window);
        reading.reader.walk_profiles(self.window.newest_first, |(number, profile)| {
            if self.means(number, &profile) {
                found.take(|| Ok(CustomerRecord::of(number, &profile)))
            } else {
                Ok(true)
            }
        })?;
        Ok(found.listed)
    }
}

/// How many customers there are.
#[derive(Debug, Clone, Copy)]
pub struct CustomerCount;

impl Question for CustomerCount {
    type Answer = u64;

    fn answer(&self, reading: &Reading<'_>) -> Result<u64, Refusal> {
        Ok(reading.reader.profile_count()?)
    }
}

/// One customer by number.
#[derive(Debug, Clone, Copy)]
pub struct CustomerOfId {
    /// Their number.
    pub id: u64,
}

impl Question for CustomerOfId {
    type Answer = CustomerRecord;

    fn answer(&self, reading: &Reading<'_>) -> Result<CustomerRecord, Refusal> {
        let found = reading.reader.profile_numbered(self.id)?;
        found.map(|profile| CustomerRecord::of(self.id, &profile)).ok_or_else(|| no_customer(self.id))
    }
}

fn no_customer(id: u64) -> Refusal {
    Refusal::not_found("customer", id.to_string())
}

/// The number of a customer, by their integration id.
pub(super) fn number(reading: &Reading<'_>, profile: Option<&ProfileId>) -> Result<Option<u64>, Refusal> {
    match profile {
        Some(profile) => Ok(reading.reader.profile_number(profile)?),
        None => Ok(None),
    }
}
