//! Effects and other answers in the vendor's names and shapes, with exact numbers.
//!
//! Source of the envelope and of every prop: the vendor's effect models.

use domain::effect::{AdditionalCost, Effect, EffectKind, Unit};
use domain::money::Money;
use domain::value::Value;
use serde::Serialize;

use super::text;
use crate::json::{Amount, Json, Named};

/// An effect in the vendor's envelope.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WireEffect {
    /// The campaign.
    pub campaign_id: u32,
    /// Its rule set; a campaign has one.
    pub ruleset_id: u32,
    /// Zero-based place of the rule.
    pub rule_index: u32,
    /// The rule's title.
    pub rule_name: String,
    /// Kind of effect.
    pub effect_type: &'static str,
    /// For failure effects: the block that failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition_index: Option<u32>,
    /// The number of the code the rule was evaluated for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub triggered_by_coupon: Option<u64>,
    /// What is given.
    pub props: Named<Json>,
}

/// `effect` in the vendor's envelope.
pub fn effect(effect: &Effect) -> WireEffect {
    let props = props(&effect.kind).into_iter().map(|(name, value)| (name.to_owned(), value));
    WireEffect {
        campaign_id: effect.campaign.0,
        ruleset_id: effect.campaign.0,
        rule_index: effect.rule_index,
        rule_name: effect.rule_name.clone(),
        effect_type: effect.kind.name(),
        condition_index: effect.condition_index,
        triggered_by_coupon: effect.coupon.map(|coupon| coupon.0),
        props: Named(props.collect()),
    }
}

/// The props of an effect by the vendor's names, in the vendor's order.
pub fn props(kind: &EffectKind) -> Vec<(&'static str, Json)> {
    match kind {
        EffectKind::SetDiscount { name, value, desired } => {
            let mut props = vec![("name", quoted(name)), ("value", number(*value))];
            props.extend(desired.map(|desired| ("desiredValue", number(desired))));
            props
        }
        EffectKind::SetDiscountPerItem { name, value, unit, total_discount, desired, desired_total } => {
            let mut props = vec![("name", quoted(name)), ("value", number(*value))];
            props.extend(place("position", "subPosition", Some(*unit)));
            props.extend(total_discount.map(|total| ("totalDiscount", number(total))));
            props.extend(desired.map(|desired| ("desiredValue", number(desired))));
            props.extend(desired_total.map(|desired| ("desiredTotalDiscount", number(desired))));
            props
        }
        EffectKind::SetDiscountPerAdditionalCost { name, cost, value, desired } => {
            cost_discount(name, cost, *value, None, *desired)
        }
        EffectKind::SetDiscountPerAdditionalCostPerItem { name, cost, value, unit, desired } => {
            cost_discount(name, cost, *value, Some(*unit), *desired)
        }
        EffectKind::AddFreeItem { sku, name, desired_quantity } => {
            let mut props = vec![("sku", quoted(sku)), ("name", quoted(name))];
            props.extend(desired_quantity.map(|desired| ("desiredQuantity", number(desired.into()))));
            props
        }
        EffectKind::ShowNotification { notification_type, title, body } => {
            vec![
                ("notificationType", quoted(notification_type)),
                ("title", quoted(title)),
                ("body", quoted(body)),
            ]
        }
        EffectKind::UpdateAttribute { path, unit, value } => {
            let mut props = vec![("path", quoted(path)), ("value", text::json(value))];
            props.extend(place("cartItemPosition", "cartItemSubPosition", *unit));
            props
        }
        EffectKind::CustomEffect { effect_id, name, unit, payload } => {
            let mut props = vec![("effectId", number((*effect_id).into())), ("name", quoted(name))];
            props.extend(place("cartItemPosition", "cartItemSubPosition", *unit));
            props.push(("payload", object(payload.iter().map(|(name, value)| (name.as_str(), value)))));
            props
        }
        EffectKind::AcceptCoupon { .. }
        | EffectKind::RejectCoupon(_)
        | EffectKind::CouponCreated { .. }
        | EffectKind::ReserveCoupon { .. }
        | EffectKind::RollbackCoupon { .. } => super::coupon_effect::props(kind),
        EffectKind::Error { message } => vec![("message", quoted(message))],
        EffectKind::RollbackDiscount { name, value, unit, cost } => {
            let mut props = vec![("name", quoted(name)), ("value", number(*value))];
            props.extend(place("cartItemPosition", "cartItemSubPosition", *unit));
            props.extend(cost.iter().flat_map(named_cost));
            props
        }
    }
}

fn cost_discount(
    name: &str,
    cost: &AdditionalCost,
    value: Money,
    unit: Option<Unit>,
    desired: Option<Money>,
) -> Vec<(&'static str, Json)> {
    let mut props = vec![("name", quoted(name))];
    props.extend(named_cost(cost));
    props.push(("value", number(value)));
    props.extend(place("position", "subPosition", unit));
    props.extend(desired.map(|desired| ("desiredValue", number(desired))));
    props
}

fn named_cost(cost: &AdditionalCost) -> [(&'static str, Json); 2] {
    [("additionalCostId", number(cost.id.into())), ("additionalCost", quoted(&cost.name))]
}

/// A JSON value as people read it: texts without quotes, everything else as it is.
pub fn shown(value: &Json) -> String {
    serde_json::from_str::<String>(value.text()).unwrap_or_else(|_| value.text().to_owned())
}

/// Attributes as a JSON object.
pub fn object<'v>(values: impl Iterator<Item = (&'v str, &'v Value)>) -> Json {
    Json::of(&Named(values.map(|(name, value)| (name.to_owned(), text::json(value))).collect()))
}

fn place(
    position: &'static str,
    sub_position: &'static str,
    unit: Option<Unit>,
) -> impl Iterator<Item = (&'static str, Json)> {
    unit.into_iter().flat_map(move |unit| {
        [(position, number(unit.position.into())), (sub_position, number(unit.sub_position.into()))]
    })
}

fn number(value: rust_decimal::Decimal) -> Json {
    Json::of(&Amount(value))
}

fn quoted(text: &str) -> Json {
    Json::of(&text)
}
