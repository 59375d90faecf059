//! Running plans over facts.
//!
//! * Campaigns, rules and blocks run in order. First every condition of a rule is evaluated, then the verdict is formed,
//!   then, if all hold, the effects are evaluated.
//! * What is absent makes a condition false with a reason. Any other trouble fails the rule and emits an `error` effect,
//!   and so does anything absent in an effect.
//! * An effect takes what it costs from its campaign's budgets as it is given, and is given only when they afford it.
//!   What the effects of a failed rule took is put back.
//! * A rule's effects stand together or not at all. Effects see the facts as they were: an attribute updated by one rule
//!   has its old value for the rules after it.
//! * A rule with a top-level event condition is for events of that type only: on another event it is not met, whatever
//!   else it says, and its failure effects are not emitted.
//! * Failure effects come from the first top-level block that does not hold. An `all` group, and an event condition
//!   whose type matches, first emits those of its own first block that does not hold, then its own.
//! * A rule that looks at a code is evaluated once for each code of its campaign, in the order entered; when there is none,
//!   once without. A rule that fires and redeems its code accepts it before its other effects, each code once.
//! * A condition that reads a session that is not there holds in no group, not even in `none`.

mod additional_cost;
mod budget;
mod condition;
mod coupon;
mod effect;
mod read;
mod selector;

use std::rc::Rc;
use std::sync::Arc;

use domain::effect::{Effect, EffectKind};
use domain::id::CampaignId;
use domain::ledger::discount;
use rust_decimal::Decimal;

use crate::discounted::Discounted;
use crate::facts::{Code, Facts, Limits};
use crate::plan::{BlockPlan, EffectPlan, Plan, RulePlan};
use crate::trace::{BlockTrace, CampaignTrace, Outcome, Reason, RuleTrace, Seen, Verdict};
use crate::trouble::Trouble;

pub use effect::MOST_FREE_ITEMS;

use read::{Campaign, Run};

/// A campaign to evaluate.
#[derive(Debug, Clone, Copy)]
pub struct RunningCampaign<'a> {
    /// Its number: `$Campaign.Id`.
    pub id: CampaignId,
    /// Its name: `$Campaign.Name`.
    pub name: &'a str,
    /// Its compiled rules.
    pub plan: &'a Plan,
}

/// What an evaluation gives.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Evaluation<'a> {
    /// The effects, in the order of campaigns, rules and blocks.
    pub effects: Vec<Effect>,
    /// One trace a campaign, in the order given; it borrows from the plans and the facts.
    pub traces: Vec<CampaignTrace<'a>>,
}

/// Evaluates the campaigns in the order given, all of them stackable; none before them gave a discount.
pub fn evaluate<'a>(campaigns: &[RunningCampaign<'a>], facts: &Facts<'a>, limits: &Limits) -> Evaluation<'a> {
    evaluate_after(campaigns, facts, limits, Rc::default())
}

/// Evaluates the campaigns as [`evaluate`] does, after others gave these discounts.
pub fn evaluate_after<'a>(
    campaigns: &[RunningCampaign<'a>],
    facts: &Facts<'a>,
    limits: &Limits,
    given: Rc<Discounted>,
) -> Evaluation<'a> {
    let run = Run::new(facts, limits, given);
    let mut evaluation = Evaluation::default();
    evaluation.traces.reserve(campaigns.len());
    for running in campaigns {
        let campaign = Campaign::new(&run, running);
        let mut rules = Vec::with_capacity(running.plan.rules.len());
        for (index, rule) in (0_u32..).zip(&running.plan.rules) {
            for code in codes_for(rule, running.id, facts) {
                let mut evaluated =
                    RuleRun { campaign: &campaign, rule, index, code, effects: &mut evaluation.effects };
                rules.push(evaluated.evaluate());
            }
        }
        evaluation.traces.push(CampaignTrace { campaign: running.id, rules });
    }
    evaluation
}

/// What a rule is evaluated for: each code of its campaign, or nothing in particular.
fn codes_for<'a>(rule: &RulePlan, campaign: CampaignId, facts: &Facts<'a>) -> Vec<Option<&'a Code<'a>>> {
    let is_its_own = |code: &&Code<'_>| rule.is_for_codes && code.campaign == campaign;
    let codes: Vec<_> = facts.codes.iter().filter(is_its_own).map(Some).collect();
    if codes.is_empty() { vec![None] } else { codes }
}

/// One rule being evaluated.
struct RuleRun<'r, 'a> {
    campaign: &'r Campaign<'r, 'a>,
    rule: &'a RulePlan,
    index: u32,
    /// The code it is evaluated for.
    code: Option<&'a Code<'a>>,
    /// All effects so far; those of a rule that fails are taken off again.
    effects: &'r mut Vec<Effect>,
}

impl<'a> RuleRun<'_, 'a> {
    fn evaluate(&mut self) -> RuleTrace<'a> {
        let mut blocks = self.conditions();
        let verdict = self.verdict(&mut blocks);
        RuleTrace { index: self.index, title: &self.rule.title, code: self.code, verdict, blocks }
    }

    /// The trace of every top-level block; effects are not reached yet.
    fn conditions(&self) -> Vec<BlockTrace<'a>> {
        let reader = self.campaign.reader().for_code(self.code, self.rule.reserves_code);
        let trace = |block: &'a BlockPlan| match block {
            BlockPlan::Condition(condition) => condition::trace(condition, &reader),
            BlockPlan::Effect(effect) => BlockTrace {
                label: &effect.label,
                outcome: Outcome::NotPassed(Reason::NotReached),
                seen: Seen::Nothing,
                wanted: Vec::new(),
                children: Vec::new(),
            },
        };
        self.rule.blocks.iter().map(trace).collect()
    }

    fn verdict(&mut self, blocks: &mut [BlockTrace<'a>]) -> Verdict {
        let is_condition =
            |(plan, _): &(&BlockPlan, &BlockTrace<'_>)| matches!(plan, BlockPlan::Condition(_));
        let conditions =
            || self.rule.blocks.iter().zip(blocks.iter()).filter(is_condition).map(|(_, block)| block);
        if conditions().any(|block| block.outcome == Outcome::NotPassed(Reason::AnotherEvent)) {
            return Verdict::NotMet;
        }
        if let Some((block, trouble)) = conditions().find_map(condition::error) {
            let (at, why, top_level) = (block.label.pointer.clone(), trouble.clone(), block.label.top_level);
            self.report(top_level, &why);
            return Verdict::Failed { at, why };
        }
        if conditions().all(|block| block.outcome == Outcome::Passed) {
            return self.give(blocks);
        }
        self.emit_failure_effects(blocks);
        Verdict::NotMet
    }

    /// Evaluates the effects in order; the first trouble takes them all back.
    fn give(&mut self, blocks: &mut [BlockTrace<'a>]) -> Verdict {
        let before = self.effects.len();
        if let Err((at, why)) = self.accept(blocks) {
            return Verdict::Failed { at, why };
        }
        for (plan, block) in self.rule.blocks.iter().zip(blocks.iter_mut()) {
            let BlockPlan::Effect(effect) = plan else { continue };
            let so_far = self.effects.len();
            match self.emit(effect, None).and_then(|()| self.check_discounts()) {
                Ok(()) => {
                    block.outcome = Outcome::Passed;
                    block.seen = Seen::Given(self.effects.len() - so_far);
                }
                Err(why) => {
                    self.withdraw(before);
                    take_back(blocks);
                    return self.failed(effect, why, blocks);
                }
            }
        }
        Verdict::Fired
    }

    /// A code is accepted once, before what it gives, when the campaign's budgets afford it; otherwise answers the block
    /// that looked at it.
    fn accept(&mut self, blocks: &[BlockTrace<'_>]) -> Result<(), (Arc<str>, Trouble)> {
        let Some((code, block)) = self.code.zip(coupon::redeeming(self.rule, blocks)) else {
            return Ok(());
        };
        let value = code.value.to_owned();
        let is_accepted = |effect: &Effect| matches!(&effect.kind, EffectKind::AcceptCoupon { value } if value == code.value);
        if !self.effects.iter().any(is_accepted) {
            let accepted = self.effect(None, EffectKind::AcceptCoupon { value });
            let taken = self.campaign.run.purse.borrow_mut().take(accepted.campaign, &accepted.kind);
            taken.map_err(|short| (block.label.pointer.clone(), Trouble::Budget(short)))?;
            self.effects.push(accepted);
        }
        Ok(())
    }

    /// The discounts given for a code so far, by all rules, against what it may give.
    fn check_discounts(&self) -> Result<(), Trouble> {
        let Some(code) = self.code.filter(|code| code.discount_left.is_some()) else {
            return Ok(());
        };
        let given = self.effects.iter().filter(|effect| effect.coupon == Some(code.id)).map(discount);
        coupon::check_discounts(code, given.fold(Decimal::ZERO, Decimal::saturating_add))
    }

    fn failed(&mut self, effect: &EffectPlan, why: Trouble, blocks: &mut [BlockTrace<'a>]) -> Verdict {
        if let Some(block) = blocks.iter_mut().find(|block| block.label.pointer == effect.label.pointer) {
            block.outcome = Outcome::Error(why.clone());
            block.seen = Seen::Nothing;
        }
        // A budget that is used up or a cart without the cost is the course of things, not a mistake in the rule.
        if !why.is_refusal() {
            self.report(effect.label.top_level, &why);
        }
        Verdict::Failed { at: effect.label.pointer.clone(), why }
    }

    fn emit_failure_effects(&mut self, blocks: &[BlockTrace<'_>]) {
        let conditions = self.rule.blocks.iter().zip(blocks).filter_map(|(plan, block)| match plan {
            BlockPlan::Condition(condition) if block.outcome != Outcome::Passed => Some((condition, block)),
            BlockPlan::Condition(_) | BlockPlan::Effect(_) => None,
        });
        let Some((condition, block)) = conditions.into_iter().next() else {
            return;
        };
        let mut found = Vec::new();
        condition::failure_effects(condition, block, &mut found);
        for effect in found {
            let before = self.effects.len();
            if let Err(why) = self.emit(effect, Some(effect.label.top_level)) {
                self.withdraw(before);
                self.report(effect.label.top_level, &why);
            }
        }
    }

    /// Adds the effects of a block.
    fn emit(&mut self, effect: &'a EffectPlan, condition_index: Option<u32>) -> Result<(), Trouble> {
        let reader = self.campaign.reader().for_code(self.code, self.rule.reserves_code);
        let mut sink = effect::Sink {
            effects: self.effects,
            purse: &self.campaign.run.purse,
            limit: self.campaign.run.limits.effects,
            campaign: self.campaign.id,
            rule_index: self.index,
            rule_name: &self.rule.title,
            condition_index,
            coupon: self.code.map(|code| code.id),
        };
        effect::emit(effect, reader, &mut sink)
    }

    /// Takes off the effects given since there were `before`, and puts back what they took from budgets.
    fn withdraw(&mut self, before: usize) {
        let mut purse = self.campaign.run.purse.borrow_mut();
        for effect in self.effects.drain(before.min(self.effects.len())..) {
            purse.put_back(effect.campaign, &effect.kind);
        }
    }

    /// Adds the `error` effect of a rule that failed; it is added even when the effects are at their limit.
    fn report(&mut self, top_level: u32, why: &Trouble) {
        let message = format!("The rule \"{}\" failed at block {}: {why}.", self.rule.title, top_level + 1);
        self.effects.push(self.effect(Some(top_level), EffectKind::Error { message }));
    }

    fn effect(&self, condition_index: Option<u32>, kind: EffectKind) -> Effect {
        Effect {
            campaign: self.campaign.id,
            rule_index: self.index,
            rule_name: self.rule.title.to_string(),
            condition_index,
            coupon: self.code.map(|code| code.id),
            kind,
        }
    }
}

/// Effects already given do not stand when a later one cannot be given.
fn take_back(blocks: &mut [BlockTrace<'_>]) {
    for block in blocks.iter_mut().filter(|block| matches!(block.seen, Seen::Given(_))) {
        block.outcome = Outcome::NotPassed(Reason::NotReached);
        block.seen = Seen::Nothing;
    }
}
