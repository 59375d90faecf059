//! *Update coupon*: other terms for a code. What was redeemed, given and reserved stays as it is.

use domain::coupon::Coupon;

use super::{Moment, Operation};
use crate::coupon_key::CouponKey;
use crate::parse::coupon::read_changed_terms;
use crate::refusal::Refusal;
use crate::request::coupon::CouponChanges;
use crate::view::workspace::Stale;

/// Changes the terms of a code.
#[derive(Debug, Clone)]
pub struct UpdateCoupon {
    /// Which code.
    pub code: CouponKey,
    /// The request's body.
    pub body: CouponChanges,
}

impl Operation for UpdateCoupon {
    type Answer = Coupon;
    const STALE: &'static [Stale] = &[Stale::Coupons];

    fn run(&self, moment: &Moment<'_>) -> Result<Coupon, Refusal> {
        let before = self.code.find(moment.tx)?;
        let terms = read_changed_terms(&self.body, &before.terms, &moment.house.dictionary)?;
        moment.tx.put_coupon_terms(before.id, &terms)?;
        Ok(Coupon { terms, ..before })
    }
}
