//! The vendor's CSV exports, row by row.
//!
//! Source of the columns and their order: the vendor's *Export triggered effects* and *Export customer sessions*. What a
//! column holds where the vendor does not say is our choice: `total_revenue` is the session's total at the event, an
//! absent number is 0, and an `excel` date is `2026-03-01 10:00:00`.

use std::io::Write;

use domain::coupon::CouponId;
use domain::id::CampaignId;
use jiff::Timestamp;
use rust_decimal::Decimal;

use super::coupons::{CouponRecord, WantedCoupons};
use super::events::{self, WantedEvents};
use super::sessions::{self, SessionRecord, WantedSessions};
use crate::json::{Amount, Json, Named};
use crate::render::wire;
use crate::sheet::print::Rows;
use crate::sheet::{Unwritten, safe};
use crate::workspace::Reading;

/// How dates are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DateFormat {
    /// As RFC 3339.
    #[default]
    Iso,
    /// As a spreadsheet reads them.
    Excel,
}

impl DateFormat {
    fn write(self, time: Timestamp) -> String {
        match self {
            Self::Iso => time.to_string(),
            Self::Excel => time.strftime("%Y-%m-%d %H:%M:%S").to_string(),
        }
    }

    /// The vendor writes the first moment of the first year for a time that never was.
    fn write_some(self, time: Option<Timestamp>) -> String {
        let never = match self {
            Self::Iso => "0001-01-01T00:00:00Z",
            Self::Excel => "0001-01-01 00:00:00",
        };
        time.map_or_else(|| never.to_owned(), |time| self.write(time))
    }
}

const EFFECTS: [&str; 17] = [
    "created",
    "name",
    "applicationid",
    "campaignid",
    "rulesetid",
    "ruleindex",
    "sessionintegrationid",
    "profileintegrationid",
    "sessionid",
    "profileid",
    "eventid",
    "event_type",
    "total_revenue",
    "props",
    "couponid",
    "store_id",
    "store_integration_id",
];

/// Every effect, one row each, in the order of the journal.
#[derive(Debug, Clone, Default)]
pub struct EffectRows {
    /// Only of this campaign.
    pub campaign: Option<u32>,
    /// Only of these events.
    pub events: WantedEvents,
    /// How dates are written.
    pub dates: DateFormat,
}

impl Rows for EffectRows {
    fn write(&self, to: &mut impl Write, reading: &Reading<'_>) -> Result<u32, Unwritten> {
        let mut csv = csv::Writer::from_writer(to);
        csv.write_record(EFFECTS).map_err(unwritten)?;
        let mut rows = 0;
        self.events.each(reading, false, |event| {
            let common = events::record(reading, &event)?;
            let (created, total) = (self.dates.write(common.created), event.row.total.unwrap_or_default());
            for effect in &event.effects {
                if self.campaign.is_some_and(|campaign| CampaignId(campaign) != effect.campaign) {
                    continue;
                }
                let props =
                    wire::props(&effect.kind).into_iter().map(|(name, value)| (name.to_owned(), value));
                let campaign = effect.campaign.0.to_string();
                csv.write_record([
                    created.as_str(),
                    effect.kind.name(),
                    "1",
                    &campaign,
                    &campaign,
                    &effect.rule_index.to_string(),
                    &safe(common.session.as_deref().unwrap_or_default()),
                    &safe(common.profile.as_deref().unwrap_or_default()),
                    &common.session_id.unwrap_or_default().to_string(),
                    &common.profile_id.unwrap_or_default().to_string(),
                    &common.id.to_string(),
                    &safe(&common.event_type),
                    &decimal(total),
                    Json::of(&Named(props.collect::<Vec<_>>())).text(),
                    &effect.coupon.map_or(0, |CouponId(id)| id).to_string(),
                    "0",
                    "",
                ])
                .map_err(unwritten)?;
                rows += 1;
            }
            Ok::<_, Unwritten>(true)
        })?;
        csv.flush()?;
        Ok(rows)
    }
}

const SESSIONS: [&str; 20] = [
    "id",
    "firstsession",
    "integrationid",
    "applicationid",
    "profileid",
    "profileintegrationid",
    "created",
    "state",
    "cartitems",
    "discounts",
    "total",
    "attributes",
    "closedat",
    "cancelledat",
    "referral",
    "identifiers",
    "additional_costs",
    "updated",
    "store_integration_id",
    "coupons",
];

/// Every session, one row each, in the order they were made.
#[derive(Debug, Clone, Default)]
pub struct SessionRows {
    /// Which.
    pub sessions: WantedSessions,
    /// How dates are written.
    pub dates: DateFormat,
}

impl Rows for SessionRows {
    fn write(&self, to: &mut impl Write, reading: &Reading<'_>) -> Result<u32, Unwritten> {
        let mut csv = csv::Writer::from_writer(to);
        csv.write_record(SESSIONS).map_err(unwritten)?;
        let mut rows = 0;
        self.sessions.each(reading, false, |found| {
            let session = sessions::record(reading, found)?;
            csv.write_record(self.row(&session)).map_err(unwritten)?;
            rows += 1;
            Ok::<_, Unwritten>(true)
        })?;
        csv.flush()?;
        Ok(rows)
    }
}

impl SessionRows {
    fn row(&self, session: &SessionRecord) -> [String; 20] {
        let discounts = Named(vec![("total".to_owned(), session.discounts)]);
        let identifiers = match session.identifiers.is_empty() {
            true => "null".to_owned(),
            false => json(&session.identifiers),
        };
        [
            session.id.to_string(),
            session.first_session.to_string(),
            safe(&session.integration_id),
            "1".to_owned(),
            session.profile_id.unwrap_or_default().to_string(),
            safe(session.profile.as_deref().unwrap_or_default()),
            self.dates.write(session.created),
            session.state.to_owned(),
            session.cart_items.text().to_owned(),
            json(&discounts),
            session.total.to_string(),
            session.attributes.text().to_owned(),
            self.dates.write_some(session.closed),
            self.dates.write_some(session.cancelled),
            safe(&session.referral_code),
            identifiers,
            session.additional_costs.text().to_owned(),
            self.dates.write(session.updated),
            safe(session.store.as_deref().unwrap_or_default()),
            json(&session.coupon_codes),
        ]
    }
}

const COUPONS: [&str; 18] = [
    "accountid",
    "applicationid",
    "attributes",
    "campaignid",
    "counter",
    "created",
    "deleted",
    "discount_counter",
    "discount_limitval",
    "expirydate",
    "id",
    "is_reservation_mandatory",
    "limitval",
    "recipientintegrationid",
    "reservation",
    "reservation_counter",
    "startdate",
    "value",
];

/// Every code, one row each, in the order they were made. Columns for what is not there, such as batches, are left out.
#[derive(Debug, Clone, Default)]
pub struct CouponRows {
    /// Which.
    pub coupons: WantedCoupons,
    /// How dates are written.
    pub dates: DateFormat,
}

impl Rows for CouponRows {
    fn write(&self, to: &mut impl Write, reading: &Reading<'_>) -> Result<u32, Unwritten> {
        let mut csv = csv::Writer::from_writer(to);
        csv.write_record(COUPONS).map_err(unwritten)?;
        let mut rows = 0;
        self.coupons.each(reading, false, |coupon| {
            csv.write_record(self.row(&coupon.into())).map_err(unwritten)?;
            rows += 1;
            Ok::<_, Unwritten>(true)
        })?;
        csv.flush()?;
        Ok(rows)
    }
}

impl CouponRows {
    fn row(&self, coupon: &CouponRecord) -> [String; 18] {
        let amount = |amount: Option<Amount>| amount.map(|amount| amount.to_string()).unwrap_or_default();
        let date = |time: Option<Timestamp>| time.map(|time| self.dates.write(time)).unwrap_or_default();
        [
            "1".to_owned(),
            "1".to_owned(),
            coupon.attributes.text().to_owned(),
            coupon.campaign_id.to_string(),
            coupon.used.to_string(),
            self.dates.write(coupon.created),
            "false".to_owned(),
            coupon.discounted.to_string(),
            amount(coupon.discount_limit),
            date(coupon.expires),
            coupon.id.to_string(),
            coupon.is_reservation_mandatory.to_string(),
            coupon.usage_limit.to_string(),
            safe(coupon.recipient.as_deref().unwrap_or_default()),
            "true".to_owned(),
            coupon.reserved.to_string(),
            date(coupon.starts),
            safe(&coupon.value),
        ]
    }
}

fn json(value: &impl serde::Serialize) -> String {
    Json::of(value).text().to_owned()
}

fn decimal(value: Decimal) -> String {
    Amount(value).to_string()
}

fn unwritten(why: csv::Error) -> Unwritten {
    match why.into_kind() {
        csv::ErrorKind::Io(why) => Unwritten::Output(why),
        other => Unwritten::Output(std::io::Error::other(format!("{other:?}"))),
    }
}
