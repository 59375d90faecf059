//! What a new or edited attribute definition must look like, field by field. The dictionary adds what depends on the
//! definitions that are there already.

use std::fmt::Write as _;

use jiff::Timestamp;
use rust_decimal::Decimal;

use crate::attribute::Entity;
use crate::event::RESERVED_PREFIX;
use crate::refusal::{Problem, ProblemKind, Problems, pointer};
use crate::text::{self, Lines};
use crate::value::{AttributeType, Value};

/// The longest API name, and the longest title, in characters. Our own limit.
pub const LONGEST_NAME: usize = 100;
/// The longest event type name, in characters. Our own limit.
pub const LONGEST_EVENT_TYPE: usize = 200;
/// The longest description, in characters. Our own limit.
pub const LONGEST_DESCRIPTION: usize = 2_000;
/// The most suggestions. Source: the vendor's attribute schema.
pub const MOST_SUGGESTIONS: usize = 50;
/// The longest suggestion, in characters. Our own limit.
pub const LONGEST_SUGGESTION: usize = 500;

/// What *Create attribute* asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAttribute {
    /// Who owns it.
    pub entity: Entity,
    /// The event type it joins, or creates; needed exactly for `Event`.
    pub event_type: Option<String>,
    /// API name.
    pub name: String,
    /// The name people read; empty takes the API name.
    pub title: String,
    /// Its type.
    pub kind: AttributeType,
    /// What it means; may be empty.
    pub description: String,
    /// Values offered when one is typed.
    pub suggestions: Vec<String>,
    /// Only suggested values are accepted.
    pub restricted_by_suggestions: bool,
}

/// What may change after creation; `None` keeps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AttributeChanges {
    /// The name people read; empty takes the API name.
    pub title: Option<String>,
    /// What it means.
    pub description: Option<String>,
    /// Values offered.
    pub suggestions: Option<Vec<String>>,
    /// Only suggested values are accepted.
    pub restricted_by_suggestions: Option<bool>,
    /// Not offered in pickers any more.
    pub hidden: Option<bool>,
}

/// The entity with that vendor name.
///
/// # Errors
/// A problem at `/entity` that lists the names.
pub fn parse_entity(name: &str) -> Result<Entity, Problem> {
    Entity::from_name(name).ok_or_else(|| no_choice("/entity", name, &Entity::ALL.map(Entity::name)))
}

/// The attribute type with that vendor name.
///
/// # Errors
/// A problem at `/type` that lists the names.
pub fn parse_type(name: &str) -> Result<AttributeType, Problem> {
    AttributeType::from_name(name)
        .ok_or_else(|| no_choice("/type", name, &AttributeType::ALL.map(AttributeType::name)))
}

fn no_choice(at: &str, given: &str, choices: &[&str]) -> Problem {
    Problem::new(at, ProblemKind::Choice, format!("\"{given}\" is not one of: {}.", choices.join(", ")))
}

/// Checks an API name: `^[A-Za-z]\w*$`, at most 100 characters. Source of the pattern: the vendor's attribute schema.
///
/// # Errors
/// A problem at `/name`.
pub fn check_name(name: &str) -> Result<(), Problem> {
    text::check_filled(name, "/name", LONGEST_NAME, Lines::One)?;
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic());
    if starts_well && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        return Ok(());
    }
    let details = format!(
        "\"{name}\" is not an API name; begin with a letter A–Z and go on with letters, digits and _."
    );
    Err(Problem::new("/name", ProblemKind::Format, details))
}

/// Checks a title: `^[A-Za-z][A-Za-z0-9_.!~*'() -]*$`, at most 100 characters. Source of the pattern: the vendor's
/// attribute schema.
///
/// # Errors
/// A problem at `/title`.
pub fn check_title(title: &str) -> Result<(), Problem> {
    text::check_filled(title, "/title", LONGEST_NAME, Lines::One)?;
    let starts_well = title.starts_with(|c: char| c.is_ascii_alphabetic());
    if starts_well && title.chars().all(|c| c.is_ascii_alphanumeric() || "_.!~*'() -".contains(c)) {
        return Ok(());
    }
    let details = format!(
        "\"{title}\" is not a title; begin with a letter A–Z and go on with letters, digits, spaces and _ . ! ~ * ' ( ) -"
    );
    Err(Problem::new("/title", ProblemKind::Format, details))
}

/// Checks that the event type is there exactly for `Event`, and its name: 1 to 200 characters, not in the vendor's
/// own name space, no spaces around it. Spaces within and any case are fine.
///
/// # Errors
/// A problem at `/eventType`.
pub fn check_event_type(entity: Entity, event_type: Option<&str>) -> Result<(), Problem> {
    let refuse = |kind, details: String| Err(Problem::new("/eventType", kind, details));
    let is_event = entity == Entity::Event;
    let Some(name) = event_type else {
        return if is_event {
            refuse(
                ProblemKind::Missing,
                "An attribute of an event needs the name of its event type.".to_owned(),
            )
        } else {
            Ok(())
        };
    };
    if !is_event {
        let details = format!(
            "Only attributes of the entity Event have an event type, not those of {}.",
            entity.name()
        );
        return refuse(ProblemKind::Forbidden, details);
    }
    text::check_filled(name, "/eventType", LONGEST_EVENT_TYPE, Lines::One)?;
    if name.trim() != name {
        return refuse(ProblemKind::Format, format!("Remove the spaces around \"{name}\"."));
    }
    if name.starts_with(RESERVED_PREFIX) {
        let details = format!(
            "\"{name}\" begins with \"{RESERVED_PREFIX}\", which only built-in events may; choose another name."
        );
        return refuse(ProblemKind::Forbidden, details);
    }
    Ok(())
}

/// Checks a description: at most 2,000 characters, line breaks allowed.
///
/// # Errors
/// A problem at `/description`.
pub fn check_description(description: &str) -> Result<(), Problem> {
    text::check(description, "/description", LONGEST_DESCRIPTION, Lines::Many)
}

/// Checks the suggestions of an attribute of type `kind`: at most 50, each 1 to 500 characters, a value of the type (of
/// its elements, for lists) and no value twice; none for locations; at least one when `restricted`.
pub fn check_suggestions(
    kind: AttributeType,
    suggestions: &[String],
    restricted: bool,
    problems: &mut Problems,
) {
    if suggestions.len() > MOST_SUGGESTIONS {
        let details =
            format!("At most {MOST_SUGGESTIONS} suggestions are allowed, these are {}.", suggestions.len());
        return problems.push(Problem::new("/suggestions", ProblemKind::Limit, details));
    }
    if restricted && suggestions.is_empty() {
        let details =
            "Add at least one suggestion, or lift the restriction: otherwise no value is allowed at all.";
        problems.push(Problem::new("/suggestions", ProblemKind::Missing, details));
    }
    let mut seen = Vec::with_capacity(suggestions.len());
    for (index, suggestion) in suggestions.iter().enumerate() {
        let at = pointer("/suggestions", index);
        if let Some(value) = problems.keep(check_suggestion(kind, suggestion, &at)) {
            if seen.contains(&value) {
                let details = format!("\"{suggestion}\" is in the list already.");
                problems.push(Problem::new(at, ProblemKind::Taken, details));
            }
            seen.push(value);
        }
    }
}

fn check_suggestion(kind: AttributeType, suggestion: &str, at: &str) -> Result<Value, Problem> {
    text::check_filled(suggestion, at, LONGEST_SUGGESTION, Lines::One)?;
    parse_suggestion(kind, suggestion).ok_or_else(|| {
        let wanted = match scalar(kind) {
            AttributeType::Number => "a number such as 12.50",
            AttributeType::Boolean => "true or false",
            AttributeType::Time => "a time such as 2026-11-30T09:00:00Z",
            AttributeType::Location | AttributeType::ListLocation => {
                return Problem::new(
                    at,
                    ProblemKind::Forbidden,
                    "Locations have no suggestions; leave the list empty.",
                );
            }
            AttributeType::String
            | AttributeType::ListString
            | AttributeType::ListNumber
            | AttributeType::ListTime => "text",
        };
        Problem::new(at, ProblemKind::Type, format!("\"{suggestion}\" is not {wanted}."))
    })
}

/// The value a suggestion stands for, if it is one of `kind` (of its elements, for lists).
pub fn parse_suggestion(kind: AttributeType, suggestion: &str) -> Option<Value> {
    match scalar(kind) {
        AttributeType::String => Some(Value::Text(suggestion.to_owned())),
        AttributeType::Number => Decimal::from_str_exact(suggestion).ok().map(Value::Number),
        AttributeType::Boolean => suggestion.parse().ok().map(Value::Bool),
        AttributeType::Time => suggestion.parse::<Timestamp>().ok().map(Value::Time),
        AttributeType::Location
        | AttributeType::ListString
        | AttributeType::ListNumber
        | AttributeType::ListTime
        | AttributeType::ListLocation => None,
    }
}

fn scalar(kind: AttributeType) -> AttributeType {
    kind.element().unwrap_or(kind)
}

/// `values` as a sentence quotes them: `"a", "b"`.
pub(crate) fn quoted(values: &[String]) -> String {
    let mut text = String::new();
    for (index, value) in values.iter().enumerate() {
        let comma = if index == 0 { "" } else { ", " };
        // Writing to a String cannot fail.
        let _ = write!(text, "{comma}\"{value}\"");
    }
    text
}
