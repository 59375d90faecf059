//! Campaigns: all of them, and one with its rules.

use std::collections::BTreeMap;

use domain::id::CampaignId;
use domain::schedule::Standing;
use jiff::Timestamp;
use store::Campaign;

use crate::json::Json;
use crate::refusal::Refusal;
use crate::render::limit;
use crate::view::campaign::{CampaignRowView, CampaignView};
use crate::workspace::{Question, Reading};

/// Every campaign in order of evaluation.
#[derive(Debug, Clone, Copy)]
pub struct Campaigns;

impl Question for Campaigns {
    type Answer = Vec<CampaignRowView>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Self::Answer, Refusal> {
        let mut campaigns = reading.reader.campaigns()?;
        let order = reading.house.campaigns.iter().enumerate();
        let places: BTreeMap<CampaignId, usize> =
            order.map(|(place, campaign)| (campaign.id, place)).collect();
        campaigns.sort_by_key(|campaign| places.get(&campaign.id).copied());
        Ok(campaigns.iter().map(|campaign| row(campaign, reading.now)).collect())
    }
}

/// One campaign with its rule document.
#[derive(Debug, Clone, Copy)]
pub struct OneCampaign {
    /// Its number.
    pub id: u32,
}

impl Question for OneCampaign {
    type Answer = CampaignView;

    fn answer(&self, reading: &Reading<'_>) -> Result<CampaignView, Refusal> {
        match reading.reader.campaign(CampaignId(self.id))? {
            Some(campaign) => Ok(view(&campaign, reading.now)),
            None => Err(Refusal::not_found("campaign", self.id.to_string())),
        }
    }
}

/// A campaign with its rule document, as a window shows it at `now`.
pub fn view(campaign: &Campaign, now: Timestamp) -> CampaignView {
    CampaignView {
        row: row(campaign, now),
        reevaluate_on_return: campaign.reevaluate_on_return,
        limits: limit::all(&campaign.limits),
        ruleset: Json::parse(campaign.ruleset.clone()).unwrap_or_else(|_| Json::null()),
        revision: campaign.revision,
    }
}

/// A campaign in the list, as it is at `now`.
pub fn row(campaign: &Campaign, now: Timestamp) -> CampaignRowView {
    let document = rules::document::parse(&campaign.ruleset).unwrap_or_default();
    CampaignRowView {
        id: campaign.id.0,
        position: campaign.position,
        name: campaign.name.clone(),
        description: campaign.description.clone(),
        state: campaign.state.into(),
        frontend_state: Standing::at(now, campaign.state, &campaign.schedule).into(),
        start_time: campaign.schedule.start.map(|at| at.to_string()),
        end_time: campaign.schedule.end.map(|at| at.to_string()),
        group_id: campaign.group.0,
        rules: document.promotion_rules.into_iter().map(|rule| rule.title).collect(),
    }
}
