//! Campaigns that were not evaluated.

use serde::Serialize;
use specta::Type;

use super::campaign::FrontendState;

/// A campaign that was not evaluated at an event, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NotEvaluatedView {
    /// Its number.
    pub campaign_id: u32,
    /// Its name at the time.
    pub campaign_name: String,
    /// What it was; `running` when the request left it out or its rules cannot be read.
    pub frontend_state: FrontendState,
    /// Why, in words: *scheduled until 2026-06-01 00:00*.
    pub reason: String,
}
