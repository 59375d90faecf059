//! Bodies of *Create attribute* and its edit. Source of the names: the vendor's `NewAttribute`.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Body of *Create attribute*.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttributeRequest {
    /// `CustomerProfile`, `CustomerSession`, `CartItem` or `Event`.
    pub entity: String,
    /// For `Event`: the event type, new or existing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_type: Option<String>,
    /// API name.
    pub name: String,
    /// The name people read; the API name when left out.
    #[serde(default)]
    pub title: String,
    /// `string`, `number`, `boolean`, `time`, `location` or a list of them such as `(list string)`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it means.
    #[serde(default)]
    pub description: String,
    /// Values offered when one is typed.
    #[serde(default)]
    pub suggestions: Vec<String>,
    /// Only suggested values are accepted.
    #[serde(default)]
    pub restricted_by_suggestions: bool,
    /// Part of the vendor's form; accepted and without effect here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub editable: Option<bool>,
}

/// What can change after creation; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttributeEdit {
    /// New title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// New description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// New suggestions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestions: Option<Vec<String>>,
    /// Only suggested values are accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restricted_by_suggestions: Option<bool>,
    /// Not offered in pickers any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hidden: Option<bool>,
}
