//! What a request did, with the numbers of everything in it.

use domain::event::Event;
use domain::id::SessionId;

use super::coupons::CouponRecord;
use super::customers::{self, CustomerRecord};
use super::sessions::SessionRecord;
use crate::json::Json;
use crate::outcome::Outcome;
use crate::refusal::Refusal;
use crate::render::failure::{self, CampaignEligibility, RuleFailureReason};
use crate::render::{effect, wire};
use crate::response_content::Wanted;
use crate::standing;
use crate::workspace::{Question, Reading};

/// What a request did, or would do.
#[derive(Debug)]
pub struct OutcomeRecord {
    /// The last event it made; `None` when it made none.
    pub event: Option<MadeEvent>,
    /// The session afterwards.
    pub session: Option<SessionRecord>,
    /// The customer afterwards.
    pub profile: Option<CustomerRecord>,
    /// The effects in the vendor's envelope.
    pub effects: Vec<wire::WireEffect>,
    /// The codes it made.
    pub created: Vec<CouponRecord>,
    /// Why rules did not apply, when that was asked for.
    pub failure_reasons: Option<Vec<RuleFailureReason>>,
    /// Which campaigns would apply, when that was asked for and nothing was stored.
    pub eligibility: Option<Vec<CampaignEligibility>>,
}

/// The event a request made, or would make.
#[derive(Debug, Clone, PartialEq)]
pub struct MadeEvent {
    /// Its number; 0 when it was only rehearsed.
    pub id: u64,
    /// When it happened.
    pub created: jiff::Timestamp,
    /// What happened.
    pub event_type: String,
    /// Integration id of the customer.
    pub profile: Option<String>,
    /// Integration id of the session.
    pub session: Option<String>,
    /// Its attributes.
    pub attributes: Json,
}

/// Tells what a request did. The numbers of what was only rehearsed are 0.
#[derive(Debug, Clone)]
pub struct Told {
    /// What it did.
    pub outcome: Outcome,
    /// The parts that are only there when asked for.
    pub wanted: Wanted,
}

impl Question for Told {
    type Answer = OutcomeRecord;

    fn answer(&self, reading: &Reading<'_>) -> Result<OutcomeRecord, Refusal> {
        let outcome = &self.outcome;
        let discount = outcome.standing.iter().filter_map(|one| effect::amount(&one.kind)).sum();
        let session = match &outcome.session {
            Some(session) => Some(SessionRecord::of(
                session,
                reading.reader.session_number(&session.id)?.unwrap_or_default(),
                customers::number(reading, session.profile.as_ref())?,
                discount,
            )),
            None => None,
        };
        let profile = match &outcome.profile {
            Some(profile) => {
                let number = reading.reader.profile_number(&profile.id)?.unwrap_or_default();
                Some(CustomerRecord::of(number, profile))
            }
            None => None,
        };
        let campaigns = outcome.campaigns();
        let is_rehearsed = self.wanted.campaign_eligibility && outcome.dry;
        Ok(OutcomeRecord {
            event: outcome.events.last().map(|event| made(event, outcome.dry)),
            session,
            profile,
            effects: outcome.effects.iter().map(wire::effect).collect(),
            created: outcome.created.iter().map(CouponRecord::from).collect(),
            failure_reasons: self.wanted.rule_failure_reasons.then(|| failure::reasons(outcome, &campaigns)),
            eligibility: is_rehearsed.then(|| failure::eligibility(outcome, &campaigns)),
        })
    }
}

fn made(event: &Event, dry: bool) -> MadeEvent {
    let attributes = event.attributes.iter().map(|(name, value)| (name.as_str(), value));
    MadeEvent {
        id: event.seq.filter(|_| !dry).map_or(0, |seq| seq.0),
        created: event.at,
        event_type: event.event_type.name().to_owned(),
        profile: event.profile.as_ref().map(ToString::to_string),
        session: event.session.as_ref().map(ToString::to_string),
        attributes: wire::object(attributes),
    }
}

/// One session by integration id, with the effects that stand.
#[derive(Debug, Clone)]
pub struct SessionStanding {
    /// Integration id.
    pub id: String,
}

impl Question for SessionStanding {
    type Answer = (SessionRecord, Vec<wire::WireEffect>);

    fn answer(&self, reading: &Reading<'_>) -> Result<Self::Answer, Refusal> {
        let id = SessionId::parse(&self.id, "/id")?;
        let missing = || Refusal::not_found("session", self.id.clone());
        let number = reading.reader.session_number(&id)?.ok_or_else(missing)?;
        let found = reading.reader.session_numbered(number)?.ok_or_else(missing)?;
        let effects = standing::of(reading.reader, &found.session)?;
        Ok((super::sessions::record(reading, &found)?, effects.iter().map(wire::effect).collect()))
    }
}
