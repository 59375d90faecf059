//! Events with their effects.

use std::collections::{BTreeMap, BTreeSet};

use domain::event::EventType;
use domain::id::{CampaignId, ProfileId, SessionId};
use domain::profile::Profile;
use domain::value::Value;
use jiff::Timestamp;
use store::{EventFilter, LoggedEvent, StoreError};

use super::{Between, Collector, Listed, Window, customers, holds};
use crate::json::Json;
use crate::refusal::Refusal;
use crate::render::wire::{self, WireEffect};
use crate::workspace::{Question, Reading};

/// The attributes of a customer the vendor's filters by name and address look at.
const NAME: &str = "Name";
const EMAIL: &str = "Email";

/// An event with all that is known of it.
#[derive(Debug)]
pub struct EventRecord {
    /// Its number: its place in the journal.
    pub id: u64,
    /// When it happened.
    pub created: Timestamp,
    /// What happened.
    pub event_type: String,
    /// Integration id of the customer; `None` when anonymous.
    pub profile: Option<String>,
    /// The number of the customer.
    pub profile_id: Option<u64>,
    /// Integration id of the session, if there was one.
    pub session: Option<String>,
    /// The number of the session.
    pub session_id: Option<u64>,
    /// Its attributes.
    pub attributes: Json,
    /// Its effects in the vendor's envelope.
    pub effects: Vec<WireEffect>,
}

/// Which events are meant; the default is all.
///
/// Source of the filters: the vendor's `getApplicationEventsWithoutTotalCount`.
#[derive(Debug, Clone, Default)]
pub struct WantedEvents {
    /// Only of these types.
    pub types: Vec<String>,
    /// When it happened.
    pub created: Between,
    /// Only of this session.
    pub session: Option<String>,
    /// Only of this customer.
    pub profile: Option<String>,
    /// Only of customers whose name holds this, in either case.
    pub customer_name: Option<String>,
    /// Only of customers whose address holds this, in either case.
    pub customer_email: Option<String>,
    /// Only where the session had this code.
    pub coupon_code: Option<String>,
    /// Only where the session had this referral code.
    pub referral_code: Option<String>,
    /// Only with an effect of a rule whose name holds this, in either case.
    pub rule: Option<String>,
    /// Only with an effect of a campaign whose name holds this, in either case.
    pub campaign: Option<String>,
    /// Only with an effect of one of these types.
    pub effect_types: Vec<String>,
}

impl WantedEvents {
    fn filter(&self) -> Result<EventFilter, Refusal> {
        let (session, profile) = (self.session.as_deref(), self.profile.as_deref());
        Ok(EventFilter {
            types: self.types.iter().map(|name| EventType::from_name(name)).collect(),
            session: session.map(|id| SessionId::parse(id, "/session")).transpose()?,
            profile: profile.map(|id| ProfileId::parse(id, "/profile")).transpose()?,
            effect_types: self.effect_types.clone(),
            from: self.created.from,
            until: self.created.until,
            ..EventFilter::default()
        })
    }

    /// Hands every meant event to `visit`, until that answers that it has seen enough.
    pub(super) fn each<E: From<StoreError> + From<Refusal>>(
        &self,
        reading: &Reading<'_>,
        newest_first: bool,
        mut visit: impl FnMut(LoggedEvent) -> Result<bool, E>,
    ) -> Result<(), E> {
        let mut sieve = Sieve::new(self, reading);
        reading.reader.walk_events(&self.filter()?, newest_first, |event| {
            if sieve.lets_through(&event)? { visit(event) } else { Ok(true) }
        })
    }
}

/// The filters no index knows: they are held against one event after the other.
struct Sieve<'w> {
    wanted: &'w WantedEvents,
    reading: &'w Reading<'w>,
    campaigns: BTreeSet<CampaignId>,
    customers: BTreeMap<ProfileId, bool>,
}

impl<'w> Sieve<'w> {
    fn new(wanted: &'w WantedEvents, reading: &'w Reading<'w>) -> Self {
        let part = wanted.campaign.as_deref().unwrap_or_default();
        let named = reading.house.campaigns.iter().filter(|campaign| holds(&campaign.name, part));
        let campaigns = named.map(|campaign| campaign.id).collect();
        Self { wanted, reading, campaigns, customers: BTreeMap::new() }
    }

    fn lets_through(&mut self, event: &LoggedEvent) -> Result<bool, Refusal> {
        let wanted = self.wanted;
        let has_rule = |part: &String| event.effects.iter().any(|effect| holds(&effect.rule_name, part));
        let has_campaign = || event.effects.iter().any(|effect| self.campaigns.contains(&effect.campaign));
        Ok(wanted.rule.as_ref().is_none_or(has_rule)
            && (wanted.campaign.is_none() || has_campaign())
            && self.has_codes(event)?
            && self.has_customer(event)?)
    }

    fn has_codes(&self, event: &LoggedEvent) -> Result<bool, Refusal> {
        let wanted = self.wanted;
        if wanted.coupon_code.is_none() && wanted.referral_code.is_none() {
            return Ok(true);
        }
        let stored = self.reading.reader.event(event.row.seq)?;
        let Some(session) = stored.and_then(|event| event.session) else { return Ok(false) };
        let cart = session.cart();
        Ok(wanted.coupon_code.as_ref().is_none_or(|code| cart.coupon_codes.contains(code))
            && wanted.referral_code.as_ref().is_none_or(|code| cart.referral_code == *code))
    }

    fn has_customer(&mut self, event: &LoggedEvent) -> Result<bool, Refusal> {
        if self.wanted.customer_name.is_none() && self.wanted.customer_email.is_none() {
            return Ok(true);
        }
        let Some(id) = &event.row.profile else { return Ok(false) };
        if let Some(known) = self.customers.get(id) {
            return Ok(*known);
        }
        let profile = self.reading.reader.profile(id)?;
        let is_meant = profile.is_some_and(|profile| {
            says(&profile, NAME, self.wanted.customer_name.as_deref())
                && says(&profile, EMAIL, self.wanted.customer_email.as_deref())
        });
        self.customers.insert(id.clone(), is_meant);
        Ok(is_meant)
    }
}

fn says(profile: &Profile, attribute: &str, part: Option<&str>) -> bool {
    let Some(part) = part else { return true };
    match profile.attributes.get(attribute) {
        Some(Value::Text(text)) => holds(text, part),
        Some(_) | None => false,
    }
}

/// Lists events in the order they happened.
#[derive(Debug, Clone)]
pub struct ListEvents {
    /// Which.
    pub wanted: WantedEvents,
    /// Which part.
    pub window: Window,
}

impl Question for ListEvents {
    type Answer = Listed<EventRecord>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Self::Answer, Refusal> {
        let mut found = Collector::new(self.window);
        self.wanted
            .each(reading, self.window.newest_first, |event| found.take(|| record(reading, &event)))?;
        Ok(found.listed)
    }
}

/// The event types that were ever recorded, by name, and how many there are in all.
#[derive(Debug, Clone, Copy)]
pub struct ListRecordedTypes {
    /// Which part.
    pub window: Window,
}

impl Question for ListRecordedTypes {
    type Answer = (Vec<String>, usize);

    fn answer(&self, reading: &Reading<'_>) -> Result<Self::Answer, Refusal> {
        let usage = reading.reader.event_type_usage()?;
        let names: Vec<String> = usage.iter().map(|one| one.event_type.name().to_owned()).collect();
        let total = names.len();
        Ok((super::part(names, self.window).rows, total))
    }
}

pub(super) fn record(reading: &Reading<'_>, event: &LoggedEvent) -> Result<EventRecord, Refusal> {
    let row = &event.row;
    let session_id = row.session.as_ref().map(|id| reading.reader.session_number(id)).transpose()?.flatten();
    let attributes = event.attributes.iter().map(|(name, value)| (name.as_str(), value));
    Ok(EventRecord {
        id: row.seq.0,
        created: row.at,
        event_type: row.event_type.name().to_owned(),
        profile: row.profile.as_ref().map(ToString::to_string),
        profile_id: customers::number(reading, row.profile.as_ref())?,
        session: row.session.as_ref().map(ToString::to_string),
        session_id,
        attributes: wire::object(attributes),
        effects: event.effects.iter().map(wire::effect).collect(),
    })
}
