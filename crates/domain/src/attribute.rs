//! Attribute definitions: what a request may say about an entity.

use crate::id::AttributeId;
use crate::value::AttributeType;

/// The entities that can own attributes here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Entity {
    /// `CustomerProfile`
    CustomerProfile,
    /// `CustomerSession`
    CustomerSession,
    /// `CartItem`
    CartItem,
    /// `Event`
    Event,
    /// `Coupon`
    Coupon,
}

impl Entity {
    /// Every entity, in the order a form offers them.
    pub const ALL: [Self; 5] =
        [Self::CustomerProfile, Self::CustomerSession, Self::CartItem, Self::Event, Self::Coupon];

    /// The vendor's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::CustomerProfile => "CustomerProfile",
            Self::CustomerSession => "CustomerSession",
            Self::CartItem => "CartItem",
            Self::Event => "Event",
            Self::Coupon => "Coupon",
        }
    }

    /// The entity with that vendor name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|entity| entity.name() == name)
    }
}

/// A custom attribute definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Its number.
    pub id: AttributeId,
    /// Who owns it.
    pub entity: Entity,
    /// The event type it belongs to; present exactly when `entity` is `Event`.
    pub event_type: Option<String>,
    /// API name: `^[A-Za-z]\w*$`.
    pub name: String,
    /// The name people read, unique per entity (for events per event type).
    pub title: String,
    /// Its type; fixed after creation.
    pub kind: AttributeType,
    /// What it means.
    pub description: String,
    /// Values offered when one is typed, at most 50.
    pub suggestions: Vec<String>,
    /// Only suggested values are accepted.
    pub restricted_by_suggestions: bool,
    /// Not offered in pickers any more; stored values and rules go on working.
    pub hidden: bool,
}
