//! The ledger of a session: what was granted, what was rolled back, and what stands.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::effect::{Effect, EffectKind, Unit};
use crate::id::CampaignId;
use crate::money::Money;

/// What stands after `granted`: the committed effects of a session in the order of its events, rollbacks among them.
///
/// A rollback takes away the latest discount of the same rule, name, value and unit that still stands, and does not
/// stand itself. One that matches nothing has no influence. Everything but discounts survives.
pub fn standing(granted: &[Effect]) -> Vec<Effect> {
    let mut stands: Vec<Option<&Effect>> = Vec::with_capacity(granted.len());
    let mut open: BTreeMap<Entry<'_>, Vec<usize>> = BTreeMap::new();
    for effect in granted {
        match line_of(effect) {
            Some(Line::Granted(entry)) => {
                open.entry(entry).or_default().push(stands.len());
                stands.push(Some(effect));
            }
            Some(Line::RolledBack(entry)) => {
                let taken = open.get_mut(&entry).and_then(Vec::pop);
                if let Some(place) = taken.and_then(|index| stands.get_mut(index)) {
                    *place = None;
                }
            }
            None => stands.push(Some(effect)),
        }
    }
    stands.into_iter().flatten().cloned().collect()
}

/// Sums over the discounts of a ledger.
///
/// INVARIANT: after any sequence of moves, granted − rolled back = standing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Balance {
    /// Discounts given.
    pub granted: Money,
    /// Discounts taken back.
    pub rolled_back: Money,
    /// Discounts that stand.
    pub standing: Money,
}

impl Balance {
    /// The sums over `granted`, the committed effects of a session in the order of its events.
    pub fn of(granted: &[Effect]) -> Self {
        let mut balance = Self::default();
        for effect in granted {
            match line_of(effect) {
                Some(Line::Granted(entry)) => balance.granted = balance.granted.saturating_add(entry.value),
                Some(Line::RolledBack(entry)) => {
                    balance.rolled_back = balance.rolled_back.saturating_add(entry.value);
                }
                None => {}
            }
        }
        balance.standing =
            standing(granted).iter().map(discount).fold(Decimal::ZERO, Decimal::saturating_add);
        balance
    }

    /// Whether granted − rolled back = standing.
    pub fn is_balanced(&self) -> bool {
        self.granted.saturating_sub(self.rolled_back) == self.standing
    }
}

/// The amount `effect` takes off; 0 for everything but discounts that are given.
pub fn discount(effect: &Effect) -> Money {
    match line_of(effect) {
        Some(Line::Granted(entry)) => entry.value,
        Some(Line::RolledBack(_)) | None => Decimal::ZERO,
    }
}

/// What makes a rollback belong to a discount.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Entry<'a> {
    campaign: CampaignId,
    rule_index: u32,
    name: &'a str,
    value: Money,
    unit: Option<Unit>,
}

enum Line<'a> {
    Granted(Entry<'a>),
    RolledBack(Entry<'a>),
}

fn line_of(effect: &Effect) -> Option<Line<'_>> {
    let entry = |name, value: &Money, unit| Entry {
        campaign: effect.campaign,
        rule_index: effect.rule_index,
        name,
        value: *value,
        unit,
    };
    match &effect.kind {
        EffectKind::SetDiscount { name, value } => Some(Line::Granted(entry(name, value, None))),
        EffectKind::SetDiscountPerItem { name, value, unit, .. } => {
            Some(Line::Granted(entry(name, value, Some(*unit))))
        }
        EffectKind::RollbackDiscount { name, value, unit } => {
            Some(Line::RolledBack(entry(name, value, *unit)))
        }
        EffectKind::AddFreeItem { .. }
        | EffectKind::ShowNotification { .. }
        | EffectKind::UpdateAttribute { .. }
        | EffectKind::CustomEffect { .. }
        | EffectKind::Error { .. } => None,
    }
}
