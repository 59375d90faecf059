//! The budgets of a campaign and how much of each is used up now.

use domain::budget::counter::{Counter, CounterKey};
use domain::budget::{Budget, Span};
use domain::id::CampaignId;

use super::count;
use crate::refusal::Refusal;
use crate::render::budget::{counter, resets};
use crate::view::budget::BudgetView;
use crate::workspace::{Question, Reading};

/// The most counters shown of one budget.
const SHOWN: u32 = 5;

/// The budgets of a campaign in their present periods, in the order they were written in.
#[derive(Debug, Clone, Copy)]
pub struct Budgets {
    /// The campaign's number.
    pub campaign: u32,
}

impl Question for Budgets {
    type Answer = Vec<BudgetView>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Vec<BudgetView>, Refusal> {
        let id = CampaignId(self.campaign);
        let Some(campaign) = reading.reader.campaign(id)? else {
            return Err(Refusal::not_found("campaign", self.campaign.to_string()));
        };
        campaign.limits.iter().map(|budget| view(id, budget, reading)).collect()
    }
}

fn view(campaign: CampaignId, budget: &Budget, reading: &Reading<'_>) -> Result<BudgetView, Refusal> {
    let settings = &reading.house.settings;
    let span = Span::of(budget.period, reading.now, &settings.time_zone);
    let key = budget.key();
    let counters: Vec<(CounterKey, Counter)> =
        reading.reader.counters_of(campaign, &key, span.since, SHOWN)?;
    Ok(BudgetView {
        action: budget.action.name().to_owned(),
        limit: budget.action.shown(budget.limit).to_string(),
        period: domain::budget::Period::word(budget.period).to_owned(),
        entities: budget.entities.iter().map(|entity| entity.name().to_owned()).collect(),
        sentence: budget.to_string(),
        resets: span.until.map(|until| until.to_string()),
        resets_words: resets(span.until, settings),
        counters: counters.iter().map(|(key, of)| counter(budget, key, of)).collect(),
        counter_count: count(reading.reader.counter_count(campaign, &key, span.since)?),
    })
}
