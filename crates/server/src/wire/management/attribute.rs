//! Source: the vendor's `Attribute`, `NewAttribute` and `EventType`.

use app::listing::attributes::{AttributeRecord, EventTypeRecord};
use app::request::attribute::{AttributeEdit, AttributeRequest};
use serde::{Deserialize, Serialize};

use crate::management::{ACCOUNT, APPLICATION};
use crate::spoken::Refused;

/// An attribute definition.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Attribute {
    id: u32,
    created: String,
    account_id: u32,
    entity: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_type_id: Option<u32>,
    name: String,
    title: String,
    #[serde(rename = "type")]
    kind: &'static str,
    description: String,
    suggestions: Vec<String>,
    has_allowed_list: bool,
    restricted_by_suggestions: bool,
    editable: bool,
    subscribed_applications_ids: [u32; 1],
    subscribed_catalogs_ids: [u32; 0],
}

impl From<AttributeRecord> for Attribute {
    fn from(record: AttributeRecord) -> Self {
        Self {
            id: record.id,
            created: record.created.to_string(),
            account_id: ACCOUNT,
            entity: record.entity,
            event_type: record.event_type,
            event_type_id: record.event_type_id,
            name: record.name,
            title: record.title,
            kind: record.kind,
            description: record.description,
            suggestions: record.suggestions,
            has_allowed_list: false,
            restricted_by_suggestions: record.restricted_by_suggestions,
            editable: true,
            subscribed_applications_ids: [APPLICATION],
            subscribed_catalogs_ids: [],
        }
    }
}

/// An event type that custom attributes made.
#[derive(Debug, Serialize)]
pub struct EventType {
    id: u32,
    created: String,
    title: String,
    name: String,
    description: &'static str,
}

impl From<EventTypeRecord> for EventType {
    fn from(record: EventTypeRecord) -> Self {
        Self {
            id: record.id,
            created: record.created.to_string(),
            title: record.name.clone(),
            name: record.name,
            description: "",
        }
    }
}

/// Body of *Create attribute* and *Update attribute*. Subscriptions are read and have no effect: there is one
/// Application.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewAttribute {
    entity: String,
    #[serde(default)]
    event_type: Option<String>,
    name: String,
    title: String,
    #[serde(rename = "type")]
    kind: String,
    description: String,
    suggestions: Vec<String>,
    #[serde(default)]
    has_allowed_list: Option<bool>,
    #[serde(default)]
    restricted_by_suggestions: Option<bool>,
    editable: bool,
    #[serde(default, rename = "subscribedApplicationsIds")]
    _applications: Option<Vec<u32>>,
    #[serde(default, rename = "subscribedCatalogsIds")]
    _catalogs: Option<Vec<u32>>,
    #[serde(default, rename = "allowedSubscriptions")]
    _subscriptions: Option<Vec<String>>,
}

impl NewAttribute {
    fn check(&self) -> Result<(), Refused> {
        if self.has_allowed_list == Some(true) {
            let details = "Lists of allowed values are not there; send the values as suggestions.";
            return Err(Refused::field("/hasAllowedList", "Forbidden", details));
        }
        Ok(())
    }

    /// As *Create attribute* wants it.
    pub fn into_create(self) -> Result<AttributeRequest, Refused> {
        self.check()?;
        Ok(AttributeRequest {
            entity: self.entity,
            event_type: self.event_type,
            name: self.name,
            title: self.title,
            kind: self.kind,
            description: self.description,
            suggestions: self.suggestions,
            restricted_by_suggestions: self.restricted_by_suggestions.unwrap_or_default(),
            editable: Some(self.editable),
        })
    }

    /// As its edit wants it. What cannot change must be what it is.
    pub fn into_edit(self, before: &AttributeRecord) -> Result<AttributeEdit, Refused> {
        self.check()?;
        let event_type = self.event_type.filter(|name| !name.is_empty());
        for (pointer, is_same) in [
            ("/entity", self.entity == before.entity),
            ("/eventType", event_type == before.event_type),
            ("/name", self.name == before.name),
            ("/type", self.kind == before.kind),
        ] {
            if !is_same {
                let details = "This cannot change after creation; create another attribute instead.";
                return Err(Refused::field(pointer, "Forbidden", details));
            }
        }
        Ok(AttributeEdit {
            title: Some(self.title),
            description: Some(self.description),
            suggestions: Some(self.suggestions),
            restricted_by_suggestions: Some(self.restricted_by_suggestions.unwrap_or_default()),
            hidden: None,
        })
    }
}
