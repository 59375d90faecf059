//! Table `attribute`: the dictionary's custom attributes. Rows are hidden, never deleted.

use std::collections::BTreeMap;

use domain::attribute::{Attribute, Entity};
use domain::id::AttributeId;
use domain::value::AttributeType;
use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::error::StoreError;
use crate::reader::Reader;
use crate::rows;
use crate::stored;
use crate::writer::Tx;

impl Reader {
    /// Every custom attribute, in the order they were made.
    ///
    /// # Errors
    /// Those of the store.
    pub fn attributes(&self) -> Result<Vec<Attribute>, StoreError> {
        let sql =
            "SELECT id, entity, event_type, name, title, kind, description, suggestions, restricted, hidden
                   FROM attribute ORDER BY id";
        self.all(sql, [], attribute)
    }

    /// When each custom attribute was made.
    ///
    /// # Errors
    /// Those of the store.
    pub fn attribute_times(&self) -> Result<BTreeMap<AttributeId, Timestamp>, StoreError> {
        let times = self.all("SELECT id, created FROM attribute", [], |row| {
            Ok((AttributeId(row.get(0)?), rows::time(row.get(1)?)?))
        })?;
        Ok(times.into_iter().collect())
    }

    /// The number the next attribute gets.
    ///
    /// # Errors
    /// Those of the store.
    pub fn next_attribute_id(&self) -> Result<AttributeId, StoreError> {
        let sql = "SELECT coalesce(max(id), 0) + 1 FROM attribute";
        u32::try_from(self.number(sql, [])?)
            .map(AttributeId)
            .map_err(|error| StoreError::unreadable("attribute number", error))
    }
}

impl Tx<'_> {
    /// Adds an attribute under its own id.
    ///
    /// # Errors
    /// `Conflict` when the id, or the name within its entity and event type, is taken.
    pub fn insert_attribute(&self, attribute: &Attribute, created: Timestamp) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO attribute (id, entity, event_type, name, title, kind, description, suggestions,
                                          restricted, hidden, created)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
        let parameters = params![
            attribute.id.0,
            attribute.entity.name(),
            attribute.event_type.as_deref().unwrap_or_default(),
            attribute.name,
            attribute.title,
            attribute.kind.name(),
            attribute.description,
            stored::write(&attribute.suggestions)?,
            attribute.restricted_by_suggestions,
            attribute.hidden,
            created.as_microsecond(),
        ];
        self.execute(sql, parameters)?;
        self.bump_campaigns_version()
    }

    /// Stores what can change after creation: title, description, suggestions, restriction and visibility.
    /// Answers whether there is such an attribute.
    ///
    /// # Errors
    /// Those of the store.
    pub fn update_attribute(&self, attribute: &Attribute) -> Result<bool, StoreError> {
        let sql = "UPDATE attribute SET title = ?2, description = ?3, suggestions = ?4, restricted = ?5, hidden = ?6
                   WHERE id = ?1";
        let parameters = params![
            attribute.id.0,
            attribute.title,
            attribute.description,
            stored::write(&attribute.suggestions)?,
            attribute.restricted_by_suggestions,
            attribute.hidden,
        ];
        let changed = self.execute(sql, parameters)? > 0;
        self.bump_campaigns_version()?;
        Ok(changed)
    }
}

fn attribute(row: &Row<'_>) -> Result<Attribute, StoreError> {
    let event_type: String = row.get(2)?;
    let suggestions: String = row.get(7)?;
    let unknown = || StoreError::unknown("attribute's entity or type");
    Ok(Attribute {
        id: AttributeId(row.get(0)?),
        entity: Entity::from_name(row.get_ref(1)?.as_str().unwrap_or_default()).ok_or_else(unknown)?,
        event_type: Some(event_type).filter(|name| !name.is_empty()),
        name: row.get(3)?,
        title: row.get(4)?,
        kind: AttributeType::from_name(row.get_ref(5)?.as_str().unwrap_or_default()).ok_or_else(unknown)?,
        description: row.get(6)?,
        suggestions: stored::read(stored::VERSION, &suggestions, "attribute's suggestions")?,
        restricted_by_suggestions: row.get(8)?,
        hidden: row.get(9)?,
    })
}
