//! The 31 operators of *Check attribute value*, the types they go with, and the words they are read with.
//!
//! The vendor publishes the names and the operands, not which operator goes with which type; [`operators_for`] is our
//! table, read by the check, by the tests and by the rule editor.

use domain::value::AttributeType;
use serde::Serialize;

/// An operator, by the vendor's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[expect(missing_docs, reason = "each name is documented by `words`, which is what people read")]
#[serde(rename_all = "camelCase")]
pub enum Operator {
    Equals,
    #[serde(rename = "not(equals)")]
    NotEquals,
    LessThan,
    LessThanOrEqual,
    GreaterThan,
    GreaterThanOrEqual,
    Between,
    Contains,
    #[serde(rename = "not(contains)")]
    NotContains,
    MatchesRegexp,
    StartsWith,
    EndsWith,
    OneOf,
    #[serde(rename = "not(oneOf)")]
    NotOneOf,
    InCollection,
    #[serde(rename = "not(inCollection)")]
    NotInCollection,
    Empty,
    #[serde(rename = "not(empty)")]
    NotEmpty,
    Exists,
    #[serde(rename = "not(exists)")]
    NotExists,
    IsTrue,
    IsFalse,
    ContainsAtLeast,
    ContainsExactly,
    ContainsOneOf,
    ContainsNoneOf,
    ContainsAllOf,
    After,
    Before,
    Within,
    #[serde(rename = "not(within)")]
    NotWithin,
}

/// Which operand fields of the block an operator reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// No operand.
    None,
    /// `value`: one value of the attribute's own type (for lists: of its elements' type).
    Value,
    /// `value`: a list of values of the attribute's own type, or an expression that yields one.
    List,
    /// `min` and `max`.
    MinMax,
    /// `start` and `end`, with `startInclusive` and `endInclusive` (both true when left out).
    StartEnd,
    /// `values`: a list of values of the elements' type.
    Values,
    /// `values` and `count`.
    ValuesCount,
}

impl Operator {
    /// Every operator, in the order of the vendor's schema.
    pub const ALL: [Self; 31] = [
        Self::Equals,
        Self::NotEquals,
        Self::LessThan,
        Self::LessThanOrEqual,
        Self::GreaterThan,
        Self::GreaterThanOrEqual,
        Self::Between,
        Self::Contains,
        Self::NotContains,
        Self::MatchesRegexp,
        Self::StartsWith,
        Self::EndsWith,
        Self::OneOf,
        Self::NotOneOf,
        Self::InCollection,
        Self::NotInCollection,
        Self::Empty,
        Self::NotEmpty,
        Self::Exists,
        Self::NotExists,
        Self::IsTrue,
        Self::IsFalse,
        Self::ContainsAtLeast,
        Self::ContainsExactly,
        Self::ContainsOneOf,
        Self::ContainsNoneOf,
        Self::ContainsAllOf,
        Self::After,
        Self::Before,
        Self::Within,
        Self::NotWithin,
    ];

    /// The vendor's name, such as `not(equals)`.
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// What a marketer reads between the attribute and the value.
    pub fn words(self) -> &'static str {
        self.row().1
    }

    /// The operands.
    pub fn shape(self) -> Shape {
        self.row().2
    }

    /// The operator with that vendor name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|operator| operator.name() == name)
    }

    fn row(self) -> (&'static str, &'static str, Shape) {
        match self {
            Self::Equals => ("equals", "is", Shape::Value),
            Self::NotEquals => ("not(equals)", "is not", Shape::Value),
            Self::LessThan => ("lessThan", "is less than", Shape::Value),
            Self::LessThanOrEqual => ("lessThanOrEqual", "is at most", Shape::Value),
            Self::GreaterThan => ("greaterThan", "is more than", Shape::Value),
            Self::GreaterThanOrEqual => ("greaterThanOrEqual", "is at least", Shape::Value),
            Self::Between => ("between", "is between", Shape::MinMax),
            Self::Contains => ("contains", "contains", Shape::Value),
            Self::NotContains => ("not(contains)", "does not contain", Shape::Value),
            Self::MatchesRegexp => ("matchesRegexp", "matches the pattern", Shape::Value),
            Self::StartsWith => ("startsWith", "starts with", Shape::Value),
            Self::EndsWith => ("endsWith", "ends with", Shape::Value),
            Self::OneOf => ("oneOf", "is one of", Shape::List),
            Self::NotOneOf => ("not(oneOf)", "is none of", Shape::List),
            Self::InCollection => ("inCollection", "is in the collection", Shape::List),
            Self::NotInCollection => ("not(inCollection)", "is not in the collection", Shape::List),
            Self::Empty => ("empty", "is empty", Shape::None),
            Self::NotEmpty => ("not(empty)", "is not empty", Shape::None),
            Self::Exists => ("exists", "is set", Shape::None),
            Self::NotExists => ("not(exists)", "is not set", Shape::None),
            Self::IsTrue => ("isTrue", "is true", Shape::None),
            Self::IsFalse => ("isFalse", "is false", Shape::None),
            Self::ContainsAtLeast => ("containsAtLeast", "contains at least", Shape::ValuesCount),
            Self::ContainsExactly => ("containsExactly", "contains exactly", Shape::ValuesCount),
            Self::ContainsOneOf => ("containsOneOf", "contains at least one of", Shape::Values),
            Self::ContainsNoneOf => ("containsNoneOf", "contains none of", Shape::Values),
            Self::ContainsAllOf => ("containsAllOf", "contains all of", Shape::Values),
            Self::After => ("after", "is after", Shape::Value),
            Self::Before => ("before", "is before", Shape::Value),
            Self::Within => ("within", "is within", Shape::StartEnd),
            Self::NotWithin => ("not(within)", "is not within", Shape::StartEnd),
        }
    }
}

const STRING: &[Operator] = &[
    Operator::Equals,
    Operator::NotEquals,
    Operator::Contains,
    Operator::NotContains,
    Operator::MatchesRegexp,
    Operator::StartsWith,
    Operator::EndsWith,
    Operator::OneOf,
    Operator::NotOneOf,
    Operator::InCollection,
    Operator::NotInCollection,
    Operator::Empty,
    Operator::NotEmpty,
    Operator::Exists,
    Operator::NotExists,
];
const NUMBER: &[Operator] = &[
    Operator::Equals,
    Operator::NotEquals,
    Operator::LessThan,
    Operator::LessThanOrEqual,
    Operator::GreaterThan,
    Operator::GreaterThanOrEqual,
    Operator::Between,
    Operator::OneOf,
    Operator::NotOneOf,
    Operator::InCollection,
    Operator::NotInCollection,
    Operator::Exists,
    Operator::NotExists,
];
const BOOLEAN: &[Operator] = &[
    Operator::IsTrue,
    Operator::IsFalse,
    Operator::Equals,
    Operator::NotEquals,
    Operator::Exists,
    Operator::NotExists,
];
const TIME: &[Operator] = &[
    Operator::Before,
    Operator::After,
    Operator::Between,
    Operator::Within,
    Operator::NotWithin,
    Operator::Equals,
    Operator::NotEquals,
    Operator::Exists,
    Operator::NotExists,
];
const LOCATION: &[Operator] = &[
    Operator::Equals,
    Operator::NotEquals,
    Operator::Empty,
    Operator::NotEmpty,
    Operator::Exists,
    Operator::NotExists,
];
const LIST: &[Operator] = &[
    Operator::Contains,
    Operator::NotContains,
    Operator::ContainsOneOf,
    Operator::ContainsAllOf,
    Operator::ContainsNoneOf,
    Operator::ContainsAtLeast,
    Operator::ContainsExactly,
    Operator::Empty,
    Operator::NotEmpty,
    Operator::Exists,
    Operator::NotExists,
];

/// The operators of cart items and of selectors that yield units.
pub const OPERATORS_FOR_UNITS: &[Operator] =
    &[Operator::Empty, Operator::NotEmpty, Operator::Exists, Operator::NotExists];

/// The operators that go with an attribute type, in the order a form offers them.
///
/// * `between` and `within` include both ends; `within` lets each end be left out by its flag.
/// * `empty` asks whether a set text has no characters or a set list no elements; a set location is never empty. An
///   attribute that is not set is neither empty nor not empty: the condition is false.
/// * `containsAtLeast` and `containsExactly` count how many of the given values occur in the list, each once.
/// * `inCollection` takes a list or an expression that yields one: named collections do not exist here.
pub fn operators_for(kind: AttributeType) -> &'static [Operator] {
    match kind {
        AttributeType::String => STRING,
        AttributeType::Number => NUMBER,
        AttributeType::Boolean => BOOLEAN,
        AttributeType::Time => TIME,
        AttributeType::Location => LOCATION,
        AttributeType::ListString
        | AttributeType::ListNumber
        | AttributeType::ListTime
        | AttributeType::ListLocation => LIST,
    }
}
