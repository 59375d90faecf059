//! One event in full.

use domain::attribute::Entity;
use domain::id::Seq;
use domain::ledger::{Booking, Ledger, SessionEvent};
use store::{Reader, StoredEvent};

use crate::not_evaluated;
use crate::refusal::Refusal;
use crate::render::{attribute, changes, curl, effect, event, life, story};
use crate::trace;
use crate::view::event::EventDetailView;
use crate::view::ledger::LifeView;
use crate::workspace::{Question, Reading};

/// The event with that place in the journal.
#[derive(Debug, Clone)]
pub struct OneEvent {
    /// Its place, as text.
    pub seq: String,
}

impl Question for OneEvent {
    type Answer = EventDetailView;

    fn answer(&self, reading: &Reading<'_>) -> Result<EventDetailView, Refusal> {
        let reader = reading.reader;
        let event = find(reader, &self.seq)?;
        let seq = event.row.seq;
        let neighbour = |seq: Option<Seq>| seq.map(|seq| seq.0.to_string());
        let (previous, next) = match &event.row.session {
            Some(session) => {
                (reader.previous_in_session(seq, session)?, reader.next_in_session(seq, session)?)
            }
            None => (None, None),
        };
        let lives = lives_of(reader, &event)?;
        let changes = changes_of(reader, &event, previous)?;
        let campaigns = trace::read(&event.trace, reader)?;
        let event_type = event.row.event_type.name();
        Ok(EventDetailView {
            row: event::row(&event.row),
            story: story::of(&event, &campaigns, &changes),
            attributes: attribute::values(
                &event.attributes,
                Entity::Event,
                Some(event_type),
                &reading.house.dictionary,
            ),
            effects: effect::all(&event.effects, reading.house, event.session.as_ref()),
            not_evaluated: not_evaluated::at_event(reader, reading.house, &event.row, &campaigns)?,
            lives,
            campaigns,
            op: event.row.op.clone(),
            curl: curl::call(&event.request),
            request: event.request,
            changes,
            previous_in_session: neighbour(previous),
            next_in_session: neighbour(next),
        })
    }
}

/// The event with that place in the journal.
///
/// # Errors
/// When the text is not a place, or the journal does not reach that far.
pub fn find(reader: &Reader, seq: &str) -> Result<StoredEvent, Refusal> {
    let place = seq.parse().map(Seq).map_err(|_| Refusal::not_found("event", seq))?;
    reader.event(place)?.ok_or_else(|| Refusal::not_found("event", seq))
}

/// What became of the event's effects since.
fn lives_of(reader: &Reader, event: &StoredEvent) -> Result<Vec<LifeView>, Refusal> {
    let events = match &event.row.session {
        Some(session) => reader.ledger_events(session)?,
        None => Vec::new(),
    };
    let seq = event.row.seq;
    let is_own = |one: &&SessionEvent| Booking::of(&one.event_type, one.state) != Booking::Apart;
    let next = events.iter().filter(is_own).find(|one| one.seq > seq).map(|one| one.seq);
    let ledger = Ledger::of(events);
    Ok(life::of_event(seq, &event.row.event_type, event.row.state, &event.effects, &ledger, next))
}

fn changes_of(
    reader: &Reader,
    event: &StoredEvent,
    previous: Option<Seq>,
) -> Result<Vec<crate::view::event::ChangeView>, Refusal> {
    let before = previous.map(|seq| reader.event(seq)).transpose()?.flatten();
    let of_profile = match &event.row.profile {
        Some(profile) => reader.previous_of_profile(event.row.seq, profile)?,
        None => None,
    };
    let profile_before = of_profile.map(|seq| reader.event(seq)).transpose()?.flatten();
    Ok(changes::between(
        (before.as_ref().and_then(|before| before.session.as_ref()), event.session.as_ref()),
        (profile_before.as_ref().and_then(|before| before.profile.as_ref()), event.profile.as_ref()),
    ))
}
