//! What values a definition accepts.

use domain::attribute::{Attribute, Entity};
use domain::refusal::{Problems, Refusal};
use domain::value::{AttributeType, Attributes, Location, Value};
use domain::value_check::{check_value, check_values};

use crate::attributes::{create, dictionary, suggesting};
use crate::world::{at, money};

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

fn defined(kind: AttributeType, suggestions: &[&str]) -> Attribute {
    create(suggesting(kind, suggestions, !suggestions.is_empty())).unwrap()
}

#[test]
fn values_that_fit_are_accepted() {
    let table = [
        (defined(AttributeType::String, &[]), text("")),
        (defined(AttributeType::String, &[]), text(&"x".repeat(10_000))),
        (defined(AttributeType::String, &["gold", "silver"]), text("gold")),
        (defined(AttributeType::Number, &["1.0"]), Value::Number(money("1"))),
        (defined(AttributeType::Time, &[]), Value::Time(at(0))),
        (defined(AttributeType::ListNumber, &[]), Value::List(vec![])),
        (defined(AttributeType::ListString, &["a", "b"]), Value::List(vec![text("b"), text("a"), text("b")])),
        (
            defined(AttributeType::Location, &[]),
            Value::Location(Location { latitude: money("-90"), longitude: money("180") }),
        ),
    ];
    for (attribute, value) in table {
        assert_eq!(check_value(&attribute, &value, "/attributes/x"), Ok(()), "{value}");
    }
}

#[test]
fn values_that_do_not_fit_are_refused_with_the_reason() {
    let place = Value::Location(Location { latitude: money("90.1"), longitude: money("0") });
    let table = [
        (
            AttributeType::String,
            &[][..],
            Value::Bool(false),
            "Value of \"x\" attribute (false) is not a string",
        ),
        (AttributeType::Number, &[], text("7"), "Value of \"x\" attribute (7) is not a number"),
        (AttributeType::Time, &[], text("now"), "Value of \"x\" attribute (now) is not a time"),
        (
            AttributeType::ListString,
            &[],
            Value::List(vec![text("a"), Value::Bool(true)]),
            "Value of \"x\" attribute ([a, true]) is not a list of strings",
        ),
        (
            AttributeType::String,
            &["a", "b"],
            text("A"),
            "\"A\" is not one of the values allowed for \"x\": \"a\", \"b\".",
        ),
        (
            AttributeType::ListString,
            &["a"],
            Value::List(vec![text("a"), text("c")]),
            "\"c\" is not one of the values allowed for \"x\": \"a\".",
        ),
        (
            AttributeType::String,
            &[],
            text(&"x".repeat(10_001)),
            "At most 10000 characters are allowed, this has 10001.",
        ),
        (
            AttributeType::ListString,
            &[],
            Value::List(vec![text("a"); 1_001]),
            "At most 1000 elements are allowed, these are 1001.",
        ),
        (
            AttributeType::Location,
            &[],
            place,
            "A latitude goes from -90 to 90, a longitude from -180 to 180.",
        ),
    ];
    for (kind, suggestions, value, details) in table {
        let problem = check_value(&defined(kind, suggestions), &value, "/attributes/x").unwrap_err();
        assert_eq!((problem.pointer.as_str(), problem.details.as_str()), ("/attributes/x", details));
    }
}

#[test]
fn an_unknown_attribute_has_the_vendors_text_and_its_place() {
    let values: Attributes = [("tier".to_owned(), text("gold")), ("url".to_owned(), text("/"))].into();
    let mut problems = Problems::new();
    check_values(&dictionary(), (Entity::CustomerProfile, None), &values, "", &mut problems);
    let Err(Refusal::Invalid(problems)) = problems.none_or(()) else { panic!("accepted") };
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    assert_eq!(problem.kind.title(), "Unknown");
    assert_eq!(problem.details, "The attribute \"url\" is not defined on CustomerProfile entities.");
    assert_eq!(problem.pointer, "/attributes/url");
}
