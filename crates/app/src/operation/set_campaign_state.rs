//! Enabling, disabling and archiving a campaign without touching its rules.

use domain::id::CampaignId;
use store::Campaign;

use super::{Moment, Operation};
use crate::refusal::Refusal;
use crate::request::campaign::CampaignState;
use crate::view::workspace::Stale;

/// Enables, disables or archives the campaign `id`.
#[derive(Debug, Clone, Copy)]
pub struct SetCampaignState {
    /// Its number.
    pub id: u32,
    /// Evaluated or not.
    pub state: CampaignState,
}

impl Operation for SetCampaignState {
    type Answer = Campaign;
    const STALE: &'static [Stale] = &[Stale::Campaigns];

    fn run(&self, moment: &Moment<'_>) -> Result<Campaign, Refusal> {
        let Some(mut campaign) = moment.tx.campaign(CampaignId(self.id))? else {
            return Err(Refusal::not_found("campaign", self.id.to_string()));
        };
        campaign.state = self.state.into();
        campaign.updated = moment.now;
        moment.tx.update_campaign(&campaign)?;
        Ok(campaign)
    }
}
