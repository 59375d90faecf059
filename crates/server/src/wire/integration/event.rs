//! Source: the vendor's `Event`.

use app::outcome::Outcome;
use app::render::answer::{self, EventAnswer};
use app::render::wire::WireEffect;
use serde::Serialize;

use crate::management::APPLICATION;

/// The number of an event that was only rehearsed.
const REHEARSED: u64 = 0;

/// What happened.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Event<'o> {
    /// Only in a rehearsal; otherwise the event has its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u64>,
    application_id: u32,
    #[serde(flatten)]
    event: EventAnswer<'o>,
    /// Empty: they stand beside the event, in the newer form. Source: the vendor's V1 tuple, which nothing reads any more.
    effects: [WireEffect; 0],
}

impl<'o> Event<'o> {
    /// The last event of a request; `None` when it made none.
    pub fn of(outcome: &'o Outcome) -> Option<Self> {
        outcome.events.last().map(|event| Self {
            id: outcome.dry.then_some(REHEARSED),
            application_id: APPLICATION,
            event: answer::event(event, outcome.dry),
            effects: [],
        })
    }
}
