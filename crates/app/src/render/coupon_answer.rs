//! A code as an answer, in the vendor's shape. Source of the names: the vendor's `Coupon`.

use domain::coupon::Coupon;
use serde::Serialize;

use super::answer::attributes;
use crate::json::{Amount, Json};

/// A code.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CouponAnswer<'o> {
    id: u64,
    created: String,
    campaign_id: u32,
    value: &'o str,
    usage_limit: u32,
    usage_counter: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    discount_limit: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expiry_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recipient_integration_id: Option<&'o str>,
    is_reservation_mandatory: bool,
    implicitly_reserved: bool,
    reservation_limit: u32,
    reservation_counter: u32,
    attributes: Json,
}

impl<'o> CouponAnswer<'o> {
    pub(super) fn of(coupon: &'o Coupon) -> Self {
        let terms = &coupon.terms;
        Self {
            id: coupon.id.0,
            created: coupon.created.to_string(),
            campaign_id: coupon.campaign.0,
            value: coupon.value.as_str(),
            usage_limit: terms.usage_limit,
            usage_counter: coupon.used,
            discount_limit: terms.discount_limit.map(Amount),
            start_date: terms.starts.map(|time| time.to_string()),
            expiry_date: terms.expires.map(|time| time.to_string()),
            recipient_integration_id: terms.recipient.as_ref().map(|profile| profile.as_str()),
            is_reservation_mandatory: terms.is_reservation_mandatory,
            implicitly_reserved: terms.is_implicitly_reserved,
            reservation_limit: terms.reservation_limit,
            reservation_counter: coupon.reserved,
            attributes: attributes(&terms.attributes),
        }
    }
}

/// A code, as a line.
pub fn coupon(coupon: &Coupon) -> String {
    serde_json::to_string(&CouponAnswer::of(coupon)).unwrap_or_default()
}
