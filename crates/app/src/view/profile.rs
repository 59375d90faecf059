//! A customer on the screen.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::session::AttributeValueView;

/// A customer.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProfileView {
    /// Integration id.
    pub id: String,
    /// When it was first named.
    pub created: String,
    /// Last request that ran the rule engine.
    pub last_activity: String,
    /// Closed sessions.
    pub closed_sessions: u32,
    /// Money spent before discounts.
    pub total_sales: String,
    /// Custom attributes.
    pub attributes: Vec<AttributeValueView>,
}

/// Which profiles are wanted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct ProfileFilter {
    /// Part of the id or of an attribute's value.
    pub text: Option<String>,
}

/// A page of profiles, latest activity first.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProfilePage {
    /// The rows.
    pub rows: Vec<ProfileView>,
    /// Ask with this for the next page; absent on the last.
    pub next: Option<String>,
}
