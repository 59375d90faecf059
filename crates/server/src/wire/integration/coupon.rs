//! Source: the vendor's `IntegrationCoupon`.

use app::question::codes_of::CustomersCode;
use serde::Serialize;

use crate::wire::management::coupon::Coupon;

/// A code as one customer meets it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IntegrationCoupon {
    #[serde(flatten)]
    coupon: Coupon,
    profile_redemption_count: u32,
}

impl From<CustomersCode> for IntegrationCoupon {
    fn from(code: CustomersCode) -> Self {
        Self { coupon: code.coupon.into(), profile_redemption_count: code.used_by_them }
    }
}
