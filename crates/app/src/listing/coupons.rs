//! Coupon codes.

use domain::coupon::{Coupon, CouponId};
use domain::id::CampaignId;
use jiff::Timestamp;
use store::{CouponWalk, StoreError};

use super::{Between, Collector, Listed, Window, holds};
use crate::json::{Amount, Json};
use crate::refusal::Refusal;
use crate::render::wire;
use crate::workspace::{Question, Reading};

/// A code with all that is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct CouponRecord {
    /// Its number.
    pub id: u64,
    /// The campaign it belongs to.
    pub campaign_id: u32,
    /// The code.
    pub value: String,
    /// How often it can be used; 0 for no limit.
    pub usage_limit: u32,
    /// Redemptions that stand.
    pub used: u32,
    /// How much discount it can give over its life.
    pub discount_limit: Option<Amount>,
    /// Discounts given with it that stand.
    pub discounted: Amount,
    /// What is left of the limit.
    pub discount_left: Option<Amount>,
    /// Customers it is reserved for.
    pub reserved: u32,
    /// The only customer who may use it.
    pub recipient: Option<String>,
    /// From when it can be used.
    pub starts: Option<Timestamp>,
    /// When it can no longer be used.
    pub expires: Option<Timestamp>,
    /// Only customers it is reserved for may use it.
    pub is_reservation_mandatory: bool,
    /// It counts as reserved for every customer.
    pub implicitly_reserved: bool,
    /// For how many customers it can be reserved; 0 for any number.
    pub reservation_limit: u32,
    /// Its attributes.
    pub attributes: Json,
    /// When it was made.
    pub created: Timestamp,
}

impl From<&Coupon> for CouponRecord {
    fn from(coupon: &Coupon) -> Self {
        let terms = &coupon.terms;
        let attributes = terms.attributes.iter().map(|(name, value)| (name.as_str(), value));
        Self {
            id: coupon.id.0,
            campaign_id: coupon.campaign.0,
            value: coupon.value.to_string(),
            usage_limit: terms.usage_limit,
            used: coupon.used,
            discount_limit: terms.discount_limit.map(Amount),
            discounted: Amount(coupon.discounted),
            discount_left: terms.discount_limit.map(|limit| Amount(limit - coupon.discounted)),
            reserved: coupon.reserved,
            recipient: terms.recipient.as_ref().map(ToString::to_string),
            starts: terms.starts,
            expires: terms.expires,
            is_reservation_mandatory: terms.is_reservation_mandatory,
            implicitly_reserved: terms.is_implicitly_reserved,
            reservation_limit: terms.reservation_limit,
            attributes: wire::object(attributes),
            created: coupon.created,
        }
    }
}

/// Whether a code can be used at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// Its expiry has passed.
    Expired,
    /// It has started and not expired.
    Now,
    /// Its start is still to come.
    Future,
}

/// Which codes are meant; the default is all.
///
/// Source of the filters: the vendor's `getCouponsWithoutTotalCount`.
#[derive(Debug, Clone, Default)]
pub struct WantedCoupons {
    /// Only those of this campaign.
    pub campaign: Option<u32>,
    /// Only those from this number on.
    pub from_id: u64,
    /// Only those whose value holds this, in either case.
    pub value: Option<String>,
    /// The value is meant exactly as it is.
    pub exact: bool,
    /// When it was made.
    pub created: Between,
    /// When it starts.
    pub starts: Between,
    /// When it expires.
    pub expires: Between,
    /// Whether it can be used now.
    pub valid: Option<Validity>,
    /// Whether its usage limit leaves room.
    pub usable: Option<bool>,
    /// Only those for this customer.
    pub recipient: Option<String>,
}

impl WantedCoupons {
    fn means(&self, coupon: &Coupon, now: Timestamp) -> bool {
        let terms = &coupon.terms;
        let is_usable = terms.usage_limit == 0 || coupon.used < terms.usage_limit;
        self.value.as_ref().is_none_or(|value| self.exact || holds(coupon.value.as_str(), value))
            && self.created.holds(coupon.created)
            && self.starts.holds_some(terms.starts)
            && self.expires.holds_some(terms.expires)
            && self.valid.is_none_or(|valid| valid == validity(coupon, now))
            && self.usable.is_none_or(|usable| usable == is_usable)
            && self.recipient.as_deref().is_none_or(|wanted| {
                terms.recipient.as_ref().is_some_and(|recipient| recipient.as_str() == wanted)
            })
    }

    /// Hands every meant code to `visit`, until that answers that it has seen enough.
    pub(super) fn each<E: From<StoreError>>(
        &self,
        reading: &Reading<'_>,
        newest_first: bool,
        mut visit: impl FnMut(&Coupon) -> Result<bool, E>,
    ) -> Result<(), E> {
        let walk = CouponWalk {
            campaign: self.campaign.map(CampaignId),
            from: CouponId(self.from_id),
            value: self.value.clone().filter(|_| self.exact),
        };
        reading.reader.walk_coupons(&walk, newest_first, |coupon| {
            if self.means(&coupon, reading.now) { visit(&coupon) } else { Ok(true) }
        })
    }
}

fn validity(coupon: &Coupon, now: Timestamp) -> Validity {
    if coupon.terms.expires.is_some_and(|expires| expires <= now) {
        Validity::Expired
    } else if coupon.terms.starts.is_some_and(|starts| starts > now) {
        Validity::Future
    } else {
        Validity::Now
    }
}

/// Lists codes in the order they were made.
#[derive(Debug, Clone)]
pub struct ListCoupons {
    /// Which.
    pub wanted: WantedCoupons,
    /// Which part.
    pub window: Window,
}

impl Question for ListCoupons {
    type Answer = Listed<CouponRecord>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Self::Answer, Refusal> {
        let mut found = Collector::new(self.window);
        self.wanted.each(reading, self.window.newest_first, |coupon| found.take(|| Ok(coupon.into())))?;
        Ok(found.listed)
    }
}

/// One code by number.
#[derive(Debug, Clone, Copy)]
pub struct CouponOfId {
    /// Its number.
    pub id: u64,
}

impl Question for CouponOfId {
    type Answer = CouponRecord;

    fn answer(&self, reading: &Reading<'_>) -> Result<CouponRecord, Refusal> {
        let found = reading.reader.coupon_numbered(CouponId(self.id))?;
        found
            .as_ref()
            .map(CouponRecord::from)
            .ok_or_else(|| Refusal::not_found("coupon", self.id.to_string()))
    }
}
