//! Why rules did not apply, in the vendor's shape: `ruleFailureReasons` and `campaignEligibility`.
//!
//! Source: the vendor's `RuleFailureReason` (capital `ID` on the wire) and `CampaignEligibility`. `conditionIndex` and
//! `effectIndex` are the zero-based top-level block of the rule, as on effects.

use domain::effect::EffectKind;
use domain::evaluation_group::EvaluationGroup;
use domain::id::CampaignId;
use serde::Serialize;

use crate::outcome::Outcome;
use crate::view::trace::{CampaignTraceView, ConditionView, OutcomeOfCondition, RuleTraceView, VerdictView};

/// Why one rule did not apply.
#[derive(Debug, Serialize)]
pub struct RuleFailureReason {
    #[serde(rename = "campaignID")]
    campaign_id: u32,
    #[serde(rename = "campaignName")]
    campaign_name: String,
    #[serde(rename = "rulesetID")]
    ruleset_id: u32,
    #[serde(rename = "ruleIndex")]
    rule_index: u32,
    #[serde(rename = "ruleName")]
    rule_name: String,
    #[serde(flatten)]
    failure: Failure,
    #[serde(rename = "evaluationGroupID", skip_serializing_if = "Option::is_none")]
    evaluation_group_id: Option<u32>,
    #[serde(rename = "evaluationGroupMode", skip_serializing_if = "Option::is_none")]
    evaluation_group_mode: Option<&'static str>,
}

/// Where a rule failed: at a condition or at an effect, or at neither when another campaign won.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Failure {
    #[serde(skip_serializing_if = "Option::is_none")]
    condition_index: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    effect_index: Option<u32>,
    #[serde(skip_serializing_if = "String::is_empty")]
    details: String,
}

/// Whether a campaign would apply.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CampaignEligibility {
    campaign_id: u32,
    campaign_name: String,
    eligibility: [Eligibility; 1],
    rules: Vec<RuleEligibility>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleEligibility {
    rule_index: u32,
    rule_name: String,
    eligibility: [Eligibility; 1],
}

#[derive(Debug, Serialize)]
struct Eligibility {
    passed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<EligibilityDetails>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct EligibilityDetails {
    failure_code: &'static str,
    #[serde(flatten)]
    failure: Failure,
}

impl Eligibility {
    fn passed() -> Self {
        Self { passed: true, details: None }
    }

    fn failed(failure_code: &'static str, failure: Failure) -> Self {
        Self { passed: false, details: Some(EligibilityDetails { failure_code, failure }) }
    }
}

/// Every rule that did not apply, in the order of evaluation.
pub fn reasons(outcome: &Outcome, campaigns: &[CampaignTraceView]) -> Vec<RuleFailureReason> {
    let failed = |rule: &&RuleTraceView| rule.verdict != VerdictView::Fired;
    let reason = |campaign: &CampaignTraceView, rule: &RuleTraceView| {
        let group = group_of(outcome, campaign.campaign_id);
        RuleFailureReason {
            campaign_id: campaign.campaign_id,
            campaign_name: campaign.campaign_name.clone(),
            ruleset_id: campaign.campaign_id,
            rule_index: rule.index,
            rule_name: rule.title.clone(),
            failure: failure(outcome, campaign.campaign_id, rule),
            evaluation_group_id: group.map(|group| group.id.0),
            evaluation_group_mode: group.map(|group| group.mode.name()),
        }
    };
    let of = |campaign| rules_of(campaign).filter(failed).map(move |rule| reason(campaign, rule));
    campaigns.iter().flat_map(of).collect()
}

/// Every campaign, those that were not evaluated last.
pub fn eligibility(outcome: &Outcome, campaigns: &[CampaignTraceView]) -> Vec<CampaignEligibility> {
    let evaluated = campaigns.iter().map(|campaign| CampaignEligibility {
        campaign_id: campaign.campaign_id,
        campaign_name: campaign.campaign_name.clone(),
        eligibility: [of_campaign(campaign)],
        rules: rules_of(campaign).map(|rule| of_rule(outcome, campaign.campaign_id, rule)).collect(),
    });
    let left_out = outcome.not_evaluated().into_iter().map(|campaign| CampaignEligibility {
        campaign_id: campaign.campaign_id,
        campaign_name: campaign.campaign_name,
        eligibility: [Eligibility::failed(
            "SKIPPED",
            Failure { details: campaign.reason, ..Failure::default() },
        )],
        rules: Vec::new(),
    });
    evaluated.chain(left_out).collect()
}

fn rules_of(campaign: &CampaignTraceView) -> impl Iterator<Item = &RuleTraceView> {
    campaign.rules.iter()
}

fn of_campaign(campaign: &CampaignTraceView) -> Eligibility {
    let has = |verdict| campaign.rules.iter().any(|rule| rule.verdict == verdict);
    if has(VerdictView::Fired) {
        Eligibility::passed()
    } else if has(VerdictView::Excluded) {
        Eligibility::failed("SKIPPED", Failure::default())
    } else {
        Eligibility::failed("ALL_RULES_FAILED", Failure::default())
    }
}

fn of_rule(outcome: &Outcome, campaign: u32, rule: &RuleTraceView) -> RuleEligibility {
    let failure = || failure(outcome, campaign, rule);
    let eligibility = match rule.verdict {
        VerdictView::Fired => Eligibility::passed(),
        VerdictView::NotMet => Eligibility::failed("CONDITION_NOT_MET", failure()),
        VerdictView::Excluded => Eligibility::failed("SKIPPED", failure()),
        VerdictView::Failed => {
            let failure = failure();
            let is_effect = failure.effect_index.is_some();
            Eligibility::failed(if is_effect { "EFFECT_FAILED" } else { "CONDITION_NOT_MET" }, failure)
        }
    };
    RuleEligibility { rule_index: rule.index, rule_name: rule.title.clone(), eligibility: [eligibility] }
}

fn failure(outcome: &Outcome, campaign: u32, rule: &RuleTraceView) -> Failure {
    let why = rule.why.clone().unwrap_or_default();
    let first = |wanted: OutcomeOfCondition| rule.conditions.iter().find(|one| one.outcome == wanted);
    let at_condition = |condition: &ConditionView, details: String| Failure {
        condition_index: top_level(condition),
        details,
        ..Failure::default()
    };
    match rule.verdict {
        VerdictView::Fired => Failure::default(),
        VerdictView::Excluded => Failure { details: why, ..Failure::default() },
        VerdictView::NotMet => match first(OutcomeOfCondition::NotPassed) {
            Some(condition) => at_condition(condition, in_words(condition)),
            None => Failure { details: why, ..Failure::default() },
        },
        VerdictView::Failed => match first(OutcomeOfCondition::Error) {
            Some(condition) => at_condition(condition, why),
            None => Failure {
                effect_index: failed_effect(outcome, campaign, rule),
                details: why,
                ..Failure::default()
            },
        },
    }
}

/// The top-level block a condition is or belongs to: the number after `/blocks/` in its pointer.
fn top_level(condition: &ConditionView) -> Option<u32> {
    let (_, place) = condition.pointer.split_once("/blocks/")?;
    place.split('/').next()?.parse().ok()
}

/// What was asked, and what was found instead.
fn in_words(condition: &ConditionView) -> String {
    let found = Some(condition.actual.as_str()).filter(|actual| !actual.is_empty());
    let found = found.map(|actual| format!("found {actual}"));
    let parts: Vec<String> = found.into_iter().chain(condition.reason.clone()).collect();
    if parts.is_empty() {
        condition.sentence.clone()
    } else {
        format!("{}: {}", condition.sentence, parts.join("; "))
    }
}

/// The block whose effect could not be given, as the rule's `error` effect names it.
fn failed_effect(outcome: &Outcome, campaign: u32, rule: &RuleTraceView) -> Option<u32> {
    let mut errors = outcome.effects.iter().filter(|effect| matches!(effect.kind, EffectKind::Error { .. }));
    let own = errors.find(|effect| effect.campaign.0 == campaign && effect.rule_index == rule.index);
    own.and_then(|effect| effect.condition_index)
}

/// The group a campaign competes in; none for the base group.
fn group_of(outcome: &Outcome, campaign: u32) -> Option<&EvaluationGroup> {
    let group = outcome.house.campaign(CampaignId(campaign))?.group;
    outcome.house.groups.iter().find(|there| there.id == group)
}
