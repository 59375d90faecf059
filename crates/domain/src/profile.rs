//! The customer profile and its counters.

use jiff::Timestamp;

use crate::id::ProfileId;
use crate::money::Money;
use crate::value::Attributes;

/// A customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Integration id.
    pub id: ProfileId,
    /// When it was first named in a request.
    pub created: Timestamp,
    /// The last request of this customer that ran the rule engine.
    pub last_activity: Timestamp,
    /// Closed sessions, without cancelled and reopened ones; partly returned ones count.
    pub closed_sessions: u32,
    /// Money spent before discounts, without cancelled, reopened and returned.
    pub total_sales: Money,
    /// Custom attributes.
    pub attributes: Attributes,
}
