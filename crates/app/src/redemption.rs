//! What a request does to codes for good: makes those that rules ask for, sets some aside, counts those that are redeemed
//! and gives back those that are not any more.

use domain::code_pattern::mix;
use domain::coupon::{Coupon, CouponCode, CouponId, CouponOrder};
use domain::effect::{Effect, EffectKind};
use domain::event::{Event, EventType};
use domain::id::ProfileId;
use domain::money::Money;
use domain::settlement::Settlement;
use rust_decimal::Decimal;
use store::Tx;

use crate::operation::Moment;
use crate::refusal::Refusal;

/// Whether codes are made and set aside now. An open session only shows what it will do when it closes; an event that is
/// none of the session's own has no closing to wait for.
fn is_for_good(event: Option<&Event>, settlement: &Settlement) -> bool {
    let is_own = event.is_some_and(|event| matches!(event.event_type, EventType::BuiltIn(_)));
    let has_session = event.is_some_and(|event| event.session.is_some());
    !(is_own && has_session) || *settlement == Settlement::Commit
}

/// Makes the codes and reservations among `effects`, where they are for good, and answers the codes that were made.
///
/// # Errors
/// When the workspace cannot be read or written, or a pattern has no free code left.
pub fn carry_out(
    moment: &Moment<'_>,
    event: Option<&Event>,
    settlement: &Settlement,
    effects: &mut [Effect],
) -> Result<Vec<Coupon>, Refusal> {
    let mut made = Vec::new();
    if !is_for_good(event, settlement) {
        return Ok(made);
    }
    for effect in effects {
        match &mut effect.kind {
            EffectKind::CouponCreated { value, order, .. } => {
                if let Some(order) = order.take() {
                    let coupon = make(moment, *order)?;
                    *value = coupon.value.to_string();
                    made.push(coupon);
                }
            }
            EffectKind::ReserveCoupon { value, profile, is_new } => {
                if let Some(coupon) = moment.tx.coupon(value)? {
                    *is_new =
                        moment.tx.reserve_coupon(coupon.id, &ProfileId::parse(profile, "/profileId")?)?;
                }
            }
            EffectKind::SetDiscount { .. }
            | EffectKind::SetDiscountPerItem { .. }
            | EffectKind::AddFreeItem { .. }
            | EffectKind::ShowNotification { .. }
            | EffectKind::UpdateAttribute { .. }
            | EffectKind::CustomEffect { .. }
            | EffectKind::Error { .. }
            | EffectKind::AcceptCoupon { .. }
            | EffectKind::RejectCoupon(_)
            | EffectKind::RollbackCoupon { .. }
            | EffectKind::RollbackDiscount { .. } => {}
        }
    }
    Ok(made)
}

/// Makes the code a rule asks for: the first of its pattern, in an order the moment decides, that is still free.
fn make(moment: &Moment<'_>, order: CouponOrder) -> Result<Coupon, Refusal> {
    let CouponOrder { campaign, pattern, terms } = order;
    let id = moment.tx.next_coupon_id()?;
    let seed = mix(moment.now.as_microsecond().cast_unsigned()) ^ mix(id.0);
    for value in pattern.codes(seed) {
        let coupon = Coupon {
            id,
            campaign,
            value: CouponCode::parse(&value, "/pattern")?,
            terms: terms.clone(),
            used: 0,
            discounted: Decimal::ZERO,
            reserved: 0,
            created: moment.now,
        };
        if moment.tx.insert_coupon(&coupon)? {
            return Ok(coupon);
        }
    }
    Err(Refusal::no_free_code(pattern.as_str()))
}

/// Moves the counters of the codes that `effects` redeem or give back: redemptions only where the session closes.
///
/// # Errors
/// When the workspace cannot be read or written.
pub fn count(
    tx: &Tx<'_>,
    profile: Option<&ProfileId>,
    settlement: &Settlement,
    effects: &[Effect],
) -> Result<(), Refusal> {
    match settlement {
        Settlement::Preview | Settlement::Nothing => return Ok(()),
        Settlement::Commit | Settlement::GiveBack(_) => {}
    }
    for effect in effects {
        match &effect.kind {
            EffectKind::AcceptCoupon { value } => {
                let given = |other: &Effect| other.coupon == effect.coupon;
                let discounts = effects.iter().filter(|other| given(other)).map(domain::ledger::discount);
                let sum = discounts.fold(Decimal::ZERO, Decimal::saturating_add);
                move_counters(tx, (value, effect.coupon), profile, Step::Used, sum)?;
            }
            EffectKind::RollbackCoupon { value } => {
                move_counters(tx, (value, effect.coupon), profile, Step::GivenBack, Decimal::ZERO)?;
            }
            EffectKind::RollbackDiscount { value, .. } => give_back(tx, effect, *value)?,
            EffectKind::SetDiscount { .. }
            | EffectKind::SetDiscountPerItem { .. }
            | EffectKind::AddFreeItem { .. }
            | EffectKind::ShowNotification { .. }
            | EffectKind::UpdateAttribute { .. }
            | EffectKind::CustomEffect { .. }
            | EffectKind::Error { .. }
            | EffectKind::CouponCreated { .. }
            | EffectKind::ReserveCoupon { .. }
            | EffectKind::RejectCoupon(_) => {}
        }
    }
    Ok(())
}

/// Which way the counters of a code move.
#[derive(Debug, Clone, Copy)]
enum Step {
    Used,
    GivenBack,
}

impl Step {
    fn from(self, count: u32) -> u32 {
        match self {
            Self::Used => count.saturating_add(1),
            Self::GivenBack => count.saturating_sub(1),
        }
    }
}

/// A code of the same value that was made after the redeemed one was deleted is another code: it is left alone.
fn move_counters(
    tx: &Tx<'_>,
    (value, number): (&str, Option<CouponId>),
    profile: Option<&ProfileId>,
    step: Step,
    discount: Money,
) -> Result<(), Refusal> {
    let is_it = |coupon: &Coupon| number.is_none_or(|number| number == coupon.id);
    let Some(coupon) = tx.coupon(value)?.filter(is_it) else { return Ok(()) };
    let discounted = coupon.discounted.saturating_add(discount);
    tx.put_coupon_counters(coupon.id, step.from(coupon.used), discounted)?;
    if let Some(profile) = profile {
        let used = tx.coupon_customer(coupon.id, profile)?.used;
        tx.put_coupon_use(coupon.id, profile, step.from(used))?;
    }
    Ok(())
}

/// A discount that is taken back can be given by its code again.
fn give_back(tx: &Tx<'_>, effect: &Effect, amount: Money) -> Result<(), Refusal> {
    let Some(id) = effect.coupon else { return Ok(()) };
    if let Some(coupon) = tx.coupon_numbered(id)? {
        let left = coupon.discounted.saturating_sub(amount).max(Decimal::ZERO);
        tx.put_coupon_counters(id, coupon.used, left)?;
    }
    Ok(())
}
