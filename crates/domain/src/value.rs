//! Attribute values and their types.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use rust_decimal::Decimal;

/// A point on the earth, in degrees. Our own shape: the vendor does not publish one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// −90 to 90.
    pub latitude: Decimal,
    /// −180 to 180.
    pub longitude: Decimal,
}

/// One value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text.
    Text(String),
    /// A decimal number, never a binary fraction.
    Number(Decimal),
    /// True or false.
    Bool(bool),
    /// An instant.
    Time(Timestamp),
    /// A place.
    Location(Location),
    /// Values of one scalar type, in the order given.
    List(Vec<Value>),
}

/// Named values in name order.
pub type Attributes = BTreeMap<String, Value>;

/// The types an attribute can have. Names as in the vendor's attribute entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AttributeType {
    /// `string`
    String,
    /// `number`
    Number,
    /// `boolean`
    Boolean,
    /// `time`
    Time,
    /// `location`
    Location,
    /// `(list string)`
    ListString,
    /// `(list number)`
    ListNumber,
    /// `(list time)`
    ListTime,
    /// `(list location)`
    ListLocation,
}

impl AttributeType {
    /// Every type, in the order a form offers them.
    pub const ALL: [Self; 9] = [
        Self::String,
        Self::Number,
        Self::Boolean,
        Self::Time,
        Self::Location,
        Self::ListString,
        Self::ListNumber,
        Self::ListTime,
        Self::ListLocation,
    ];

    /// The vendor's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Time => "time",
            Self::Location => "location",
            Self::ListString => "(list string)",
            Self::ListNumber => "(list number)",
            Self::ListTime => "(list time)",
            Self::ListLocation => "(list location)",
        }
    }

    /// The type with that vendor name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The type of the list's elements; `None` for scalars.
    pub fn element(self) -> Option<Self> {
        match self {
            Self::ListString => Some(Self::String),
            Self::ListNumber => Some(Self::Number),
            Self::ListTime => Some(Self::Time),
            Self::ListLocation => Some(Self::Location),
            Self::String | Self::Number | Self::Boolean | Self::Time | Self::Location => None,
        }
    }

    /// Whether `value` is of this type. An empty list is of every list type.
    pub fn admits(self, value: &Value) -> bool {
        match value {
            Value::Text(_) => self == Self::String,
            Value::Number(_) => self == Self::Number,
            Value::Bool(_) => self == Self::Boolean,
            Value::Time(_) => self == Self::Time,
            Value::Location(_) => self == Self::Location,
            Value::List(items) => {
                self.element().is_some_and(|kind| items.iter().all(|item| kind.admits(item)))
            }
        }
    }
}

/// As a person would write it: text as it is, times in RFC 3339, places as `latitude,longitude`, lists in brackets.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
            Self::Bool(flag) => write!(f, "{flag}"),
            Self::Time(time) => write!(f, "{time}"),
            Self::Location(place) => write!(f, "{},{}", place.latitude, place.longitude),
            Self::List(items) => {
                f.write_str("[")?;
                for (index, item) in items.iter().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    write!(f, "{comma}{item}")?;
                }
                f.write_str("]")
            }
        }
    }
}
