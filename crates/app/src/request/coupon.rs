//! Bodies of requests about codes. Source of the names: the vendor's `NewCoupons`, `UpdateCoupon`, `CouponReservations` and
//! the columns of its import; `value`, `profileLimit` and `skipBadRows` are ours.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::json::{Amount, Json, Named};

/// Body of *Create coupons*: one code by `value`, or many by `couponPattern`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CouponsRequest {
    /// The code itself, for a single one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Every `#` becomes one of the valid characters: `SUMMER-####-##`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coupon_pattern: Option<String>,
    /// What a `#` may become; letters and digits that are not read for each other when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_characters: Option<String>,
    /// How many codes the pattern makes; 1 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number_of_coupons: Option<u32>,
    /// How often each code can be used; 0 for no limit, 1 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usage_limit: Option<u32>,
    /// How often one customer can use each code; 0 for no limit, also when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile_limit: Option<u32>,
    /// How much discount each code can give over its life; no limit when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount_limit: Option<Amount>,
    /// The only customer who may use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient_integration_id: Option<String>,
    /// From when it can be used, in RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_date: Option<String>,
    /// When it can no longer be used, in RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiry_date: Option<String>,
    /// Only customers it is reserved for may use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_reservation_mandatory: Option<bool>,
    /// It counts as reserved for every customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub implicitly_reserved: Option<bool>,
    /// For how many customers each code can be reserved; 0 for any number, also when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reservation_limit: Option<u32>,
    /// Attributes of the codes, by API name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributes: Option<Named<Json>>,
}

/// Body of *Update coupon*: what is left out stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CouponChanges {
    /// How often it can be used; 0 for no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usage_limit: Option<u32>,
    /// How often one customer can use it; 0 for no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile_limit: Option<u32>,
    /// How much discount it can give over its life; 0 for no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount_limit: Option<Amount>,
    /// The only customer who may use it; empty for everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient_integration_id: Option<String>,
    /// From when it can be used, in RFC 3339; empty for at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_date: Option<String>,
    /// When it can no longer be used, in RFC 3339; empty for never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiry_date: Option<String>,
    /// Only customers it is reserved for may use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_reservation_mandatory: Option<bool>,
    /// It counts as reserved for every customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub implicitly_reserved: Option<bool>,
    /// For how many customers it can be reserved; 0 for any number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reservation_limit: Option<u32>,
    /// Attributes, merged by API name; `null` removes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributes: Option<Named<Json>>,
}

/// Body of *Create coupon reservation* and *Delete coupon reservation*.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CouponReservations {
    /// The customers, by their identities.
    #[serde(rename = "integrationIDs")]
    pub integration_ids: Vec<String>,
}

/// Body of *Import coupons*.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CouponImportRequest {
    /// The file's text: a line of column names, then one code a line.
    pub csv: String,
    /// Import the good rows and leave the bad ones out; otherwise one bad row keeps all of them out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skip_bad_rows: Option<bool>,
}
