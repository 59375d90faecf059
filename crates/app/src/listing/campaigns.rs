//! Campaigns with their rules.

use domain::id::CampaignId;
use domain::schedule::Standing;
use jiff::Timestamp;
use store::Campaign;

use super::{Between, Window, holds, part};
use crate::json::Json;
use crate::refusal::Refusal;
use crate::render::limit;
use crate::request::limit::LimitBody;
use crate::workspace::{Question, Reading};

/// A campaign with all that is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignRecord {
    /// Its number.
    pub id: u32,
    /// The name people read.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// What somebody chose: `enabled`, `disabled` or `archived`.
    pub state: &'static str,
    /// What that and the time make of it now, by the vendor's `frontendState`.
    pub frontend_state: &'static str,
    /// The first moment it runs.
    pub start: Option<Timestamp>,
    /// The first moment it does not run any more.
    pub end: Option<Timestamp>,
    /// The evaluation group it is in; 0 is the base group.
    pub group: u32,
    /// It is evaluated again when items are returned and the request asks for it.
    pub reevaluate_on_return: bool,
    /// What it may give at most.
    pub limits: Vec<LimitBody>,
    /// The rule document in the V2 block format.
    pub ruleset: Json,
    /// How often the rules were saved, from 1.
    pub revision: u32,
    /// When it was made.
    pub created: Timestamp,
    /// When anything of it last changed.
    pub updated: Timestamp,
}

impl CampaignRecord {
    /// A campaign as it is at `now`.
    pub fn of(campaign: &Campaign, now: Timestamp) -> Self {
        Self {
            id: campaign.id.0,
            name: campaign.name.clone(),
            description: campaign.description.clone(),
            state: campaign.state.name(),
            frontend_state: Standing::at(now, campaign.state, &campaign.schedule).name(),
            start: campaign.schedule.start,
            end: campaign.schedule.end,
            group: campaign.group.0,
            reevaluate_on_return: campaign.reevaluate_on_return,
            limits: limit::all(&campaign.limits),
            ruleset: Json::parse(campaign.ruleset.clone()).unwrap_or_else(|_| Json::null()),
            revision: campaign.revision,
            created: campaign.created,
            updated: campaign.updated,
        }
    }
}

/// Lists campaigns in the order they were made.
#[derive(Debug, Clone)]
pub struct ListCampaigns {
    /// Only in this state: one that somebody chose, or one that the time makes of it.
    pub state: Option<String>,
    /// Only those whose name holds this, in either case.
    pub name: String,
    /// When it was made.
    pub created: Between,
    /// When it starts.
    pub start: Between,
    /// When it ends.
    pub end: Between,
    /// Which part.
    pub window: Window,
}

impl Question for ListCampaigns {
    /// The part, and how many there are in all.
    type Answer = (Vec<CampaignRecord>, usize);

    fn answer(&self, reading: &Reading<'_>) -> Result<Self::Answer, Refusal> {
        let mut campaigns = reading.reader.campaigns()?;
        campaigns.sort_by_key(|campaign| campaign.id);
        let records = campaigns.iter().map(|campaign| CampaignRecord::of(campaign, reading.now));
        let found: Vec<CampaignRecord> = records.filter(|campaign| self.means(campaign)).collect();
        let total = found.len();
        Ok((part(found, self.window).rows, total))
    }
}

impl ListCampaigns {
    fn means(&self, campaign: &CampaignRecord) -> bool {
        let state = self.state.as_deref();
        state.is_none_or(|state| campaign.state == state || campaign.frontend_state == state)
            && holds(&campaign.name, &self.name)
            && self.created.holds(campaign.created)
            && self.start.holds_some(campaign.start)
            && self.end.holds_some(campaign.end)
    }
}

/// One campaign.
#[derive(Debug, Clone, Copy)]
pub struct CampaignOfId {
    /// Its number.
    pub id: u32,
}

impl Question for CampaignOfId {
    type Answer = CampaignRecord;

    fn answer(&self, reading: &Reading<'_>) -> Result<CampaignRecord, Refusal> {
        match reading.reader.campaign(CampaignId(self.id))? {
            Some(campaign) => Ok(CampaignRecord::of(&campaign, reading.now)),
            None => Err(Refusal::not_found("campaign", self.id.to_string())),
        }
    }
}
