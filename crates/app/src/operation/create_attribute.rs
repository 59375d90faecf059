//! *Create attribute*; the first attribute of a new event type creates the event type.

use domain::attribute_rules::{NewAttribute, parse_entity, parse_type};
use domain::id::AttributeId;
use domain::refusal::Problems;

use super::{Moment, Operation};
use crate::refusal::Refusal;
use crate::request::attribute::AttributeRequest;
use crate::view::workspace::Stale;

/// Defines a new attribute.
#[derive(Debug, Clone)]
pub struct CreateAttribute {
    /// The request's body.
    pub body: AttributeRequest,
}

impl Operation for CreateAttribute {
    type Answer = domain::attribute::Attribute;
    const STALE: &'static [Stale] = &[Stale::Dictionary, Stale::Campaigns];

    fn run(&self, moment: &Moment<'_>) -> Result<Self::Answer, Refusal> {
        let new = read(&self.body)?;
        let id = next_id(moment);
        let attribute = moment.house.dictionary.create(new, id)?;
        moment.tx.insert_attribute(&attribute, moment.now)?;
        Ok(attribute)
    }
}

fn next_id(moment: &Moment<'_>) -> AttributeId {
    let attributes = moment.house.dictionary.attributes();
    AttributeId(attributes.iter().map(|attribute| attribute.id.0).max().unwrap_or(0) + 1)
}

fn read(body: &AttributeRequest) -> Result<NewAttribute, Refusal> {
    let mut problems = Problems::new();
    let entity = problems.keep(parse_entity(&body.entity));
    let kind = problems.keep(parse_type(&body.kind));
    problems.none_or(())?;
    let (Some(entity), Some(kind)) = (entity, kind) else {
        return Err(Refusal::not_found("attribute", body.name.clone()));
    };
    Ok(NewAttribute {
        entity,
        event_type: body.event_type.clone().filter(|name| !name.is_empty()),
        name: body.name.clone(),
        title: body.title.clone(),
        kind,
        description: body.description.clone(),
        suggestions: body.suggestions.clone(),
        restricted_by_suggestions: body.restricted_by_suggestions,
    })
}
