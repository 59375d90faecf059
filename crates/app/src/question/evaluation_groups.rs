//! The groups campaigns compete in.

use crate::refusal::Refusal;
use crate::render::evaluation_group;
use crate::view::evaluation_group::EvaluationGroupsView;
use crate::workspace::{Question, Reading};

/// Every group inside the base group, with its campaigns.
#[derive(Debug, Clone, Copy)]
pub struct EvaluationGroups;

impl Question for EvaluationGroups {
    type Answer = EvaluationGroupsView;

    fn answer(&self, reading: &Reading<'_>) -> Result<EvaluationGroupsView, Refusal> {
        Ok(evaluation_group::view(&reading.house.groups, &reading.house.membership()))
    }
}
