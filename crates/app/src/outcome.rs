//! What a request did, or would do.

use std::sync::Arc;

use domain::coupon::Coupon;
use domain::effect::Effect;
use domain::event::Event;
use domain::profile::Profile;
use domain::session::Session;

use crate::books::Turn;
use crate::house::House;
use crate::not_evaluated;
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
}
