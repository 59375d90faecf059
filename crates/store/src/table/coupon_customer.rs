//! Table `coupon_customer`: what one customer has to do with one code.

use domain::coupon::CouponId;
use domain::id::ProfileId;
use rusqlite::params;

use super::coupon::number;
use crate::error::StoreError;
use crate::page::{Page, bounded};
use crate::reader::Reader;
use crate::rows;
use crate::writer::Tx;

/// What a customer has to do with a code.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CouponCustomer {
    /// Redemptions that stand.
    pub used: u32,
    /// The code is reserved for them.
    pub is_reserved: bool,
}

impl Reader {
    /// What the customer has to do with the code; nothing at all when neither used nor reserved.
    ///
    /// # Errors
    /// Those of the store.
    pub fn coupon_customer(&self, id: CouponId, profile: &ProfileId) -> Result<CouponCustomer, StoreError> {
        let sql = "SELECT used, reserved FROM coupon_customer WHERE coupon = ?1 AND profile = ?2";
        let found = self.first(sql, params![number(id), profile.as_str()], |row| {
            Ok(CouponCustomer { used: row.get(0)?, is_reserved: row.get(1)? })
        })?;
        Ok(found.unwrap_or_default())
    }
}

impl Reader {
    /// The customers who used the code or for whom it is reserved, by their identity, at most `limit` of them. The `next` of
    /// the page says whether there are more.
    ///
    /// # Errors
    /// Those of the store.
    pub fn coupon_customers(
        &self,
        id: CouponId,
        limit: u32,
    ) -> Result<Page<(ProfileId, CouponCustomer), ()>, StoreError> {
        let limit = bounded(limit);
        let sql = "SELECT profile, used, reserved FROM coupon_customer
                   WHERE coupon = ?1 AND (used > 0 OR reserved = 1) ORDER BY profile LIMIT ?2";
        let rows = self.all(sql, params![number(id), limit + 1], |row| {
            let profile = rows::profile_id(row.get_ref(0)?.as_str().unwrap_or_default())?;
            Ok((profile, CouponCustomer { used: row.get(1)?, is_reserved: row.get(2)? }))
        })?;
        Ok(Page::cut(rows, limit, |_| ()))
    }
}

impl Tx<'_> {
    /// Takes back the customer's reservation of the code. Answers whether there was one.
    ///
    /// # Errors
    /// Those of the store.
    pub fn release_coupon(&self, id: CouponId, profile: &ProfileId) -> Result<bool, StoreError> {
        let sql =
            "UPDATE coupon_customer SET reserved = 0 WHERE coupon = ?1 AND profile = ?2 AND reserved = 1";
        if self.execute(sql, params![number(id), profile.as_str()])? == 0 {
            return Ok(false);
        }
        let sql = "UPDATE coupon SET reserved = max(reserved - 1, 0) WHERE id = ?1";
        self.execute(sql, params![number(id)]).map(|_| true)
    }

    /// Stores how often the customer used the code.
    ///
    /// # Errors
    /// Those of the store.
    pub fn put_coupon_use(&self, id: CouponId, profile: &ProfileId, used: u32) -> Result<(), StoreError> {
        let sql = "INSERT INTO coupon_customer (coupon, profile, used, reserved) VALUES (?1, ?2, ?3, 0)
                   ON CONFLICT (coupon, profile) DO UPDATE SET used = excluded.used";
        self.execute(sql, params![number(id), profile.as_str(), used]).map(drop)
    }

    /// Reserves the code for the customer. Answers whether that is new.
    ///
    /// # Errors
    /// Those of the store.
    pub fn reserve_coupon(&self, id: CouponId, profile: &ProfileId) -> Result<bool, StoreError> {
        if self.coupon_customer(id, profile)?.is_reserved {
            return Ok(false);
        }
        let sql = "INSERT INTO coupon_customer (coupon, profile, used, reserved) VALUES (?1, ?2, 0, 1)
                   ON CONFLICT (coupon, profile) DO UPDATE SET reserved = 1";
        self.execute(sql, params![number(id), profile.as_str()])?;
        let sql = "UPDATE coupon SET reserved = reserved + 1 WHERE id = ?1";
        self.execute(sql, params![number(id)]).map(|_| true)
    }
}
