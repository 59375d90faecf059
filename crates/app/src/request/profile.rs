//! Body of *Update customer profile*. Source of the names: the vendor's `CustomerProfileIntegrationRequestV2`.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::json::{Json, Named};

/// Body of *Update customer profile*.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProfileRequest {
    /// Profile attributes; merged per key, `null` removes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributes: Option<Named<Json>>,
    /// For dry requests: evaluate exactly these campaigns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evaluable_campaign_ids: Option<Vec<u32>>,
    /// Parts the client wants back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_content: Option<Vec<String>>,
}

/// Body of *Update multiple customer profiles*. Source of the names: the vendor's
/// `MultipleCustomerProfileIntegrationRequest`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProfilesRequest {
    /// At most 1,000.
    #[serde(default)]
    pub customer_profiles: Vec<OneOfProfiles>,
}

/// One of many customers.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneOfProfiles {
    /// Integration id of the customer.
    pub integration_id: String,
    /// Attributes; merged per key, `null` removes.
    #[serde(default)]
    pub attributes: Option<Named<Json>>,
}
