//! Attribute values, each under the name of its type.

use std::collections::BTreeMap;

use domain::value::{Attributes, Location, Value};
use serde::{Deserialize, Serialize};

use super::scalar::{Instant, Number};

/// `{"text": "x"}`, `{"number": "1.5"}`, `{"list": […]}` and so on.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StoredValue {
    Text(String),
    Number(Number),
    Bool(bool),
    Time(Instant),
    Location { latitude: Number, longitude: Number },
    List(Vec<StoredValue>),
}

/// Values by name.
pub(crate) type StoredAttributes = BTreeMap<String, StoredValue>;

impl From<&Value> for StoredValue {
    fn from(value: &Value) -> Self {
        match value {
            Value::Text(text) => Self::Text(text.clone()),
            Value::Number(number) => Self::Number(Number(*number)),
            Value::Bool(truth) => Self::Bool(*truth),
            Value::Time(time) => Self::Time(Instant(*time)),
            Value::Location(place) => {
                Self::Location { latitude: Number(place.latitude), longitude: Number(place.longitude) }
            }
            Value::List(items) => Self::List(items.iter().map(Self::from).collect()),
        }
    }
}

impl From<StoredValue> for Value {
    fn from(stored: StoredValue) -> Self {
        match stored {
            StoredValue::Text(text) => Self::Text(text),
            StoredValue::Number(number) => Self::Number(number.0),
            StoredValue::Bool(truth) => Self::Bool(truth),
            StoredValue::Time(time) => Self::Time(time.0),
            StoredValue::Location { latitude, longitude } => {
                Self::Location(Location { latitude: latitude.0, longitude: longitude.0 })
            }
            StoredValue::List(items) => Self::List(items.into_iter().map(Self::from).collect()),
        }
    }
}

/// Attributes as stored.
pub(crate) fn attributes(named: &Attributes) -> StoredAttributes {
    named.iter().map(|(name, value)| (name.clone(), value.into())).collect()
}

/// Attributes as used.
pub(crate) fn from_attributes(named: StoredAttributes) -> Attributes {
    named.into_iter().map(|(name, value)| (name, value.into())).collect()
}

/// The texts by which an event is found by this value: one for a scalar, one per element of a list.
/// Numbers without trailing zeros, times in RFC 3339, places as `latitude,longitude`.
pub(crate) fn search_texts(value: &Value) -> Vec<String> {
    match value {
        Value::Text(text) => vec![text.clone()],
        Value::Number(number) => vec![number.normalize().to_string()],
        Value::Bool(truth) => vec![truth.to_string()],
        Value::Time(time) => vec![time.to_string()],
        Value::Location(place) => {
            vec![format!("{},{}", place.latitude.normalize(), place.longitude.normalize())]
        }
        Value::List(items) => items.iter().flat_map(search_texts).collect(),
    }
}
