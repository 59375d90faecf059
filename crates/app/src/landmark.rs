//! Landmarks: the moments at which something changes by itself, so that a held clock can be moved to them.

use std::collections::BTreeSet;

use domain::budget::{Budget, Span};
use domain::schedule::CampaignState;
use jiff::Timestamp;
use store::{CouponChange, CouponDate, Reader, Side};

use crate::house::House;
use crate::refusal::Refusal;
use crate::view::clock::LandmarkKind;

/// A moment at which something changes by itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Landmark {
    /// When.
    pub at: Timestamp,
    /// What kind of change.
    pub kind: LandmarkKind,
    /// The change in words.
    pub title: String,
    /// The campaign it belongs to.
    pub campaign: Option<u32>,
}

/// Yields the landmarks of one kind of thing, near `now` where there is no end of them.
type Source = fn(&House, &Reader, Timestamp) -> Result<Vec<Landmark>, Refusal>;

/// Everything that has dates. What joins this list is known to the clock, its question and its screen.
const SOURCES: [Source; 3] = [campaign_dates, coupon_dates, budget_resets];
/// How many moments of codes are looked for on either side of now.
const MOST_OF_CODES: u32 = 20;

/// Every landmark, the earliest first; at the same time ends come before starts.
///
/// # Errors
/// When the workspace cannot be read.
pub fn all(house: &House, reader: &Reader, now: Timestamp) -> Result<Vec<Landmark>, Refusal> {
    let mut found = Vec::new();
    for source in SOURCES {
        found.extend(source(house, reader, now)?);
    }
    found.sort();
    Ok(found)
}

/// The starts and ends of the campaigns that are enabled: those of the others change nothing.
fn campaign_dates(house: &House, _: &Reader, _: Timestamp) -> Result<Vec<Landmark>, Refusal> {
    let enabled = house.campaigns.iter().filter(|campaign| campaign.state == CampaignState::Enabled);
    let dates = enabled.flat_map(|campaign| {
        let landmark = |kind, verb| {
            move |at| Landmark {
                at,
                kind,
                title: format!("“{}” {verb}", campaign.name),
                campaign: Some(campaign.id.0),
            }
        };
        let start = campaign.schedule.start.map(landmark(LandmarkKind::CampaignStart, "starts"));
        start.into_iter().chain(campaign.schedule.end.map(landmark(LandmarkKind::CampaignEnd, "ends")))
    });
    Ok(dates.collect())
}

/// The nearest moments at which codes of enabled campaigns begin and end to hold, all codes of a campaign together.
fn coupon_dates(house: &House, reader: &Reader, now: Timestamp) -> Result<Vec<Landmark>, Refusal> {
    let mut found = Vec::new();
    for (change, kind) in
        [(CouponChange::Expiry, LandmarkKind::CouponExpiry), (CouponChange::Start, LandmarkKind::CouponStart)]
    {
        for side in [Side::UpTo, Side::After] {
            let dates = reader.coupon_dates(change, side, now, MOST_OF_CODES)?;
            found.extend(dates.into_iter().filter_map(|date| of_codes(&date, change, kind, house)));
        }
    }
    Ok(found)
}

fn of_codes(date: &CouponDate, change: CouponChange, kind: LandmarkKind, house: &House) -> Option<Landmark> {
    let campaign = house.campaign(date.campaign)?;
    if campaign.state != CampaignState::Enabled {
        return None;
    }
    let title = match (&date.value, change) {
        (Some(value), CouponChange::Start) => format!("The code {value} of “{}” starts", campaign.name),
        (Some(value), CouponChange::Expiry) => format!("The code {value} of “{}” expires", campaign.name),
        (None, CouponChange::Start) => format!("Codes of “{}” start", campaign.name),
        (None, CouponChange::Expiry) => format!("Codes of “{}” expire", campaign.name),
    };
    Some(Landmark { at: date.at, kind, title, campaign: Some(campaign.id.0) })
}

/// The next moments at which budgets of enabled campaigns start afresh, once for each campaign and moment.
fn budget_resets(house: &House, _: &Reader, now: Timestamp) -> Result<Vec<Landmark>, Refusal> {
    let enabled = house.campaigns.iter().filter(|campaign| campaign.state == CampaignState::Enabled);
    let resets = enabled.flat_map(|campaign| {
        let next = |budget: &Budget| Span::of(budget.period, now, &house.settings.time_zone).until;
        let moments: BTreeSet<Timestamp> = campaign.limits.iter().filter_map(next).collect();
        moments.into_iter().map(|at| Landmark {
            at,
            kind: LandmarkKind::BudgetReset,
            title: format!("A budget of “{}” starts afresh", campaign.name),
            campaign: Some(campaign.id.0),
        })
    });
    Ok(resets.collect())
}
