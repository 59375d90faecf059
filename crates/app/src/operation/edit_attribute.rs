//! What may change about an attribute after its creation: title, description, suggestions, and whether it is offered.

use domain::attribute::Attribute;
use domain::attribute_rules::AttributeChanges;
use domain::id::AttributeId;

use super::{Moment, Operation};
use crate::refusal::Refusal;
use crate::request::attribute::AttributeEdit;
use crate::view::workspace::Stale;

/// Changes the attribute `id`.
#[derive(Debug, Clone)]
pub struct EditAttribute {
    /// Its number.
    pub id: u32,
    /// What changes.
    pub body: AttributeEdit,
}

impl Operation for EditAttribute {
    type Answer = Attribute;
    const STALE: &'static [Stale] = &[Stale::Dictionary, Stale::Campaigns];

    fn run(&self, moment: &Moment<'_>) -> Result<Attribute, Refusal> {
        let body = self.body.clone();
        let changes = AttributeChanges {
            title: body.title,
            description: body.description,
            suggestions: body.suggestions,
            restricted_by_suggestions: body.restricted_by_suggestions,
            hidden: body.hidden,
        };
        let attribute = moment.house.dictionary.edit(AttributeId(self.id), changes)?;
        moment.tx.update_attribute(&attribute)?;
        Ok(attribute)
    }
}
