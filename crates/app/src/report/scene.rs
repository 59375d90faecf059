//! What a row is written from.

use domain::cart::CartItem;
use domain::effect::Effect;
use domain::event::EventType;
use domain::session::Session;
use domain::value::{Attributes, Value};
use jiff::tz::TimeZone;
use store::{EventRow, StoredEvent};

use super::cell::Cell;
use crate::house::House;
use crate::render::text;
use crate::view::dictionary::AttributeView;
use crate::view::trace::{CampaignTraceView, RuleTraceView};

/// One row before its columns are chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene<'s> {
    pub house: &'s House,
    pub zone: &'s TimeZone,
    pub row: Option<&'s EventRow>,
    /// The whole event, where a column needs more than its row.
    pub stored: Option<&'s StoredEvent>,
    pub effect: Option<(u32, &'s Effect)>,
    pub line: Option<(u32, &'s CartItem)>,
    pub decision: Option<(&'s CampaignTraceView, &'s RuleTraceView)>,
    pub attribute: Option<(&'s AttributeView, u32)>,
}

impl<'s> Scene<'s> {
    /// A row of nothing, to begin with.
    pub fn of(house: &'s House, zone: &'s TimeZone) -> Self {
        Self {
            house,
            zone,
            row: None,
            stored: None,
            effect: None,
            line: None,
            decision: None,
            attribute: None,
        }
    }

    pub fn session(&self) -> Option<&'s Session> {
        self.stored.and_then(|stored| stored.session.as_ref())
    }

    /// What `of` says about the event's row.
    pub fn event(&self, of: impl FnOnce(&'s EventRow) -> Cell) -> Cell {
        self.row.map_or(Cell::Empty, of)
    }

    /// What `of` says about the effect.
    pub fn effect(&self, of: impl FnOnce(&'s Effect) -> Cell) -> Cell {
        self.effect.map_or(Cell::Empty, |(_, effect)| of(effect))
    }

    /// What `of` says about the cart line.
    pub fn line(&self, of: impl FnOnce(u32, &'s CartItem) -> Cell) -> Cell {
        self.line.map_or(Cell::Empty, |(place, line)| of(place, line))
    }

    /// What `of` says about the rule.
    pub fn rule(&self, of: impl FnOnce(&'s CampaignTraceView, &'s RuleTraceView) -> Cell) -> Cell {
        self.decision.map_or(Cell::Empty, |(campaign, rule)| of(campaign, rule))
    }

    /// What `of` says about the definition.
    pub fn defined(&self, of: impl FnOnce(&'s AttributeView) -> Cell) -> Cell {
        self.attribute.map_or(Cell::Empty, |(attribute, _)| of(attribute))
    }

    pub fn day(&self) -> Cell {
        self.event(|row| Cell::Day(row.at.to_zoned(self.zone.clone()).date()))
    }

    /// The value of an attribute of `owner`.
    pub fn value(&self, owner: Owner, name: &str, is_text: bool) -> Cell {
        let find = |attributes: &'s Attributes| attributes.get(name);
        let found = match owner {
            Owner::Event => self.stored.and_then(|stored| find(&stored.attributes)),
            Owner::Customer => {
                self.stored.and_then(|stored| stored.profile.as_ref()).and_then(|one| find(&one.attributes))
            }
            Owner::Session => self.session().and_then(|session| find(&session.cart().attributes)),
            Owner::Line => self.line.and_then(|(_, line)| find(&line.attributes)),
        };
        found.map_or(Cell::Empty, |value| of_value(value, is_text))
    }
}

/// Whose attribute it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Event,
    Customer,
    Session,
    Line,
}

fn of_value(value: &Value, is_text: bool) -> Cell {
    match value {
        _ if is_text => Cell::text(written(value)),
        Value::Number(number) => Cell::Amount(*number),
        Value::Bool(flag) => Cell::Flag(*flag),
        Value::Time(time) => Cell::Time(*time),
        Value::Text(_) | Value::Location(_) | Value::List(_) => Cell::text(written(value)),
    }
}

/// Lists and places as JSON writes them, so that a program can take them apart again; the rest as it is.
fn written(value: &Value) -> String {
    match value {
        Value::List(_) | Value::Location(_) => text::json(value).text().to_owned(),
        Value::Time(time) => time.to_string(),
        Value::Text(_) | Value::Number(_) | Value::Bool(_) => text::value(value),
    }
}

/// The name of an event type.
pub(super) fn event_name(row: &EventRow) -> Cell {
    Cell::text(EventType::name(&row.event_type))
}
