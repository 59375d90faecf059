//! Why rules fired and why they did not, for a window and for the journal.

use domain::id::CampaignId;
use rules::trace::{BlockTrace, CampaignTrace, Outcome, RuleTrace, TracedKind, Verdict};

use crate::view::trace::{CampaignTraceView, ConditionView, OutcomeOfCondition, RuleTraceView, VerdictView};

/// The traces with the campaigns' names.
pub fn all(traces: &[CampaignTrace], name_of: impl Fn(CampaignId) -> String) -> Vec<CampaignTraceView> {
    traces
        .iter()
        .map(|trace| CampaignTraceView {
            campaign_id: trace.campaign.0,
            campaign_name: name_of(trace.campaign),
            rules: trace.rules.iter().map(rule).collect(),
        })
        .collect()
}

fn rule(trace: &RuleTrace) -> RuleTraceView {
    let conditions = trace.blocks.iter().filter(|block| block.label().kind != TracedKind::Effect);
    RuleTraceView {
        index: trace.index,
        title: trace.title.to_string(),
        verdict: verdict(&trace.verdict),
        why: why(&trace.verdict),
        conditions: conditions.map(condition).collect(),
    }
}

fn verdict(verdict: &Verdict) -> VerdictView {
    match verdict {
        Verdict::Fired => VerdictView::Fired,
        Verdict::NotMet => VerdictView::NotMet,
        Verdict::Failed { .. } => VerdictView::Failed,
        Verdict::Excluded { .. } => VerdictView::Excluded,
    }
}

fn why(verdict: &Verdict) -> Option<String> {
    match verdict {
        Verdict::Failed { why, .. } => Some(why.to_string()),
        Verdict::Excluded { why } => Some(why.clone()),
        Verdict::Fired | Verdict::NotMet => None,
    }
}

fn condition(block: &BlockTrace) -> ConditionView {
    ConditionView {
        pointer: block.pointer().to_owned(),
        sentence: block.sentence().to_owned(),
        expected: block.expected().unwrap_or_default().into_owned(),
        actual: block.actual().unwrap_or_default(),
        outcome: match &block.outcome {
            Outcome::Passed => OutcomeOfCondition::Passed,
            Outcome::NotPassed(_) => OutcomeOfCondition::NotPassed,
            Outcome::Error(_) => OutcomeOfCondition::Error,
        },
        reason: block.reason(),
        children: block.children.iter().map(condition).collect(),
    }
}

/// The form the journal keeps.
pub fn to_json(traces: &[CampaignTraceView]) -> String {
    serde_json::to_string(traces).unwrap_or_default()
}

/// Reads the form the journal keeps; what an older version wrote otherwise is shown as no trace.
pub fn read(json: &str) -> Vec<CampaignTraceView> {
    serde_json::from_str(json).unwrap_or_default()
}
