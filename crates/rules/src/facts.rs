//! What an evaluation looks at.

use domain::budget::purse::Purse;
use domain::coupon::{CouponId, Terms};
use domain::event::{Event, EventType};
use domain::id::CampaignId;
use domain::money::Money;
use domain::profile::Profile;
use domain::redeemable::Rejection;
use domain::session::Session;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// One event with what surrounds it.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// What happened.
    pub event: &'a Event,
    /// A second event of the same request: a rule may wait for either.
    pub also: Option<&'a EventType>,
    /// The session the event belongs to, as it is after the event.
    pub session: Option<&'a Session>,
    /// The customer the event belongs to.
    pub profile: Option<&'a Profile>,
    /// The workspace clock: the value of `$Now`.
    pub now: Timestamp,
    /// The Application's time zone, for times shown in texts; UTC when `None`. Comparisons never use it.
    pub time_zone: Option<&'a TimeZone>,
    /// What the campaigns may still give; nothing is limited when `None`.
    pub purse: Option<&'a Purse>,
    /// Digits after the decimal point of the currency's smallest unit, for pro rata discounts: 2 for euros.
    pub currency_digits: u32,
    /// The codes of the session that are known to some campaign, in the order entered.
    pub codes: &'a [Code<'a>],
}

/// A code of the session, looked up and checked as far as that can be done before any rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code<'a> {
    /// Its number.
    pub id: CouponId,
    /// The code.
    pub value: &'a str,
    /// The campaign it belongs to.
    pub campaign: CampaignId,
    /// Whether it can be redeemed, whatever the rules say.
    pub verdict: Result<(), Rejection>,
    /// Its terms, with its attributes.
    pub terms: &'a Terms,
    /// Whether it is reserved for the customer.
    pub is_reserved: bool,
    /// For how many customers it is reserved.
    pub reserved: u32,
    /// Discounts it can still give; `None` without limit.
    pub discount_left: Option<Money>,
}

impl Facts<'_> {
    /// Whether the request is an event of that type.
    pub fn is_event(&self, wanted: &EventType) -> bool {
        self.event.event_type == *wanted || self.also == Some(wanted)
    }
}

/// What one evaluation may use. Reaching a limit fails the rule that reached it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Expression nodes, conditions and units looked at, over all campaigns.
    pub steps: u64,
    /// Nesting of expressions and selectors while they are evaluated.
    pub depth: u32,
    /// Elements of one list.
    pub list_length: usize,
    /// Characters of one text.
    pub text_length: usize,
    /// Effects over all campaigns.
    pub effects: usize,
}

impl Default for Limits {
    /// Room for a thousand rules over the largest cart the vendor admits (10,000 units).
    fn default() -> Self {
        Self { steps: 20_000_000, depth: 128, list_length: 10_000, text_length: 100_000, effects: 50_000 }
    }
}
