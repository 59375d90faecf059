//! Body of *Save evaluation groups*: the groups inside the base group, and those inside them. Source of the words: the
//! vendor's campaign evaluation tree.

use domain::evaluation_group::EvaluationMode;
use serde::{Deserialize, Serialize};
use specta::Type;

/// All groups, in order. A group that is left out is gone, and its campaigns are in the base group then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupsRequest {
    /// The groups directly inside the base group.
    pub groups: Vec<GroupRequest>,
}

/// A group inside the base group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupRequest {
    /// The group that is meant, to give it another name; found by its name when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<u32>,
    /// The name people read, unique in the workspace.
    pub name: String,
    /// How its members compete.
    pub mode: EvaluationModeName,
    /// The campaigns to be in it, by number; those that are in it stay when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaigns: Option<Vec<u32>>,
    /// The groups inside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<InnerGroupRequest>>,
}

/// A group inside another; there is no third level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InnerGroupRequest {
    /// The group that is meant, to give it another name; found by its name when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<u32>,
    /// The name people read, unique in the workspace.
    pub name: String,
    /// How its members compete.
    pub mode: EvaluationModeName,
    /// The campaigns to be in it, by number; those that are in it stay when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaigns: Option<Vec<u32>>,
}

/// Which of a group's campaigns stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum EvaluationModeName {
    /// All.
    Stackable,
    /// The first that triggers.
    ListOrder,
    /// The one with the largest discount.
    HighestDiscount,
    /// The one with the smallest discount.
    LowestDiscount,
}

impl From<EvaluationModeName> for EvaluationMode {
    fn from(name: EvaluationModeName) -> Self {
        match name {
            EvaluationModeName::Stackable => Self::Stackable,
            EvaluationModeName::ListOrder => Self::ListOrder,
            EvaluationModeName::HighestDiscount => Self::HighestDiscount,
            EvaluationModeName::LowestDiscount => Self::LowestDiscount,
        }
    }
}

impl From<EvaluationMode> for EvaluationModeName {
    fn from(mode: EvaluationMode) -> Self {
        match mode {
            EvaluationMode::Stackable => Self::Stackable,
            EvaluationMode::ListOrder => Self::ListOrder,
            EvaluationMode::HighestDiscount => Self::HighestDiscount,
            EvaluationMode::LowestDiscount => Self::LowestDiscount,
        }
    }
}
