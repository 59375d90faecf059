//! When codes begin and end to hold, read from the indexes of table `coupon`.

use domain::id::CampaignId;
use jiff::Timestamp;
use rusqlite::params;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::rows;

/// What happens to codes at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CouponChange {
    /// They can be redeemed from then on.
    Start,
    /// They can no longer be redeemed from then on.
    Expiry,
}

/// Which way to look from a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What comes after it, the nearest first.
    After,
    /// What is up to it, the nearest first.
    UpTo,
}

/// A moment at which codes of a campaign begin or end to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouponDate {
    /// When.
    pub at: Timestamp,
    /// Whose codes.
    pub campaign: CampaignId,
    /// The code, when it is only one.
    pub value: Option<String>,
}

impl Reader {
    /// The moments nearest to `now` at which codes change, at most `limit`. Each is found by one step in an index, however
    /// many codes change at it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn coupon_dates(
        &self,
        change: CouponChange,
        side: Side,
        now: Timestamp,
        limit: u32,
    ) -> Result<Vec<CouponDate>, StoreError> {
        let mut found = Vec::new();
        let (mut at, mut campaign) = (now.as_microsecond(), i64::from(u32::MAX));
        if side == Side::UpTo {
            // So that what changes at this very moment comes along.
            at = at.saturating_add(1);
            campaign = -1;
        }
        for _ in 0..limit {
            let next = self
                .first(next_sql(change, side), params![at, campaign], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let Some(next) = next else { break };
            (at, campaign) = next;
            let values =
                self.all(codes_sql(change), params![at, campaign], |row| Ok(row.get::<_, String>(0)?))?;
            let value = if let [only] = values.as_slice() { Some(only.clone()) } else { None };
            let number =
                u32::try_from(campaign).map_err(|error| StoreError::unreadable("campaign number", error))?;
            found.push(CouponDate { at: rows::time(at)?, campaign: CampaignId(number), value });
        }
        Ok(found)
    }
}

fn next_sql(change: CouponChange, side: Side) -> &'static str {
    match (change, side) {
        (CouponChange::Start, Side::After) => {
            "SELECT starts, campaign FROM coupon WHERE starts > -9223372036854775808 AND (starts, campaign) > (?1, ?2)
             ORDER BY starts, campaign LIMIT 1"
        }
        (CouponChange::Start, Side::UpTo) => {
            "SELECT starts, campaign FROM coupon WHERE starts > -9223372036854775808 AND (starts, campaign) < (?1, ?2)
             ORDER BY starts DESC, campaign DESC LIMIT 1"
        }
        (CouponChange::Expiry, Side::After) => {
            "SELECT expires, campaign FROM coupon WHERE expires < 9223372036854775807 AND (expires, campaign) > (?1, ?2)
             ORDER BY expires, campaign LIMIT 1"
        }
        (CouponChange::Expiry, Side::UpTo) => {
            "SELECT expires, campaign FROM coupon WHERE expires < 9223372036854775807 AND (expires, campaign) < (?1, ?2)
             ORDER BY expires DESC, campaign DESC LIMIT 1"
        }
    }
}

/// Two are enough to tell one code from several.
fn codes_sql(change: CouponChange) -> &'static str {
    match change {
        CouponChange::Start => {
            "SELECT value FROM coupon WHERE starts > -9223372036854775808 AND starts = ?1 AND campaign = ?2 LIMIT 2"
        }
        CouponChange::Expiry => {
            "SELECT value FROM coupon WHERE expires < 9223372036854775807 AND expires = ?1 AND campaign = ?2 LIMIT 2"
        }
    }
}
