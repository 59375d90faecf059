//! Body of *Save campaign*: the vendor's campaign fields with the V2 rule document inside.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::limit::LimitBody;
use crate::json::Json;

/// Body of *Save campaign*. Without an identity a new campaign is made, at the end of the order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CampaignRequest {
    /// The name people read, unique in the workspace.
    pub name: String,
    /// What it is for.
    #[serde(default)]
    pub description: String,
    /// `enabled`, `disabled` or `archived`. Left out it stays as it is; a new campaign is enabled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<CampaignState>,
    /// The first moment it runs, in RFC 3339. Left out it stays as it is; empty clears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_time: Option<String>,
    /// The first moment it does not run any more, in RFC 3339. Left out it stays as it is; empty clears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_time: Option<String>,
    /// The evaluation group it is in, by name. Left out it stays where it is; empty is the base group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evaluation_group: Option<String>,
    /// Whether it is evaluated again when items are returned and the request asks for it. Left out it stays as it is; a new
    /// campaign is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reevaluate_on_return: Option<bool>,
    /// What it may give at most. Left out they stay as they are; an empty list clears them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<Vec<LimitBody>>,
    /// The rule document in the V2 block format: `promotionRules` and `selectors`.
    pub ruleset: Json,
}

/// What somebody chose for a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum CampaignState {
    /// Evaluated while it is in time.
    Enabled,
    /// Kept, not evaluated.
    Disabled,
    /// Put away, not evaluated.
    Archived,
}

impl From<domain::schedule::CampaignState> for CampaignState {
    fn from(state: domain::schedule::CampaignState) -> Self {
        match state {
            domain::schedule::CampaignState::Enabled => Self::Enabled,
            domain::schedule::CampaignState::Disabled => Self::Disabled,
            domain::schedule::CampaignState::Archived => Self::Archived,
        }
    }
}

impl From<CampaignState> for domain::schedule::CampaignState {
    fn from(state: CampaignState) -> Self {
        match state {
            CampaignState::Enabled => Self::Enabled,
            CampaignState::Disabled => Self::Disabled,
            CampaignState::Archived => Self::Archived,
        }
    }
}
