//! Source: the vendor's `Return`.

use app::json::Json;
use app::outcome::Outcome;
use serde::Serialize;

use crate::management::{ACCOUNT, APPLICATION};

/// Units that came back. A return has the number of its event.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Return {
    id: u64,
    created: String,
    application_id: u32,
    account_id: u32,
    returned_cart_items: Json,
    event_id: u64,
    session_id: u64,
    session_integration_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile_id: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile_integration_id: Option<String>,
}

impl Return {
    /// The return `outcome` was, of the items as the caller named them.
    pub fn of(outcome: &Outcome, items: Json) -> Option<Self> {
        let (event, session) = outcome.events.last().zip(outcome.session.as_ref())?;
        let number = outcome.number_of_event().unwrap_or_default();
        Some(Self {
            id: number,
            created: event.at.to_string(),
            application_id: APPLICATION,
            account_id: ACCOUNT,
            returned_cart_items: items,
            event_id: number,
            session_id: outcome.numbers.session.unwrap_or_default(),
            session_integration_id: session.id.to_string(),
            profile_id: outcome.numbers.profile,
            profile_integration_id: outcome.customer(),
        })
    }
}
