//! Counters: how much of a budget is used up in one period, by one of its entities.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Budget, Entity, Span};
use crate::id::{CampaignId, ProfileId};
use crate::session::Session;

/// What a counter is known by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CounterKey {
    /// Whose budget.
    pub campaign: CampaignId,
    /// Which of its budgets: [`Budget::key`].
    pub budget: String,
    /// Whose part of it, a line for each entity such as `Profile=ana`; empty for the whole campaign.
    pub entity: String,
    /// The first day of its period; `None` for a budget that never starts afresh.
    pub since: Option<Date>,
}

/// How much is used up.
///
/// INVARIANT: 0 ≤ used ≤ bound. The limit may have been lowered since, but never was more taken than it allowed then.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counter {
    /// Taken and not given back.
    pub used: Decimal,
    /// The limit that held when something was last taken.
    pub bound: Decimal,
}

impl Counter {
    /// The counter after `amount` was taken under `limit`; `None` when that is more than the limit allows.
    #[must_use]
    pub fn take(self, amount: Decimal, limit: Decimal) -> Option<Self> {
        let used = self.used.checked_add(amount)?;
        (used <= limit).then_some(Self { used, bound: limit })
    }

    /// The counter after `amount` was given back; it never falls below 0.
    #[must_use]
    pub fn give_back(self, amount: Decimal) -> Self {
        Self { used: self.used.saturating_sub(amount).max(Decimal::ZERO), bound: self.bound }
    }
}

/// Who an event is about, as far as budgets count by it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Subject<'a> {
    /// The session it belongs to.
    pub session: Option<&'a Session>,
    /// The customer it belongs to.
    pub profile: Option<&'a ProfileId>,
}

impl Subject<'_> {
    /// Everybody of that kind the event is about; a session may carry several codes and identifiers.
    fn named(&self, entity: Entity) -> BTreeSet<&str> {
        let cart = self.session.map(Session::cart);
        match entity {
            Entity::Profile => self.profile.map(ProfileId::as_str).into_iter().collect(),
            Entity::Session => self.session.map(|session| session.id.as_str()).into_iter().collect(),
            Entity::Store => cart.and_then(|cart| cart.store.as_deref()).into_iter().collect(),
            Entity::Coupon => {
                cart.into_iter().flat_map(|cart| &cart.coupon_codes).map(String::as_str).collect()
            }
            Entity::Identifier => {
                cart.into_iter().flat_map(|cart| &cart.identifiers).map(String::as_str).collect()
            }
        }
    }
}

/// The counters that what is given to `subject` is taken from: one, or one for each combination of the codes and
/// identifiers a session carries.
///
/// # Errors
/// The entity the budget counts by and the event is not about.
pub fn counters(
    campaign: CampaignId,
    budget: &Budget,
    span: Span,
    subject: &Subject<'_>,
) -> Result<Vec<CounterKey>, Entity> {
    let mut entities = vec![String::new()];
    for entity in &budget.entities {
        let names = subject.named(*entity);
        if names.is_empty() {
            return Err(*entity);
        }
        let with = |before: &String| {
            let line = if before.is_empty() { String::new() } else { format!("{before}\n") };
            names.iter().map(move |name| format!("{line}{}={name}", entity.name())).collect::<Vec<_>>()
        };
        entities = entities.iter().flat_map(with).collect();
    }
    let key = budget.key();
    let counter = |entity| CounterKey { campaign, budget: key.clone(), entity, since: span.since };
    Ok(entities.into_iter().map(counter).collect())
}
