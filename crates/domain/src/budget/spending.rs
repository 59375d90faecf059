//! What effects cost, and what goes back into which counter.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Action;
use super::counter::CounterKey;
use crate::effect::{Effect, EffectKind};
use crate::limits::MOST_DECIMALS;
use crate::settlement::{Rollback, Share};

/// What an effect takes from a budget of `action`; 0 when the budget does not limit it.
///
/// INVARIANT: amounts are counted in at most [`MOST_DECIMALS`] decimals, half-even, so that sums are exact and what was
/// taken is what can be given back, to the last digit.
pub fn cost(action: Action, effect: &EffectKind) -> Decimal {
    let counted = match effect {
        EffectKind::SetDiscount { value, .. } | EffectKind::SetDiscountPerItem { value, .. } => {
            return discount(action, *value);
        }
        EffectKind::AddFreeItem { .. } => Action::AddFreeItemEffect,
        EffectKind::CustomEffect { .. } => Action::CustomEffect,
        EffectKind::AcceptCoupon { .. } => Action::RedeemCoupon,
        EffectKind::CouponCreated { .. } => Action::CreateCoupon,
        EffectKind::ShowNotification { .. }
        | EffectKind::UpdateAttribute { .. }
        | EffectKind::Error { .. }
        | EffectKind::RejectCoupon(_)
        | EffectKind::ReserveCoupon { .. }
        | EffectKind::RollbackCoupon { .. }
        | EffectKind::RollbackDiscount { .. } => return Decimal::ZERO,
    };
    if action == counted { Decimal::ONE } else { Decimal::ZERO }
}

fn discount(action: Action, value: Decimal) -> Decimal {
    match action {
        Action::SetDiscount => value.round_dp(MOST_DECIMALS).normalize(),
        Action::SetDiscountEffect => Decimal::ONE,
        Action::RedeemCoupon | Action::CreateCoupon | Action::AddFreeItemEffect | Action::CustomEffect => {
            Decimal::ZERO
        }
    }
}

/// What a rollback gives back to a budget of `action`. A discount that is only cut down still counts as one.
fn refund(action: Action, rollback: &Rollback) -> Decimal {
    match &rollback.effect.kind {
        EffectKind::RollbackDiscount { .. } if action == Action::SetDiscountEffect && !rollback.is_whole => {
            Decimal::ZERO
        }
        EffectKind::RollbackDiscount { value, .. } => discount(action, *value),
        EffectKind::RollbackCoupon { .. } if action == Action::RedeemCoupon => Decimal::ONE,
        EffectKind::SetDiscount { .. }
        | EffectKind::SetDiscountPerItem { .. }
        | EffectKind::AddFreeItem { .. }
        | EffectKind::ShowNotification { .. }
        | EffectKind::UpdateAttribute { .. }
        | EffectKind::CustomEffect { .. }
        | EffectKind::AcceptCoupon { .. }
        | EffectKind::RejectCoupon(_)
        | EffectKind::CouponCreated { .. }
        | EffectKind::ReserveCoupon { .. }
        | EffectKind::RollbackCoupon { .. }
        | EffectKind::Error { .. } => Decimal::ZERO,
    }
}

/// What a session took from a counter and has not given back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spent {
    /// Where it was taken.
    pub counter: CounterKey,
    /// What the counter counts.
    pub action: Action,
    /// How much; more than 0.
    pub amount: Decimal,
}

/// What `effects` take from each of `counters`, those that nothing is taken from left out.
pub fn spend(effects: &[Effect], counters: &[(CounterKey, Action)]) -> Vec<Spent> {
    let amount = |key: &CounterKey, action: Action| -> Decimal {
        let own = effects.iter().filter(|effect| effect.campaign == key.campaign);
        own.map(|effect| cost(action, &effect.kind)).fold(Decimal::ZERO, Decimal::saturating_add)
    };
    let spent = counters.iter().map(|(key, action)| Spent {
        counter: key.clone(),
        action: *action,
        amount: amount(key, *action),
    });
    spent.filter(|spent| !spent.amount.is_zero()).collect()
}

/// What goes back into each counter when a closed session gives back `share`, out of what it `spent`. It goes into the
/// counter it was taken from, also when that counter's period has passed.
///
/// | | units returned | cancelled or reopened |
/// |---|---|---|
/// | discounts | those that `rollbacks` take back | all |
/// | free items, custom effects, redeemed codes | nothing | all |
/// | created codes | nothing | nothing |
///
/// Source: our decisions, *Rolling back*. INVARIANT: never more than was taken.
pub fn give_back(share: &Share, spent: &[Spent], rollbacks: &[Rollback]) -> BTreeMap<CounterKey, Decimal> {
    let back = |spent: &Spent| match share {
        Share::Rest if spent.action.is_given_back() => spent.amount,
        Share::Rest => Decimal::ZERO,
        Share::Units(_) => {
            let own = rollbacks.iter().filter(|one| one.effect.campaign == spent.counter.campaign);
            let refunds = own.map(|one| refund(spent.action, one));
            refunds.fold(Decimal::ZERO, Decimal::saturating_add).min(spent.amount)
        }
    };
    let pairs = spent.iter().map(|spent| (spent.counter.clone(), back(spent)));
    pairs.filter(|(_, amount)| !amount.is_zero()).collect()
}
