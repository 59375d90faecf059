//! Table `coupon`: every code of every campaign, found by its value.

use domain::coupon::{Coupon, CouponCode, CouponId, CouponStatus, Terms};
use domain::id::{CampaignId, ProfileId};
use domain::money::Money;
use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::error::StoreError;
use crate::page::{Page, bounded};
use crate::reader::Reader;
use crate::rows;
use crate::stored::value::{StoredAttributes, attributes, from_attributes};
use crate::stored::{self, VERSION};
use crate::writer::Tx;

pub(crate) const COLUMNS: &str =
    "id, campaign, value, usage_limit, profile_limit, discount_limit, recipient, starts, expires,
                       must_reserve, used, discounted, reserved, created, version, attributes,
                       reservation_limit, implicitly_reserved";

/// The number after that of every code there is or was.
const NEXT_ID: &str = "SELECT max((SELECT coalesce(max(id), 0) FROM coupon),
                                  (SELECT coalesce(max(id), 0) FROM deleted_coupon)) + 1";

/// Which codes a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouponFilter {
    /// Only those of this campaign.
    pub campaign: Option<CampaignId>,
    /// Only those whose value holds this text, ASCII letters in either case.
    pub text: String,
    /// Only those of this status at `now`.
    pub status: Option<CouponStatus>,
    /// The workspace clock.
    pub now: Timestamp,
}

impl CouponFilter {
    /// The condition of the list, with the campaign as `?1`, the pattern as `?2` and the time as `?3`.
    fn condition(&self) -> String {
        let campaign = if self.campaign.is_some() { "campaign = ?1" } else { "?1 = ?1" };
        let text = if self.text.is_empty() { "?2 = ?2" } else { r"value LIKE ?2 ESCAPE '\'" };
        let status = match self.status {
            None => "?3 = ?3",
            Some(CouponStatus::Expired) => "expires <= ?3",
            Some(CouponStatus::Scheduled) => "expires > ?3 AND starts > ?3",
            Some(CouponStatus::Used) => "expires > ?3 AND starts <= ?3 AND used > 0",
            Some(CouponStatus::Reserved) => "expires > ?3 AND starts <= ?3 AND used = 0 AND reserved > 0",
            Some(CouponStatus::Unused) => "expires > ?3 AND starts <= ?3 AND used = 0 AND reserved = 0",
        };
        format!("{campaign} AND {text} AND {status}")
    }

    fn parameters(&self) -> (u32, String, i64) {
        (self.campaign.map_or(0, |campaign| campaign.0), rows::pattern(&self.text), self.now.as_microsecond())
    }
}

impl Reader {
    /// The code with that value; `None` when there is none.
    ///
    /// # Errors
    /// Those of the store.
    pub fn coupon(&self, value: &str) -> Result<Option<Coupon>, StoreError> {
        self.first(&format!("SELECT {COLUMNS} FROM coupon WHERE value = ?1"), [value], coupon)
    }

    /// The code of that number; `None` when there is none.
    ///
    /// # Errors
    /// Those of the store.
    pub fn coupon_numbered(&self, id: CouponId) -> Result<Option<Coupon>, StoreError> {
        self.first(&format!("SELECT {COLUMNS} FROM coupon WHERE id = ?1"), [number(id)], coupon)
    }

    /// Codes, the latest created first. `before` is the `next` of the page before.
    ///
    /// # Errors
    /// Those of the store.
    pub fn coupons(
        &self,
        filter: &CouponFilter,
        before: Option<u64>,
        limit: u32,
    ) -> Result<Page<Coupon, u64>, StoreError> {
        let limit = bounded(limit);
        let sql = format!(
            "SELECT {COLUMNS} FROM coupon WHERE {} AND id < ?4 ORDER BY id DESC LIMIT ?5",
            filter.condition()
        );
        let (campaign, pattern, now) = filter.parameters();
        let before = before.and_then(|key| i64::try_from(key).ok()).unwrap_or(i64::MAX);
        let rows = self.all(&sql, params![campaign, pattern, now, before, limit + 1], coupon)?;
        Ok(Page::cut(rows, limit, |coupon| coupon.id.0))
    }

    /// The first codes of a campaign that anybody can use at `now`, the earliest created first.
    ///
    /// # Errors
    /// Those of the store.
    pub fn usable_coupons(
        &self,
        campaign: CampaignId,
        now: Timestamp,
        limit: u32,
    ) -> Result<Vec<Coupon>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM coupon
             WHERE campaign = ?1 AND recipient = '' AND must_reserve = 0 AND starts <= ?2 AND expires > ?2
               AND (usage_limit = 0 OR used < usage_limit)
             ORDER BY id LIMIT ?3"
        );
        self.all(&sql, params![campaign.0, now.as_microsecond(), bounded(limit)], coupon)
    }

    /// How many codes the filter lets through.
    ///
    /// # Errors
    /// Those of the store.
    pub fn coupon_count(&self, filter: &CouponFilter) -> Result<u64, StoreError> {
        let sql = format!("SELECT count(*) FROM coupon WHERE {}", filter.condition());
        let (campaign, pattern, now) = filter.parameters();
        rows::count(self.number(&sql, params![campaign, pattern, now])?)
    }

    /// The number the next code gets.
    ///
    /// # Errors
    /// Those of the store.
    pub fn next_coupon_id(&self) -> Result<CouponId, StoreError> {
        rows::count(self.number(NEXT_ID, [])?).map(CouponId)
    }
}

impl Tx<'_> {
    /// Adds a code under its own number. Answers whether it was added: `false` when there is a code of that value, in
    /// whatever campaign.
    ///
    /// # Errors
    /// `Conflict` when the number is taken.
    pub fn insert_coupon(&self, coupon: &Coupon) -> Result<bool, StoreError> {
        let sql = format!(
            "INSERT INTO coupon ({COLUMNS})
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
             ON CONFLICT (value) DO NOTHING"
        );
        let terms = &coupon.terms;
        let parameters = params![
            number(coupon.id),
            coupon.campaign.0,
            coupon.value.as_str(),
            terms.usage_limit,
            terms.profile_limit,
            terms.discount_limit.map(|limit| limit.to_string()).unwrap_or_default(),
            terms.recipient.as_ref().map_or("", ProfileId::as_str),
            terms.starts.map_or(i64::MIN, Timestamp::as_microsecond),
            terms.expires.map_or(i64::MAX, Timestamp::as_microsecond),
            terms.is_reservation_mandatory,
            coupon.used,
            coupon.discounted.to_string(),
            coupon.reserved,
            coupon.created.as_microsecond(),
            VERSION,
            stored::write(&attributes(&terms.attributes))?,
            terms.reservation_limit,
            terms.is_implicitly_reserved,
        ];
        Ok(self.execute(&sql, parameters)? == 1)
    }

    /// Stores other terms of a code. Answers whether there is such a code.
    ///
    /// # Errors
    /// Those of the store.
    pub fn put_coupon_terms(&self, id: CouponId, terms: &Terms) -> Result<bool, StoreError> {
        let sql = "UPDATE coupon SET usage_limit = ?2, profile_limit = ?3, discount_limit = ?4, recipient = ?5,
                                     starts = ?6, expires = ?7, must_reserve = ?8, version = ?9, attributes = ?10,
                                     reservation_limit = ?11, implicitly_reserved = ?12
                   WHERE id = ?1";
        let parameters = params![
            number(id),
            terms.usage_limit,
            terms.profile_limit,
            terms.discount_limit.map(|limit| limit.to_string()).unwrap_or_default(),
            terms.recipient.as_ref().map_or("", ProfileId::as_str),
            terms.starts.map_or(i64::MIN, Timestamp::as_microsecond),
            terms.expires.map_or(i64::MAX, Timestamp::as_microsecond),
            terms.is_reservation_mandatory,
            VERSION,
            stored::write(&attributes(&terms.attributes))?,
            terms.reservation_limit,
            terms.is_implicitly_reserved,
        ];
        Ok(self.execute(sql, parameters)? == 1)
    }

    /// Deletes a code with what customers have to do with it. Its number is never given again. Answers whether there was
    /// such a code.
    ///
    /// # Errors
    /// Those of the store.
    pub fn delete_coupon(&self, id: CouponId, at: Timestamp) -> Result<bool, StoreError> {
        let sql = "INSERT INTO deleted_coupon (id, campaign, value, at)
                   SELECT id, campaign, value, ?2 FROM coupon WHERE id = ?1";
        self.execute(sql, params![number(id), at.as_microsecond()])?;
        self.execute("DELETE FROM coupon_customer WHERE coupon = ?1", [number(id)])?;
        Ok(self.execute("DELETE FROM coupon WHERE id = ?1", [number(id)])? == 1)
    }

    /// Stores how often a code was used, and how much it gave, over all customers.
    ///
    /// # Errors
    /// Those of the store.
    pub fn put_coupon_counters(&self, id: CouponId, used: u32, discounted: Money) -> Result<(), StoreError> {
        let sql = "UPDATE coupon SET used = ?2, discounted = ?3 WHERE id = ?1";
        self.execute(sql, params![number(id), used, discounted.to_string()]).map(drop)
    }
}

/// A code's number as SQLite keeps it.
pub(crate) fn number(id: CouponId) -> i64 {
    i64::try_from(id.0).unwrap_or(i64::MAX)
}

pub(crate) fn coupon(row: &Row<'_>) -> Result<Coupon, StoreError> {
    let text = |column: usize| row.get_ref(column).map(|value| value.as_str().unwrap_or_default());
    let moment = |column: usize, absent: i64| -> Result<Option<Timestamp>, StoreError> {
        let at: i64 = row.get(column)?;
        if at == absent { Ok(None) } else { rows::time(at).map(Some) }
    };
    let terms = Terms {
        usage_limit: row.get(3)?,
        profile_limit: row.get(4)?,
        discount_limit: rows::optional_money(text(5)?)?,
        recipient: rows::profile(text(6)?)?,
        starts: moment(7, i64::MIN)?,
        expires: moment(8, i64::MAX)?,
        is_reservation_mandatory: row.get(9)?,
        reservation_limit: row.get(16)?,
        is_implicitly_reserved: row.get(17)?,
        attributes: from_attributes(stored::read::<StoredAttributes>(
            row.get(14)?,
            text(15)?,
            "attributes of a code",
        )?),
    };
    Ok(Coupon {
        id: CouponId(rows::count(row.get(0)?)?),
        campaign: CampaignId(row.get(1)?),
        value: CouponCode::parse(text(2)?, "").map_err(|_| StoreError::unknown("coupon code"))?,
        terms,
        used: row.get(10)?,
        discounted: rows::money(text(11)?)?,
        reserved: row.get(12)?,
        created: rows::time(row.get(13)?)?,
    })
}
