//! Source: the vendor's `Coupon`, `NewCoupons` and `UpdateCoupon`.

use app::json::{Amount, Json, Named};
use app::listing::coupons::CouponRecord;
use app::request::coupon::CouponsRequest;
use serde::{Deserialize, Serialize};

use crate::spoken::Refused;

/// A code.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Coupon {
    id: u64,
    created: String,
    campaign_id: u32,
    value: String,
    usage_limit: u32,
    usage_counter: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    discount_limit: Option<Amount>,
    discount_counter: Amount,
    #[serde(skip_serializing_if = "Option::is_none")]
    discount_remainder: Option<Amount>,
    reservation_counter: u32,
    reservation: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expiry_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recipient_integration_id: Option<String>,
    is_reservation_mandatory: bool,
    implicitly_reserved: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reservation_limit: Option<u32>,
    attributes: Json,
}

impl From<CouponRecord> for Coupon {
    fn from(record: CouponRecord) -> Self {
        Self {
            id: record.id,
            created: record.created.to_string(),
            campaign_id: record.campaign_id,
            value: record.value,
            usage_limit: record.usage_limit,
            usage_counter: record.used,
            discount_limit: record.discount_limit,
            discount_counter: record.discounted,
            discount_remainder: record.discount_left,
            reservation_counter: record.reserved,
            reservation: true,
            start_date: record.starts.map(|time| time.to_string()),
            expiry_date: record.expires.map(|time| time.to_string()),
            recipient_integration_id: record.recipient,
            is_reservation_mandatory: record.is_reservation_mandatory,
            implicitly_reserved: record.implicitly_reserved,
            reservation_limit: Some(record.reservation_limit).filter(|limit| *limit > 0),
            attributes: record.attributes,
        }
    }
}

/// The pattern of codes nobody gave a pattern for. Our choice; the vendor takes the campaign's.
const PATTERN: &str = "########";

/// Body of *Create coupons*.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewCoupons {
    number_of_coupons: u32,
    #[serde(default)]
    usage_limit: Option<u32>,
    #[serde(default)]
    discount_limit: Option<Amount>,
    #[serde(default)]
    reservation_limit: Option<u32>,
    #[serde(default)]
    start_date: Option<String>,
    #[serde(default)]
    expiry_date: Option<String>,
    #[serde(default)]
    unique_prefix: Option<String>,
    #[serde(default)]
    recipient_integration_id: Option<String>,
    #[serde(default)]
    valid_characters: Option<Vec<String>>,
    #[serde(default)]
    coupon_pattern: Option<String>,
    #[serde(default)]
    is_reservation_mandatory: Option<bool>,
    #[serde(default)]
    implicitly_reserved: Option<bool>,
    #[serde(default)]
    attributes: Option<Named<Json>>,
    #[serde(default)]
    limits: Option<Vec<serde_json::Value>>,
}

impl NewCoupons {
    /// As *Create coupons* wants it.
    pub fn into_create(self) -> Result<CouponsRequest, Refused> {
        if self.limits.is_some_and(|given| !given.is_empty()) {
            let details = "Other limits of codes are not there; leave this out.";
            return Err(Refused::field("/limits", "Unknown", details.to_owned()));
        }
        let pattern = self.coupon_pattern.filter(|pattern| !pattern.is_empty());
        let pattern =
            pattern.unwrap_or_else(|| format!("{}{PATTERN}", self.unique_prefix.unwrap_or_default()));
        let characters =
            self.valid_characters.map(|letters| letters.concat()).filter(|text| !text.is_empty());
        Ok(CouponsRequest {
            value: None,
            coupon_pattern: Some(pattern),
            valid_characters: characters,
            number_of_coupons: Some(self.number_of_coupons),
            usage_limit: self.usage_limit,
            profile_limit: None,
            discount_limit: self.discount_limit,
            recipient_integration_id: self.recipient_integration_id.filter(|id| !id.is_empty()),
            start_date: self.start_date,
            expiry_date: self.expiry_date,
            is_reservation_mandatory: self.is_reservation_mandatory,
            implicitly_reserved: self.implicitly_reserved,
            reservation_limit: self.reservation_limit,
            attributes: self.attributes,
        })
    }
}
