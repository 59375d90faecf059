//! Campaigns: all of them, and one with its rules.

use domain::id::CampaignId;
use store::Campaign;

use crate::json::Json;
use crate::refusal::Refusal;
use crate::render::limit;
use crate::request::campaign::CampaignState;
use crate::view::campaign::{CampaignRowView, CampaignView};
use crate::workspace::{Question, Reading};

/// Every campaign in order of evaluation.
#[derive(Debug, Clone, Copy)]
pub struct Campaigns;

impl Question for Campaigns {
    type Answer = Vec<CampaignRowView>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Self::Answer, Refusal> {
        Ok(reading.reader.campaigns()?.iter().map(row).collect())
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
            Some(campaign) => Ok(view(&campaign)),
            None => Err(Refusal::not_found("campaign", self.id.to_string())),
        }
    }
}

/// A campaign with its rule document, as a window shows it.
pub fn view(campaign: &Campaign) -> CampaignView {
    CampaignView {
        row: row(campaign),
        limits: limit::all(&campaign.limits),
        ruleset: Json::parse(campaign.ruleset.clone()).unwrap_or_else(|_| Json::null()),
        revision: campaign.revision,
    }
}

/// A campaign in the list.
pub fn row(campaign: &Campaign) -> CampaignRowView {
    let document = rules::document::parse(&campaign.ruleset).unwrap_or_default();
    CampaignRowView {
        id: campaign.id.0,
        position: campaign.position,
        name: campaign.name.clone(),
        description: campaign.description.clone(),
        state: if campaign.enabled { CampaignState::Enabled } else { CampaignState::Disabled },
        rules: document.promotion_rules.into_iter().map(|rule| rule.title).collect(),
    }
}
