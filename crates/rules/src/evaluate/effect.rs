//! What effect blocks give.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use domain::attribute::Entity;
use domain::budget::Action as Budgeted;
use domain::budget::purse::{Purse, Short};
use domain::coupon::CouponId;
use domain::effect::{Effect, EffectKind, Unit};
use domain::id::CampaignId;
use domain::limits::MOST_DECIMALS;
use domain::money::{Money, prorate};
use domain::value::Value;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::coupon;
use super::read::{Campaign, Reader};
use crate::document::UpdateOperator;
use crate::expression::Expr;
use crate::expression::datum::Datum;
use crate::expression::run::{Source, run, shift};
use crate::plan::{Action, EffectPlan, Units, Update};
use crate::trouble::Trouble;

/// The most items one block gives for nothing.
pub const MOST_FREE_ITEMS: u32 = 1_000;
const SECONDS_A_DAY: i64 = 86_400;

/// Where effects go, with what all effects of a rule share.
pub struct Sink<'s> {
    pub effects: &'s mut Vec<Effect>,
    pub purse: &'s RefCell<Purse>,
    pub limit: usize,
    pub campaign: CampaignId,
    pub rule_index: u32,
    pub rule_name: &'s str,
    pub condition_index: Option<u32>,
    pub coupon: Option<CouponId>,
}

impl Sink<'_> {
    pub fn give(&mut self, kind: EffectKind) -> Result<(), Trouble> {
        if self.effects.len() >= self.limit {
            return Err(Trouble::EffectLimit(self.limit));
        }
        self.purse.borrow_mut().take(self.campaign, &kind).map_err(Trouble::Budget)?;
        self.effects.push(Effect {
            campaign: self.campaign,
            rule_index: self.rule_index,
            rule_name: self.rule_name.to_owned(),
            condition_index: self.condition_index,
            coupon: self.coupon,
            kind,
        });
        Ok(())
    }
}

/// What is given of something, and what was asked when that is more.
struct Part<T> {
    given: T,
    desired: Option<T>,
}

impl Sink<'_> {
    /// How much of the amount or number `asked` the budgets of `action` allow.
    ///
    /// # Errors
    /// When they do not allow all of it and `partial` is off, or nothing is left.
    fn part(&self, action: Budgeted, asked: Decimal, partial: bool) -> Result<Part<Decimal>, Trouble> {
        let left = self.purse.borrow().remaining(self.campaign, action).map_err(Trouble::Budget)?;
        match left {
            Some(left) if left.amount < asked.round_dp(MOST_DECIMALS) => {
                if partial && left.amount > Decimal::ZERO {
                    return Ok(Part { given: left.amount, desired: Some(asked) });
                }
                let short =
                    Short::Used { action, budget: left.budget, remaining: left.amount, needed: asked };
                Err(Trouble::Budget(short))
            }
            Some(_) | None => Ok(Part { given: asked, desired: None }),
        }
    }
}

/// Evaluates one effect block.
///
/// # Errors
/// Whatever keeps one of its effects from being given.
pub fn emit<'a>(plan: &'a EffectPlan, reader: Reader<'_, 'a>, sink: &mut Sink<'_>) -> Result<(), Trouble> {
    let campaign = reader.campaign;
    match &plan.action {
        Action::Notify { notification_type, title, body } => sink.give(EffectKind::ShowNotification {
            notification_type: notification_type.clone(),
            title: text(title, &reader)?,
            body: text(body, &reader)?,
        }),
        Action::Discount { name, value, partial } => {
            campaign.run.session()?;
            let part = sink.part(Budgeted::SetDiscount, amount(value, &reader)?, *partial)?;
            let name = text(name, &reader)?;
            sink.give(EffectKind::SetDiscount { name, value: part.given, desired: part.desired })
        }
        Action::DiscountUnits { name, value, units, prorated, partial } => {
            let units = chosen(*units, campaign)?;
            if *prorated {
                share(name, value, &units, *partial, &reader, sink)
            } else {
                each(name, value, &units, *partial, &reader, sink)
            }
        }
        Action::FreeItem { sku, name, quantity, partial } => {
            let (sku, name) = (text(sku, &reader)?, text(name, &reader)?);
            let asked = whole(run(quantity, &reader)?.number())?;
            let part = sink.part(Budgeted::AddFreeItemEffect, asked.into(), *partial)?;
            let desired_quantity = part.desired.map(|_| asked);
            for _ in 0..whole(part.given)? {
                sink.give(EffectKind::AddFreeItem {
                    sku: sku.clone(),
                    name: name.clone(),
                    desired_quantity,
                })?;
            }
            Ok(())
        }
        Action::CreateCoupon(plan) => coupon::create(plan, &reader, sink),
        Action::ReserveCoupon => coupon::reserve(&reader, sink),
        Action::Update(update) => emit_update(update, reader, sink),
        Action::Custom { id, name, params, units: None } => custom(*id, name, params, None, &reader, sink),
        Action::Custom { id, name, params, units: Some(units) } => {
            for unit in chosen(*units, campaign)?.iter() {
                custom(*id, name, params, Some(*unit), &reader.on_unit(*unit)?, sink)?;
            }
            Ok(())
        }
    }
}

/// The amount off every unit, computed for each. When a budget allows less, units come first that stand first in the
/// cart; those that nothing is left for get no discount.
fn each<'a>(
    name: &'a Expr,
    value: &'a Expr,
    units: &[Unit],
    partial: bool,
    reader: &Reader<'_, 'a>,
    sink: &mut Sink<'_>,
) -> Result<(), Trouble> {
    let name = text(name, reader)?;
    let asked = |unit: &Unit| Ok((*unit, amount(value, &reader.on_unit(*unit)?)?));
    let asked: Vec<(Unit, Money)> = units.iter().map(asked).collect::<Result<_, Trouble>>()?;
    let total = asked.iter().map(|(_, value)| *value).fold(Decimal::ZERO, Decimal::saturating_add);
    let mut left = sink.part(Budgeted::SetDiscount, total, partial)?;
    for (unit, asked) in asked {
        let value = if left.desired.is_some() { asked.min(left.given) } else { asked };
        left.given = left.given.saturating_sub(value);
        if value.is_zero() && !asked.is_zero() {
            continue;
        }
        sink.give(EffectKind::SetDiscountPerItem {
            name: name.clone(),
            value,
            unit,
            total_discount: None,
            desired: (value < asked).then_some(asked),
            desired_total: None,
        })?;
    }
    Ok(())
}

pub fn text<'a>(expr: &'a Expr, reader: &Reader<'_, 'a>) -> Result<String, Trouble> {
    let mut out = String::new();
    run(expr, reader)?.render(reader.zone(), &mut out);
    Ok(out)
}

fn amount<'a>(expr: &'a Expr, reader: &Reader<'_, 'a>) -> Result<Money, Trouble> {
    let amount = run(expr, reader)?.number();
    if amount < Decimal::ZERO { Err(Trouble::NegativeDiscount(amount)) } else { Ok(amount) }
}

fn whole(quantity: Decimal) -> Result<u32, Trouble> {
    let whole = if quantity.is_integer() { quantity.to_u32() } else { None };
    whole.filter(|number| *number <= MOST_FREE_ITEMS).ok_or(Trouble::Quantity(quantity, MOST_FREE_ITEMS))
}

/// The units an effect is for; the check has made sure that the selector yields units.
fn chosen(units: Units, campaign: &Campaign<'_, '_>) -> Result<Rc<[Unit]>, Trouble> {
    match units {
        Units::All => campaign.run.all_units(),
        Units::Selector(index) => {
            if let Datum::Units(units) = campaign.selector(index)? {
                Ok(units)
            } else {
                Err(Trouble::NoItem)
            }
        }
    }
}

/// One amount, shared out over the units by price in whole minor units.
fn share<'a>(
    name: &'a Expr,
    value: &'a Expr,
    units: &[Unit],
    partial: bool,
    reader: &Reader<'_, 'a>,
    sink: &mut Sink<'_>,
) -> Result<(), Trouble> {
    let (name, asked) = (text(name, reader)?, amount(value, reader)?);
    if units.is_empty() {
        return Ok(());
    }
    let part = sink.part(Budgeted::SetDiscount, asked, partial)?;
    let run = reader.campaign.run;
    let prices: Vec<Decimal> =
        units.iter().map(|unit| Ok(run.line(*unit)?.price)).collect::<Result<_, Trouble>>()?;
    let shares = |total| prorate(total, &prices, run.facts.currency_digits);
    let mut desired = part.desired.map(shares).unwrap_or_default().into_iter();
    for (unit, value) in units.iter().zip(shares(part.given)) {
        sink.give(EffectKind::SetDiscountPerItem {
            name: name.clone(),
            value,
            unit: *unit,
            total_discount: Some(part.given),
            desired: desired.next(),
            desired_total: part.desired,
        })?;
    }
    Ok(())
}

fn custom<'a>(
    effect_id: u32,
    name: &str,
    params: &'a [(String, Expr)],
    unit: Option<Unit>,
    reader: &Reader<'_, 'a>,
    sink: &mut Sink<'_>,
) -> Result<(), Trouble> {
    let evaluated = params.iter().map(|(key, expr)| Ok((key.clone(), run(expr, reader)?.into_value())));
    let payload = evaluated.collect::<Result<_, Trouble>>()?;
    sink.give(EffectKind::CustomEffect { effect_id, name: name.to_owned(), unit, payload })
}

/// One effect for the session or customer; for cart items one for each line, since its units share the attributes.
fn emit_update<'a>(update: &'a Update, reader: Reader<'_, 'a>, sink: &mut Sink<'_>) -> Result<(), Trouble> {
    let run = reader.campaign.run;
    let Some(units) = update.units else {
        let (attributes, root) = match update.entity {
            Entity::CustomerProfile => (&run.profile()?.attributes, "Profile"),
            Entity::CustomerSession | Entity::CartItem | Entity::Event | Entity::Coupon => {
                (&run.session()?.cart().attributes, "Session")
            }
        };
        let value = updated(update, attributes.get(&*update.name), &reader)?;
        let path = format!("{root}.Attributes.{}", update.name);
        return sink.give(EffectKind::UpdateAttribute { path, unit: None, value });
    };
    let mut lines = BTreeSet::new();
    for unit in chosen(units, reader.campaign)?.iter().copied() {
        if !lines.insert(unit.position) {
            continue;
        }
        let before = run.line(unit)?.attributes.get(&*update.name);
        let value = updated(update, before, &reader.on_unit(unit)?)?;
        let path = format!("Item.Attributes.{}", update.name);
        sink.give(EffectKind::UpdateAttribute { path, unit: Some(unit), value })?;
    }
    Ok(())
}

/// The value an attribute gets.
fn updated<'a>(
    update: &'a Update,
    before: Option<&Value>,
    reader: &Reader<'_, 'a>,
) -> Result<Value, Trouble> {
    let given = match &update.value {
        Some(expr) => run(expr, reader)?.into_value(),
        None => Value::Bool(true),
    };
    let number = || Datum::of(&given).number();
    let known = || before.map(Datum::of).ok_or_else(|| not_set(update));
    let counted = before.map_or(Decimal::ZERO, |value| Datum::of(value).number());
    let computed = match update.operator {
        UpdateOperator::SetTo => return Ok(given),
        UpdateOperator::Toggle => {
            return Ok(Value::Bool(!before.is_some_and(|value| Datum::of(value).truth())));
        }
        UpdateOperator::IncreaseBy => counted.checked_add(number()),
        UpdateOperator::DecreaseBy => counted.checked_sub(number()),
        UpdateOperator::MultiplyBy => known()?.number().checked_mul(number()),
        UpdateOperator::DivideBy if number().is_zero() => return Err(Trouble::DivisionByZero),
        UpdateOperator::DivideBy => {
            known()?.number().checked_div(number()).map(|quotient| quotient.normalize())
        }
        UpdateOperator::LaterBy => return moved(&known()?, number()),
        UpdateOperator::EarlierBy => return moved(&known()?, -number()),
    };
    computed.map(Value::Number).ok_or(Trouble::Overflow)
}

fn moved(before: &Datum<'_>, days: Decimal) -> Result<Value, Trouble> {
    shift(before, days, SECONDS_A_DAY).map(Value::Time).ok_or(Trouble::Overflow)
}

fn not_set(update: &Update) -> Trouble {
    Trouble::NotSet(crate::path::Path::Attribute(update.entity, update.name.clone()))
}
