//! Values as people and as JSON read them.

use domain::fate::Account;
use domain::value::Value;
use jiff::Timestamp;
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

/// A count without decimals: `2`.
pub fn count(amount: Decimal) -> String {
    amount.normalize().to_string()
}

/// How many events: `1 event`, `20 events`.
pub fn events(count: u64) -> String {
    if count == 1 { "1 event".to_owned() } else { format!("{count} events") }
}

/// An amount in the measure of its account: `12.50` or `2`.
pub fn measure(account: Account, amount: Decimal) -> String {
    if account.is_money() { money(amount) } else { count(amount) }
}

/// A value as people read it.
pub fn value(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.normalize().to_string(),
        Value::Bool(true) => "true".to_owned(),
        Value::Bool(false) => "false".to_owned(),
        Value::Time(time) => moment(*time),
        Value::Location(place) => format!("{}, {}", place.latitude.normalize(), place.longitude.normalize()),
        Value::List(items) => items.iter().map(self::value).collect::<Vec<_>>().join(", "),
    }
}

/// A time as people read it, in UTC and without what is zero: `2026-11-30 09:00 UTC`.
pub fn moment(time: Timestamp) -> String {
    let has_seconds = time.as_second() % 60 != 0;
    time.strftime(if has_seconds { "%Y-%m-%d %H:%M:%S UTC" } else { "%Y-%m-%d %H:%M UTC" }).to_string()
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
