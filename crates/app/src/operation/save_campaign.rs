//! *Save campaign*: name, description, state, dates, budgets and rule document, checked against the dictionary and compiled.

use domain::budget::Budget;
use domain::evaluation_group::{BASE, EvaluationGroup};
use domain::id::{CampaignId, GroupId};
use domain::refusal::{Problem, ProblemKind, Problems};
use domain::schedule::{CampaignState, Schedule};
use domain::text::{self, Lines};
use jiff::Timestamp;
use store::Campaign;

use super::{Moment, Operation};
use crate::house::compile;
use crate::json::shorten;
use crate::parse::clock::read_instant;
use crate::parse::limit::read_limits;
use crate::refusal::Refusal;
use crate::request::campaign::CampaignRequest;
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
        let schedule = self.check(moment, before.as_ref())?;
        let limits = self.limits(before.as_ref())?;
        let body = &self.body;
        let plan = compile(body.ruleset.text(), &moment.house.names()).map_err(Refusal::Rules)?;
        let campaigns = &moment.house.campaigns;
        let next_id = campaigns.iter().map(|campaign| campaign.id.0).max().unwrap_or(0) + 1;
        let position = u32::try_from(campaigns.len()).unwrap_or(u32::MAX);
        let state_before = before.as_ref().map_or(CampaignState::Enabled, |campaign| campaign.state);
        let campaign = Campaign {
            id: before.as_ref().map_or(CampaignId(next_id), |campaign| campaign.id),
            position: before.as_ref().map_or(position, |campaign| campaign.position),
            name: body.name.clone(),
            description: body.description.clone(),
            state: body.state.map_or(state_before, CampaignState::from),
            schedule,
            group: self.group(moment, before.as_ref())?,
            reevaluate_on_return: body
                .reevaluate_on_return
                .unwrap_or_else(|| before.as_ref().is_some_and(|campaign| campaign.reevaluate_on_return)),
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

    /// The group the request names, or the one it is in.
    fn group(&self, moment: &Moment<'_>, before: Option<&Campaign>) -> Result<GroupId, Problem> {
        let groups = &moment.house.groups;
        match self.body.evaluation_group.as_deref() {
            None => Ok(before.map_or(BASE, |campaign| campaign.group)),
            Some("") => Ok(BASE),
            Some(name) => match groups.iter().find(|group| group.name == name) {
                Some(group) => Ok(group.id),
                None => Err(no_group(name, groups)),
            },
        }
    }

    /// The campaign's dates, when everything but the rules is acceptable.
    fn check(&self, moment: &Moment<'_>, before: Option<&Campaign>) -> Result<Schedule, Refusal> {
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
        let dates = before.map_or_else(Schedule::default, |campaign| campaign.schedule);
        let start = problems.keep(changed(self.body.start_time.as_deref(), dates.start, "/startTime"));
        let end = problems.keep(changed(self.body.end_time.as_deref(), dates.end, "/endTime"));
        let schedule = match (start, end) {
            (Some(start), Some(end)) => problems.keep(Schedule::new(start, end)),
            _ => None,
        };
        Ok(problems.none_or(schedule.unwrap_or(dates))?)
    }
}

/// A date as the request leaves it: kept when left out, cleared when empty.
fn changed(
    text: Option<&str>,
    before: Option<Timestamp>,
    pointer: &str,
) -> Result<Option<Timestamp>, Problem> {
    match text {
        None => Ok(before),
        Some("") => Ok(None),
        Some(text) => read_instant(text, pointer).map(Some),
    }
}

fn no_group(name: &str, groups: &[EvaluationGroup]) -> Problem {
    let names: Vec<String> = groups.iter().map(|group| format!("\"{}\"", group.name)).collect();
    let choice =
        if names.is_empty() { "make it first".to_owned() } else { format!("there are {}", names.join(", ")) };
    let details = format!(
        "There is no evaluation group \"{}\"; {choice}, or leave the name empty for the base group.",
        shorten(name)
    );
    Problem::new("/evaluationGroup", ProblemKind::Unknown, details)
}
