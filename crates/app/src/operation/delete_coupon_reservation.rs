//! *Delete coupon reservation*: a code is no longer set aside for customers.

use domain::coupon::Coupon;

use super::{Moment, Operation};
use crate::coupon_key::CouponKey;
use crate::parse::coupon::read_customers;
use crate::refusal::Refusal;
use crate::request::coupon::CouponReservations;
use crate::view::workspace::Stale;

/// Takes reservations back; customers without one are passed over. What they redeemed stays redeemed.
#[derive(Debug, Clone)]
pub struct DeleteCouponReservation {
    /// Which code.
    pub code: CouponKey,
    /// The request's body.
    pub body: CouponReservations,
}

impl Operation for DeleteCouponReservation {
    type Answer = Coupon;
    const STALE: &'static [Stale] = &[Stale::Coupons];

    fn run(&self, moment: &Moment<'_>) -> Result<Coupon, Refusal> {
        let coupon = self.code.find(moment.tx)?;
        let mut released = 0;
        for customer in read_customers(&self.body)? {
            released += u32::from(moment.tx.release_coupon(coupon.id, &customer)?);
        }
        Ok(Coupon { reserved: coupon.reserved.saturating_sub(released), ..coupon })
    }
}
