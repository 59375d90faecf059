//! Why rules fired and why they did not.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What became of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum VerdictView {
    /// Its effects were given.
    Fired,
    /// A condition was not met.
    NotMet,
    /// Another campaign won.
    Excluded,
    /// It could not be evaluated.
    Failed,
}

/// What became of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum OutcomeOfCondition {
    /// Met.
    Passed,
    /// Not met.
    NotPassed,
    /// Could not be evaluated.
    Error,
}

/// One condition with what it wanted and what it found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ConditionView {
    /// Its place in the rule document.
    pub pointer: String,
    /// What it asks, in one sentence.
    pub sentence: String,
    /// The value wanted; empty for groups.
    pub expected: String,
    /// The value found; empty for groups and when there was none.
    pub actual: String,
    /// Met or not.
    pub outcome: OutcomeOfCondition,
    /// Why not, when that is more than a comparison, such as *attribute not set*.
    pub reason: Option<String>,
    /// Conditions inside.
    pub children: Vec<ConditionView>,
}

/// One rule and its verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RuleTraceView {
    /// Zero-based place in the campaign.
    pub index: u32,
    /// Its title.
    pub title: String,
    /// The code it was evaluated for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What became of it.
    pub verdict: VerdictView,
    /// Why it failed, or why it gave less than its effects say.
    pub why: Option<String>,
    /// Every condition, also those after the first that was not met.
    pub conditions: Vec<ConditionView>,
}

/// One campaign and its rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CampaignTraceView {
    /// Its number.
    pub campaign_id: u32,
    /// Its name at the time.
    pub campaign_name: String,
    /// Its rules in order.
    pub rules: Vec<RuleTraceView>,
}
