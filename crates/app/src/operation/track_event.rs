//! *Track event*: a custom event happens.

use domain::event::{EventType, SessionState};
use domain::id::{ProfileId, SessionId};
use domain::refusal::ProblemKind;
use domain::session::{Phase, Session};
use domain::value::Attributes;

use super::{Moment, Operation};
use crate::decide::Choice;
use crate::line::{self, Line};
use crate::outcome::Outcome;
use crate::parse::event::{CustomEvent, read_event};
use crate::record::{Happening, record};
use crate::refusal::Refusal;
use crate::request::event::EventRequest;
use crate::view::workspace::Stale;

/// A custom event for a profile and, when there is one, a session.
#[derive(Debug, Clone)]
pub struct TrackEvent {
    /// The request's body.
    pub body: EventRequest,
    /// For rehearsals: no campaign excludes another, whatever their evaluation groups say. Source: the vendor's
    /// `forceCompleteEvaluation`, which requires `dry=true`.
    pub complete: bool,
}

impl Operation for TrackEvent {
    type Answer = Outcome;
    const STALE: &'static [Stale] = &[Stale::Sessions, Stale::Profiles, Stale::Events, Stale::Coupons];

    fn run(&self, moment: &Moment<'_>) -> Result<Outcome, Refusal> {
        if self.complete && !moment.dry {
            let details = "Every campaign is let stand only in a rehearsal: ask for dry as well.";
            return Err(Refusal::field("/forceCompleteEvaluation", ProblemKind::Forbidden, details));
        }
        let event = read_event(&self.body, &moment.house.dictionary)?;
        let session =
            bind(&event, moment)?.map(|session| with_attributes(session, &event.attributes, moment));
        let mut happening = Happening {
            types: vec![EventType::Custom(event.event_type)],
            profile: Some(event.profile),
            attributes: event.attributes,
            choice: Choice {
                only: self.body.evaluable_campaign_ids.clone(),
                complete: self.complete,
                ..Choice::default()
            },
            ..Happening::without_session(Line::of(line::TRACK_EVENT, None, &self.body))
        };
        happening.notes.push(binding_note(session.as_ref(), self.body.session_id.is_some()));
        happening.session = session;
        record(moment, happening)
    }
}

fn binding_note(session: Option<&Session>, named: bool) -> String {
    match session {
        Some(session) if named => format!("The event belongs to session \"{}\".", session.id),
        Some(session) => format!(
            "The event named no session and was bound to \"{}\", the customer's most recently updated open one. That is our choice; the vendor's newer API has no session here.",
            session.id
        ),
        None => "The event belongs to no session, so rules that look at the session cannot fire.".to_owned(),
    }
}

/// The session the event belongs to: the one it names, or the profile's most recently updated open one.
fn bind(event: &CustomEvent, moment: &Moment<'_>) -> Result<Option<Session>, Refusal> {
    if let Some(id) = &event.session {
        return named_session(id, &event.profile, moment).map(Some);
    }
    if !moment.house.settings.bind_to_open_session {
        return Ok(None);
    }
    match moment.tx.latest_open_session(&event.profile)? {
        Some(id) => Ok(moment.tx.session(&id)?),
        None => Ok(None),
    }
}

fn named_session(id: &SessionId, profile: &ProfileId, moment: &Moment<'_>) -> Result<Session, Refusal> {
    let refuse = |kind, details: String| Err(Refusal::field("/sessionId", kind, details));
    let Some(session) = moment.tx.session(id)? else {
        return refuse(
            ProblemKind::Unknown,
            format!("There is no session \"{id}\"; create it first or leave this out."),
        );
    };
    if session.state() != SessionState::Open {
        let state = session.state().name();
        return refuse(
            ProblemKind::Forbidden,
            format!("The session \"{id}\" is {state}; an event can only be bound to an open session."),
        );
    }
    if session.profile.as_ref() != Some(profile) {
        return refuse(
            ProblemKind::Forbidden,
            format!("The session \"{id}\" does not belong to the profile \"{profile}\"."),
        );
    }
    Ok(session)
}

/// The event's attributes are added to the session's. Source: the vendor's *Event entity* page, *Custom events*.
fn with_attributes(mut session: Session, attributes: &Attributes, moment: &Moment<'_>) -> Session {
    if let Phase::Open(cart) = &mut session.phase {
        cart.attributes.extend(attributes.iter().map(|(name, value)| (name.clone(), value.clone())));
    }
    session.updated = moment.now;
    session.update_count = session.update_count.saturating_add(1);
    session
}
