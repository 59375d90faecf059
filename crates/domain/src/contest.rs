//! Campaigns in competition: of those that triggered, which stand and which are excluded.
//!
//! Only campaigns that triggered compete. A group competes in the group around it as one: with the discounts of what
//! stands in it together. Of equals the earlier wins.

use std::collections::BTreeMap;

use crate::evaluation_group::{Branch, EvaluationMode};
use crate::id::CampaignId;
use crate::money::Money;

/// What a campaign shows for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Showing {
    /// The campaign.
    pub campaign: CampaignId,
    /// The discounts it gives, together.
    pub discount: Money,
}

/// Somebody in a contest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contender {
    /// A campaign.
    Campaign(CampaignId),
    /// A group, by its name.
    Group(String),
}

/// Why a campaign that triggered does not stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    /// The group in which it lost.
    pub group: String,
    /// How the members of that group compete.
    pub mode: EvaluationMode,
    /// Who lost: the campaign itself, or the group inside in which it had stood.
    pub loser: Contender,
    /// What the loser gave.
    pub gave: Money,
    /// Who won.
    pub winner: Contender,
    /// What the winner gives.
    pub winner_gave: Money,
}

impl Exclusion {
    /// The vendor's `campaignExclusionReason`.
    pub fn reason(&self) -> &'static str {
        match self.mode {
            EvaluationMode::Stackable | EvaluationMode::ListOrder => "CampaignIsNotFirst",
            EvaluationMode::HighestDiscount | EvaluationMode::LowestDiscount => "CampaignGaveLowerDiscount",
        }
    }
}

/// A member of a group that triggered, and the campaigns that stand or fall with it.
struct Entry {
    who: Contender,
    discount: Money,
    campaigns: Vec<CampaignId>,
}

/// The campaigns that are excluded, of `showings`: those that triggered.
pub fn contest(base: &Branch, showings: &[Showing]) -> BTreeMap<CampaignId, Exclusion> {
    let discounts = showings.iter().map(|showing| (showing.campaign, showing.discount)).collect();
    let mut excluded = BTreeMap::new();
    hold(base, &discounts, &mut excluded);
    excluded
}

/// Holds the contests of a group and of those inside it; answers how the group enters the one around it, if anything in
/// it triggered.
fn hold(
    group: &Branch,
    discounts: &BTreeMap<CampaignId, Money>,
    excluded: &mut BTreeMap<CampaignId, Exclusion>,
) -> Option<Entry> {
    let campaign = |id: &CampaignId| {
        let discount = *discounts.get(id)?;
        Some(Entry { who: Contender::Campaign(*id), discount, campaigns: vec![*id] })
    };
    let mut entries: Vec<Entry> = group.campaigns.iter().filter_map(campaign).collect();
    entries.extend(group.groups.iter().filter_map(|inner| hold(inner, discounts, excluded)));
    let winner = winner(group.mode, &entries);
    let mut standing = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        match winner {
            Some(winner) if winner != place => exclude(group, entry, entries.get(winner)?, excluded),
            Some(_) | None => standing.push(entry),
        }
    }
    standing.first()?;
    Some(Entry {
        who: Contender::Group(group.name.clone()),
        discount: standing.iter().fold(Money::ZERO, |sum, entry| sum.saturating_add(entry.discount)),
        campaigns: standing.iter().flat_map(|entry| entry.campaigns.iter().copied()).collect(),
    })
}

/// The place of the winner; `None` when all stand.
fn winner(mode: EvaluationMode, entries: &[Entry]) -> Option<usize> {
    let mut places = 0..entries.len();
    let first = places.next()?;
    let discount = |place: usize| entries.get(place).map(|entry| entry.discount);
    match mode {
        EvaluationMode::Stackable => None,
        EvaluationMode::ListOrder => Some(first),
        EvaluationMode::HighestDiscount => Some(
            places.fold(first, |best, place| if discount(place) > discount(best) { place } else { best }),
        ),
        EvaluationMode::LowestDiscount => Some(
            places.fold(first, |best, place| if discount(place) < discount(best) { place } else { best }),
        ),
    }
}

fn exclude(group: &Branch, loser: &Entry, winner: &Entry, excluded: &mut BTreeMap<CampaignId, Exclusion>) {
    for campaign in &loser.campaigns {
        let exclusion = Exclusion {
            group: group.name.clone(),
            mode: group.mode,
            loser: loser.who.clone(),
            gave: loser.discount,
            winner: winner.who.clone(),
            winner_gave: winner.discount,
        };
        excluded.insert(*campaign, exclusion);
    }
}
