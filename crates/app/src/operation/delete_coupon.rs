//! *Delete coupon*: a code is taken out. What it gave stands, and the log tells of it as before.

use domain::coupon::Coupon;

use super::{Moment, Operation};
use crate::coupon_key::CouponKey;
use crate::refusal::Refusal;
use crate::view::workspace::Stale;

/// Deletes a code with its reservations. Its value can be given to another code, its number never.
#[derive(Debug, Clone)]
pub struct DeleteCoupon {
    /// Which code.
    pub code: CouponKey,
}

impl Operation for DeleteCoupon {
    /// The code as it was.
    type Answer = Coupon;
    const STALE: &'static [Stale] = &[Stale::Coupons];

    fn run(&self, moment: &Moment<'_>) -> Result<Coupon, Refusal> {
        let coupon = self.code.find(moment.tx)?;
        moment.tx.delete_coupon(coupon.id, moment.now)?;
        Ok(coupon)
    }
}
