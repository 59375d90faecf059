//! What an effect gives, on disk.

use std::collections::BTreeMap;

use domain::effect::{EffectKind, Unit};
use domain::money::Money;
use serde::{Deserialize, Serialize};

use super::scalar::Number;
use super::value::{StoredAttributes, StoredValue, attributes, from_attributes};

/// A unit of the flattened cart.
#[derive(Serialize, Deserialize, Clone, Copy)]
pub(crate) struct StoredUnit {
    position: u32,
    sub_position: u32,
}

/// `{"set_discount": {"name": …, "value": "10.5"}}` and so on.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StoredEffect {
    SetDiscount {
        name: String,
        value: Number,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        desired: Option<Number>,
    },
    SetDiscountPerItem {
        name: String,
        value: Number,
        unit: StoredUnit,
        total_discount: Option<Number>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        desired: Option<Number>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        desired_total: Option<Number>,
    },
    AddFreeItem {
        sku: String,
        name: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        desired_quantity: Option<u32>,
    },
    ShowNotification {
        notification_type: String,
        title: String,
        body: String,
    },
    UpdateAttribute {
        path: String,
        unit: Option<StoredUnit>,
        value: StoredValue,
    },
    CustomEffect {
        effect_id: u32,
        name: String,
        unit: Option<StoredUnit>,
        payload: StoredAttributes,
    },
    Error {
        message: String,
    },
    RollbackDiscount {
        name: String,
        value: Number,
        unit: Option<StoredUnit>,
    },
}

/// What reports can name without reading the whole form.
pub(crate) struct Columns<'e> {
    /// The name shown to the customer, a title or a path; empty when there is none.
    pub(crate) name: &'e str,
    /// The amount, for effects that have one.
    pub(crate) value: Option<Money>,
    /// The unit it is for.
    pub(crate) unit: Option<Unit>,
}

/// The columns of an effect.
pub(crate) fn columns(kind: &EffectKind) -> Columns<'_> {
    let (name, value, unit) = match kind {
        EffectKind::SetDiscount { name, value, .. } => (name, Some(*value), None),
        EffectKind::SetDiscountPerItem { name, value, unit, .. } => (name, Some(*value), Some(*unit)),
        EffectKind::AddFreeItem { name, .. } => (name, None, None),
        EffectKind::ShowNotification { title, .. } => (title, None, None),
        EffectKind::UpdateAttribute { path, unit, .. } => (path, None, *unit),
        EffectKind::CustomEffect { name, unit, .. } => (name, None, *unit),
        EffectKind::Error { message } => (message, None, None),
        EffectKind::RollbackDiscount { name, value, unit } => (name, Some(*value), *unit),
    };
    Columns { name, value, unit }
}

impl From<Unit> for StoredUnit {
    fn from(unit: Unit) -> Self {
        Self { position: unit.position, sub_position: unit.sub_position }
    }
}

impl From<StoredUnit> for Unit {
    fn from(stored: StoredUnit) -> Self {
        Self { position: stored.position, sub_position: stored.sub_position }
    }
}

impl From<&EffectKind> for StoredEffect {
    fn from(kind: &EffectKind) -> Self {
        match kind.clone() {
            EffectKind::SetDiscount { name, value, desired } => {
                Self::SetDiscount { name, value: Number(value), desired: desired.map(Number) }
            }
            EffectKind::SetDiscountPerItem { name, value, unit, total_discount, desired, desired_total } => {
                Self::SetDiscountPerItem {
                    name,
                    value: Number(value),
                    unit: unit.into(),
                    total_discount: total_discount.map(Number),
                    desired: desired.map(Number),
                    desired_total: desired_total.map(Number),
                }
            }
            EffectKind::AddFreeItem { sku, name, desired_quantity } => {
                Self::AddFreeItem { sku, name, desired_quantity }
            }
            EffectKind::ShowNotification { notification_type, title, body } => {
                Self::ShowNotification { notification_type, title, body }
            }
            EffectKind::UpdateAttribute { path, unit, value } => {
                Self::UpdateAttribute { path, unit: unit.map(StoredUnit::from), value: (&value).into() }
            }
            EffectKind::CustomEffect { effect_id, name, unit, payload } => {
                let payload = attributes(&payload);
                Self::CustomEffect { effect_id, name, unit: unit.map(StoredUnit::from), payload }
            }
            EffectKind::Error { message } => Self::Error { message },
            EffectKind::RollbackDiscount { name, value, unit } => {
                Self::RollbackDiscount { name, value: Number(value), unit: unit.map(StoredUnit::from) }
            }
        }
    }
}

impl From<StoredEffect> for EffectKind {
    fn from(stored: StoredEffect) -> Self {
        match stored {
            StoredEffect::SetDiscount { name, value, desired } => {
                Self::SetDiscount { name, value: value.0, desired: desired.map(|number| number.0) }
            }
            StoredEffect::SetDiscountPerItem {
                name,
                value,
                unit,
                total_discount,
                desired,
                desired_total,
            } => Self::SetDiscountPerItem {
                name,
                value: value.0,
                unit: unit.into(),
                total_discount: total_discount.map(|number| number.0),
                desired: desired.map(|number| number.0),
                desired_total: desired_total.map(|number| number.0),
            },
            StoredEffect::AddFreeItem { sku, name, desired_quantity } => {
                Self::AddFreeItem { sku, name, desired_quantity }
            }
            StoredEffect::ShowNotification { notification_type, title, body } => {
                Self::ShowNotification { notification_type, title, body }
            }
            StoredEffect::UpdateAttribute { path, unit, value } => {
                Self::UpdateAttribute { path, unit: unit.map(Unit::from), value: value.into() }
            }
            StoredEffect::CustomEffect { effect_id, name, unit, payload } => {
                let payload: BTreeMap<_, _> = from_attributes(payload);
                Self::CustomEffect { effect_id, name, unit: unit.map(Unit::from), payload }
            }
            StoredEffect::Error { message } => Self::Error { message },
            StoredEffect::RollbackDiscount { name, value, unit } => {
                Self::RollbackDiscount { name, value: value.0, unit: unit.map(Unit::from) }
            }
        }
    }
}
