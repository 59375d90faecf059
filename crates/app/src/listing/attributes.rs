//! Custom attributes, and the event types they make.

use std::collections::BTreeSet;

use domain::attribute::Attribute;
use domain::id::AttributeId;
use jiff::Timestamp;

use super::{Window, holds, part};
use crate::refusal::Refusal;
use crate::workspace::{Question, Reading};

/// An attribute with all that is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct AttributeRecord {
    /// Its number.
    pub id: u32,
    /// When it was made.
    pub created: Timestamp,
    /// The entity it belongs to.
    pub entity: &'static str,
    /// For an event: the event type.
    pub event_type: Option<String>,
    /// The number of that event type: the one of its first attribute.
    pub event_type_id: Option<u32>,
    /// API name.
    pub name: String,
    /// The name people read.
    pub title: String,
    /// Its type by the vendor's name.
    pub kind: &'static str,
    /// What it means.
    pub description: String,
    /// Values offered.
    pub suggestions: Vec<String>,
    /// Only they are accepted.
    pub restricted_by_suggestions: bool,
}

/// An event type that custom attributes made.
#[derive(Debug, Clone, PartialEq)]
pub struct EventTypeRecord {
    /// The number of its first attribute.
    pub id: u32,
    /// When that was made.
    pub created: Timestamp,
    /// Its name.
    pub name: String,
}

/// Lists attributes in the order they were made.
#[derive(Debug, Clone)]
pub struct ListAttributes {
    /// Only of this entity.
    pub entity: Option<String>,
    /// Only of this type.
    pub kind: Option<String>,
    /// Only where this is in the name, the description or the type, in either case.
    pub search: String,
    /// Which part.
    pub window: Window,
}

impl Question for ListAttributes {
    /// The part, and how many there are in all.
    type Answer = (Vec<AttributeRecord>, usize);

    fn answer(&self, reading: &Reading<'_>) -> Result<Self::Answer, Refusal> {
        let mut found = records(reading)?;
        found.retain(|one| self.means(one));
        let total = found.len();
        Ok((part(found, self.window).rows, total))
    }
}

impl ListAttributes {
    fn means(&self, one: &AttributeRecord) -> bool {
        self.entity.as_deref().is_none_or(|entity| one.entity == entity)
            && self.kind.as_deref().is_none_or(|kind| one.kind == kind)
            && [one.name.as_str(), &one.description, one.kind].iter().any(|text| holds(text, &self.search))
    }
}

/// One attribute.
#[derive(Debug, Clone, Copy)]
pub struct OneAttribute {
    /// Its number.
    pub id: u32,
}

impl Question for OneAttribute {
    type Answer = AttributeRecord;

    fn answer(&self, reading: &Reading<'_>) -> Result<AttributeRecord, Refusal> {
        let found = records(reading)?.into_iter().find(|one| one.id == self.id);
        found.ok_or_else(|| Refusal::not_found("attribute", self.id.to_string()))
    }
}

/// Lists the event types custom attributes made, in the order they were made.
#[derive(Debug, Clone)]
pub struct ListEventTypes {
    /// Only the one of this name.
    pub name: Option<String>,
    /// Which part.
    pub window: Window,
}

impl Question for ListEventTypes {
    /// The part, and how many there are in all.
    type Answer = (Vec<EventTypeRecord>, usize);

    fn answer(&self, reading: &Reading<'_>) -> Result<Self::Answer, Refusal> {
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        for one in records(reading)? {
            if let Some(name) = one.event_type
                && self.name.as_ref().is_none_or(|wanted| *wanted == name)
                && seen.insert(name.clone())
            {
                found.push(EventTypeRecord { id: one.id, created: one.created, name });
            }
        }
        let total = found.len();
        Ok((part(found, self.window).rows, total))
    }
}

fn records(reading: &Reading<'_>) -> Result<Vec<AttributeRecord>, Refusal> {
    let times = reading.reader.attribute_times()?;
    let attributes = reading.reader.attributes()?;
    let first_of = |name: &Option<String>| {
        let name = name.as_ref()?;
        attributes.iter().find(|one| one.event_type.as_ref() == Some(name)).map(|one| one.id)
    };
    let created = |id: AttributeId| times.get(&id).copied().unwrap_or_default();
    Ok(attributes.iter().map(|one| record(one, first_of(&one.event_type), created(one.id))).collect())
}

fn record(one: &Attribute, event_type_id: Option<AttributeId>, created: Timestamp) -> AttributeRecord {
    AttributeRecord {
        id: one.id.0,
        created,
        entity: one.entity.name(),
        event_type: one.event_type.clone(),
        event_type_id: event_type_id.map(|id| id.0),
        name: one.name.clone(),
        title: one.title.clone(),
        kind: one.kind.name(),
        description: one.description.clone(),
        suggestions: one.suggestions.clone(),
        restricted_by_suggestions: one.restricted_by_suggestions,
    }
}
