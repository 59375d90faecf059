//! Every operator with every type it goes with, from `cases/operators.csv`.

use std::collections::BTreeSet;

use crate::common::World;
use domain::attribute::Entity;
use domain::value::{AttributeType, Location, Value};
use rules::operator::{Operator, Shape, operators_for};
use rules::trace::{Outcome, Reason};
use serde_json::{Value as Json, json};

fn rows() -> Vec<csv::StringRecord> {
    let file = include_str!("../../cases/operators.csv");
    csv::Reader::from_reader(file.as_bytes()).records().collect::<Result<_, _>>().unwrap()
}

fn json_of(kind: AttributeType, cell: &str) -> Json {
    if let Some(element) = kind.element() {
        let parts = cell.split("; ").filter(|_| cell != "(empty list)");
        return parts.map(|part| json_of(element, part)).collect();
    }
    match kind {
        AttributeType::Number => serde_json::from_str(cell).unwrap(),
        AttributeType::Boolean => (cell == "true").into(),
        AttributeType::Location => {
            let (latitude, longitude) = cell.split_once(' ').unwrap();
            let number = |text: &str| serde_json::from_str::<Json>(text).unwrap();
            json!({"latitude": number(latitude), "longitude": number(longitude)})
        }
        _ => if cell == "(empty)" { "" } else { cell }.into(),
    }
}

fn value_of(kind: AttributeType, cell: &str) -> Value {
    if let Some(element) = kind.element() {
        let parts = cell.split("; ").filter(|_| cell != "(empty list)");
        return Value::List(parts.map(|part| value_of(element, part)).collect());
    }
    match kind {
        AttributeType::Number => Value::Number(cell.parse().unwrap()),
        AttributeType::Boolean => Value::Bool(cell == "true"),
        AttributeType::Time => Value::Time(cell.parse().unwrap()),
        AttributeType::Location => {
            let (latitude, longitude) = cell.split_once(' ').unwrap();
            Value::Location(Location {
                latitude: latitude.parse().unwrap(),
                longitude: longitude.parse().unwrap(),
            })
        }
        _ => Value::Text(if cell == "(empty)" { String::new() } else { cell.to_owned() }),
    }
}

/// The list type of a scalar type.
fn list_of(kind: AttributeType) -> AttributeType {
    AttributeType::ALL.into_iter().find(|list| list.element() == Some(kind)).unwrap()
}

fn block(kind: AttributeType, operator: Operator, first: &str, second: &str) -> Json {
    let element = kind.element().unwrap_or(kind);
    let mut block =
        json!({"type": "checkAttribute", "attribute": "$Session.Attributes.x", "operator": operator.name()});
    match operator.shape() {
        Shape::None => {}
        Shape::Value => block["value"] = json_of(element, first),
        Shape::List => block["value"] = json_of(list_of(kind), first),
        Shape::MinMax => {
            block["min"] = json_of(kind, first);
            block["max"] = json_of(kind, second);
        }
        Shape::StartEnd => {
            block["start"] = json_of(kind, first);
            block["end"] = json_of(kind, second);
        }
        Shape::Values => block["values"] = json_of(list_of(element), first),
        Shape::ValuesCount => {
            block["values"] = json_of(list_of(element), first);
            block["count"] = json_of(AttributeType::Number, second);
        }
    }
    block
}

#[test]
fn every_row_holds_as_the_table_says() {
    for row in rows() {
        let kind = AttributeType::from_name(&row[0]).unwrap();
        let operator = Operator::from_name(&row[2]).unwrap();
        let mut world = World::new();
        world.names.add(Entity::CustomerSession, None, "x", kind);
        if &row[1] != "(not set)" {
            world.cart().attributes.insert("x".to_owned(), value_of(kind, &row[1]));
        }
        let outcome = world.run(json!([block(kind, operator, &row[3], &row[4])]));
        let found = match &outcome.rule().blocks[0].outcome {
            Outcome::Passed => "yes",
            Outcome::NotPassed(Reason::Different) => "no",
            Outcome::NotPassed(Reason::AttributeNotSet(_)) => "not set",
            other => panic!("{row:?}: {other:?}"),
        };
        assert_eq!(found, &row[5], "{row:?}");
    }
}

#[test]
fn the_table_has_every_operator_of_every_type() {
    let covered: BTreeSet<(String, String)> =
        rows().iter().map(|row| (row[0].to_owned(), row[2].to_owned())).collect();
    for kind in AttributeType::ALL {
        for operator in operators_for(kind) {
            assert!(
                covered.contains(&(kind.name().to_owned(), operator.name().to_owned())),
                "{kind:?} {operator:?}"
            );
        }
    }
    let used: BTreeSet<_> = AttributeType::ALL.into_iter().flat_map(operators_for).collect();
    assert_eq!(used.len(), Operator::ALL.len(), "all 31 operators go with some type");
}

#[test]
fn an_operator_that_does_not_go_with_the_type_is_refused() {
    for kind in AttributeType::ALL {
        for operator in Operator::ALL.into_iter().filter(|operator| !operators_for(kind).contains(operator)) {
            let mut world = World::new();
            world.names.add(Entity::CustomerSession, None, "x", kind);
            let check = json!({"type": "checkAttribute", "attribute": "$Session.Attributes.x", "operator": operator.name()});
            let problems = world.compile(&crate::common::rule(json!([check]))).unwrap_err();
            assert_eq!(problems[0].pointer, "/promotionRules/0/blocks/0/operator", "{kind:?} {operator:?}");
        }
    }
}
