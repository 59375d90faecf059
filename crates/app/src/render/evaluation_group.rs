//! Evaluation groups as a window shows them.

use domain::evaluation_group::EvaluationGroup;
use domain::id::{CampaignId, GroupId};

use crate::view::evaluation_group::{EvaluationGroupView, EvaluationGroupsView};

/// The groups with their campaigns, both in order.
pub fn view(groups: &[EvaluationGroup], campaigns: &[(CampaignId, GroupId)]) -> EvaluationGroupsView {
    let groups = groups.iter().map(|group| EvaluationGroupView {
        id: group.id.0,
        parent_id: group.parent.0,
        name: group.name.clone(),
        mode: group.mode.into(),
        campaigns: campaigns
            .iter()
            .filter(|(_, of)| *of == group.id)
            .map(|(campaign, _)| campaign.0)
            .collect(),
    });
    EvaluationGroupsView { groups: groups.collect() }
}
