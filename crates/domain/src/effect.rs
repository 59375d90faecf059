//! Effects: what a rule gives, as data. Names and props follow the vendor's effect envelope.

use std::collections::BTreeMap;

use crate::coupon::{CouponId, CouponOrder};
use crate::id::CampaignId;
use crate::money::Money;
use crate::redeemable::Rejection;
use crate::value::Value;

/// One effect and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The campaign that gave it.
    pub campaign: CampaignId,
    /// Zero-based place of the rule in its campaign.
    pub rule_index: u32,
    /// The rule's title.
    pub rule_name: String,
    /// For failure effects: the zero-based top-level block that failed.
    pub condition_index: Option<u32>,
    /// The code the rule was evaluated for.
    pub coupon: Option<CouponId>,
    /// What is given.
    pub kind: EffectKind,
}

/// One unit of a flattened cart: which line, which piece of it. Both zero-based.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Unit {
    /// The line.
    pub position: u32,
    /// The piece.
    pub sub_position: u32,
}

/// An additional cost, as a rule names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdditionalCost {
    /// The vendor's number for it; 0 where a rule gives none.
    pub id: u32,
    /// Its name on sessions and cart items.
    pub name: String,
}

/// What is given, by the vendor's effect types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EffectKind {
    /// `setDiscount`: an amount off the session.
    SetDiscount {
        /// Shown to the customer.
        name: String,
        /// Amount off.
        value: Money,
        /// The amount asked for, when a budget allowed no more than `value`.
        desired: Option<Money>,
    },
    /// `setDiscountPerItem`: an amount off one unit.
    SetDiscountPerItem {
        /// Shown to the customer.
        name: String,
        /// Amount off this unit.
        value: Money,
        /// Which unit.
        unit: Unit,
        /// For pro rata discounts: the whole amount that was shared out.
        total_discount: Option<Money>,
        /// The amount asked for, when a budget allowed no more than `value`.
        desired: Option<Money>,
        /// For pro rata discounts: the whole amount asked for, when a budget allowed no more than `total_discount`.
        desired_total: Option<Money>,
    },
    /// `setDiscountPerAdditionalCost`: an amount off an additional cost of the session.
    SetDiscountPerAdditionalCost {
        /// Shown to the customer.
        name: String,
        /// Which cost.
        cost: AdditionalCost,
        /// Amount off.
        value: Money,
        /// The amount asked for, when a budget allowed no more than `value`.
        desired: Option<Money>,
    },
    /// `setDiscountPerAdditionalCostPerItem`: an amount off an additional cost of a cart line.
    SetDiscountPerAdditionalCostPerItem {
        /// Shown to the customer.
        name: String,
        /// Which cost.
        cost: AdditionalCost,
        /// Amount off.
        value: Money,
        /// The last unit of the line: the cost is the line's, and this unit is the last to come back.
        unit: Unit,
        /// The amount asked for, when a budget allowed no more than `value`.
        desired: Option<Money>,
    },
    /// `addFreeItem`: one unit for nothing.
    AddFreeItem {
        /// What.
        sku: String,
        /// Shown to the customer.
        name: String,
        /// How many the rule asked for, when a budget allowed fewer.
        desired_quantity: Option<u32>,
    },
    /// `showNotification`
    ShowNotification {
        /// Info, Offer, Error or Misc, as written in the rule.
        notification_type: String,
        /// Headline.
        title: String,
        /// Text.
        body: String,
    },
    /// `updateAttribute`: the attribute has this value from now on.
    UpdateAttribute {
        /// Such as `Session.Attributes.x` or `Profile.Attributes.x`.
        path: String,
        /// The unit whose cart line is meant, for cart item attributes.
        unit: Option<Unit>,
        /// The value it gets.
        value: Value,
    },
    /// `customEffect`
    CustomEffect {
        /// The number of the custom effect in the rule document.
        effect_id: u32,
        /// Its API name.
        name: String,
        /// The unit it is for, unless it is for the whole cart.
        unit: Option<Unit>,
        /// Parameters, evaluated.
        payload: BTreeMap<String, Value>,
    },
    /// `error`: a rule could not be evaluated.
    Error {
        /// Why, in one sentence.
        message: String,
    },
    /// `acceptCoupon`: the code is redeemed when the session closes.
    AcceptCoupon {
        /// The code.
        value: String,
    },
    /// `rejectCoupon`: the code is of no use.
    RejectCoupon(Box<CouponRejection>),
    /// `couponCreated`: there is a new code.
    CouponCreated {
        /// The code; its pattern as long as it is only previewed.
        value: String,
        /// The customer it is for; empty for everybody.
        profile: String,
        /// How it is to be made; absent once it is.
        order: Option<Box<CouponOrder>>,
    },
    /// `reserveCoupon`: the code is set aside for a customer.
    ReserveCoupon {
        /// The code.
        value: String,
        /// The customer.
        profile: String,
        /// Whether it was not before.
        is_new: bool,
    },
    /// `rollbackCoupon`: a redeemed code can be used again.
    RollbackCoupon {
        /// The code.
        value: String,
    },
    /// `rollbackDiscount`: a discount given earlier is taken back.
    RollbackDiscount {
        /// As it was given.
        name: String,
        /// Amount taken back.
        value: Money,
        /// The unit, for discounts on units.
        unit: Option<Unit>,
        /// The additional cost, for discounts on one.
        cost: Option<AdditionalCost>,
    },
}

/// Why a code is of no use. Source: the vendor's `rejectCoupon`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouponRejection {
    /// The code.
    pub value: String,
    /// Why.
    pub reason: Rejection,
    /// The zero-based top-level block that did not hold.
    pub condition_index: Option<u32>,
    /// The zero-based top-level block whose effect could not be given.
    pub effect_index: Option<u32>,
    /// More about it; empty when there is nothing to add.
    pub details: String,
    /// Why the code's campaign was not evaluated, in the vendor's words; empty when it was.
    pub exclusion: String,
}

impl EffectKind {
    /// The vendor's effect type.
    pub fn name(&self) -> &'static str {
        match self {
            Self::SetDiscount { .. } => "setDiscount",
            Self::SetDiscountPerItem { .. } => "setDiscountPerItem",
            Self::SetDiscountPerAdditionalCost { .. } => "setDiscountPerAdditionalCost",
            Self::SetDiscountPerAdditionalCostPerItem { .. } => "setDiscountPerAdditionalCostPerItem",
            Self::AddFreeItem { .. } => "addFreeItem",
            Self::ShowNotification { .. } => "showNotification",
            Self::UpdateAttribute { .. } => "updateAttribute",
            Self::CustomEffect { .. } => "customEffect",
            Self::Error { .. } => "error",
            Self::AcceptCoupon { .. } => "acceptCoupon",
            Self::RejectCoupon(_) => "rejectCoupon",
            Self::CouponCreated { .. } => "couponCreated",
            Self::ReserveCoupon { .. } => "reserveCoupon",
            Self::RollbackCoupon { .. } => "rollbackCoupon",
            Self::RollbackDiscount { .. } => "rollbackDiscount",
        }
    }
}
