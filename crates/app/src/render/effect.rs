//! Effects as sentences, as tables, and in the vendor's envelope.

use std::collections::BTreeMap;

use domain::coupon::CouponId;
use domain::effect::{Effect, EffectKind, Unit};
use domain::money::Money;
use domain::session::Session;

use super::{text, wire};
use crate::codes::NO_CAMPAIGN;
use crate::house::House;
use crate::view::effect::{EffectView, PropView, UnitView};

/// The effects as a window shows them.
pub fn all(effects: &[Effect], house: &House, session: Option<&Session>) -> Vec<EffectView> {
    let names = house.campaign_names();
    let codes = codes(effects);
    effects
        .iter()
        .map(|effect| {
            let unnamed =
                if effect.campaign == NO_CAMPAIGN { "No campaign" } else { "A campaign of the past" };
            let campaign_name = names.get(&effect.campaign).copied().unwrap_or(unnamed);
            let code = effect.coupon.and_then(|id| codes.get(&id)).map(|code| (*code).to_owned());
            EffectView { code, ..one(effect, campaign_name, session) }
        })
        .collect()
}

fn one(effect: &Effect, campaign_name: &str, session: Option<&Session>) -> EffectView {
    EffectView {
        campaign_id: effect.campaign.0,
        campaign_name: campaign_name.to_owned(),
        rule_index: effect.rule_index,
        rule_name: effect.rule_name.clone(),
        code: None,
        effect_type: effect.kind.name().to_owned(),
        sentence: sentence(&effect.kind, session),
        amount: amount(&effect.kind).map(text::money),
        unit: unit(&effect.kind)
            .map(|unit| UnitView { position: unit.position, sub_position: unit.sub_position }),
        on_failure: effect.condition_index.is_some() && !matches!(effect.kind, EffectKind::Error { .. }),
        props: props(&effect.kind),
        json: serde_json::to_string(&wire::effect(effect)).unwrap_or_default(),
    }
}

/// The code an effect is about, when it says so.
fn told(effect: &Effect) -> Option<&str> {
    match &effect.kind {
        EffectKind::AcceptCoupon { value }
        | EffectKind::ReserveCoupon { value, .. }
        | EffectKind::RollbackCoupon { value } => Some(value.as_str()),
        EffectKind::RejectCoupon(rejection) => Some(rejection.value.as_str()),
        EffectKind::SetDiscount { .. }
        | EffectKind::SetDiscountPerItem { .. }
        | EffectKind::SetDiscountPerAdditionalCost { .. }
        | EffectKind::SetDiscountPerAdditionalCostPerItem { .. }
        | EffectKind::AddFreeItem { .. }
        | EffectKind::ShowNotification { .. }
        | EffectKind::UpdateAttribute { .. }
        | EffectKind::CustomEffect { .. }
        | EffectKind::CouponCreated { .. }
        | EffectKind::RollbackDiscount { .. }
        | EffectKind::Error { .. } => None,
    }
}

/// The codes the effects themselves tell, by number: those accepted, rejected, set aside or given back.
fn codes(effects: &[Effect]) -> BTreeMap<CouponId, &str> {
    effects.iter().filter_map(|effect| Some((effect.coupon?, told(effect)?))).collect()
}

/// Money given (positive) or taken back (negative); `None` when the effect is not about money.
pub fn amount(kind: &EffectKind) -> Option<Money> {
    match kind {
        EffectKind::SetDiscount { value, .. }
        | EffectKind::SetDiscountPerItem { value, .. }
        | EffectKind::SetDiscountPerAdditionalCost { value, .. }
        | EffectKind::SetDiscountPerAdditionalCostPerItem { value, .. } => Some(*value),
        EffectKind::RollbackDiscount { value, .. } => Some(-*value),
        EffectKind::AddFreeItem { .. }
        | EffectKind::ShowNotification { .. }
        | EffectKind::UpdateAttribute { .. }
        | EffectKind::CustomEffect { .. }
        | EffectKind::AcceptCoupon { .. }
        | EffectKind::RejectCoupon(_)
        | EffectKind::CouponCreated { .. }
        | EffectKind::ReserveCoupon { .. }
        | EffectKind::RollbackCoupon { .. }
        | EffectKind::Error { .. } => None,
    }
}

/// The unit the effect is for.
pub fn unit(kind: &EffectKind) -> Option<Unit> {
    match kind {
        EffectKind::SetDiscountPerItem { unit, .. }
        | EffectKind::SetDiscountPerAdditionalCostPerItem { unit, .. } => Some(*unit),
        EffectKind::RollbackDiscount { unit, .. }
        | EffectKind::UpdateAttribute { unit, .. }
        | EffectKind::CustomEffect { unit, .. } => *unit,
        EffectKind::SetDiscount { .. }
        | EffectKind::SetDiscountPerAdditionalCost { .. }
        | EffectKind::AddFreeItem { .. }
        | EffectKind::ShowNotification { .. }
        | EffectKind::AcceptCoupon { .. }
        | EffectKind::RejectCoupon(_)
        | EffectKind::CouponCreated { .. }
        | EffectKind::ReserveCoupon { .. }
        | EffectKind::RollbackCoupon { .. }
        | EffectKind::Error { .. } => None,
    }
}

/// What the effect does, in one sentence.
pub fn sentence(kind: &EffectKind, session: Option<&Session>) -> String {
    match kind {
        EffectKind::SetDiscount { name, value, desired } => {
            format!("{} off the cart: {name}{}", part(*value, *desired), shortage(desired.is_some()))
        }
        EffectKind::SetDiscountPerItem { name, value, unit, desired, .. } => {
            let item = item_name(*unit, session);
            format!("{} off {item}: {name}{}", part(*value, *desired), shortage(desired.is_some()))
        }
        EffectKind::SetDiscountPerAdditionalCost { name, cost, value, desired } => {
            let off = part(*value, *desired);
            format!("{off} off {}: {name}{}", cost.name, shortage(desired.is_some()))
        }
        EffectKind::SetDiscountPerAdditionalCostPerItem { name, cost, value, unit, desired } => {
            let (off, line) = (part(*value, *desired), line_name(*unit, session));
            format!("{off} off {} of {line}: {name}{}", cost.name, shortage(desired.is_some()))
        }
        EffectKind::AddFreeItem { name, sku, desired_quantity } => {
            let of = desired_quantity.map(|desired| format!(", one of {desired}")).unwrap_or_default();
            format!("Free item: {name} ({sku}){of}{}", shortage(desired_quantity.is_some()))
        }
        EffectKind::ShowNotification { title, body, .. } => match body.is_empty() {
            true => format!("Shows the customer: {title}"),
            false => format!("Shows the customer: {title} — {body}"),
        },
        EffectKind::UpdateAttribute { path, value, unit } => match unit {
            Some(unit) => format!("{path} of {} becomes {}", item_name(*unit, session), text::value(value)),
            None => format!("{path} becomes {}", text::value(value)),
        },
        EffectKind::CustomEffect { name, unit, .. } => match unit {
            Some(unit) => format!("Custom effect {name} for {}", item_name(*unit, session)),
            None => format!("Custom effect {name}"),
        },
        EffectKind::AcceptCoupon { .. }
        | EffectKind::RejectCoupon(_)
        | EffectKind::CouponCreated { .. }
        | EffectKind::ReserveCoupon { .. }
        | EffectKind::RollbackCoupon { .. } => super::coupon_effect::sentence(kind),
        EffectKind::Error { message } => format!("The rule could not be evaluated: {message}"),
        EffectKind::RollbackDiscount { name, value, unit, cost } => {
            let what = match (cost, unit) {
                (Some(cost), Some(unit)) => format!("{} of {}", cost.name, line_name(*unit, session)),
                (Some(cost), None) => cost.name.clone(),
                (None, Some(unit)) => item_name(*unit, session),
                (None, None) => "the cart".to_owned(),
            };
            format!("Takes back {} off {what}: {name}", text::money(*value))
        }
    }
}

/// An amount, and what was asked for when that is more: *5.00 of 12.00*.
fn part(value: Money, desired: Option<Money>) -> String {
    let of = desired.map(|desired| format!(" of {}", text::money(desired))).unwrap_or_default();
    format!("{}{of}", text::money(value))
}

/// Why less was given than the rule asked for.
fn shortage(is_short: bool) -> &'static str {
    if is_short { " (the budget was used up)" } else { "" }
}

/// The unit by its name: `T-shirt`, or `T-shirt, piece 2` when the line has several.
fn item_name(unit: Unit, session: Option<&Session>) -> String {
    let line = session.and_then(|session| domain::cart::line(session.cart(), unit.position));
    match line {
        Some(item) if item.quantity > 1 => {
            format!("{}, piece {}", item.name.as_deref().unwrap_or(&item.sku), unit.sub_position + 1)
        }
        Some(item) => item.name.as_deref().unwrap_or(&item.sku).to_owned(),
        None => format!("line {}, piece {}", unit.position + 1, unit.sub_position + 1),
    }
}

/// The line of the unit by its name.
fn line_name(unit: Unit, session: Option<&Session>) -> String {
    let line = session.and_then(|session| domain::cart::line(session.cart(), unit.position));
    match line {
        Some(item) => item.name.as_deref().unwrap_or(&item.sku).to_owned(),
        None => format!("line {}", unit.position + 1),
    }
}

fn props(kind: &EffectKind) -> Vec<PropView> {
    wire::props(kind)
        .into_iter()
        .map(|(name, value)| PropView { name: name.to_owned(), value: wire::shown(&value) })
        .collect()
}
