//! *Save campaign*: name, description, state, budgets and rule document, checked against the dictionary and compiled.

use domain::budget::Budget;
use domain::id::CampaignId;
use domain::refusal::{Problem, ProblemKind, Problems};
use domain::text::{self, Lines};
use store::Campaign;

use super::{Moment, Operation};
use crate::house::compile;
use crate::parse::limit::read_limits;
use crate::refusal::Refusal;
use crate::request::campaign::{CampaignRequest, CampaignState};
use crate::trace::Wording;
use crate::view::workspace::Stale;

/// The longest name of a campaign, in characters.
const LONGEST_NAME: usize = 200;
/// The longest description of a campaign, in characters.
const LONGEST_DESCRIPTION: usize = 5_000;
/// The most campaigns of a workspace.
const MOST_CAMPAIGNS: usize = 5_000;

/// Makes a new campaign, or changes the one with that number.
#[derive(Debug, Clone)]
pub struct SaveCampaign {
    /// Its number; a new campaign without one.
    pub id: Option<u32>,
    /// The request's body.
    pub body: CampaignRequest,
}

impl Operation for SaveCampaign {
    type Answer = Campaign;
    const STALE: &'static [Stale] = &[Stale::Campaigns, Stale::Dictionary];

    fn run(&self, moment: &Moment<'_>) -> Result<Campaign, Refusal> {
        let before = self.before(moment)?;
        self.check(moment)?;
        let limits = self.limits(before.as_ref())?;
        let body = &self.body;
        let plan = compile(body.ruleset.text(), &moment.house.names()).map_err(Refusal::Rules)?;
        let campaigns = &moment.house.campaigns;
        let next_id = campaigns.iter().map(|campaign| campaign.id.0).max().unwrap_or(0) + 1;
        let position = u32::try_from(campaigns.len()).unwrap_or(u32::MAX);
        let was_enabled = before.as_ref().is_none_or(|campaign| campaign.enabled);
        let campaign = Campaign {
            id: before.as_ref().map_or(CampaignId(next_id), |campaign| campaign.id),
            position: before.as_ref().map_or(position, |campaign| campaign.position),
            name: body.name.clone(),
            description: body.description.clone(),
            enabled: body.state.map_or(was_enabled, |state| state == CampaignState::Enabled),
            limits,
            ruleset: body.ruleset.text().to_owned(),
            revision: before.as_ref().map_or(1, |campaign| campaign.revision + 1),
            created: before.as_ref().map_or(moment.now, |campaign| campaign.created),
            updated: moment.now,
        };
        match before {
            Some(_) => moment.tx.update_campaign(&campaign).map(drop)?,
            None => moment.tx.insert_campaign(&campaign)?,
        }
        moment.tx.insert_wording(campaign.id, campaign.revision, &Wording::of(&plan).to_json())?;
        Ok(campaign)
    }
}

impl SaveCampaign {
    fn before(&self, moment: &Moment<'_>) -> Result<Option<Campaign>, Refusal> {
        let Some(id) = self.id else { return Ok(None) };
        match moment.tx.campaign(CampaignId(id))? {
            Some(campaign) => Ok(Some(campaign)),
            None => Err(Refusal::not_found("campaign", id.to_string())),
        }
    }

    fn limits(&self, before: Option<&Campaign>) -> Result<Vec<Budget>, Refusal> {
        match &self.body.limits {
            Some(limits) => Ok(read_limits(limits)?),
            None => Ok(before.map(|campaign| campaign.limits.clone()).unwrap_or_default()),
        }
    }

    fn check(&self, moment: &Moment<'_>) -> Result<(), Refusal> {
        let mut problems = Problems::new();
        problems.keep(text::check_filled(&self.body.name, "/name", LONGEST_NAME, Lines::One));
        problems.keep(text::check(&self.body.description, "/description", LONGEST_DESCRIPTION, Lines::Many));
        let mut others = moment.house.campaigns.iter().filter(|campaign| Some(campaign.id.0) != self.id);
        if others.any(|campaign| campaign.name == self.body.name) {
            let details = format!("There is a campaign \"{}\" already; choose another name.", self.body.name);
            problems.push(Problem::new("/name", ProblemKind::Taken, details));
        }
        if self.id.is_none() && moment.house.campaigns.len() >= MOST_CAMPAIGNS {
            let details =
                format!("A workspace holds at most {MOST_CAMPAIGNS} campaigns, and these are there.");
            problems.push(Problem::new("/name", ProblemKind::Limit, details));
        }
        Ok(problems.none_or(())?)
    }
}
