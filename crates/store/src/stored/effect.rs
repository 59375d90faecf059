//! What an effect gives, on disk.

use std::collections::BTreeMap;

use domain::effect::{AdditionalCost, CouponRejection, EffectKind, Unit};
use domain::money::Money;
use domain::redeemable::Rejection;
use serde::{Deserialize, Serialize};

use super::scalar::Number;
use crate::error::StoreError;

use super::value::{StoredAttributes, StoredValue, attributes, from_attributes};

/// A unit of the flattened cart.
#[derive(Serialize, Deserialize, Clone, Copy)]
pub(crate) struct StoredUnit {
    position: u32,
    sub_position: u32,
}

/// An additional cost.
#[derive(Serialize, Deserialize, Clone)]
pub(crate) struct StoredCost {
    id: u32,
    name: String,
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
    SetDiscountPerAdditionalCost {
        name: String,
        cost: StoredCost,
        value: Number,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        desired: Option<Number>,
    },
    SetDiscountPerAdditionalCostPerItem {
        name: String,
        cost: StoredCost,
        value: Number,
        unit: StoredUnit,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        desired: Option<Number>,
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cost: Option<StoredCost>,
    },
    AcceptCoupon {
        value: String,
    },
    RejectCoupon(StoredRejection),
    CouponCreated {
        value: String,
        profile: String,
    },
    ReserveCoupon {
        value: String,
        profile: String,
        is_new: bool,
    },
    RollbackCoupon {
        value: String,
    },
}

/// Why a code was rejected; the reason by the vendor's name.
#[derive(Serialize, Deserialize)]
pub(crate) struct StoredRejection {
    value: String,
    reason: String,
    condition_index: Option<u32>,
    effect_index: Option<u32>,
    details: String,
    exclusion: String,
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
        EffectKind::SetDiscountPerAdditionalCost { name, value, .. } => (name, Some(*value), None),
        EffectKind::SetDiscountPerAdditionalCostPerItem { name, value, unit, .. } => {
            (name, Some(*value), Some(*unit))
        }
        EffectKind::AddFreeItem { name, .. } => (name, None, None),
        EffectKind::ShowNotification { title, .. } => (title, None, None),
        EffectKind::UpdateAttribute { path, unit, .. } => (path, None, *unit),
        EffectKind::CustomEffect { name, unit, .. } => (name, None, *unit),
        EffectKind::Error { message } => (message, None, None),
        EffectKind::RollbackDiscount { name, value, unit, .. } => (name, Some(*value), *unit),
        EffectKind::RejectCoupon(rejection) => (&rejection.value, None, None),
        EffectKind::AcceptCoupon { value }
        | EffectKind::CouponCreated { value, .. }
        | EffectKind::ReserveCoupon { value, .. }
        | EffectKind::RollbackCoupon { value } => (value, None, None),
    };
    Columns { name, value, unit }
}

impl From<Unit> for StoredUnit {
    fn from(unit: Unit) -> Self {
        Self { position: unit.position, sub_position: unit.sub_position }
    }
}

impl From<AdditionalCost> for StoredCost {
    fn from(cost: AdditionalCost) -> Self {
        Self { id: cost.id, name: cost.name }
    }
}

impl From<StoredCost> for AdditionalCost {
    fn from(stored: StoredCost) -> Self {
        Self { id: stored.id, name: stored.name }
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
            EffectKind::SetDiscountPerAdditionalCost { name, cost, value, desired } => {
                let (value, desired) = (Number(value), desired.map(Number));
                Self::SetDiscountPerAdditionalCost { name, cost: cost.into(), value, desired }
            }
            EffectKind::SetDiscountPerAdditionalCostPerItem { name, cost, value, unit, desired } => {
                Self::SetDiscountPerAdditionalCostPerItem {
                    name,
                    cost: cost.into(),
                    value: Number(value),
                    unit: unit.into(),
                    desired: desired.map(Number),
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
            EffectKind::RollbackDiscount { name, value, unit, cost } => Self::RollbackDiscount {
                name,
                value: Number(value),
                unit: unit.map(StoredUnit::from),
                cost: cost.map(StoredCost::from),
            },
            EffectKind::AcceptCoupon { value } => Self::AcceptCoupon { value },
            EffectKind::RejectCoupon(rejection) => Self::RejectCoupon((*rejection).into()),
            EffectKind::CouponCreated { value, profile, order: _ } => Self::CouponCreated { value, profile },
            EffectKind::ReserveCoupon { value, profile, is_new } => {
                Self::ReserveCoupon { value, profile, is_new }
            }
            EffectKind::RollbackCoupon { value } => Self::RollbackCoupon { value },
        }
    }
}

impl From<CouponRejection> for StoredRejection {
    fn from(rejection: CouponRejection) -> Self {
        Self {
            value: rejection.value,
            reason: rejection.reason.name().to_owned(),
            condition_index: rejection.condition_index,
            effect_index: rejection.effect_index,
            details: rejection.details,
            exclusion: rejection.exclusion,
        }
    }
}

impl TryFrom<StoredRejection> for CouponRejection {
    type Error = StoreError;

    fn try_from(stored: StoredRejection) -> Result<Self, StoreError> {
        Ok(Self {
            reason: Rejection::from_name(&stored.reason)
                .ok_or_else(|| StoreError::unknown("reason of a rejection"))?,
            value: stored.value,
            condition_index: stored.condition_index,
            effect_index: stored.effect_index,
            details: stored.details,
            exclusion: stored.exclusion,
        })
    }
}

impl TryFrom<StoredEffect> for EffectKind {
    type Error = StoreError;

    fn try_from(stored: StoredEffect) -> Result<Self, StoreError> {
        Ok(match stored {
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
            StoredEffect::SetDiscountPerAdditionalCost { name, cost, value, desired } => {
                let (value, desired) = (value.0, desired.map(|number| number.0));
                Self::SetDiscountPerAdditionalCost { name, cost: cost.into(), value, desired }
            }
            StoredEffect::SetDiscountPerAdditionalCostPerItem { name, cost, value, unit, desired } => {
                Self::SetDiscountPerAdditionalCostPerItem {
                    name,
                    cost: cost.into(),
                    value: value.0,
                    unit: unit.into(),
                    desired: desired.map(|number| number.0),
                }
            }
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
            StoredEffect::RollbackDiscount { name, value, unit, cost } => Self::RollbackDiscount {
                name,
                value: value.0,
                unit: unit.map(Unit::from),
                cost: cost.map(AdditionalCost::from),
            },
            StoredEffect::AcceptCoupon { value } => Self::AcceptCoupon { value },
            StoredEffect::RejectCoupon(rejection) => Self::RejectCoupon(Box::new(rejection.try_into()?)),
            StoredEffect::CouponCreated { value, profile } => {
                Self::CouponCreated { value, profile, order: None }
            }
            StoredEffect::ReserveCoupon { value, profile, is_new } => {
                Self::ReserveCoupon { value, profile, is_new }
            }
            StoredEffect::RollbackCoupon { value } => Self::RollbackCoupon { value },
        })
    }
}
