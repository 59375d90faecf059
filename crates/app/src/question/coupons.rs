//! Coupon codes: pages, and all of them as a file.

use domain::id::CampaignId;
use store::CouponFilter;

use super::{count, read_cursor};
use crate::coupon_key::CouponKey;
use crate::refusal::Refusal;
use crate::render::coupon;
use crate::view::coupon::{CouponDetailView, CouponFilterView, CouponPage};
use crate::workspace::{Question, Reading};

/// A page of codes, the latest created first.
#[derive(Debug, Clone)]
pub struct Coupons {
    /// Which.
    pub filter: CouponFilterView,
    /// Where the page before ended.
    pub after: Option<String>,
    /// At most 500.
    pub limit: u32,
}

impl Question for Coupons {
    type Answer = CouponPage;

    fn answer(&self, reading: &Reading<'_>) -> Result<CouponPage, Refusal> {
        let filter = read_filter(&self.filter, reading)?;
        let page = reading.reader.coupons(&filter, read_cursor(self.after.as_deref())?, self.limit)?;
        Ok(CouponPage {
            rows: page.rows.iter().map(|row| coupon::view(row, reading.house, reading.now)).collect(),
            next: page.next.map(|key| key.to_string()),
            total: count(reading.reader.coupon_count(&filter)?),
        })
    }
}

/// One code, with the customers who have to do with it.
#[derive(Debug, Clone)]
pub struct OneCoupon {
    /// Which.
    pub code: CouponKey,
}

/// The most customers shown of one code.
const MOST_CUSTOMERS: u32 = 200;

impl Question for OneCoupon {
    type Answer = CouponDetailView;

    fn answer(&self, reading: &Reading<'_>) -> Result<CouponDetailView, Refusal> {
        let found = self.code.find(reading.reader)?;
        let customers = reading.reader.coupon_customers(found.id, MOST_CUSTOMERS)?;
        Ok(coupon::detail(&found, customers, reading.house, reading.now))
    }
}

/// Some codes of running campaigns that can be tried now, a few of each campaign.
#[derive(Debug, Clone, Copy)]
pub struct CouponSuggestions;

/// How many codes are suggested, and how many of one campaign.
const SUGGESTED: usize = 12;
const OF_EACH: u32 = 3;

impl Question for CouponSuggestions {
    type Answer = Vec<String>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Vec<String>, Refusal> {
        let mut suggested = Vec::new();
        for campaign in
            reading.house.campaigns.iter().filter(|campaign| campaign.standing(reading.now).is_running())
        {
            let usable = reading.reader.usable_coupons(campaign.id, reading.now, OF_EACH)?;
            suggested.extend(usable.iter().map(|code| code.value.to_string()));
        }
        suggested.truncate(SUGGESTED);
        Ok(suggested)
    }
}

/// The filter as the store takes it.
///
/// # Errors
/// When there is no campaign of that number.
pub(crate) fn read_filter(filter: &CouponFilterView, reading: &Reading<'_>) -> Result<CouponFilter, Refusal> {
    if let Some(id) = filter.campaign_id
        && !reading.house.campaigns.iter().any(|campaign| campaign.id.0 == id)
    {
        return Err(Refusal::not_found("campaign", id.to_string()));
    }
    Ok(CouponFilter {
        campaign: filter.campaign_id.map(CampaignId),
        text: filter.text.clone().unwrap_or_default(),
        status: filter.status.map(coupon::status),
        now: reading.now,
    })
}
