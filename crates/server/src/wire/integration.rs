//! The Integration API's shapes.
//!
//! Source: the vendor's `IntegrationStateV2`, `CustomerSessionV2`, `CustomerProfile` and `Event`. The parts a call names in
//! `responseContent` are in the answer; effects and created codes always are.

use app::json::{Amount, Json};
use app::listing::outcomes::{MadeEvent, OutcomeRecord};
use app::listing::sessions::SessionRecord;
use app::render::failure::{CampaignEligibility, RuleFailureReason};
use app::render::wire::WireEffect;
use serde::Serialize;

use super::management::coupon::Coupon;
use super::management::customer::Customer;
use crate::management::APPLICATION;

/// What a call did.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IntegrationState {
    effects: Vec<WireEffect>,
    created_coupons: Vec<Coupon>,
    created_referrals: [(); 0],
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_session: Option<CustomerSession>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_profile: Option<Customer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<Event>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_failure_reasons: Option<Vec<RuleFailureReason>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    campaign_eligibility: Option<Vec<CampaignEligibility>>,
}

impl IntegrationState {
    /// What a call did, with the parts it named.
    pub fn of(record: OutcomeRecord, parts: &[String]) -> Self {
        let is_wanted = |part: &str| parts.iter().any(|named| named == part);
        Self {
            effects: record.effects,
            created_coupons: record.created.into_iter().map(Coupon::from).collect(),
            created_referrals: [],
            customer_session: record
                .session
                .filter(|_| is_wanted("customerSession"))
                .map(CustomerSession::from),
            customer_profile: record.profile.filter(|_| is_wanted("customerProfile")).map(Customer::from),
            event: record.event.filter(|_| is_wanted("event")).map(Event::from),
            rule_failure_reasons: record.failure_reasons,
            campaign_eligibility: record.eligibility,
        }
    }
}

/// A session and the effects that stand.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionWithEffects {
    /// The session.
    pub customer_session: CustomerSession,
    /// The effects.
    pub effects: Vec<WireEffect>,
}

/// The effects of reopening.
#[derive(Debug, Serialize)]
pub struct Reopened {
    /// The effects.
    pub effects: Vec<WireEffect>,
}

/// A session.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomerSession {
    id: u64,
    created: String,
    updated: String,
    integration_id: String,
    application_id: u32,
    profile_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    store_integration_id: Option<String>,
    state: &'static str,
    first_session: bool,
    update_count: u32,
    coupon_codes: Vec<String>,
    referral_code: String,
    identifiers: Vec<String>,
    loyalty_cards: Vec<String>,
    cart_items: Json,
    additional_costs: Json,
    attributes: Json,
    total: Amount,
    cart_item_total: Amount,
    additional_cost_total: Amount,
    cart_item_additional_cost_total: Amount,
}

impl From<SessionRecord> for CustomerSession {
    fn from(record: SessionRecord) -> Self {
        Self {
            id: record.id,
            created: record.created.to_string(),
            updated: record.updated.to_string(),
            integration_id: record.integration_id,
            application_id: APPLICATION,
            profile_id: record.profile.unwrap_or_default(),
            store_integration_id: record.store,
            state: record.state,
            first_session: record.first_session,
            update_count: record.update_count,
            coupon_codes: record.coupon_codes,
            referral_code: record.referral_code,
            identifiers: record.identifiers,
            loyalty_cards: record.loyalty_cards,
            cart_items: record.cart_items,
            additional_costs: record.additional_costs,
            attributes: record.attributes,
            total: record.total,
            cart_item_total: record.cart_item_total,
            additional_cost_total: record.additional_cost_total,
            cart_item_additional_cost_total: record.cart_item_additional_cost_total,
        }
    }
}

/// An event. Its effects in the older shape are left out: those of the answer are complete.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Event {
    id: u64,
    created: String,
    application_id: u32,
    #[serde(rename = "type")]
    event_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_id: Option<String>,
    attributes: Json,
    effects: [(); 0],
}

impl From<MadeEvent> for Event {
    fn from(made: MadeEvent) -> Self {
        Self {
            id: made.id,
            created: made.created.to_string(),
            application_id: APPLICATION,
            event_type: made.event_type,
            profile_id: made.profile,
            session_id: made.session,
            attributes: made.attributes,
            effects: [],
        }
    }
}
