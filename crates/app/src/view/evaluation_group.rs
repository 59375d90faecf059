//! Evaluation groups on the screen.

use serde::Serialize;
use specta::Type;

use crate::request::evaluation_group::EvaluationModeName;

/// Every group inside the base group, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EvaluationGroupsView {
    /// The groups, each before those inside it.
    pub groups: Vec<EvaluationGroupView>,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EvaluationGroupView {
    /// Its number, from 1.
    pub id: u32,
    /// The group it is inside; 0 is the base group.
    pub parent_id: u32,
    /// Its name.
    pub name: String,
    /// How its members compete.
    pub mode: EvaluationModeName,
    /// Its own campaigns, in the order of evaluation.
    pub campaigns: Vec<u32>,
}
