//! What a request did, or would do.

use std::sync::Arc;

use domain::coupon::Coupon;
use domain::effect::Effect;
use domain::event::Event;
use domain::profile::Profile;
use domain::session::Session;
use store::Reader;

use crate::books::Turn;
use crate::house::House;
use crate::not_evaluated;
use crate::refusal::Refusal;
use crate::trace::Trace;
use crate::view::not_evaluated::NotEvaluatedView;
use crate::view::trace::CampaignTraceView;

/// The answer to every request that moves something.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The workspace it happened in.
    pub house: Arc<House>,
    /// Nothing was stored.
    pub dry: bool,
    /// The events it made, in order; empty when the rule engine was not asked.
    pub events: Vec<Event>,
    /// The session afterwards.
    pub session: Option<Session>,
    /// The profile afterwards; `None` when anonymous.
    pub profile: Option<Profile>,
    /// The numbers the file gives session and profile.
    pub numbers: Numbers,
    /// The effects, rollbacks first.
    pub effects: Vec<Effect>,
    /// What stands for the session now: previews while open, what was granted afterwards.
    pub standing: Vec<Effect>,
    /// For a move that ends something: the ledger before and after it.
    pub turn: Option<Turn>,
    /// What was found in every campaign that was evaluated.
    pub trace: Trace,
    /// The codes it made.
    pub created: Vec<Coupon>,
    /// What a tester should know, such as our choices where the vendor is silent.
    pub notes: Vec<String>,
}

/// The numbers programs know a session and a profile by, beside their integration ids. In a rehearsal they are those
/// they would get.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Of the session; `None` without one.
    pub session: Option<u64>,
    /// Of the profile; `None` without one.
    pub profile: Option<u64>,
}

impl Numbers {
    /// Those of a session and a profile that are in the file.
    ///
    /// # Errors
    /// When the workspace cannot be read.
    pub fn of(
        reader: &Reader,
        session: Option<&Session>,
        profile: Option<&Profile>,
    ) -> Result<Self, Refusal> {
        let session = session.map(|session| reader.session_number(&session.id)).transpose()?;
        let profile = profile.map(|profile| reader.profile_number(&profile.id)).transpose()?;
        Ok(Self { session: session.flatten(), profile: profile.flatten() })
    }
}

impl Outcome {
    /// Every campaign that was evaluated, as people read it. Written when asked for: many answers need none of it.
    pub fn campaigns(&self) -> Vec<CampaignTraceView> {
        self.trace.view(&self.house)
    }

    /// The campaigns the rule engine left out, when it was asked.
    pub fn not_evaluated(&self) -> Vec<NotEvaluatedView> {
        let event = self.events.first();
        event.map(|event| not_evaluated::just_now(&self.house, event, &self.trace)).unwrap_or_default()
    }

    /// The number of the last event that was kept; `None` when there is none.
    pub fn number_of_event(&self) -> Option<u64> {
        let kept = self.events.last().filter(|_| !self.dry);
        kept.and_then(|event| event.seq).map(|seq| seq.0)
    }

    /// The codes the session has entered.
    pub fn entered(&self) -> Vec<String> {
        self.session.as_ref().map(|session| session.cart().coupon_codes.clone()).unwrap_or_default()
    }

    /// Integration id of the customer; `None` when anonymous.
    pub fn customer(&self) -> Option<String> {
        self.profile.as_ref().map(|profile| profile.id.to_string())
    }

    /// The numbers of the campaigns that give something, each once.
    pub fn giving(&self) -> Vec<u32> {
        let given = self.effects.iter().map(|effect| effect.campaign.0);
        given.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
    }
}
