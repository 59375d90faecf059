//! Every column a report of a grain can have in a workspace: one list for the picker, presets and the command line.

use std::collections::BTreeMap;

use domain::attribute::{Attribute, Entity};
use domain::value::AttributeType;
use serde::Serialize;
use specta::Type;

use super::cell::{Cell, Kind};
use super::columns::{self, Depth, Known};
use super::preset::Grain;
use super::scene::{Owner, Scene};
use crate::house::House;
use crate::refusal::Refusal;
use crate::workspace::{Question, Reading};

/// A column of a grain.
#[derive(Debug, Clone)]
pub(super) enum Column {
    /// One that every workspace has.
    Known(&'static Known),
    /// An attribute of the dictionary.
    Attribute {
        owner: Owner,
        /// API name.
        name: String,
        title: String,
        kind: Kind,
    },
}

impl Column {
    pub fn name(&self) -> String {
        match self {
            Self::Known(known) => known.name.to_owned(),
            Self::Attribute { owner, name, .. } => format!("{}.{name}", prefix(*owner)),
        }
    }

    pub fn title(&self) -> &str {
        match self {
            Self::Known(known) => known.title,
            Self::Attribute { title, .. } => title,
        }
    }

    pub fn kind(&self) -> Kind {
        match self {
            Self::Known(known) => known.kind,
            Self::Attribute { kind, .. } => *kind,
        }
    }

    pub fn depth(&self) -> Depth {
        match self {
            Self::Known(known) => known.depth,
            Self::Attribute { .. } => Depth::Whole,
        }
    }

    pub fn cell(&self, scene: &Scene<'_>) -> Cell {
        match self {
            Self::Known(known) => (known.cell)(scene),
            Self::Attribute { owner, name, kind, .. } => scene.value(*owner, name, *kind == Kind::Text),
        }
    }
}

/// Everything a report of `grain` can show, in the order it is offered.
pub(super) fn of(grain: Grain, house: &House) -> Vec<Column> {
    let mut all: Vec<Column> = columns::of(grain).map(Column::Known).collect();
    let owners: &[Owner] = match grain {
        Grain::Event | Grain::Effect | Grain::RuleDecision => {
            &[Owner::Event, Owner::Session, Owner::Customer]
        }
        Grain::CartLine => &[Owner::Line, Owner::Session, Owner::Customer],
        Grain::Session => &[Owner::Session, Owner::Customer],
        Grain::Attribute => &[],
    };
    for owner in owners {
        all.extend(attributes(*owner, house));
    }
    all
}

/// The attributes of an owner by API name. Where event types share a name with different types, it is text.
fn attributes(owner: Owner, house: &House) -> impl Iterator<Item = Column> {
    let mut kinds: BTreeMap<&str, (Kind, &Attribute)> = BTreeMap::new();
    let own = house.dictionary.attributes().iter().filter(|attribute| attribute.entity == entity(owner));
    for attribute in own {
        let kind = kind(attribute.kind);
        let seen = kinds.entry(&attribute.name).or_insert((kind, attribute));
        if seen.0 != kind {
            seen.0 = Kind::Text;
        }
    }
    let columns = kinds.into_iter().map(move |(name, (kind, attribute))| Column::Attribute {
        owner,
        name: name.to_owned(),
        title: format!(
            "{}: {}",
            word(owner),
            if attribute.title.is_empty() { name } else { &attribute.title }
        ),
        kind,
    });
    columns.collect::<Vec<_>>().into_iter()
}

fn kind(kind: AttributeType) -> Kind {
    match kind {
        AttributeType::Number => Kind::Number,
        AttributeType::Boolean => Kind::Flag,
        AttributeType::Time => Kind::Time,
        AttributeType::String
        | AttributeType::Location
        | AttributeType::ListString
        | AttributeType::ListNumber
        | AttributeType::ListTime
        | AttributeType::ListLocation => Kind::Text,
    }
}

fn entity(owner: Owner) -> Entity {
    match owner {
        Owner::Event => Entity::Event,
        Owner::Customer => Entity::CustomerProfile,
        Owner::Session => Entity::CustomerSession,
        Owner::Line => Entity::CartItem,
    }
}

fn prefix(owner: Owner) -> &'static str {
    match owner {
        Owner::Event => "event",
        Owner::Customer => "customer",
        Owner::Session => "session",
        Owner::Line => "item",
    }
}

fn word(owner: Owner) -> &'static str {
    match owner {
        Owner::Event => "Event",
        Owner::Customer => "Customer",
        Owner::Session => "Session",
        Owner::Line => "Item",
    }
}

/// A column as a window offers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ColumnView {
    /// Its name in a preset.
    pub column: String,
    /// Its title.
    pub title: String,
    /// What stands in it.
    pub kind: Kind,
}

/// A grain and what it can show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GrainView {
    /// The grain.
    pub grain: Grain,
    /// Its columns.
    pub columns: Vec<ColumnView>,
}

/// Every grain and what it can show in this workspace.
#[derive(Debug, Clone, Copy)]
pub struct Catalogue;

impl Question for Catalogue {
    type Answer = Vec<GrainView>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Vec<GrainView>, Refusal> {
        let view = |column: Column| ColumnView {
            column: column.name(),
            title: column.title().to_owned(),
            kind: column.kind(),
        };
        let grains = Grain::ALL.into_iter().map(|grain| GrainView {
            grain,
            columns: of(grain, reading.house).into_iter().map(view).collect(),
        });
        Ok(grains.collect())
    }
}
