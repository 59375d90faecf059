//! What a request did, for a window.

use super::{effect, fate, profile, session};
use crate::outcome::Outcome;
use crate::view::event::OutcomeView;

/// The outcome as a window shows it.
pub fn view(outcome: &Outcome) -> OutcomeView {
    let house = &outcome.house;
    let latest = outcome.events.last().and_then(|event| event.seq).filter(|_| !outcome.dry);
    OutcomeView {
        dry: outcome.dry,
        seq: latest.map(|seq| seq.0.to_string()),
        events: outcome.events.iter().map(|event| event.event_type.name().to_owned()).collect(),
        session: outcome.session.as_ref().map(|after| session::view(after, &outcome.standing, house, latest)),
        profile: outcome.profile.as_ref().map(|after| profile::view(after, &house.dictionary)),
        effects: effect::all(&outcome.effects, house, outcome.session.as_ref()),
        fate: fate::view(outcome),
        campaigns: outcome.campaigns(),
        not_evaluated: outcome.not_evaluated(),
        notes: outcome.notes.clone(),
    }
}
