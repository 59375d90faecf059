//! Source: the vendor's `ApplicationEvent`.

use app::json::Json;
use app::listing::events::EventRecord;
use app::render::wire::WireEffect;
use serde::Serialize;

use crate::management::APPLICATION;

/// An event with its effects.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationEvent {
    id: u64,
    created: String,
    application_id: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile_id: Option<u64>,
    /// 0 outside sessions. Source: the vendor's *Exporting data*.
    session_id: u64,
    #[serde(rename = "type")]
    event_type: String,
    attributes: Json,
    effects: Vec<WireEffect>,
}

impl From<EventRecord> for ApplicationEvent {
    fn from(record: EventRecord) -> Self {
        Self {
            id: record.id,
            created: record.created.to_string(),
            application_id: APPLICATION,
            profile_id: record.profile_id,
            session_id: record.session_id.unwrap_or_default(),
            event_type: record.event_type,
            attributes: record.attributes,
            effects: record.effects,
        }
    }
}
