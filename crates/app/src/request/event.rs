//! Body of *Track event*. Source of the names: the vendor's `IntegrationEventV2Request`.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::json::{Json, Named};

/// Body of *Track event*.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EventRequest {
    /// Integration id of the profile.
    pub profile_id: String,
    /// A custom event type.
    #[serde(rename = "type")]
    pub event_type: String,
    /// Values of the event's attributes.
    #[serde(default)]
    pub attributes: Named<Json>,
    /// Our addition: the open session to bind to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_id: Option<String>,
    /// Store.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub store_integration_id: Option<String>,
    /// For dry requests: evaluate exactly these campaigns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evaluable_campaign_ids: Option<Vec<u32>>,
    /// Loyalty cards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loyalty_cards: Option<Vec<String>>,
    /// Parts the client wants back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_content: Option<Vec<String>>,
}
