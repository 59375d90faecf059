//! Discounts on additional costs of the session and of cart lines.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use domain::budget::Action as Budgeted;
use domain::effect::{AdditionalCost, EffectKind, Unit};
use domain::money::Money;
use rust_decimal::Decimal;

use super::effect::{Sink, amount, text};
use super::read::Reader;
use crate::expression::Expr;
use crate::trouble::Trouble;

/// A discount on an additional cost, as the rule says it.
pub struct CostDiscount<'a> {
    /// Shown to the customer.
    pub name: &'a Expr,
    /// The cost.
    pub cost: &'a AdditionalCost,
    /// How much.
    pub value: &'a Expr,
    /// Whether less may be given when a budget runs short.
    pub partial: bool,
}

impl<'a> CostDiscount<'a> {
    /// Takes it off the session's own cost.
    ///
    /// # Errors
    /// When the session has no such cost; otherwise whatever keeps a discount from being given.
    pub fn off_session(&self, reader: &Reader<'_, 'a>, sink: &mut Sink<'_>) -> Result<(), Trouble> {
        let costs = &reader.campaign.run.session()?.cart().additional_costs;
        if !costs.contains_key(&self.cost.name) {
            return Err(Trouble::NoCost(self.cost.name.clone()));
        }
        let part = sink.part(Budgeted::SetDiscount, amount(self.value, reader)?, self.partial)?;
        sink.give(EffectKind::SetDiscountPerAdditionalCost {
            name: text(self.name, reader)?,
            cost: self.cost.clone(),
            value: part.given,
            desired: part.desired,
        })
    }

    /// Takes it off the cost of every line that has one of `units`, once a line: a line's cost counts once, whatever its
    /// quantity. When a budget allows less, lines come first that stand first in the cart.
    ///
    /// # Errors
    /// When one of the lines has no such cost (source: the vendor's *discount additional cost per item*); otherwise
    /// whatever keeps a discount from being given.
    pub fn off_lines(
        &self,
        units: &[Unit],
        reader: &Reader<'_, 'a>,
        sink: &mut Sink<'_>,
    ) -> Result<(), Trouble> {
        let name = text(self.name, reader)?;
        let mut lines: BTreeMap<u32, (Unit, Money)> = BTreeMap::new();
        for unit in units.iter().copied() {
            if let Entry::Vacant(line) = lines.entry(unit.position) {
                line.insert(self.asked(unit, reader)?);
            }
        }
        let total = lines.values().map(|(_, asked)| *asked).fold(Decimal::ZERO, Decimal::saturating_add);
        let mut left = sink.part(Budgeted::SetDiscount, total, self.partial)?;
        for (unit, asked) in lines.into_values() {
            let value = if left.desired.is_some() { asked.min(left.given) } else { asked };
            left.given = left.given.saturating_sub(value);
            if value.is_zero() && !asked.is_zero() {
                continue;
            }
            sink.give(EffectKind::SetDiscountPerAdditionalCostPerItem {
                name: name.clone(),
                cost: self.cost.clone(),
                value,
                unit,
                desired: (value < asked).then_some(asked),
            })?;
        }
        Ok(())
    }

    /// The last unit of the line of `unit`, and the amount off its cost.
    fn asked(&self, unit: Unit, reader: &Reader<'_, 'a>) -> Result<(Unit, Money), Trouble> {
        let line = reader.campaign.run.line(unit)?;
        if !line.additional_costs.contains_key(&self.cost.name) {
            return Err(Trouble::NoItemCost { cost: self.cost.name.clone(), item: line.sku.clone() });
        }
        let last = Unit { sub_position: line.quantity.saturating_sub(1), ..unit };
        Ok((last, amount(self.value, &reader.campaign.on_unit(unit)?)?))
    }
}
