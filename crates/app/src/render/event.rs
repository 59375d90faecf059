//! Events on the screen.

use domain::event::{BuiltIn, EventType};
use store::EventRow;

use super::{diagram, text};
use crate::view::event::EventRowView;

/// One event in the table.
pub fn row(row: &EventRow) -> EventRowView {
    EventRowView {
        seq: row.seq.0.to_string(),
        at: row.at.to_string(),
        event_type: row.event_type.name().to_owned(),
        title: title(&row.event_type).to_owned(),
        built_in: matches!(row.event_type, EventType::BuiltIn(_)),
        profile_id: row.profile.as_ref().map(ToString::to_string),
        session_id: row.session.as_ref().map(ToString::to_string),
        effects: row.effect_count,
        state: row.state.map(diagram::state),
        total: row.total.map(text::money),
        discount: text::money(row.discount),
        rejections: row.rejection_count,
        source: row.source.clone(),
    }
}

/// What an event type says, for people.
pub fn title(event_type: &EventType) -> &str {
    match event_type {
        EventType::BuiltIn(event) => BuiltIn::title(*event),
        EventType::Custom(name) => name,
    }
}
