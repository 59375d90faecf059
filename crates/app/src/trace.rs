//! Why rules fired and why they did not, as the journal keeps it.
//!
//! Most of a trace was known before the evaluation: sentences, places, constant expectations. That is the [`Wording`] of a
//! campaign's rules; the store keeps it once, with the saved revision. With an event goes only what was found, and the
//! revision whose wording belongs to it.
//!
//! INVARIANT: a trace of the past never reads differently. A revision is named only where its stored wording is, letter
//! for letter, the one that was evaluated. Otherwise — the rules were saved by another version of the program, or an
//! attribute has another type by now — the trace carries its wording with it.

mod found;
mod wording;

use std::collections::BTreeSet;

use domain::id::CampaignId;
use rules::plan::Plan;
use rules::trace::{CampaignTrace, RuleTrace};
use serde::{Deserialize, Serialize};
use store::{Reader, StoreError};

pub use wording::Wording;

use crate::house::House;
use crate::refusal::Refusal;
use crate::view::trace::CampaignTraceView;
use found::FoundInRule;

/// The form this program writes. Version 1 was a bare list of views.
const VERSION: u32 = 2;

/// What one evaluation found, over all its campaigns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trace {
    version: u32,
    campaigns: Vec<FoundInCampaign>,
}

/// What was found in one campaign.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct FoundInCampaign {
    id: u32,
    /// Its name at the time.
    name: String,
    texts: Texts,
    rules: Vec<FoundInRule>,
}

/// Where the wording is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Texts {
    /// With that saved revision.
    Revision(u32),
    /// Here.
    Here(Wording),
}

/// What an unsaved rule document does, as people read it.
pub fn of_unsaved(trace: &CampaignTrace<'_>, name: &str, plan: &Plan) -> CampaignTraceView {
    let rules = (0..).zip(&trace.rules).map(|(place, rule)| FoundInRule::of(rule, place, false)).collect();
    let found = FoundInCampaign {
        id: trace.campaign.0,
        name: name.to_owned(),
        texts: Texts::Here(Wording::of(plan)),
        rules,
    };
    found.view(Wording::of(plan))
}

impl Default for Trace {
    /// Nothing was evaluated.
    fn default() -> Self {
        Self { version: VERSION, campaigns: Vec::new() }
    }
}

impl Trace {
    /// Keeps what was found; `withheld` tells of a campaign and the place of one of its rules whether what it gives was
    /// withheld.
    pub fn of(traces: &[CampaignTrace<'_>], house: &House, withheld: impl Fn(u32, u32) -> bool) -> Self {
        let campaigns = traces.iter().filter_map(|trace| {
            let campaign = house.campaign(trace.campaign)?;
            let texts = match &campaign.unstored_wording {
                None => Texts::Revision(campaign.revision),
                Some(wording) => Texts::Here(wording.clone()),
            };
            let id = trace.campaign.0;
            let found =
                |(place, rule): (u32, &RuleTrace<'_>)| FoundInRule::of(rule, place, withheld(id, rule.index));
            let rules = (0..).zip(&trace.rules).map(found);
            Some(FoundInCampaign { id, name: campaign.name.clone(), texts, rules: rules.collect() })
        });
        Self { version: VERSION, campaigns: campaigns.collect() }
    }

    /// The numbers of the campaigns that were evaluated.
    pub fn evaluated(&self) -> BTreeSet<u32> {
        self.campaigns.iter().map(|campaign| campaign.id).collect()
    }

    /// The form the journal keeps.
    ///
    /// # Errors
    /// Never for a trace made by this program.
    pub fn to_json(&self) -> Result<String, Refusal> {
        serde_json::to_string(self).map_err(|why| unreadable(why).into())
    }

    /// As people read it, with the wording the house has now: for an answer given at once.
    pub fn view(&self, house: &House) -> Vec<CampaignTraceView> {
        let in_house = |id, _| {
            let plan = house.campaign(CampaignId(id)).and_then(|campaign| campaign.plan.as_deref());
            Ok::<_, std::convert::Infallible>(plan.map(Wording::of).unwrap_or_default())
        };
        match self.worded(in_house) {
            Ok(views) => views,
        }
    }

    fn worded<E>(
        &self,
        stored: impl Fn(u32, u32) -> Result<Wording, E>,
    ) -> Result<Vec<CampaignTraceView>, E> {
        let view = |campaign: &FoundInCampaign| {
            Ok(campaign.view(match &campaign.texts {
                Texts::Here(wording) => wording.clone(),
                Texts::Revision(revision) => stored(campaign.id, *revision)?,
            }))
        };
        self.campaigns.iter().map(view).collect()
    }
}

impl FoundInCampaign {
    fn view(&self, wording: Wording) -> CampaignTraceView {
        let rules = (0..).zip(&self.rules).filter_map(|(place, found)| {
            let index = found.index(place);
            let wording = wording.0.get(usize::try_from(index).ok()?)?;
            Some(found.view(index, wording.clone()))
        });
        CampaignTraceView { campaign_id: self.id, campaign_name: self.name.clone(), rules: rules.collect() }
    }
}

/// A trace from the journal, as people read it.
///
/// # Errors
/// When the file is damaged or was written by a newer program.
pub fn read(json: &str, reader: &Reader) -> Result<Vec<CampaignTraceView>, Refusal> {
    if json.starts_with('[') {
        return serde_json::from_str(json).map_err(|why| unreadable(why).into());
    }
    let trace: Trace = serde_json::from_str(json).map_err(unreadable)?;
    if trace.version != VERSION {
        return Err(StoreError::FromTheFuture { found: trace.version, known: VERSION }.into());
    }
    trace.worded(|id, revision| {
        let stored = reader.wording(CampaignId(id), revision)?;
        Ok(serde_json::from_str(&stored).map_err(unreadable)?)
    })
}

fn unreadable(why: serde_json::Error) -> StoreError {
    StoreError::Damaged { detail: "a rule trace cannot be read".to_owned(), source: Some(why.into()) }
}
