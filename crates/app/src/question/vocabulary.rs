//! Everything a rule can be made of in this workspace: paths, operators, events, functions.

use domain::attribute::{Attribute, Entity};
use domain::built_in::{BUILT_IN_ATTRIBUTES, BuiltInAttribute};
use domain::event::BuiltIn;
use domain::value::AttributeType;
use rules::expression::function::Function;
use rules::operator::{Shape, operators_for};

use super::dictionary::path_of;
use crate::refusal::Refusal;
use crate::render::budget;
use crate::view::campaign::{
    EventChoiceView, FunctionView, OperandShape, OperatorView, PathView, TypeOperatorsView, VocabularyView,
};
use crate::workspace::{Question, Reading};

/// What the rule editor offers.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary;

impl Question for Vocabulary {
    type Answer = VocabularyView;

    fn answer(&self, reading: &Reading<'_>) -> Result<VocabularyView, Refusal> {
        let dictionary = &reading.house.dictionary;
        let customs = dictionary.attributes().iter().filter(|attribute| !attribute.hidden).map(custom);
        let custom_events = dictionary.event_types().into_iter().map(|name| EventChoiceView {
            event_type: name.to_owned(),
            title: name.to_owned(),
            built_in: false,
        });
        let built_in_events = BuiltIn::ALL.into_iter().map(|event| EventChoiceView {
            event_type: event.name().to_owned(),
            title: event.title().to_owned(),
            built_in: true,
        });
        Ok(VocabularyView {
            paths: BUILT_IN_ATTRIBUTES.iter().filter_map(built_in).chain(customs).collect(),
            operators: AttributeType::ALL.into_iter().map(operators).collect(),
            events: custom_events.chain(built_in_events).collect(),
            budgets: budget::vocabulary(),
            functions: Function::ALL.iter().copied().map(function).collect(),
        })
    }
}

/// Cart items as a whole are only read by selectors.
fn built_in(attribute: &BuiltInAttribute) -> Option<PathView> {
    Some(PathView {
        path: format!("${}", attribute.path),
        title: attribute.title.to_owned(),
        group: group(attribute.entity, None),
        kind: attribute.kind?.name().to_owned(),
        built_in: true,
        event_type: None,
        suggestions: Vec::new(),
        meaning: attribute.meaning.to_owned(),
    })
}

fn custom(attribute: &Attribute) -> PathView {
    PathView {
        path: path_of(attribute),
        title: attribute.title.clone(),
        group: group(attribute.entity, attribute.event_type.as_deref()),
        kind: attribute.kind.name().to_owned(),
        built_in: false,
        event_type: attribute.event_type.clone(),
        suggestions: attribute.suggestions.clone(),
        meaning: attribute.description.clone(),
    }
}

fn group(entity: Entity, event_type: Option<&str>) -> String {
    match (entity, event_type) {
        (Entity::CustomerProfile, _) => "Customer".to_owned(),
        (Entity::CustomerSession, _) => "Session".to_owned(),
        (Entity::CartItem, _) => "Cart item".to_owned(),
        (Entity::Event, Some(event_type)) => format!("Event {event_type}"),
        (Entity::Event, None) => "Event and time".to_owned(),
        (Entity::Coupon, _) => "Coupon code".to_owned(),
    }
}

fn operators(kind: AttributeType) -> TypeOperatorsView {
    let operators = operators_for(kind).iter().map(|operator| OperatorView {
        name: operator.name().to_owned(),
        label: operator.words().to_owned(),
        operands: operands(operator.shape()),
    });
    TypeOperatorsView { kind: kind.name().to_owned(), operators: operators.collect() }
}

fn operands(shape: Shape) -> OperandShape {
    match shape {
        Shape::None => OperandShape::None,
        Shape::Value => OperandShape::Value,
        Shape::List => OperandShape::Values,
        Shape::MinMax => OperandShape::MinMax,
        Shape::StartEnd => OperandShape::StartEnd,
        Shape::Values => OperandShape::List,
        Shape::ValuesCount => OperandShape::ListAndCount,
    }
}

fn function(function: Function) -> FunctionView {
    FunctionView { form: function.usage().to_owned(), meaning: function.meaning().to_owned() }
}
