//! Source: the vendor's `IntegrationStateV2`, `TrackEventV2Response`, `CustomerProfileIntegrationResponseV2`,
//! `ReopenSessionResponse` and `MultipleCustomerProfileIntegrationResponseV2`.

use app::json::Json;
use app::listing::coupons::CouponRecord;
use app::outcome::Outcome;
use app::render::failure::{self, CampaignEligibility, RuleFailureReason};
use app::render::wire::{self, WireEffect};
use app::response_content::Wanted;
use serde::Serialize;

use super::coupon::IntegrationCoupon;
use super::event::Event;
use super::profile::CustomerProfile;
use super::returned::Return;
use super::session::CustomerSession;
use crate::wire::management::campaign::Campaign;
use crate::wire::management::coupon::Coupon;

/// The parts that are wanted, and those that had to be looked up.
pub struct Parts {
    /// `customerSession`
    pub session: bool,
    /// `customerProfile`
    pub profile: bool,
    /// `event`
    pub event: bool,
    /// `loyalty`
    pub loyalty: bool,
    /// `awardedGiveaways`
    pub giveaways: bool,
    /// `achievements`
    pub achievements: bool,
    /// Those that are told by the trace.
    pub wanted: Wanted,
    /// `coupons`
    pub coupons: Option<Vec<IntegrationCoupon>>,
    /// `triggeredCampaigns`
    pub triggered: Option<Vec<Campaign>>,
    /// The items of a return, as the caller named them.
    pub returned: Option<Json>,
}

/// What a request did, or would do.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct State<'o> {
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_session: Option<CustomerSession<'o>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_profile: Option<CustomerProfile<'o>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<Event<'o>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    loyalty: Option<Loyalty>,
    #[serde(skip_serializing_if = "Option::is_none")]
    coupons: Option<Vec<IntegrationCoupon>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    triggered_campaigns: Option<Vec<Campaign>>,
    effects: Vec<WireEffect>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_failure_reasons: Option<Vec<RuleFailureReason>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    campaign_eligibility: Option<Vec<CampaignEligibility>>,
    created_coupons: Vec<Coupon>,
    created_referrals: [(); 0],
    #[serde(skip_serializing_if = "Option::is_none")]
    awarded_giveaways: Option<[(); 0]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    achievements: Option<[(); 0]>,
    #[serde(rename = "return", skip_serializing_if = "Option::is_none")]
    returned: Option<Return>,
}

/// There are no loyalty programs.
#[derive(Serialize)]
struct Loyalty {
    cards: [(); 0],
    programs: Json,
}

impl<'o> State<'o> {
    /// `outcome` with the parts that are wanted.
    pub fn of(outcome: &'o Outcome, parts: Parts) -> Self {
        let has_trace = parts.wanted != Wanted::default();
        let trace = if has_trace { outcome.campaigns() } else { Vec::new() };
        let reasons = parts.wanted.rule_failure_reasons.then(|| failure::reasons(outcome, &trace));
        let eligible = parts.wanted.campaign_eligibility && outcome.dry;
        Self {
            customer_session: CustomerSession::of(outcome).filter(|_| parts.session),
            customer_profile: CustomerProfile::of(outcome).filter(|_| parts.profile),
            event: Event::of(outcome).filter(|_| parts.event),
            loyalty: parts.loyalty.then(|| Loyalty { cards: [], programs: Json::empty() }),
            coupons: parts.coupons,
            triggered_campaigns: parts.triggered,
            effects: outcome.effects.iter().map(wire::effect).collect(),
            rule_failure_reasons: reasons,
            campaign_eligibility: eligible.then(|| failure::eligibility(outcome, &trace)),
            created_coupons: outcome.created.iter().map(CouponRecord::from).map(Coupon::from).collect(),
            created_referrals: [],
            awarded_giveaways: parts.giveaways.then_some([]),
            achievements: parts.achievements.then_some([]),
            returned: parts.returned.and_then(|items| Return::of(outcome, items)),
        }
    }
}

/// The effects alone.
#[derive(Serialize)]
pub struct Effects {
    effects: Vec<WireEffect>,
}

impl Effects {
    /// Those of a request.
    pub fn of(outcome: &Outcome) -> Self {
        Self { effects: outcome.effects.iter().map(wire::effect).collect() }
    }
}

/// Many customers.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Profiles<'o> {
    integration_states: Vec<Updated<'o>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Updated<'o> {
    customer_profile: CustomerProfile<'o>,
}

impl<'o> Profiles<'o> {
    /// Those of many requests, in their order.
    pub fn of(outcomes: &'o [Outcome]) -> Self {
        let profiles = outcomes.iter().filter_map(CustomerProfile::of);
        Self { integration_states: profiles.map(|customer_profile| Updated { customer_profile }).collect() }
    }
}
