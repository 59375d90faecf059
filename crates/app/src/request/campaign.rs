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
    /// `enabled` (when left out) or `disabled`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<CampaignState>,
    /// What it may give at most. Left out they stay as they are; an empty list clears them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<Vec<LimitBody>>,
    /// The rule document in the V2 block format: `promotionRules` and `selectors`.
    pub ruleset: Json,
}

/// Whether a campaign is evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum CampaignState {
    /// Evaluated on every event.
    Enabled,
    /// Kept, not evaluated.
    Disabled,
}
