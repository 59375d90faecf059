//! The kinds of values an expression can have, known before anything is evaluated.

use domain::value::{AttributeType, Value};

/// A kind of single values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scalar {
    /// Text.
    Text,
    /// Decimal number.
    Number,
    /// True or false.
    Bool,
    /// Instant.
    Time,
    /// Place.
    Location,
}

/// What an expression yields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One value.
    One(Scalar),
    /// Values of one kind.
    Many(Scalar),
    /// The list literal without elements: fits every list.
    Nothing,
    /// Units of the flattened cart.
    Units,
}

impl Kind {
    /// Text.
    pub const TEXT: Self = Self::One(Scalar::Text);
    /// Number.
    pub const NUMBER: Self = Self::One(Scalar::Number);
    /// True or false.
    pub const BOOL: Self = Self::One(Scalar::Bool);
    /// Instant.
    pub const TIME: Self = Self::One(Scalar::Time);

    /// The kind of an attribute's values.
    pub fn of(attribute: AttributeType) -> Self {
        match attribute {
            AttributeType::String => Self::TEXT,
            AttributeType::Number => Self::NUMBER,
            AttributeType::Boolean => Self::BOOL,
            AttributeType::Time => Self::TIME,
            AttributeType::Location => Self::One(Scalar::Location),
            AttributeType::ListString => Self::Many(Scalar::Text),
            AttributeType::ListNumber => Self::Many(Scalar::Number),
            AttributeType::ListTime => Self::Many(Scalar::Time),
            AttributeType::ListLocation => Self::Many(Scalar::Location),
        }
    }

    /// The kind of a value.
    pub fn of_value(value: &Value) -> Self {
        match value {
            Value::List(items) => items.first().map_or(Self::Nothing, |first| match Self::of_value(first) {
                Self::One(scalar) => Self::Many(scalar),
                Self::Many(_) | Self::Nothing | Self::Units => Self::Nothing,
            }),
            Value::Text(_) => Self::TEXT,
            Value::Number(_) => Self::NUMBER,
            Value::Bool(_) => Self::BOOL,
            Value::Time(_) => Self::TIME,
            Value::Location(_) => Self::One(Scalar::Location),
        }
    }

    /// Whether a value of this kind can stand where `wanted` is asked for.
    pub fn fits(self, wanted: Self) -> bool {
        self == wanted || (self == Self::Nothing && matches!(wanted, Self::Many(_)))
    }

    /// With its article, for sentences: *a number*, *a list of texts*.
    pub fn words(self) -> &'static str {
        match self {
            Self::One(Scalar::Text) => "a text",
            Self::One(Scalar::Number) => "a number",
            Self::One(Scalar::Bool) => "true or false",
            Self::One(Scalar::Time) => "a time",
            Self::One(Scalar::Location) => "a location",
            Self::Many(Scalar::Text) => "a list of texts",
            Self::Many(Scalar::Number) => "a list of numbers",
            Self::Many(Scalar::Bool) => "a list of true and false",
            Self::Many(Scalar::Time) => "a list of times",
            Self::Many(Scalar::Location) => "a list of locations",
            Self::Nothing => "an empty list",
            Self::Units => "cart items",
        }
    }

    /// What to write for such a value, for sentences.
    pub fn example(self) -> &'static str {
        match self {
            Self::One(Scalar::Text) => "\"shoes\"",
            Self::One(Scalar::Number) => "50 or {{$Session.Total * 10%}}",
            Self::One(Scalar::Bool) => "true",
            Self::One(Scalar::Time) => "\"2026-11-30T00:00:00Z\"",
            Self::One(Scalar::Location) => "{\"latitude\": 52.5, \"longitude\": 13.4}",
            Self::Many(Scalar::Text) => "[\"shoes\", \"shirts\"]",
            Self::Many(Scalar::Number) => "[10, 20]",
            Self::Many(Scalar::Bool) => "[true]",
            Self::Many(Scalar::Time) => "[\"2026-11-30T00:00:00Z\"]",
            Self::Many(Scalar::Location) => "[{\"latitude\": 52.5, \"longitude\": 13.4}]",
            Self::Nothing => "[]",
            Self::Units => "{{$Session.CartItems}}",
        }
    }
}
