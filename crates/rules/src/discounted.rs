//! The discounts of campaigns that were evaluated before, for rules that look at discounted totals.
//!
//! Source: the vendor's *cascading discounts*. Ordinary totals and prices never change by them.

use std::collections::BTreeMap;

use domain::effect::{Effect, EffectKind, Unit};
use domain::money::Money;
use rust_decimal::Decimal;

/// What was given so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Discounted {
    /// Off the session as a whole and off its costs.
    elsewhere: Money,
    /// Off each unit.
    units: BTreeMap<Unit, Money>,
}

impl Discounted {
    /// Adds what an effect gives; what is no discount adds nothing.
    pub fn add(&mut self, effect: &Effect) {
        match &effect.kind {
            EffectKind::SetDiscountPerItem { value, unit, .. } => {
                let given = self.units.entry(*unit).or_default();
                *given = given.saturating_add(*value);
            }
            other => {
                let given = domain::ledger::discount_of(other);
                self.elsewhere = self.elsewhere.saturating_add(given);
            }
        }
    }

    /// All discounts together.
    pub fn total(&self) -> Money {
        self.elsewhere.saturating_add(self.on_items())
    }

    /// Those off items.
    pub fn on_items(&self) -> Money {
        self.units.values().copied().fold(Decimal::ZERO, Decimal::saturating_add)
    }

    /// Those off one unit.
    pub fn on_unit(&self, unit: Unit) -> Money {
        self.units.get(&unit).copied().unwrap_or_default()
    }
}
