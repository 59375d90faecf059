//! Campaigns and rules: what the rules screen asks.

use app::json::Json;
use app::operation::reorder_campaigns::ReorderCampaigns;
use app::operation::save_campaign::SaveCampaign;
use app::operation::save_evaluation_groups::SaveEvaluationGroups;
use app::operation::set_campaign_state::SetCampaignState;
use app::question::budgets::Budgets;
use app::question::campaigns::{self, Campaigns, OneCampaign};
use app::question::check_ruleset::CheckRuleset;
use app::question::evaluation_groups::EvaluationGroups;
use app::question::vocabulary::Vocabulary;
use app::request::campaign::{CampaignRequest, CampaignState};
use app::request::evaluation_group::GroupsRequest;
use app::view::budget::BudgetView;
use app::view::campaign::{CampaignRowView, CampaignView, RulesetCheckView, VocabularyView};
use app::view::evaluation_group::EvaluationGroupsView;
use tauri::State;

use super::{Answer, SOURCE, shown};
use crate::desk::Desk;

/// Every campaign in order of evaluation.
#[tauri::command]
#[specta::specta]
pub async fn campaigns(desk: State<'_, Desk>) -> Answer<Vec<CampaignRowView>> {
    desk.workspace()?.ask(Campaigns).await.map_err(shown)
}

/// One campaign with its rule document.
#[tauri::command]
#[specta::specta]
pub async fn campaign(desk: State<'_, Desk>, id: u32) -> Answer<CampaignView> {
    desk.workspace()?.ask(OneCampaign { id }).await.map_err(shown)
}

/// The budgets of a campaign, and how much of each is used up now.
#[tauri::command]
#[specta::specta]
pub async fn campaign_budgets(desk: State<'_, Desk>, id: u32) -> Answer<Vec<BudgetView>> {
    desk.workspace()?.ask(Budgets { campaign: id }).await.map_err(shown)
}

/// Makes or changes a campaign.
#[tauri::command]
#[specta::specta]
pub async fn save_campaign(
    desk: State<'_, Desk>,
    id: Option<u32>,
    body: CampaignRequest,
    dry: bool,
) -> Answer<CampaignView> {
    let saved = desk.workspace()?.perform(SaveCampaign { id, body }, SOURCE, dry).await;
    saved.map(|campaign| campaigns::view(&campaign, campaign.updated)).map_err(shown)
}

/// Enables, disables or archives a campaign.
#[tauri::command]
#[specta::specta]
pub async fn set_campaign_state(
    desk: State<'_, Desk>,
    id: u32,
    state: CampaignState,
) -> Answer<CampaignRowView> {
    let saved = desk.workspace()?.perform(SetCampaignState { id, state }, SOURCE, false).await;
    saved.map(|campaign| campaigns::row(&campaign, campaign.updated)).map_err(shown)
}

/// Puts all campaigns in a new order.
#[tauri::command]
#[specta::specta]
pub async fn reorder_campaigns(desk: State<'_, Desk>, ids: Vec<u32>) -> Answer<Vec<CampaignRowView>> {
    let workspace = desk.workspace()?;
    workspace.perform(ReorderCampaigns { ids }, SOURCE, false).await.map_err(shown)?;
    workspace.ask(Campaigns).await.map_err(shown)
}

/// The groups campaigns compete in.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_groups(desk: State<'_, Desk>) -> Answer<EvaluationGroupsView> {
    desk.workspace()?.ask(EvaluationGroups).await.map_err(shown)
}

/// Replaces the groups campaigns compete in.
#[tauri::command]
#[specta::specta]
pub async fn save_evaluation_groups(
    desk: State<'_, Desk>,
    body: GroupsRequest,
    dry: bool,
) -> Answer<EvaluationGroupsView> {
    desk.workspace()?.perform(SaveEvaluationGroups { body }, SOURCE, dry).await.map_err(shown)
}

/// Looks at a rule document before it is saved.
#[tauri::command]
#[specta::specta]
pub async fn check_ruleset(
    desk: State<'_, Desk>,
    ruleset: Json,
    campaign_id: Option<u32>,
    session_id: Option<String>,
    event_type: Option<String>,
) -> Answer<RulesetCheckView> {
    let question = CheckRuleset { ruleset, campaign: campaign_id, session: session_id, event_type };
    desk.workspace()?.ask(question).await.map_err(shown)
}

/// Everything a rule can be made of.
#[tauri::command]
#[specta::specta]
pub async fn vocabulary(desk: State<'_, Desk>) -> Answer<VocabularyView> {
    desk.workspace()?.ask(Vocabulary).await.map_err(shown)
}
