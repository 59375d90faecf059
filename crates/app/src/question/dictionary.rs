//! The dictionary: entities, event types, attributes, and where they are used.

use std::collections::BTreeMap;

use domain::attribute::{Attribute, Entity};
use domain::built_in::{self, BUILT_IN_ATTRIBUTES, BuiltInAttribute};
use domain::event::{BuiltIn, EventType};
use domain::value::AttributeType;
use store::{AttributeUsage, EventTypeUsage};

use super::count;
use crate::refusal::Refusal;
use crate::usage::Uses;
use crate::view::dictionary::{AttributeView, DictionaryView, EntityView, EventTypeView};
use crate::workspace::{Question, Reading};

/// The whole dictionary.
#[derive(Debug, Clone, Copy)]
pub struct WholeDictionary;

/// One custom attribute.
#[derive(Debug, Clone)]
pub struct OneAttribute {
    /// The definition.
    pub attribute: Attribute,
}

impl Question for WholeDictionary {
    type Answer = DictionaryView;

    fn answer(&self, reading: &Reading<'_>) -> Result<DictionaryView, Refusal> {
        let known = Known::read(reading)?;
        Ok(DictionaryView {
            entities: Entity::ALL.into_iter().map(|entity| entity_view(entity, reading, &known)).collect(),
            event_types: event_types(reading, &known),
            types: AttributeType::ALL.into_iter().map(|kind| kind.name().to_owned()).collect(),
        })
    }
}

impl Question for OneAttribute {
    type Answer = AttributeView;

    fn answer(&self, reading: &Reading<'_>) -> Result<AttributeView, Refusal> {
        Ok(custom(&self.attribute, &Known::read(reading)?))
    }
}

/// What is known of the use of names.
struct Known {
    uses: Uses,
    attributes: Vec<AttributeUsage>,
    events: BTreeMap<EventType, EventTypeUsage>,
}

impl Known {
    fn read(reading: &Reading<'_>) -> Result<Self, Refusal> {
        let events = reading.reader.event_type_usage()?;
        Ok(Self {
            uses: Uses::of(&reading.reader.campaigns()?),
            attributes: reading.reader.attribute_usage()?,
            events: events.into_iter().map(|usage| (usage.event_type.clone(), usage)).collect(),
        })
    }
}

/// The name people read.
fn entity_title(entity: Entity) -> &'static str {
    match entity {
        Entity::CustomerProfile => "Customer profile",
        Entity::CustomerSession => "Customer session",
        Entity::CartItem => "Cart item",
        Entity::Event => "Event",
        Entity::Coupon => "Coupon code",
    }
}

fn entity_view(entity: Entity, reading: &Reading<'_>, known: &Known) -> EntityView {
    let built_ins =
        BUILT_IN_ATTRIBUTES.iter().filter(|one| one.entity == entity).map(|one| locked(one, known));
    let customs = reading.house.dictionary.attributes_of(entity, None).map(|one| custom(one, known));
    EntityView {
        entity: entity.name().to_owned(),
        title: entity_title(entity).to_owned(),
        attributes: built_ins.chain(customs).collect(),
    }
}

fn event_types(reading: &Reading<'_>, known: &Known) -> Vec<EventTypeView> {
    let customs = reading.house.dictionary.event_types().into_iter().map(|name| {
        let attributes = reading.house.dictionary.attributes_of(Entity::Event, Some(name));
        let attributes = attributes.map(|one| custom(one, known)).collect();
        event_type(&EventType::Custom(name.to_owned()), attributes, known)
    });
    let built_ins = BuiltIn::ALL.into_iter().map(|event| {
        let attributes = built_in::attributes_of(event).map(|one| locked(one, known)).collect();
        event_type(&EventType::BuiltIn(event), attributes, known)
    });
    customs.chain(built_ins).collect()
}

fn event_type(kind: &EventType, attributes: Vec<AttributeView>, known: &Known) -> EventTypeView {
    let usage = known.events.get(kind);
    let (title, meaning) = match kind {
        EventType::BuiltIn(event) => (event.title(), built_in::meaning(*event)),
        EventType::Custom(name) => {
            (name.as_str(), "A custom event, triggered with Track event. It cannot be cancelled.")
        }
    };
    EventTypeView {
        name: kind.name().to_owned(),
        title: title.to_owned(),
        built_in: matches!(kind, EventType::BuiltIn(_)),
        meaning: meaning.to_owned(),
        attributes,
        recorded: usage.map_or(0, |usage| count(usage.count)),
        last_seen: usage.map(|usage| usage.last_at.to_string()),
        used_by: known.uses.of_event_type(kind),
    }
}

/// As a rule writes it.
pub fn path_of(attribute: &Attribute) -> String {
    let root = match attribute.entity {
        Entity::CustomerProfile => "Profile",
        Entity::CustomerSession => "Session",
        Entity::CartItem => "Item",
        Entity::Event => "Event",
        Entity::Coupon => "Coupon",
    };
    format!("${root}.Attributes.{}", attribute.name)
}

fn custom(attribute: &Attribute, known: &Known) -> AttributeView {
    let path = path_of(attribute);
    let event_type = attribute.event_type.as_deref();
    let seen = known
        .attributes
        .iter()
        .find(|usage| Some(usage.event_type.name()) == event_type && usage.name == attribute.name);
    AttributeView {
        id: Some(attribute.id.0),
        entity: attribute.entity.name().to_owned(),
        event_type: attribute.event_type.clone(),
        name: attribute.name.clone(),
        title: attribute.title.clone(),
        kind: attribute.kind.name().to_owned(),
        description: attribute.description.clone(),
        suggestions: attribute.suggestions.clone(),
        restricted_by_suggestions: attribute.restricted_by_suggestions,
        hidden: attribute.hidden,
        locked: false,
        last_seen: seen.map(|usage| usage.last_at.to_string()),
        used_by: known.uses.of_path(&path, event_type),
        path,
    }
}

fn locked(attribute: &BuiltInAttribute, known: &Known) -> AttributeView {
    let path = format!("${}", attribute.path);
    AttributeView {
        id: None,
        entity: attribute.entity.name().to_owned(),
        event_type: None,
        name: attribute.path.rsplit('.').next().unwrap_or(attribute.path).to_owned(),
        title: attribute.title.to_owned(),
        kind: attribute.kind.map_or("(list item)", AttributeType::name).to_owned(),
        description: attribute.meaning.to_owned(),
        suggestions: Vec::new(),
        restricted_by_suggestions: false,
        hidden: false,
        locked: true,
        last_seen: None,
        used_by: known.uses.of_path(&path, None),
        path,
    }
}
