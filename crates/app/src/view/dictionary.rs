//! The dictionary: entities, event types, attributes, and where they are used.

use serde::Serialize;
use specta::Type;

/// A campaign that uses something.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UsageView {
    /// Its number.
    pub campaign_id: u32,
    /// Its name.
    pub name: String,
}

/// An attribute, custom or built in.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AttributeView {
    /// Its number; absent for built-in ones, which are locked.
    pub id: Option<u32>,
    /// `CustomerProfile`, `CustomerSession`, `CartItem` or `Event`.
    pub entity: String,
    /// For events: the event type.
    pub event_type: Option<String>,
    /// API name.
    pub name: String,
    /// As a rule writes it: `$Session.Attributes.x`.
    pub path: String,
    /// The name people read.
    pub title: String,
    /// The type by the vendor's name.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it means.
    pub description: String,
    /// Values offered when one is typed.
    pub suggestions: Vec<String>,
    /// Only those are accepted.
    pub restricted_by_suggestions: bool,
    /// Not offered in pickers.
    pub hidden: bool,
    /// Built in: nothing about it can change.
    pub locked: bool,
    /// When a value last arrived.
    pub last_seen: Option<String>,
    /// Campaigns whose rules look at it.
    pub used_by: Vec<UsageView>,
}

/// An entity and its attributes; for events, those come by event type.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EntityView {
    /// The vendor's name.
    pub entity: String,
    /// The name people read.
    pub title: String,
    /// Its attributes, built-in ones first; empty for events.
    pub attributes: Vec<AttributeView>,
}

/// An event type and its attributes.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EventTypeView {
    /// Its name on the wire.
    pub name: String,
    /// The name people read.
    pub title: String,
    /// One of the nine.
    pub built_in: bool,
    /// When it happens (built-in ones) or what its attributes are for.
    pub meaning: String,
    /// Its attributes.
    pub attributes: Vec<AttributeView>,
    /// How often it was recorded.
    pub recorded: u32,
    /// When last.
    pub last_seen: Option<String>,
    /// Campaigns whose rules wait for it.
    pub used_by: Vec<UsageView>,
}

/// The dictionary.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DictionaryView {
    /// Profile, session, cart item, event.
    pub entities: Vec<EntityView>,
    /// Custom event types first, then the nine.
    pub event_types: Vec<EventTypeView>,
    /// The attribute types a form offers.
    pub types: Vec<String>,
}
