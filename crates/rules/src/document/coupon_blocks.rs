//! The blocks about coupon codes. Source: the vendor's `CheckCouponBlock`, `CreateCouponBlock`, `ReserveCouponBlock`.

use domain::refusal::ProblemKind;
use serde::Serialize;
use serde_json::Value as Json;

use super::blocks::{Block, BlockKind};
use super::fields::Fields;

/// *Coupon code is valid*. A rule with it is evaluated once for each code of its campaign.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CouponCheck {
    /// Whether the code is redeemed when the rule fires.
    pub redeem: bool,
    /// Effects for when there is no valid code.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub on_failure: Vec<Block>,
}

/// *Create coupon*.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CouponCreation {
    /// The campaign the code will belong to, as a number or its text; 0, our addition, means the rule's own.
    pub campaign_id: Json,
    /// The only customer who may use it; empty for everybody. May hold `{{ … }}`.
    pub recipient_id: String,
    /// Whether the code is put into the session; not simulated, so `false`.
    pub store_in_session: bool,
    /// How often the code can be used: a number or `{{ … }}`; 1 when left out, 0 for no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage_limit: Option<Json>,
    /// How much discount it can give over its life.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount_limit: Option<Json>,
    /// From when it can be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date: Option<Json>,
    /// When it can no longer be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expiry_date: Option<Json>,
    /// Attributes of the code by API name, each a value or `{{ … }}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attributes: Option<Json>,
    /// What a `#` of the pattern may become.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_characters: Option<String>,
    /// How the code looks, each `#` being a character to choose; eight of them when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
}

/// Reads *Create coupon*.
pub(super) fn creation(fields: &mut Fields<'_>) -> Option<BlockKind> {
    let campaign_id = fields.required("campaignId").cloned();
    let recipient_id = fields.text("recipientId");
    fields.required("storeInSession");
    let store_in_session = fields.optional_bool("storeInSession");
    if store_in_session == Some(true) {
        let details = "Putting the new code into the session is not simulated here; write false.";
        fields.refuse("storeInSession", ProblemKind::Forbidden, details);
    }
    let creation = CouponCreation {
        campaign_id: campaign_id?,
        recipient_id,
        store_in_session: store_in_session?,
        usage_limit: fields.optional("usageLimit").cloned(),
        discount_limit: fields.optional("discountLimit").cloned(),
        start_date: fields.optional("startDate").cloned(),
        expiry_date: fields.optional("expiryDate").cloned(),
        attributes: fields.optional("attributes").cloned(),
        valid_characters: fields.optional_text("validCharacters"),
        pattern: fields.optional_text("pattern"),
    };
    Some(BlockKind::CreateCoupon(Box::new(creation)))
}
