//! A rule document looked at before it is saved: what must be mended, and what it would do to a session now.

use domain::budget::counter::Subject;
use domain::event::{BuiltIn, Event, EventType};
use domain::id::{CampaignId, SessionId};
use domain::profile::Profile;
use domain::session::Session;
use domain::settlement::Settlement;
use domain::value::Attributes;
use rules::evaluate::{RunningCampaign, evaluate};
use rules::facts::{Facts, Limits};
use rules::plan::Plan;
use store::EventFilter;

use crate::budgets::Budgets;
use crate::codes::Codes;
use crate::house::compile;
use crate::json::Json;
use crate::refusal::Refusal;
use crate::render::effect;
use crate::trace;
use crate::view::campaign::{RuleProblemView, RulesetCheckView};
use crate::workspace::{Question, Reading};

/// Checks a rule document and, when it is in order, evaluates it against a session.
#[derive(Debug, Clone)]
pub struct CheckRuleset {
    /// The document.
    pub ruleset: Json,
    /// The campaign it is for, unless that is new.
    pub campaign: Option<u32>,
    /// The session to try it on.
    pub session: Option<String>,
    /// The event to pretend; an update of the session when left out.
    pub event_type: Option<String>,
}

impl Question for CheckRuleset {
    type Answer = RulesetCheckView;

    fn answer(&self, reading: &Reading<'_>) -> Result<RulesetCheckView, Refusal> {
        match compile(self.ruleset.text(), &reading.house.names()) {
            Err(problems) => Ok(RulesetCheckView {
                problems: problems.iter().map(problem).collect(),
                verdict: None,
                effects: Vec::new(),
            }),
            Ok(plan) => self.verdict(&plan, reading),
        }
    }
}

impl CheckRuleset {
    fn verdict(&self, plan: &Plan, reading: &Reading<'_>) -> Result<RulesetCheckView, Refusal> {
        let session = self.session(reading)?;
        let profile = profile_of(session.as_ref(), reading)?;
        let event = self.pretended(session.as_ref(), reading)?;
        let id = self.id();
        let budgets = self.budgets(session.as_ref(), reading)?;
        let campaign = RunningCampaign { id, name: "This campaign", plan };
        let preview = (session.as_ref(), &Settlement::Preview);
        let codes =
            Codes::look_up(reading.reader, reading.now, preview, &budgets.purse, |owner| owner == id)?;
        let known = codes.facts();
        let facts = Facts {
            event: &event,
            also: None,
            session: session.as_ref(),
            profile: profile.as_ref(),
            now: reading.now,
            time_zone: Some(&reading.house.settings.time_zone),
            purse: Some(&budgets.purse),
            currency_digits: reading.house.settings.currency_digits(),
            codes: &known,
        };
        let evaluation = evaluate(&[campaign], &facts, &Limits::default());
        Ok(RulesetCheckView {
            problems: Vec::new(),
            verdict: evaluation.traces.first().map(|trace| trace::of_unsaved(trace, campaign.name, plan)),
            effects: effect::all(&evaluation.effects, reading.house, session.as_ref()),
        })
    }

    /// A new campaign has no number yet.
    fn id(&self) -> CampaignId {
        CampaignId(self.campaign.unwrap_or(0))
    }

    fn budgets(&self, session: Option<&Session>, reading: &Reading<'_>) -> Result<Budgets, Refusal> {
        let house = reading.house;
        let own = house.campaigns.iter().filter(|campaign| campaign.id == self.id());
        let campaigns = own.map(|campaign| (campaign.id, campaign.limits.as_slice()));
        let subject = Subject { session, profile: session.and_then(|session| session.profile.as_ref()) };
        Budgets::read(reading.reader, campaigns, &subject, reading.now, &house.settings.time_zone)
    }

    fn session(&self, reading: &Reading<'_>) -> Result<Option<Session>, Refusal> {
        match self.session.as_deref() {
            Some(id) => Ok(reading.reader.session(&SessionId::parse(id, "/sessionId")?)?),
            None => Ok(None),
        }
    }

    /// The event to pretend, with the attributes of the latest one of its type.
    fn pretended(&self, session: Option<&Session>, reading: &Reading<'_>) -> Result<Event, Refusal> {
        let name = self.event_type.as_deref().unwrap_or(BuiltIn::SessionUpdated.name());
        let event_type = EventType::from_name(name);
        let attributes = match &event_type {
            EventType::BuiltIn(_) => Attributes::new(),
            EventType::Custom(_) => latest_attributes(&event_type, reading)?,
        };
        Ok(Event {
            seq: None,
            at: reading.now,
            event_type,
            profile: session.and_then(|session| session.profile.clone()),
            session: session.map(|session| session.id.clone()),
            attributes,
        })
    }
}

fn latest_attributes(event_type: &EventType, reading: &Reading<'_>) -> Result<Attributes, Refusal> {
    let filter = EventFilter { types: vec![event_type.clone()], ..EventFilter::default() };
    let latest = reading.reader.events(&filter, None, 1)?.rows.pop();
    let event = latest.map(|row| reading.reader.event(row.seq)).transpose()?.flatten();
    Ok(event.map(|event| event.attributes).unwrap_or_default())
}

fn profile_of(session: Option<&Session>, reading: &Reading<'_>) -> Result<Option<Profile>, Refusal> {
    match session.and_then(|session| session.profile.as_ref()) {
        Some(id) => Ok(reading.reader.profile(id)?),
        None => Ok(None),
    }
}

fn problem(problem: &rules::problem::Problem) -> RuleProblemView {
    let place = |at: usize| u32::try_from(at).ok();
    RuleProblemView {
        pointer: problem.pointer.clone(),
        message: problem.details.clone(),
        start: problem.span.as_ref().and_then(|span| place(span.start)),
        end: problem.span.as_ref().and_then(|span| place(span.end)),
    }
}
