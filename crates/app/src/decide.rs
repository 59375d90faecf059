//! What the rules say of something that is about to happen: which campaigns are asked, with which facts, and what of
//! their answer is given.

use std::collections::BTreeSet;
use std::rc::Rc;

use domain::budget::counter::Subject;
use domain::budget::purse::Purse;
use domain::coupon::Coupon;
use domain::effect::{Effect, EffectKind};
use domain::event::Event;
use domain::id::CampaignId;
use domain::profile::Profile;
use domain::session::Session;
use domain::settlement::{Again, Settlement};
use rules::discounted::Discounted;
use rules::evaluate::{Evaluation, RunningCampaign, evaluate_after};
use rules::facts::{Code, Facts, Limits};

use crate::budgets::Budgets;
use crate::codes::Codes;
use crate::house::{Campaign, House};
use crate::operation::Moment;
use crate::refusal::Refusal;
use crate::trace::Trace;
use crate::{cascade, competition, redemption, standing};

/// Which campaigns are asked, and how.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// For rehearsals: exactly these campaigns, disabled ones too.
    pub only: Option<Vec<u32>>,
    /// For rehearsals: no campaign excludes another.
    pub complete: bool,
    /// For returns: the campaigns marked for it that gave something, again, for what is kept.
    pub again: bool,
}

/// What is about to happen, as rules see it.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'s> {
    /// One request, one evaluation; with two events a rule may wait for either.
    pub events: &'s [Event],
    /// The session afterwards.
    pub session: Option<&'s Session>,
    /// The customer.
    pub profile: Option<&'s Profile>,
    /// What it does to discounts and counters.
    pub settlement: &'s Settlement,
}

/// What the rules decided.
#[derive(Debug)]
pub struct Decision {
    /// The effects that are given, and the rejections of codes.
    pub granted: Vec<Effect>,
    /// The codes that were made for it.
    pub created: Vec<Coupon>,
    /// What campaigns that were asked again still give.
    pub again: Option<Again>,
    /// Why each rule did what it did.
    pub trace: Trace,
    /// The budgets of the campaigns that were asked.
    pub budgets: Budgets,
}

/// Asks the rules.
///
/// # Errors
/// When the workspace cannot be read or written.
pub fn decide(moment: &Moment<'_>, scene: Scene<'_>, choice: &Choice) -> Result<Decision, Refusal> {
    match scene.session {
        Some(session) if choice.again => ask_again(moment, scene, session),
        Some(_) | None => ask(moment, scene, choice),
    }
}

fn ask(moment: &Moment<'_>, scene: Scene<'_>, choice: &Choice) -> Result<Decision, Refusal> {
    let Scene { session, profile, settlement, .. } = scene;
    let evaluated: Vec<&Campaign> =
        moment.house.campaigns.iter().filter(|campaign| is_evaluated(campaign, moment, choice)).collect();
    let subject = Subject { session, profile: profile.map(|profile| &profile.id) };
    let budgets = Budgets::of(moment, &evaluated, &subject)?;
    let is_running =
        |id| moment.house.campaign(id).is_some_and(|campaign| is_running(campaign, moment, choice));
    let codes = Codes::look_up(moment.tx, moment.now, (session, settlement), &budgets.purse, is_running)?;
    let known = codes.facts();
    let purse = Some(&budgets.purse);
    let house = moment.house;
    let evaluation = if house.settings.cascading_discounts {
        cascade::evaluate(&house.base, |turn, given| {
            let its: Vec<_> = evaluated.iter().copied().filter(|one| turn.contains(&one.id)).collect();
            compete(evaluate_all(moment, scene, &known, &its, (purse, given)), house, choice)
        })
    } else {
        compete(evaluate_all(moment, scene, &known, &evaluated, (purse, Rc::default())), house, choice)
    };
    let rejected = codes.rejections(&evaluation.traces, moment.house);
    let (mut granted, withheld) = allowed(evaluation.effects, settlement);
    let is_withheld = |id: u32, rule: u32| {
        withheld.iter().any(|effect| (effect.campaign.0, effect.rule_index) == (id, rule))
    };
    let trace = Trace::of(&evaluation.traces, moment.house, is_withheld);
    let created = redemption::carry_out(moment, scene.events.first(), settlement, &mut granted)?;
    granted.extend(rejected);
    Ok(Decision { granted, created, again: None, trace, budgets })
}

/// The evaluation without the campaigns that others exclude.
fn compete<'e>(mut evaluation: Evaluation<'e>, house: &House, choice: &Choice) -> Evaluation<'e> {
    if !choice.complete {
        competition::hold(&mut evaluation, house);
    }
    evaluation
}

/// Asks the campaigns that are marked for it, and of which something stands, what they give for what is kept. Their codes
/// hold, budgets were paid from at closing, and who won at closing has won.
fn ask_again(moment: &Moment<'_>, scene: Scene<'_>, session: &Session) -> Result<Decision, Refusal> {
    let stands = standing::ledger(moment.tx, &session.id)?.standing();
    let givers: BTreeSet<CampaignId> = stands.iter().map(|effect| effect.campaign).collect();
    let is_asked = |campaign: &&Campaign| {
        campaign.reevaluate_on_return
            && givers.contains(&campaign.id)
            && campaign.standing(moment.now).is_running()
    };
    let evaluated: Vec<&Campaign> = moment.house.campaigns.iter().filter(is_asked).collect();
    let subject = Subject { session: Some(session), profile: scene.profile.map(|profile| &profile.id) };
    let budgets = Budgets::of(moment, &evaluated, &subject)?;
    let codes = Codes::redeemed(moment.tx, session, &stands)?;
    let (known, kept) = (codes.facts(), session.of_what_is_kept());
    let scene = Scene { session: Some(&kept), ..scene };
    let evaluation = evaluate_all(moment, scene, &known, &evaluated, (None, Rc::default()));
    let trace = Trace::of(&evaluation.traces, moment.house, |_, _| false);
    let (mut granted, given) = allowed(evaluation.effects, scene.settlement);
    let created = redemption::carry_out(moment, scene.events.first(), scene.settlement, &mut granted)?;
    let campaigns = evaluated.iter().map(|campaign| campaign.id).collect();
    Ok(Decision { granted, created, again: Some(Again { campaigns, given }), trace, budgets })
}

fn evaluate_all<'e>(
    moment: &'e Moment<'_>,
    scene: Scene<'e>,
    codes: &'e [Code<'e>],
    evaluated: &[&'e Campaign],
    (purse, given): (Option<&'e Purse>, Rc<Discounted>),
) -> Evaluation<'e> {
    let Some(event) = scene.events.first() else {
        return Evaluation::default();
    };
    let running: Vec<RunningCampaign<'_>> = evaluated
        .iter()
        .filter_map(|campaign| {
            Some(RunningCampaign { id: campaign.id, name: &campaign.name, plan: campaign.plan.as_deref()? })
        })
        .collect();
    let facts = Facts {
        event,
        also: scene.events.get(1).map(|second| &second.event_type),
        session: scene.session,
        profile: scene.profile,
        now: moment.now,
        time_zone: Some(&moment.house.settings.time_zone),
        purse,
        currency_digits: moment.house.settings.currency_digits(),
        codes,
    };
    evaluate_after(&running, &facts, &Limits::default(), given)
}

/// Whether the campaign is evaluated: when it is running, or in rehearsals exactly when it is asked for.
fn is_evaluated(campaign: &Campaign, moment: &Moment<'_>, choice: &Choice) -> bool {
    match &choice.only {
        Some(ids) if moment.dry => ids.contains(&campaign.id.0),
        Some(_) | None => campaign.standing(moment.now).is_running(),
    }
}

/// Whether the campaign is running, evaluated or not.
fn is_running(campaign: &Campaign, moment: &Moment<'_>, choice: &Choice) -> bool {
    campaign.standing(moment.now).is_running() || is_evaluated(campaign, moment, choice)
}

/// What is given, and what is withheld: a request that takes something back gives no discounts, free items or codes. There
/// is nothing to pay any more, or what is to pay is decided by the next update.
fn allowed(effects: Vec<Effect>, settlement: &Settlement) -> (Vec<Effect>, Vec<Effect>) {
    match settlement {
        Settlement::Preview | Settlement::Commit => (effects, Vec::new()),
        Settlement::GiveBack(_) | Settlement::Nothing => {
            effects.into_iter().partition(|effect| !gives_goods(&effect.kind))
        }
    }
}

fn gives_goods(kind: &EffectKind) -> bool {
    match kind {
        EffectKind::SetDiscount { .. }
        | EffectKind::SetDiscountPerItem { .. }
        | EffectKind::SetDiscountPerAdditionalCost { .. }
        | EffectKind::SetDiscountPerAdditionalCostPerItem { .. }
        | EffectKind::AddFreeItem { .. }
        | EffectKind::AcceptCoupon { .. }
        | EffectKind::CouponCreated { .. }
        | EffectKind::ReserveCoupon { .. } => true,
        EffectKind::ShowNotification { .. }
        | EffectKind::UpdateAttribute { .. }
        | EffectKind::CustomEffect { .. }
        | EffectKind::Error { .. }
        | EffectKind::RejectCoupon(_)
        | EffectKind::RollbackCoupon { .. }
        | EffectKind::RollbackDiscount { .. } => false,
    }
}
