//! The codes a session has entered, with what its customer has to do with each.

use domain::coupon::Coupon;
use domain::id::ProfileId;
use store::Reader;

use crate::listing::coupons::CouponRecord;
use crate::refusal::Refusal;
use crate::workspace::{Question, Reading};

/// A code and one customer.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomersCode {
    /// The code.
    pub coupon: CouponRecord,
    /// Redemptions of that customer that stand.
    pub used_by_them: u32,
}

/// The codes of these values that there are, for a customer.
#[derive(Debug, Clone)]
pub struct CodesOf {
    /// The values, as entered.
    pub values: Vec<String>,
    /// Integration id of the customer; `None` when anonymous.
    pub profile: Option<String>,
}

impl Question for CodesOf {
    type Answer = Vec<CustomersCode>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Vec<CustomersCode>, Refusal> {
        let profile = self.profile.as_deref().map(|id| ProfileId::parse(id, "/profileId")).transpose()?;
        let mut codes = Vec::new();
        for value in &self.values {
            if let Some(coupon) = reading.reader.coupon(value)? {
                codes.push(of(reading.reader, &coupon, profile.as_ref())?);
            }
        }
        Ok(codes)
    }
}

fn of(reader: &Reader, coupon: &Coupon, profile: Option<&ProfileId>) -> Result<CustomersCode, Refusal> {
    let used = profile.map(|profile| reader.coupon_customer(coupon.id, profile)).transpose()?;
    let used_by_them = used.map(|customer| customer.used).unwrap_or_default();
    Ok(CustomersCode { coupon: CouponRecord::from(coupon), used_by_them })
}
