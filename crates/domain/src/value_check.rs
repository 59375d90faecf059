//! Whether a value may be stored under an attribute.

use rust_decimal::Decimal;

use crate::attribute::{Attribute, Entity};
use crate::attribute_rules::{parse_suggestion, quoted};
use crate::dictionary::Dictionary;
use crate::refusal::{Problem, ProblemKind, Problems, pointer};
use crate::text::{self, Lines};
use crate::value::{AttributeType, Attributes, Location, Value};

/// The longest text value, in characters. Our own limit.
pub const LONGEST_VALUE: usize = 10_000;
/// The most elements of a list value. Our own limit.
pub const MOST_ELEMENTS: usize = 1_000;
/// The most characters of a wrong value that a sentence quotes.
const LONGEST_QUOTE: usize = 100;

/// Checks `value` against its definition: type, limits, and the suggestions when only those are allowed (for lists,
/// every element).
///
/// # Errors
/// A problem at `pointer`; the text for a wrong type is the vendor's.
pub fn check_value(attribute: &Attribute, value: &Value, pointer: &str) -> Result<(), Problem> {
    if !attribute.kind.admits(value) {
        return Err(wrong_type(attribute, &value.to_string(), pointer));
    }
    check_size(value, pointer)?;
    if attribute.restricted_by_suggestions { check_suggested(attribute, value, pointer) } else { Ok(()) }
}

/// Checks every one of `attributes` against the definitions of `entity`, for events those of `event_type`; `base` is
/// put before `/attributes/…`.
pub fn check_values(
    dictionary: &Dictionary,
    (entity, event_type): (Entity, Option<&str>),
    attributes: &Attributes,
    base: &str,
    problems: &mut Problems,
) {
    for (name, value) in attributes {
        let checked = match dictionary.attribute(entity, event_type, name) {
            None => Err(unknown_attribute(entity, name)),
            Some(attribute) => check_value(attribute, value, &pointer("/attributes", name)),
        };
        problems.keep(checked.map_err(|problem| problem.within(base)));
    }
}

/// The problem of an attribute that is not in the dictionary, at `/attributes/<name>`. The text is the vendor's.
pub fn unknown_attribute(entity: Entity, name: &str) -> Problem {
    let details = format!("The attribute \"{name}\" is not defined on {} entities.", entity.name());
    Problem::new(pointer("/attributes", name), ProblemKind::Unknown, details)
}

/// The problem of a value of another type than the definition's; `shown` is the value as the client wrote it. The text
/// is the vendor's.
pub fn wrong_type(attribute: &Attribute, shown: &str, pointer: &str) -> Problem {
    let wanted = match attribute.kind {
        AttributeType::String => "a string",
        AttributeType::Number => "a number",
        AttributeType::Boolean => "a boolean",
        AttributeType::Time => "a time",
        AttributeType::Location => "a location",
        AttributeType::ListString => "a list of strings",
        AttributeType::ListNumber => "a list of numbers",
        AttributeType::ListTime => "a list of times",
        AttributeType::ListLocation => "a list of locations",
    };
    let mut quote: String = shown.chars().take(LONGEST_QUOTE).collect();
    if quote.len() < shown.len() {
        quote.push('…');
    }
    let details = format!("Value of \"{}\" attribute ({quote}) is not {wanted}", attribute.name);
    Problem::new(pointer, ProblemKind::Type, details)
}

fn check_size(value: &Value, pointer: &str) -> Result<(), Problem> {
    match value {
        Value::Text(text) => text::check(text, pointer, LONGEST_VALUE, Lines::Many),
        Value::Location(location) => check_location(*location, pointer),
        Value::List(items) if items.len() > MOST_ELEMENTS => {
            let details = format!("At most {MOST_ELEMENTS} elements are allowed, these are {}.", items.len());
            Err(Problem::new(pointer, ProblemKind::Limit, details))
        }
        Value::List(items) => items.iter().try_for_each(|item| check_size(item, pointer)),
        Value::Number(_) | Value::Bool(_) | Value::Time(_) => Ok(()),
    }
}

fn check_location(location: Location, pointer: &str) -> Result<(), Problem> {
    let within = |degrees: Decimal, most: i64| degrees.abs() <= Decimal::from(most);
    if within(location.latitude, 90) && within(location.longitude, 180) {
        return Ok(());
    }
    let details = "A latitude goes from -90 to 90, a longitude from -180 to 180.";
    Err(Problem::new(pointer, ProblemKind::Limit, details))
}

fn check_suggested(attribute: &Attribute, value: &Value, pointer: &str) -> Result<(), Problem> {
    let is_suggested = |wanted: &Value| {
        let mut suggestions = attribute.suggestions.iter();
        suggestions.any(|suggestion| parse_suggestion(attribute.kind, suggestion).as_ref() == Some(wanted))
    };
    let stranger = match value {
        Value::List(items) => items.iter().find(|item| !is_suggested(item)),
        Value::Text(_) | Value::Number(_) | Value::Bool(_) | Value::Time(_) | Value::Location(_) => {
            (!is_suggested(value)).then_some(value)
        }
    };
    let Some(stranger) = stranger else { return Ok(()) };
    let choices = quoted(&attribute.suggestions);
    let details =
        format!("\"{stranger}\" is not one of the values allowed for \"{}\": {choices}.", attribute.name);
    Err(Problem::new(pointer, ProblemKind::Choice, details))
}
