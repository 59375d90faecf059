//! A campaign's budgets as a client writes them. Source of the names: the vendor's `LimitConfig`.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::json::Amount;

/// One budget of a campaign. There is one of an action, a period and a set of entities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LimitBody {
    /// What is limited: `setDiscount` (an amount), `setDiscountEffect`, `addFreeItemEffect` or `customEffect` (numbers).
    pub action: String,
    /// How much of it; more than 0.
    pub limit: Amount,
    /// `daily`, `weekly`, `monthly` or `yearly`; left out, or `overall`, it never starts afresh.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// For each of whom it counts by itself: `Profile`, `Coupon`, `Identifier`, `Session`, `Store`. Left out or empty:
    /// the whole campaign.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<String>,
}
