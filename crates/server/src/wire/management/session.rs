//! Source: the vendor's `ApplicationSession`.

use app::json::{Amount, Json};
use app::listing::sessions::SessionRecord;
use serde::Serialize;

use crate::management::APPLICATION;

/// A session.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationSession {
    id: u64,
    created: String,
    integration_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    store_integration_id: Option<String>,
    application_id: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile_id: Option<u64>,
    #[serde(rename = "profileintegrationid", skip_serializing_if = "Option::is_none")]
    profile_integration_id: Option<String>,
    coupon: String,
    referral: String,
    state: &'static str,
    cart_items: Json,
    discounts: Json,
    total_discounts: Amount,
    total: Amount,
    attributes: Json,
}

impl ApplicationSession {
    /// As it is listed: its discounts are not added up. Source: the vendor's description of `totalDiscounts`.
    pub fn listed(record: SessionRecord) -> Self {
        Self { total_discounts: Amount::ZERO, ..Self::alone(record) }
    }

    /// As it is shown alone.
    pub fn alone(record: SessionRecord) -> Self {
        Self {
            id: record.id,
            created: record.created.to_string(),
            integration_id: record.integration_id,
            store_integration_id: record.store,
            application_id: APPLICATION,
            profile_id: record.profile_id,
            profile_integration_id: record.profile,
            coupon: record.coupon_codes.into_iter().next().unwrap_or_default(),
            referral: record.referral_code,
            state: record.state,
            cart_items: record.cart_items,
            discounts: Json::empty(),
            total_discounts: record.discounts,
            total: record.total,
            attributes: record.attributes,
        }
    }
}
