//! Landmarks: the moments at which something changes by itself, so that a held clock can be moved to them.

use std::collections::BTreeSet;

use domain::budget::{Budget, Span};
use domain::schedule::CampaignState;
use jiff::Timestamp;

use crate::house::House;
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
type Source = fn(&House, Timestamp) -> Vec<Landmark>;

/// Everything that has dates. What joins this list is known to the clock, its question and its screen.
const SOURCES: [Source; 2] = [campaign_dates, budget_resets];

/// Every landmark, the earliest first; at the same time ends come before starts.
pub fn all(house: &House, now: Timestamp) -> Vec<Landmark> {
    let mut found: Vec<Landmark> = SOURCES.iter().flat_map(|source| source(house, now)).collect();
    found.sort();
    found
}

/// The starts and ends of the campaigns that are enabled: those of the others change nothing.
fn campaign_dates(house: &House, _now: Timestamp) -> Vec<Landmark> {
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
    dates.collect()
}

/// The next moments at which budgets of enabled campaigns start afresh, once for each campaign and moment.
fn budget_resets(house: &House, now: Timestamp) -> Vec<Landmark> {
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
    resets.collect()
}
