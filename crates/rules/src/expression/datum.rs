//! A value while it is being computed: borrowed from the facts or the plan where possible.

use std::borrow::Cow;
use std::rc::Rc;

use domain::effect::Unit;
use domain::value::{Location, Value};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rust_decimal::Decimal;

/// A value being computed.
#[derive(Debug, Clone, PartialEq)]
pub enum Datum<'a> {
    Text(Cow<'a, str>),
    Number(Decimal),
    Bool(bool),
    Time(Timestamp),
    Location(Location),
    List(Cow<'a, [Value]>),
    Units(Rc<[Unit]>),
}

impl<'a> Datum<'a> {
    /// Borrows a value.
    pub fn of(value: &'a Value) -> Self {
        match value {
            Value::Text(text) => Self::Text(Cow::Borrowed(text)),
            Value::Number(number) => Self::Number(*number),
            Value::Bool(truth) => Self::Bool(*truth),
            Value::Time(time) => Self::Time(*time),
            Value::Location(location) => Self::Location(*location),
            Value::List(items) => Self::List(Cow::Borrowed(items)),
        }
    }

    /// The value to keep. Units have none of their own and become their number.
    pub fn into_value(self) -> Value {
        match self {
            Self::Text(text) => Value::Text(text.into_owned()),
            Self::Number(number) => Value::Number(number),
            Self::Bool(truth) => Value::Bool(truth),
            Self::Time(time) => Value::Time(time),
            Self::Location(location) => Value::Location(location),
            Self::List(items) => Value::List(items.into_owned()),
            Self::Units(units) => Value::Number(Decimal::from(units.len())),
        }
    }

    /// The number, or 0 for anything else; the check has made sure that it is one.
    pub fn number(&self) -> Decimal {
        match self {
            Self::Number(number) => *number,
            Self::Text(_)
            | Self::Bool(_)
            | Self::Time(_)
            | Self::Location(_)
            | Self::List(_)
            | Self::Units(_) => Decimal::ZERO,
        }
    }

    /// Whether it is `true`; the check has made sure that it is true or false.
    pub fn truth(&self) -> bool {
        matches!(self, Self::Bool(true))
    }

    /// The text; empty for anything else.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Number(_)
            | Self::Bool(_)
            | Self::Time(_)
            | Self::Location(_)
            | Self::List(_)
            | Self::Units(_) => "",
        }
    }

    /// The elements; none for anything else.
    pub fn elements(&self) -> &[Value] {
        match self {
            Self::List(items) => items,
            Self::Text(_)
            | Self::Number(_)
            | Self::Bool(_)
            | Self::Time(_)
            | Self::Location(_)
            | Self::Units(_) => &[],
        }
    }

    /// The instant, if it is one.
    pub fn time(&self) -> Option<Timestamp> {
        match self {
            Self::Time(time) => Some(*time),
            Self::Text(_)
            | Self::Number(_)
            | Self::Bool(_)
            | Self::Location(_)
            | Self::List(_)
            | Self::Units(_) => None,
        }
    }

    /// Whether both are the same value: numbers by value, times by instant, texts by their characters.
    pub fn equals(&self, other: &Datum<'_>) -> bool {
        match (self, other) {
            (Self::Text(left), Datum::Text(right)) => left == right,
            (Self::Number(left), Datum::Number(right)) => left == right,
            (Self::Bool(left), Datum::Bool(right)) => left == right,
            (Self::Time(left), Datum::Time(right)) => left == right,
            (Self::Location(left), Datum::Location(right)) => left == right,
            (Self::List(left), Datum::List(right)) => left == right,
            _ => false,
        }
    }

    /// Whether a stored value is the same.
    pub fn is(&self, value: &Value) -> bool {
        self.equals(&Datum::of(value))
    }

    /// Appends the value as people read it; times in `zone` with their offset, otherwise in UTC.
    pub fn render(&self, zone: Option<&TimeZone>, out: &mut String) {
        match self {
            Self::Text(text) => out.push_str(text),
            Self::Number(number) => out.push_str(&number.normalize().to_string()),
            Self::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
            Self::Time(time) => out.push_str(&render_time(*time, zone)),
            Self::Location(location) => {
                out.push_str(&location.latitude.normalize().to_string());
                out.push_str(", ");
                out.push_str(&location.longitude.normalize().to_string());
            }
            Self::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { ", " });
                    Datum::of(item).render(zone, out);
                }
            }
            Self::Units(units) => out.push_str(&units.len().to_string()),
        }
    }
}

/// An instant as RFC 3339 text, with the offset of `zone` or in UTC.
pub fn render_time(time: Timestamp, zone: Option<&TimeZone>) -> String {
    match zone {
        None => time.to_string(),
        Some(zone) => time.display_with_offset(zone.to_offset(time)).to_string(),
    }
}
