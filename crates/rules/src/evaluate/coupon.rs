//! Codes: which one a rule is evaluated for, whether it holds, and the effects about codes.

use domain::coupon::{CouponOrder, Terms};
use domain::effect::EffectKind;
use domain::id::{CampaignId, ProfileId};
use domain::redeemable::Rejection;
use domain::refusal::{Problems, Refusal};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::effect::{Sink, text};
use super::read::Reader;
use crate::expression::datum::Datum;
use crate::expression::run::run;
use crate::facts::Code;
use crate::plan::{BlockPlan, CouponPlan, RulePlan, Test};
use crate::trace::{BlockTrace, Outcome, Reason, Seen};
use crate::trouble::Trouble;

/// How a *Coupon code is valid* condition comes out. A rule that reserves the code and does not redeem it takes one that
/// only lacks its reservation.
pub fn judge<'a>(redeem: bool, reader: &Reader<'_, 'a>, block: &mut BlockTrace<'a>) {
    let Some(code) = reader.code else {
        block.outcome = Outcome::NotPassed(Reason::NoCode);
        return;
    };
    block.seen = Seen::Code(code.value);
    block.outcome = if holds(redeem, code, reader.reserves) {
        Outcome::Passed
    } else {
        code.verdict.map_or_else(|why| Outcome::NotPassed(Reason::Code(why)), |()| Outcome::Passed)
    };
}

/// Whether the code holds.
pub fn holds(redeem: bool, code: &Code<'_>, reserves: bool) -> bool {
    match code.verdict {
        Ok(()) => true,
        Err(why) => why == Rejection::ReservationRequired && reserves && !redeem,
    }
}

/// The block by which the rule redeems its code when it fires: a condition with redemption holds in it.
pub fn redeeming<'b, 'a>(rule: &RulePlan, blocks: &'b [BlockTrace<'a>]) -> Option<&'b BlockTrace<'a>> {
    let redeems = |(plan, block): &(&BlockPlan, &BlockTrace<'_>)| match plan {
        BlockPlan::Condition(condition) => redeemed_in(&condition.test, block),
        BlockPlan::Effect(_) => false,
    };
    rule.blocks.iter().zip(blocks).find(redeems).map(|(_, block)| block)
}

fn redeemed_in(test: &Test, block: &BlockTrace<'_>) -> bool {
    match test {
        Test::Coupon { redeem } => *redeem && block.outcome == Outcome::Passed,
        Test::Group(_, children) | Test::Event(_, children) => {
            children.iter().zip(&block.children).any(|(plan, block)| redeemed_in(&plan.test, block))
        }
        Test::Attribute(_) | Test::Budget(_) => false,
    }
}

/// Checks that the code may give the discounts its rule gave.
///
/// # Errors
/// `DiscountLeft` when it may give less.
pub fn check_discounts(code: &Code<'_>, given: Decimal) -> Result<(), Trouble> {
    match code.discount_left {
        Some(left) if given > left => Err(Trouble::DiscountLeft { given, left }),
        Some(_) | None => Ok(()),
    }
}

/// *Reserve coupon*.
///
/// # Errors
/// Without a code or a customer, or when the code cannot be reserved for one more.
pub fn reserve(reader: &Reader<'_, '_>, sink: &mut Sink<'_>) -> Result<(), Trouble> {
    let code = reader.code.ok_or(Trouble::NoCode)?;
    let profile = reader.campaign.run.profile()?.id.to_string();
    if !code.is_reserved {
        code.terms.check_reservations(code.reserved, 1).map_err(Trouble::Reservation)?;
    }
    sink.give(EffectKind::ReserveCoupon { value: code.value.to_owned(), profile, is_new: !code.is_reserved })
}

/// *Create coupon*.
///
/// # Errors
/// When the terms cannot be worked out or make no sense.
pub fn create<'a>(plan: &'a CouponPlan, reader: &Reader<'_, 'a>, sink: &mut Sink<'_>) -> Result<(), Trouble> {
    let recipient = text(&plan.recipient, reader)?;
    let profile = match recipient.as_str() {
        "" => None,
        id => Some(ProfileId::parse(id, "").map_err(|problem| Trouble::Code(problem.details))?),
    };
    let moment = |expr: &'a Option<_>| match expr.as_ref().map(|expr| run(expr, reader)).transpose()? {
        Some(Datum::Time(time)) => Ok(Some(time)),
        Some(_) | None => Ok(None),
    };
    let discount_limit =
        plan.discount_limit.as_ref().map(|limit| Ok(run(limit, reader)?.number())).transpose()?;
    let attributes =
        plan.attributes.iter().map(|(name, expr)| Ok((name.clone(), run(expr, reader)?.into_value())));
    let terms = Terms {
        attributes: attributes.collect::<Result<_, Trouble>>()?,
        usage_limit: times(run(&plan.usage_limit, reader)?.number())?,
        discount_limit,
        recipient: profile,
        starts: moment(&plan.starts)?,
        expires: moment(&plan.expires)?,
        ..Terms::default()
    };
    let mut problems = Problems::new();
    terms.check(&mut problems);
    problems.none_or(()).map_err(|refusal| Trouble::Code(first(refusal)))?;
    let campaign = plan.campaign.map_or(reader.campaign.id, CampaignId);
    let order = CouponOrder { campaign, pattern: plan.pattern.clone(), terms };
    sink.give(EffectKind::CouponCreated {
        value: plan.pattern.as_str().to_owned(),
        profile: recipient,
        order: Some(Box::new(order)),
    })
}

fn times(limit: Decimal) -> Result<u32, Trouble> {
    let whole = if limit.is_integer() { limit.to_u32() } else { None };
    whole.ok_or_else(|| Trouble::Code(format!("It cannot be used {limit} times; write a whole number.")))
}

fn first(refusal: Refusal) -> String {
    match refusal {
        Refusal::Invalid(problems) => {
            problems.into_iter().next().map(|problem| problem.details).unwrap_or_default()
        }
        Refusal::Move { .. } | Refusal::NotFound { .. } => refusal.to_string(),
    }
}
