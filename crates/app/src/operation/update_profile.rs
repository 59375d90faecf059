//! *Update customer profile*, with or without the rule engine.

use domain::event::{BuiltIn, EventType};
use domain::id::ProfileId;
use domain::merge::merge_attributes;

use super::{Moment, Operation};
use crate::decide::Choice;
use crate::line::{self, Line};
use crate::outcome::{Numbers, Outcome};
use crate::parse::profile::read_profile_update;
use crate::record::{Happening, new_profile, record};
use crate::refusal::Refusal;
use crate::request::profile::ProfileRequest;
use crate::trace::Trace;
use crate::view::workspace::Stale;

/// Creates or changes the profile `id`.
#[derive(Debug, Clone)]
pub struct UpdateProfile {
    /// Integration id of the profile.
    pub id: String,
    /// Without it the profile is saved, nothing is evaluated and no event is made.
    pub run_rule_engine: bool,
    /// The request's body.
    pub body: ProfileRequest,
}

impl Operation for UpdateProfile {
    type Answer = Outcome;
    const STALE: &'static [Stale] = &[Stale::Profiles, Stale::Sessions, Stale::Events, Stale::Coupons];

    fn run(&self, moment: &Moment<'_>) -> Result<Outcome, Refusal> {
        let id = ProfileId::parse(&self.id, "/id")?;
        let changes = read_profile_update(&self.body, &moment.house.dictionary)?;
        let before = moment.tx.profile(&id)?;
        let event = if before.is_none() { BuiltIn::ProfileCreated } else { BuiltIn::ProfileUpdated };
        let mut profile = before.unwrap_or_else(|| new_profile(&id, moment.now));
        merge_attributes(&mut profile.attributes, changes);
        moment.tx.put_profile(&profile)?;
        if !self.run_rule_engine {
            return saved_only(moment, profile);
        }
        let line = Line::of(line::UPDATE_PROFILE, Some(&self.id), &self.body).with_rule_engine();
        record(
            moment,
            Happening {
                types: vec![EventType::BuiltIn(event)],
                profile: Some(id),
                choice: Choice { only: self.body.evaluable_campaign_ids.clone(), ..Choice::default() },
                ..Happening::without_session(line)
            },
        )
    }
}

fn saved_only(moment: &Moment<'_>, profile: domain::profile::Profile) -> Result<Outcome, Refusal> {
    let numbers = Numbers::of(moment.tx, None, Some(&profile))?;
    Ok(Outcome {
        house: moment.house.clone(),
        dry: moment.dry,
        events: Vec::new(),
        session: None,
        profile: Some(profile),
        numbers,
        effects: Vec::new(),
        standing: Vec::new(),
        turn: None,
        trace: Trace::default(),
        created: Vec::new(),
        notes: vec!["The profile was saved without running the rules, so there is no event.".to_owned()],
    })
}
