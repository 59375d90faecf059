//! The codes of a session: looked up before the rules, judged after them.

use std::collections::BTreeSet;

use domain::budget::Action;
use domain::budget::purse::Purse;
use domain::coupon::{Coupon, CouponId};
use domain::effect::{CouponRejection, Effect, EffectKind};
use domain::id::{CampaignId, ProfileId};
use domain::redeemable::{Rejection, Situation, check};
use domain::session::Session;
use domain::settlement::Settlement;
use jiff::Timestamp;
use rules::facts::Code;
use rules::trace::{CampaignTrace, Outcome, RuleTrace, TracedKind, Verdict};
use rust_decimal::Decimal;
use store::{CouponCustomer, Reader};

use crate::house::House;
use crate::refusal::Refusal;

/// A code that belongs to no campaign is rejected in the name of this one.
pub const NO_CAMPAIGN: CampaignId = CampaignId(0);

/// The codes of a session, in the order entered, each once.
#[derive(Debug, Default)]
pub struct Codes(Vec<Entered>);

/// One code as entered.
#[derive(Debug)]
struct Entered {
    value: String,
    coupon: Option<Coupon>,
    customer: CouponCustomer,
    verdict: Result<(), Rejection>,
}

impl Codes {
    /// Looks up the codes of `session`. A request that takes something back looks at no codes: they were decided when the
    /// session closed. `purse` tells whether a
    /// campaign redeems any more, `is_running` whether it is running.
    ///
    /// # Errors
    /// When the workspace cannot be read.
    pub fn look_up(
        reader: &Reader,
        now: Timestamp,
        (session, settlement): (Option<&Session>, &Settlement),
        purse: &Purse,
        is_running: impl Fn(CampaignId) -> bool,
    ) -> Result<Self, Refusal> {
        let Some(session) = session.filter(|_| looks_at_codes(settlement)) else {
            return Ok(Self::default());
        };
        let mut seen = BTreeSet::new();
        let codes = session.cart().coupon_codes.iter().filter(|code| seen.insert(code.as_str()));
        let profile = session.profile.as_ref();
        let entered = codes.map(|code| Entered::look_up(reader, now, (code, profile), purse, &is_running));
        entered.collect::<Result<_, _>>().map(Self)
    }

    /// The codes that `session` redeemed when it closed, as `standing` says: they hold, whatever became of them since.
    ///
    /// # Errors
    /// When the workspace cannot be read.
    pub fn redeemed(reader: &Reader, session: &Session, standing: &[Effect]) -> Result<Self, Refusal> {
        let mut redeemed = Vec::new();
        for effect in standing {
            let EffectKind::AcceptCoupon { value } = &effect.kind else { continue };
            let Some(coupon) = reader.coupon(value)? else { continue };
            let customer = match &session.profile {
                Some(profile) => reader.coupon_customer(coupon.id, profile)?,
                None => CouponCustomer::default(),
            };
            // What the code has given is what is asked about, so it does not count against it.
            let coupon = Some(Coupon { discounted: Decimal::ZERO, ..coupon });
            redeemed.push(Entered { value: value.clone(), coupon, customer, verdict: Ok(()) });
        }
        Ok(Self(redeemed))
    }

    /// The codes as rules see them.
    pub fn facts(&self) -> Vec<Code<'_>> {
        self.0.iter().filter_map(Entered::fact).collect()
    }

    /// The rejections of the codes that came to nothing, in the order entered.
    pub fn rejections(&self, traces: &[CampaignTrace<'_>], house: &House) -> Vec<Effect> {
        self.0.iter().filter_map(|entered| entered.rejection(traces, house)).collect()
    }
}

/// Whether a budget of the campaign lets no code be redeemed any more.
fn is_used_up(purse: &Purse, campaign: CampaignId) -> bool {
    let left = purse.remaining(campaign, Action::RedeemCoupon);
    left.is_ok_and(|left| left.is_some_and(|left| left.amount.is_zero()))
}

fn looks_at_codes(settlement: &Settlement) -> bool {
    match settlement {
        Settlement::Preview | Settlement::Commit => true,
        Settlement::GiveBack(_) | Settlement::Nothing => false,
    }
}

impl Entered {
    fn look_up(
        reader: &Reader,
        now: Timestamp,
        (value, profile): (&str, Option<&ProfileId>),
        purse: &Purse,
        is_running: &impl Fn(CampaignId) -> bool,
    ) -> Result<Self, Refusal> {
        let coupon = reader.coupon(value)?;
        let customer = match (&coupon, profile) {
            (Some(coupon), Some(profile)) => reader.coupon_customer(coupon.id, profile)?,
            (Some(_), None) | (None, _) => CouponCustomer::default(),
        };
        let situation = Situation {
            now,
            profile,
            is_campaign_running: coupon.as_ref().is_some_and(|coupon| is_running(coupon.campaign)),
            used_by_profile: customer.used,
            is_reserved_for_profile: customer.is_reserved,
            is_campaign_limit_reached: coupon
                .as_ref()
                .is_some_and(|coupon| is_used_up(purse, coupon.campaign)),
        };
        let verdict = check(coupon.as_ref(), &situation);
        Ok(Self { value: value.to_owned(), coupon, customer, verdict })
    }

    fn fact(&self) -> Option<Code<'_>> {
        let coupon = self.coupon.as_ref()?;
        Some(Code {
            id: coupon.id,
            value: coupon.value.as_str(),
            campaign: coupon.campaign,
            verdict: self.verdict,
            terms: &coupon.terms,
            is_reserved: self.customer.is_reserved,
            reserved: coupon.reserved,
            discount_left: coupon.discount_left(),
        })
    }

    /// Why the code came to nothing; `None` when a rule fired with it.
    fn rejection(&self, traces: &[CampaignTrace<'_>], house: &House) -> Option<Effect> {
        let Some(coupon) = &self.coupon else {
            return Some(self.reject(NO_CAMPAIGN, Found::early(Rejection::NotFound)));
        };
        let found = match traces.iter().find(|trace| trace.campaign == coupon.campaign) {
            Some(campaign) => judge(coupon.id, campaign, self.verdict)?,
            None => Found::left_out(self.verdict),
        };
        let known = house.campaign(coupon.campaign).is_some();
        Some(self.reject(if known { coupon.campaign } else { NO_CAMPAIGN }, found))
    }

    fn reject(&self, campaign: CampaignId, found: Found) -> Effect {
        let rejection = CouponRejection {
            value: self.value.clone(),
            reason: found.reason,
            condition_index: found.condition_index,
            effect_index: found.effect_index,
            details: found.details,
            exclusion: found.exclusion.to_owned(),
        };
        Effect {
            campaign,
            rule_index: found.rule_index,
            rule_name: found.rule_name,
            condition_index: None,
            coupon: self.coupon.as_ref().map(|coupon| coupon.id),
            kind: EffectKind::RejectCoupon(Box::new(rejection)),
        }
    }
}

/// What speaks against a code.
#[derive(Debug)]
struct Found {
    reason: Rejection,
    rule_index: u32,
    rule_name: String,
    condition_index: Option<u32>,
    effect_index: Option<u32>,
    details: String,
    /// The vendor's `campaignExclusionReason`; empty when no other campaign won.
    exclusion: &'static str,
}

impl Found {
    /// Something known before any rule.
    fn early(reason: Rejection) -> Self {
        Self {
            reason,
            rule_index: 0,
            rule_name: String::new(),
            condition_index: None,
            effect_index: None,
            details: String::new(),
            exclusion: "",
        }
    }

    /// The campaign was not among those the request asked for.
    fn left_out(verdict: Result<(), Rejection>) -> Self {
        match verdict {
            Err(reason) => Self::early(reason),
            Ok(()) => {
                Self { exclusion: "CampaignNotInEvaluationSet", ..Self::early(Rejection::NotTriggered) }
            }
        }
    }

    /// Something that went wrong in a rule.
    fn in_rule(reason: Rejection, rule: &RuleTrace<'_>) -> Self {
        Self { rule_index: rule.index, rule_name: rule.title.to_string(), ..Self::early(reason) }
    }
}

/// What speaks against a code after its campaign was evaluated; `None` when a rule fired with it. A rule that could not
/// give what it wanted tells more than one whose conditions do not hold.
fn judge(coupon: CouponId, campaign: &CampaignTrace<'_>, verdict: Result<(), Rejection>) -> Option<Found> {
    let mut rules =
        campaign.rules.iter().filter(|rule| rule.code.is_some_and(|code| code.id == coupon)).peekable();
    if rules.clone().any(|rule| rule.verdict == Verdict::Fired) {
        return None;
    }
    if let Err(reason) = verdict {
        return Some(Found::early(reason));
    }
    if let Some(found) = rules.clone().find_map(excluded) {
        return Some(found);
    }
    let Some(first) = rules.peek().copied() else {
        let details = "no rule of the campaign has the condition \"Coupon code is valid\"".to_owned();
        return Some(Found { details, ..Found::early(Rejection::Condition) });
    };
    Some(rules.find_map(failed_effect).unwrap_or_else(|| failed_condition(first)))
}

/// Another campaign that won, when the rule would have fired.
fn excluded(rule: &RuleTrace<'_>) -> Option<Found> {
    let Verdict::Excluded { reason, why } = &rule.verdict else { return None };
    Some(Found { exclusion: reason, details: why.clone(), ..Found::in_rule(Rejection::NotTriggered, rule) })
}

/// The effect that could not be given, when that is what failed the rule.
fn failed_effect(rule: &RuleTrace<'_>) -> Option<Found> {
    let Verdict::Failed { at, why } = &rule.verdict else { return None };
    let block = rule.blocks.iter().find(|block| block.pointer() == &**at)?;
    (block.label().kind == TracedKind::Effect).then(|| Found {
        effect_index: Some(block.label().top_level),
        details: why.to_string(),
        ..Found::in_rule(Rejection::Effect, rule)
    })
}

/// The first condition that does not hold.
fn failed_condition(rule: &RuleTrace<'_>) -> Found {
    let is_condition = |kind: TracedKind| kind != TracedKind::Effect;
    let mut conditions = rule.blocks.iter().filter(|block| is_condition(block.label().kind));
    let failed = conditions.find(|block| block.outcome != Outcome::Passed);
    let details = failed.map(|block| format!("\"{}\" does not hold", block.sentence()));
    Found {
        condition_index: failed.map(|block| block.label().top_level),
        details: details.unwrap_or_default(),
        ..Found::in_rule(Rejection::Condition, rule)
    }
}
