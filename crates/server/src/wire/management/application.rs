//! Source: the vendor's `Application`.

use app::listing::application::ApplicationRecord;
use serde::Serialize;

use crate::management::{ACCOUNT, APPLICATION};

/// The workspace as an Application.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Application {
    id: u32,
    created: String,
    modified: String,
    account_id: u32,
    name: String,
    description: &'static str,
    timezone: String,
    currency: String,
    case_sensitivity: &'static str,
    enable_cascading_discounts: bool,
    enable_flattened_cart_items: bool,
    enable_partial_discounts: bool,
    sandbox: bool,
    loyalty_programs: [(); 0],
}

impl From<ApplicationRecord> for Application {
    fn from(record: ApplicationRecord) -> Self {
        Self {
            id: APPLICATION,
            created: record.created.to_string(),
            modified: record.created.to_string(),
            account_id: ACCOUNT,
            name: record.name,
            description: "",
            timezone: record.time_zone,
            currency: record.currency,
            case_sensitivity: "sensitive",
            enable_cascading_discounts: false,
            enable_flattened_cart_items: true,
            enable_partial_discounts: true,
            sandbox: true,
            loyalty_programs: [],
        }
    }
}
