//! Attribute values as a client wrote them, read by the type the dictionary gives them.

use std::collections::BTreeMap;

use domain::attribute::{Attribute, Entity};
use domain::dictionary::Dictionary;
use domain::refusal::{Problem, Problems, pointer};
use domain::value::{AttributeType, Attributes, Location, Value};
use domain::value_check::{check_value, unknown_attribute, wrong_type};
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::strict::Strict;
use crate::json::{Amount, Json, Named};

/// Reads attributes of `entity`; `null` means "remove" and stays `None`. Pointers begin with `at`.
pub fn read_changes(
    given: &Named<Json>,
    entity: Entity,
    event_type: Option<&str>,
    dictionary: &Dictionary,
    at: &str,
    problems: &mut Problems,
) -> BTreeMap<String, Option<Value>> {
    let mut changes = BTreeMap::new();
    for (name, json) in &given.0 {
        let field = pointer(at, name);
        let Some(attribute) = dictionary.attribute(entity, event_type, name) else {
            problems.push(Problem { pointer: field, ..unknown_attribute(entity, name) });
            continue;
        };
        if json.text() == "null" {
            changes.insert(name.clone(), None);
        } else if let Some(value) = problems.keep(read(json, attribute, &field)) {
            changes.insert(name.clone(), Some(value));
        }
    }
    changes
}

/// As [`read_changes`], where `null` means that the attribute is not given.
pub fn read_all(
    given: &Named<Json>,
    entity: Entity,
    event_type: Option<&str>,
    dictionary: &Dictionary,
    at: &str,
    problems: &mut Problems,
) -> Attributes {
    let changes = read_changes(given, entity, event_type, dictionary, at, problems);
    changes.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn read(json: &Json, attribute: &Attribute, field: &str) -> Result<Value, Problem> {
    let Some(value) = read_as(attribute.kind, json.text()) else {
        return Err(wrong_type(attribute, json.text(), field));
    };
    check_value(attribute, &value, field)?;
    Ok(value)
}

/// The JSON `text` as a value of `kind`; `None` when it is of another type.
pub fn read_as(kind: AttributeType, text: &str) -> Option<Value> {
    match kind {
        AttributeType::String => serde_json::from_str(text).ok().map(Value::Text),
        AttributeType::Number => Amount::read(text).ok().map(Value::Number),
        AttributeType::Boolean => serde_json::from_str(text).ok().map(Value::Bool),
        AttributeType::Time => read_time(text).map(Value::Time),
        AttributeType::Location => read_location(text).map(Value::Location),
        AttributeType::ListString
        | AttributeType::ListNumber
        | AttributeType::ListTime
        | AttributeType::ListLocation => {
            let element = kind.element()?;
            let items: Vec<Box<RawValue>> = serde_json::from_str(text).ok()?;
            items.iter().map(|item| read_as(element, item.get())).collect::<Option<_>>().map(Value::List)
        }
    }
}

fn read_time(text: &str) -> Option<Timestamp> {
    let text: String = serde_json::from_str(text).ok()?;
    let time: Timestamp = text.parse().ok()?;
    Timestamp::from_microsecond(time.as_microsecond()).ok()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LocationBody {
    lat: Amount,
    lng: Amount,
}

fn read_location(text: &str) -> Option<Location> {
    let body = LocationBody::deserialize(Strict(&mut serde_json::Deserializer::from_str(text))).ok()?;
    let within = |value: Decimal, limit: i64| value.abs() <= Decimal::from(limit);
    (within(body.lat.0, 90) && within(body.lng.0, 180))
        .then_some(Location { latitude: body.lat.0, longitude: body.lng.0 })
}
