//! Attribute values with the names the dictionary gives them.

use domain::attribute::Entity;
use domain::dictionary::Dictionary;
use domain::value::{AttributeType, Attributes, Value};

use super::text;
use crate::view::session::AttributeValueView;

/// `values` of `entity`, in name order.
pub fn values(
    values: &Attributes,
    entity: Entity,
    event_type: Option<&str>,
    dictionary: &Dictionary,
) -> Vec<AttributeValueView> {
    values.iter().map(|(name, value)| one(name, value, entity, event_type, dictionary)).collect()
}

fn one(
    name: &str,
    value: &Value,
    entity: Entity,
    event_type: Option<&str>,
    dictionary: &Dictionary,
) -> AttributeValueView {
    let definition = dictionary.attribute(entity, event_type, name);
    AttributeValueView {
        name: name.to_owned(),
        title: definition.map_or(name, |definition| &definition.title).to_owned(),
        kind: definition.map_or_else(|| kind_of(value), |definition| definition.kind).name().to_owned(),
        text: text::value(value),
        value: text::json(value),
    }
}

/// For values whose definition is elsewhere, such as an event's attribute added to a session.
fn kind_of(value: &Value) -> AttributeType {
    AttributeType::ALL.into_iter().find(|kind| kind.admits(value)).unwrap_or(AttributeType::String)
}
