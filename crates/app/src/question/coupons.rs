//! Coupon codes: pages, and all of them as a file.

use domain::id::CampaignId;
use store::CouponFilter;

use super::{count, read_cursor};
use crate::refusal::Refusal;
use crate::render::coupon;
use crate::view::coupon::{CouponFilterView, CouponPage};
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
