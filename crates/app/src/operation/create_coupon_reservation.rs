//! *Create coupon reservation*: a code is set aside for customers, outside of any rule.

use domain::coupon::Coupon;
use domain::refusal::ProblemKind;

use super::{Moment, Operation};
use crate::coupon_key::CouponKey;
use crate::parse::coupon::read_customers;
use crate::refusal::Refusal;
use crate::request::coupon::CouponReservations;
use crate::view::workspace::Stale;

/// Reserves a code for customers; for whom it is reserved already, it stays so. A customer need not be known yet, and no
/// activity of theirs is noted. Source: the vendor's `createCouponReservation`.
#[derive(Debug, Clone)]
pub struct CreateCouponReservation {
    /// Which code.
    pub code: CouponKey,
    /// The request's body.
    pub body: CouponReservations,
}

impl Operation for CreateCouponReservation {
    type Answer = Coupon;
    const STALE: &'static [Stale] = &[Stale::Coupons];

    fn run(&self, moment: &Moment<'_>) -> Result<Coupon, Refusal> {
        let coupon = self.code.find(moment.tx)?;
        let mut new = Vec::new();
        for customer in read_customers(&self.body)? {
            if !moment.tx.coupon_customer(coupon.id, &customer)?.is_reserved {
                new.push(customer);
            }
        }
        let more = u32::try_from(new.len()).unwrap_or(u32::MAX);
        if let Err(why) = coupon.terms.check_reservations(coupon.reserved, more) {
            let details = format!("The code \"{}\" cannot be reserved: {why}.", coupon.value);
            return Err(Refusal::field("/integrationIDs", ProblemKind::Limit, details));
        }
        for customer in &new {
            moment.tx.reserve_coupon(coupon.id, customer)?;
        }
        Ok(Coupon { reserved: coupon.reserved.saturating_add(more), ..coupon })
    }
}
