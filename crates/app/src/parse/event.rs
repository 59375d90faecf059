//! Custom events.

use domain::attribute::Entity;
use domain::dictionary::Dictionary;
use domain::event::BuiltIn;
use domain::id::{LONGEST_ID, ProfileId, SessionId};
use domain::refusal::{Problem, ProblemKind, Problems, Refusal, pointer};
use domain::text::{self, Lines};
use domain::value::Attributes;

use super::value::read_all;
use crate::json::shorten;
use crate::request::event::EventRequest;

/// A custom event, ready to happen.
pub struct CustomEvent {
    /// The customer.
    pub profile: ProfileId,
    /// The session it names, if it names one.
    pub session: Option<SessionId>,
    /// A custom event type of the dictionary.
    pub event_type: String,
    /// Its attributes.
    pub attributes: Attributes,
}

/// Reads a *Track event* body.
///
/// # Errors
/// Every field that is not acceptable.
pub fn read_event(body: &EventRequest, dictionary: &Dictionary) -> Result<CustomEvent, Refusal> {
    let mut problems = Problems::new();
    let profile = problems.keep(ProfileId::parse(&body.profile_id, "/profileId"));
    let named = body.session_id.as_deref().filter(|id| !id.is_empty());
    let session = named.and_then(|id| problems.keep(SessionId::parse(id, "/sessionId")));
    check_bystanders(body, &mut problems);
    problems.keep(check_type(&body.event_type, dictionary));
    problems = stop_at_first(problems)?;
    let attributes = read_all(
        &body.attributes,
        Entity::Event,
        Some(&body.event_type),
        dictionary,
        "/attributes",
        &mut problems,
    );
    problems.none_or(())?;
    match profile {
        Some(profile) => {
            Ok(CustomEvent { profile, session, event_type: body.event_type.clone(), attributes })
        }
        None => Err(Refusal::NotFound { what: "profile", id: body.profile_id.clone() }),
    }
}

/// Attributes of an unknown event type would all be unknown too; the first mistake is enough then.
fn stop_at_first(problems: Problems) -> Result<Problems, Refusal> {
    problems.none_or(Problems::new())
}

/// Fields that are kept with the request and change nothing.
fn check_bystanders(body: &EventRequest, problems: &mut Problems) {
    if let Some(store) = &body.store_integration_id {
        problems.keep(text::check(store, "/storeIntegrationId", LONGEST_ID, Lines::One));
    }
    for (index, card) in body.loyalty_cards.iter().flatten().enumerate() {
        problems.keep(text::check(card, &pointer("/loyaltyCards", index), LONGEST_ID, Lines::One));
    }
}

fn check_type(name: &str, dictionary: &Dictionary) -> Result<(), Problem> {
    let name_shown = shorten(name);
    if BuiltIn::from_name(name).is_some() {
        let details = format!(
            "\"{name_shown}\" is a built-in event: it happens by itself when a session or profile changes. Track a custom event."
        );
        return Err(Problem::new("/type", ProblemKind::Forbidden, details));
    }
    if dictionary.has_event_type(name) {
        return Ok(());
    }
    let details = format!(
        "The event type \"{name_shown}\" is not defined. Create it in the dictionary by giving it its first attribute."
    );
    Err(Problem::new("/type", ProblemKind::Unknown, details))
}
