//! The names a rule may use: attributes and event types that exist.

use std::collections::{BTreeMap, BTreeSet};

use domain::attribute::Entity;
use domain::event::{BuiltIn, EventType};
use domain::value::AttributeType;

/// Custom attributes and event types, as the dictionary has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    attributes: BTreeMap<(Entity, Option<String>, String), AttributeType>,
    event_types: BTreeSet<String>,
    campaigns: BTreeSet<u32>,
}

impl Names {
    /// No custom names; built-in ones are always known.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes an attribute known; for `Entity::Event` it also makes its event type known.
    pub fn add(&mut self, entity: Entity, event_type: Option<&str>, name: &str, kind: AttributeType) {
        if let Some(event_type) = event_type {
            self.event_types.insert(event_type.to_owned());
        }
        self.attributes.insert((entity, event_type.map(str::to_owned), name.to_owned()), kind);
    }

    /// Makes a campaign known by its number.
    pub fn add_campaign(&mut self, number: u32) {
        self.campaigns.insert(number);
    }

    /// Whether there is a campaign of that number.
    pub fn has_campaign(&self, number: u32) -> bool {
        self.campaigns.contains(&number)
    }

    /// The type of an attribute; `event_type` is given exactly for `Entity::Event`.
    pub fn attribute(&self, entity: Entity, event_type: Option<&str>, name: &str) -> Option<AttributeType> {
        self.attributes.get(&(entity, event_type.map(str::to_owned), name.to_owned())).copied()
    }

    /// The names of all attributes of an entity (of one event type), in order.
    pub fn of(&self, entity: Entity, event_type: Option<&str>) -> impl Iterator<Item = &str> {
        let wanted = event_type.map(str::to_owned);
        self.attributes.keys().filter(move |key| key.0 == entity && key.1 == wanted).map(|key| key.2.as_str())
    }

    /// The custom event types, in order.
    pub fn event_types(&self) -> impl Iterator<Item = &str> {
        self.event_types.iter().map(String::as_str)
    }

    /// The event type a rule names: a custom type, a built-in one (`talon_session_closed`), or a built-in one in the
    /// camel case spelling of rule documents (`sessionClosed`). `None` when there is no such type.
    pub fn event_type(&self, name: &str) -> Option<EventType> {
        if self.event_types.contains(name) {
            return Some(EventType::Custom(name.to_owned()));
        }
        let named = |event: &BuiltIn| event.name() == name || camel_case(*event) == name;
        BuiltIn::ALL.into_iter().find(named).map(EventType::BuiltIn)
    }
}

impl FromIterator<(Entity, Option<String>, String, AttributeType)> for Names {
    fn from_iter<I: IntoIterator<Item = (Entity, Option<String>, String, AttributeType)>>(all: I) -> Self {
        let mut names = Self::new();
        for (entity, event_type, name, kind) in all {
            names.add(entity, event_type.as_deref(), &name, kind);
        }
        names
    }
}

/// `talon_session_closed` as rule documents spell it: `sessionClosed`.
fn camel_case(event: BuiltIn) -> String {
    let mut spelled = String::new();
    for (index, word) in event.name().split('_').skip(1).enumerate() {
        let (head, tail) = word.split_at(usize::from(index > 0).min(word.len()));
        spelled.push_str(&head.to_uppercase());
        spelled.push_str(tail);
    }
    spelled
}
