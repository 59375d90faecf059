//! The texts of a campaign's rules that do not depend on what is evaluated.

use rules::labels::ConditionLabels;
use rules::plan::Plan;
use serde::{Deserialize, Serialize};

/// The texts of every rule, in order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Wording(pub(super) Vec<RuleWording>);

/// The texts of one rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct RuleWording {
    pub(super) title: String,
    pub(super) conditions: Vec<ConditionWording>,
}

/// The texts of one condition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct ConditionWording {
    pub(super) pointer: String,
    pub(super) sentence: String,
    /// What is expected, where that is constant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) expected: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) inside: Vec<ConditionWording>,
}

impl Wording {
    /// The texts of a compiled plan.
    pub fn of(plan: &Plan) -> Self {
        let rules = plan.labels().into_iter().map(|rule| RuleWording {
            title: rule.title.to_owned(),
            conditions: rule.conditions.iter().map(condition).collect(),
        });
        Self(rules.collect())
    }

    /// The form the store keeps.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

fn condition(labels: &ConditionLabels<'_>) -> ConditionWording {
    ConditionWording {
        pointer: labels.label.pointer.to_string(),
        sentence: labels.label.sentence.clone(),
        expected: labels.label.expected.clone(),
        inside: labels.inside.iter().map(condition).collect(),
    }
}
