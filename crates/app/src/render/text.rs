//! Values as people and as JSON read them.

use domain::value::Value;
use rust_decimal::Decimal;

use crate::json::{Amount, Json};

/// Money with at least two decimals and no trailing zeros beyond them: `12.50`, `0.125`.
pub fn money(amount: Decimal) -> String {
    let mut amount = amount.normalize();
    if amount.scale() < 2 {
        amount.rescale(2);
    }
    amount.to_string()
}

/// A value as people read it.
pub fn value(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.normalize().to_string(),
        Value::Bool(true) => "true".to_owned(),
        Value::Bool(false) => "false".to_owned(),
        Value::Time(time) => time.to_string(),
        Value::Location(place) => format!("{}, {}", place.latitude.normalize(), place.longitude.normalize()),
        Value::List(items) => items.iter().map(self::value).collect::<Vec<_>>().join(", "),
    }
}

/// A value as JSON, in the shape a request gives it.
pub fn json(value: &Value) -> Json {
    let text = json_text(value);
    Json::parse(text).unwrap_or_else(|_| Json::null())
}

fn json_text(value: &Value) -> String {
    match value {
        Value::Text(text) => quoted(text),
        Value::Number(number) => Amount(*number).to_string(),
        Value::Bool(flag) => flag.to_string(),
        Value::Time(time) => quoted(&time.to_string()),
        Value::Location(place) => {
            format!("{{\"lat\":{},\"lng\":{}}}", Amount(place.latitude), Amount(place.longitude))
        }
        Value::List(items) => format!("[{}]", items.iter().map(json_text).collect::<Vec<_>>().join(",")),
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
