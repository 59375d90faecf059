//! The dictionary of a workspace: its attribute definitions, and what they make of a value.

use crate::attribute::{Attribute, Entity};
use crate::attribute_rules::{
    AttributeChanges, NewAttribute, check_description, check_event_type, check_name, check_suggestions,
    check_title,
};
use crate::id::AttributeId;
use crate::refusal::{Problem, ProblemKind, Problems, Refusal};

/// The most attribute definitions of a workspace. Our own limit.
pub const MOST_ATTRIBUTES: usize = 10_000;

/// What makes an attribute unique: entity, event type, API name.
type Key<'a> = (Entity, Option<&'a str>, &'a str);

/// The attribute definitions of a workspace, found by entity, event type and API name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dictionary {
    /// INVARIANT: sorted by key, no key twice.
    attributes: Vec<Attribute>,
}

impl Dictionary {
    /// The dictionary of `attributes`, in whatever order they come.
    pub fn new(mut attributes: Vec<Attribute>) -> Self {
        attributes.sort_by(|a, b| key(a).cmp(&key(b)));
        Self { attributes }
    }

    /// Every definition, by entity, event type and name.
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    /// The definition of `name` on `entity`; `event_type` is needed for events and ignored otherwise.
    pub fn attribute(&self, entity: Entity, event_type: Option<&str>, name: &str) -> Option<&Attribute> {
        let event_type = event_type.filter(|_| entity == Entity::Event);
        let wanted: Key<'_> = (entity, event_type, name);
        let index = self.attributes.binary_search_by(|attribute| key(attribute).cmp(&wanted)).ok()?;
        self.attributes.get(index)
    }

    /// The definition with that number.
    pub fn by_id(&self, id: AttributeId) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.id == id)
    }

    /// The definitions of `entity`, for events those of `event_type`, by name.
    pub fn attributes_of<'a>(
        &'a self,
        entity: Entity,
        event_type: Option<&'a str>,
    ) -> impl Iterator<Item = &'a Attribute> {
        let event_type = event_type.filter(|_| entity == Entity::Event);
        self.attributes.iter().filter(move |attribute| {
            attribute.entity == entity && attribute.event_type.as_deref() == event_type
        })
    }

    /// The custom event types, by name.
    pub fn event_types(&self) -> Vec<&str> {
        let mut types: Vec<&str> = self.attributes.iter().filter_map(|a| a.event_type.as_deref()).collect();
        types.dedup();
        types
    }

    /// Whether there is a custom event type with exactly this name.
    pub fn has_event_type(&self, name: &str) -> bool {
        self.attributes.iter().any(|attribute| attribute.event_type.as_deref() == Some(name))
    }

    /// The definition that `new` asks for, under the number `id`. It is not in the dictionary yet.
    ///
    /// # Errors
    /// `Refusal::Invalid` with every field that is not acceptable: `/eventType`, `/name`, `/title`, `/description`,
    /// `/suggestions`, `/suggestions/3`.
    pub fn create(&self, new: NewAttribute, id: AttributeId) -> Result<Attribute, Refusal> {
        let mut problems = Problems::new();
        let title = if new.title.is_empty() { new.name.clone() } else { new.title };
        let event_type = new.event_type.as_deref();
        problems.keep(check_event_type(new.entity, event_type));
        problems.keep(
            check_name(&new.name).and_then(|()| self.check_name_free(new.entity, event_type, &new.name)),
        );
        let attribute = Attribute {
            id,
            entity: new.entity,
            event_type: new.event_type,
            name: new.name,
            title,
            kind: new.kind,
            description: new.description,
            suggestions: new.suggestions,
            restricted_by_suggestions: new.restricted_by_suggestions,
            hidden: false,
        };
        // A title that only repeats a wrong name is not a second mistake.
        if attribute.title != attribute.name || check_name(&attribute.name).is_ok() {
            problems.keep(self.check_title_of(&attribute));
        }
        check_rest(&attribute, &mut problems);
        problems.keep(self.check_room());
        problems.none_or(attribute)
    }

    /// The definition with the number `id` after `changes`; entity, event type, name and type stay for ever.
    ///
    /// # Errors
    /// `Refusal::NotFound`, or `Refusal::Invalid` as for [`create`](Self::create).
    pub fn edit(&self, id: AttributeId, changes: AttributeChanges) -> Result<Attribute, Refusal> {
        let Some(attribute) = self.by_id(id).cloned() else {
            return Err(Refusal::NotFound { what: "attribute", id: id.0.to_string() });
        };
        let title = match changes.title {
            Some(title) if title.is_empty() => attribute.name.clone(),
            Some(title) => title,
            None => attribute.title,
        };
        let attribute = Attribute {
            title,
            description: changes.description.unwrap_or(attribute.description),
            suggestions: changes.suggestions.unwrap_or(attribute.suggestions),
            restricted_by_suggestions: changes
                .restricted_by_suggestions
                .unwrap_or(attribute.restricted_by_suggestions),
            hidden: changes.hidden.unwrap_or(attribute.hidden),
            ..attribute
        };
        let mut problems = Problems::new();
        problems.keep(self.check_title_of(&attribute));
        check_rest(&attribute, &mut problems);
        problems.none_or(attribute)
    }

    fn check_name_free(&self, entity: Entity, event_type: Option<&str>, name: &str) -> Result<(), Problem> {
        if self.attribute(entity, event_type, name).is_none() {
            return Ok(());
        }
        let details = format!(
            "An attribute \"{name}\" of {} exists already; choose another name.",
            owner(entity, event_type)
        );
        Err(Problem::new("/name", ProblemKind::Taken, details))
    }

    fn check_title_of(&self, attribute: &Attribute) -> Result<(), Problem> {
        let Attribute { entity, event_type, title, .. } = attribute;
        check_title(title)?;
        let mut others = self.attributes_of(*entity, event_type.as_deref());
        match others.find(|other| other.title == *title && other.id != attribute.id) {
            None => Ok(()),
            Some(other) => {
                let owner = owner(*entity, event_type.as_deref());
                let details = format!(
                    "The attribute \"{}\" of {owner} has the title \"{title}\" already; choose another.",
                    other.name
                );
                Err(Problem::new("/title", ProblemKind::Taken, details))
            }
        }
    }

    fn check_room(&self) -> Result<(), Problem> {
        if self.attributes.len() < MOST_ATTRIBUTES {
            return Ok(());
        }
        let details = format!("A workspace holds at most {MOST_ATTRIBUTES} attributes, and these are there.");
        Err(Problem::new("/name", ProblemKind::Limit, details))
    }
}

fn check_rest(attribute: &Attribute, problems: &mut Problems) {
    problems.keep(check_description(&attribute.description));
    let restricted = attribute.restricted_by_suggestions;
    check_suggestions(attribute.kind, &attribute.suggestions, restricted, problems);
}

fn key(attribute: &Attribute) -> Key<'_> {
    (attribute.entity, attribute.event_type.as_deref(), &attribute.name)
}

fn owner(entity: Entity, event_type: Option<&str>) -> String {
    event_type.map_or_else(|| entity.name().to_owned(), |event_type| format!("the event \"{event_type}\""))
}
