//! Source: the vendor's `ApplicationCustomer`, `CustomerProfile` and `CustomerProfileSearchQuery`.

use app::json::{Amount, Json};
use app::listing::customers::CustomerRecord;
use serde::{Deserialize, Serialize};

use crate::management::ACCOUNT;

/// A customer; of the Application and of the account in the same shape.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Customer {
    id: u64,
    created: String,
    integration_id: String,
    attributes: Json,
    account_id: u32,
    closed_sessions: u32,
    total_sales: Amount,
    audience_memberships: [(); 0],
    last_activity: String,
    sandbox: bool,
}

impl From<CustomerRecord> for Customer {
    fn from(record: CustomerRecord) -> Self {
        Self {
            id: record.id,
            created: record.created.to_string(),
            integration_id: record.integration_id,
            attributes: record.attributes,
            account_id: ACCOUNT,
            closed_sessions: record.closed_sessions,
            total_sales: record.total_sales,
            audience_memberships: [],
            last_activity: record.last_activity.to_string(),
            sandbox: true,
        }
    }
}

/// A list of customers, which may or may not be counted.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Customers {
    /// There are more after these; left out when they are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_more: Option<bool>,
    /// How many there are in all; left out when they are not counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_result_size: Option<u64>,
    /// The customers.
    pub data: Vec<Customer>,
}

/// Body of the searches by attributes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Search {
    /// Each of these at exactly that value.
    pub attributes: serde_json::Map<String, serde_json::Value>,
    /// Only these.
    #[serde(rename = "integrationIDs")]
    pub integration_ids: Vec<String>,
    /// Only these.
    #[serde(rename = "profileIDs")]
    pub profile_ids: Vec<u64>,
}
