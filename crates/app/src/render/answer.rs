//! Answers as one line of JSON in the vendor's names, with exact numbers.
//!
//! Source of the names: the vendor's `IntegrationStateV2`, `CustomerSessionV2`, `CustomerProfile`, `Attribute`, `APIError`.

use domain::attribute::Attribute;
use domain::cart::{CartItem, totals};
use domain::evaluation_group::BASE;
use domain::event::Event;
use domain::profile::Profile;
use domain::schedule::Standing;
use domain::session::Session;
use serde::Serialize;
use store::Campaign;

use super::coupon_answer::CouponAnswer;
use super::failure::{self, CampaignEligibility, RuleFailureReason};
use super::limit;
use super::wire::{self, WireEffect};
use crate::json::{Amount, Json, Named};
use crate::operation::create_coupons::CreatedCoupons;
use crate::operation::import_coupons::ImportedCoupons;
use crate::outcome::Outcome;
use crate::parse::coupon_file::RowProblem;
use crate::refusal::Refusal;
use crate::request::limit::LimitBody;
use crate::response_content::Wanted;
use crate::view::clock::ClockView;
use crate::view::evaluation_group::EvaluationGroupsView;
use crate::view::not_evaluated::NotEvaluatedView;
use crate::view::trace::CampaignTraceView;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OutcomeAnswer<'o> {
    dry: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_session: Option<SessionAnswer<'o>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_profile: Option<ProfileAnswer<'o>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<EventAnswer<'o>>,
    events: Vec<EventAnswer<'o>>,
    effects: Vec<WireEffect>,
    created_coupons: Vec<CouponAnswer<'o>>,
    created_referrals: [(); 0],
    /// Our addition: why every rule fired or did not.
    trace: Vec<CampaignTraceView>,
    /// Our addition: which campaigns were left out, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_evaluated: Vec<NotEvaluatedView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_failure_reasons: Option<Vec<RuleFailureReason>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    campaign_eligibility: Option<Vec<CampaignEligibility>>,
    notes: &'o [String],
}

/// A session in the vendor's names, without the numbers and the Application the wire adds.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionAnswer<'o> {
    integration_id: &'o str,
    profile_id: &'o str,
    state: &'static str,
    created: String,
    updated: String,
    first_session: bool,
    update_count: u32,
    cart_items: Vec<ItemAnswer<'o>>,
    coupon_codes: &'o [String],
    referral_code: &'o str,
    identifiers: &'o [String],
    loyalty_cards: &'o [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    store_integration_id: Option<&'o str>,
    additional_costs: Named<CostAnswer>,
    attributes: Json,
    total: Amount,
    cart_item_total: Amount,
    additional_cost_total: Amount,
    cart_item_additional_cost_total: Amount,
}

#[derive(Serialize)]
struct CostAnswer {
    price: Amount,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ItemAnswer<'o> {
    position: usize,
    sku: &'o str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'o str>,
    quantity: u32,
    returned_quantity: u32,
    remaining_quantity: u32,
    price: Amount,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'o str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    product: Option<ProductAnswer<'o>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<Amount>,
    additional_costs: Named<CostAnswer>,
    attributes: Json,
}

#[derive(Serialize)]
struct ProductAnswer<'o> {
    name: &'o str,
}

/// A customer in the vendor's names, without the numbers the wire adds.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProfileAnswer<'o> {
    integration_id: &'o str,
    created: String,
    last_activity: String,
    closed_sessions: u32,
    total_sales: Amount,
    attributes: Json,
}

/// An event in the vendor's names, without the Application the wire adds.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EventAnswer<'o> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u64>,
    created: String,
    #[serde(rename = "type")]
    event_type: &'o str,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile_id: Option<&'o str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_id: Option<&'o str>,
    attributes: Json,
}

/// What a request did, with the parts that are `wanted`.
pub fn outcome(outcome: &Outcome, wanted: Wanted) -> String {
    let campaigns = outcome.campaigns();
    let reasons = wanted.rule_failure_reasons.then(|| failure::reasons(outcome, &campaigns));
    let eligible = wanted.campaign_eligibility && outcome.dry;
    line(&OutcomeAnswer {
        dry: outcome.dry,
        customer_session: outcome.session.as_ref().map(session_answer),
        customer_profile: outcome.profile.as_ref().map(profile_answer),
        event: outcome.events.last().map(|one| event(one, outcome.dry)),
        events: outcome.events.iter().map(|one| event(one, outcome.dry)).collect(),
        effects: outcome.effects.iter().map(wire::effect).collect(),
        created_coupons: outcome.created.iter().map(CouponAnswer::of).collect(),
        created_referrals: [],
        rule_failure_reasons: reasons,
        campaign_eligibility: eligible.then(|| failure::eligibility(outcome, &campaigns)),
        trace: campaigns,
        not_evaluated: outcome.not_evaluated(),
        notes: &outcome.notes,
    })
}

/// A session.
pub fn session(session: &Session) -> String {
    line(&session_answer(session))
}

/// A profile.
pub fn profile(profile: &Profile) -> String {
    line(&profile_answer(profile))
}

/// The lines of a session's cart, with what was returned of each.
pub fn cart_items(session: &Session) -> Json {
    let items = session.cart().items.iter().enumerate();
    Json::of(&items.map(|(position, item)| item_answer(position, item, session)).collect::<Vec<_>>())
}

/// The additional costs of a session, by name.
pub fn additional_costs(session: &Session) -> Json {
    Json::of(&costs(&session.cart().additional_costs))
}

/// A session, to be answered with.
pub fn session_answer(session: &Session) -> SessionAnswer<'_> {
    let cart = session.cart();
    let sums = totals(cart);
    let items = cart.items.iter().enumerate();
    SessionAnswer {
        integration_id: session.id.as_str(),
        profile_id: session.profile.as_ref().map_or("", |profile| profile.as_str()),
        state: session.state().name(),
        created: session.created.to_string(),
        updated: session.updated.to_string(),
        first_session: session.first_session,
        update_count: session.update_count,
        cart_items: items.map(|(position, item)| item_answer(position, item, session)).collect(),
        coupon_codes: &cart.coupon_codes,
        referral_code: &cart.referral_code,
        identifiers: &cart.identifiers,
        loyalty_cards: &cart.loyalty_cards,
        store_integration_id: cart.store.as_deref(),
        additional_costs: costs(&cart.additional_costs),
        attributes: attributes(&cart.attributes),
        total: Amount(sums.total),
        cart_item_total: Amount(sums.cart_item_total),
        additional_cost_total: Amount(sums.additional_cost_total),
        cart_item_additional_cost_total: Amount(sums.cart_item_additional_cost_total),
    }
}

fn item_answer<'o>(position: usize, item: &'o CartItem, session: &Session) -> ItemAnswer<'o> {
    let returned = session.returned(u32::try_from(position).unwrap_or(u32::MAX));
    ItemAnswer {
        position,
        sku: &item.sku,
        name: item.name.as_deref(),
        quantity: item.quantity,
        returned_quantity: returned,
        remaining_quantity: item.quantity.saturating_sub(returned),
        price: Amount(item.price),
        category: item.category.as_deref(),
        product: item.product.as_deref().map(|name| ProductAnswer { name }),
        weight: item.weight.map(Amount),
        height: item.height.map(Amount),
        width: item.width.map(Amount),
        length: item.length.map(Amount),
        additional_costs: costs(&item.additional_costs),
        attributes: attributes(&item.attributes),
    }
}

/// A customer, to be answered with.
pub fn profile_answer(profile: &Profile) -> ProfileAnswer<'_> {
    ProfileAnswer {
        integration_id: profile.id.as_str(),
        created: profile.created.to_string(),
        last_activity: profile.last_activity.to_string(),
        closed_sessions: profile.closed_sessions,
        total_sales: Amount(profile.total_sales),
        attributes: attributes(&profile.attributes),
    }
}

/// An event, to be answered with; a rehearsed one has no number.
pub fn event(event: &Event, dry: bool) -> EventAnswer<'_> {
    EventAnswer {
        id: event.seq.filter(|_| !dry).map(|seq| seq.0),
        created: event.at.to_string(),
        event_type: event.event_type.name(),
        profile_id: event.profile.as_ref().map(|profile| profile.as_str()),
        session_id: event.session.as_ref().map(|session| session.as_str()),
        attributes: attributes(&event.attributes),
    }
}

fn costs(costs: &std::collections::BTreeMap<String, rust_decimal::Decimal>) -> Named<CostAnswer> {
    Named(costs.iter().map(|(name, price)| (name.clone(), CostAnswer { price: Amount(*price) })).collect())
}

pub(super) fn attributes(values: &domain::value::Attributes) -> Json {
    wire::object(values.iter().map(|(name, value)| (name.as_str(), value)))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AttributeAnswer<'a> {
    id: u32,
    entity: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_type: Option<&'a str>,
    name: &'a str,
    title: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    description: &'a str,
    suggestions: &'a [String],
    restricted_by_suggestions: bool,
}

/// An attribute.
pub fn attribute(attribute: &Attribute) -> String {
    line(&AttributeAnswer {
        id: attribute.id.0,
        entity: attribute.entity.name(),
        event_type: attribute.event_type.as_deref(),
        name: &attribute.name,
        title: &attribute.title,
        kind: attribute.kind.name(),
        description: &attribute.description,
        suggestions: &attribute.suggestions,
        restricted_by_suggestions: attribute.restricted_by_suggestions,
    })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CampaignAnswer<'a> {
    id: u32,
    name: &'a str,
    description: &'a str,
    state: &'static str,
    frontend_state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_time: Option<String>,
    /// Left out for the base group.
    #[serde(skip_serializing_if = "Option::is_none")]
    evaluation_group_id: Option<u32>,
    reevaluate_on_return: bool,
    limits: Vec<LimitBody>,
    position: u32,
    revision: u32,
    created: String,
    updated: String,
}

/// The groups campaigns compete in.
pub fn evaluation_groups(groups: &EvaluationGroupsView) -> String {
    line(groups)
}

/// The workspace clock.
pub fn clock(clock: &ClockView) -> String {
    line(clock)
}

/// A campaign that was just saved, without its rules.
pub fn campaign(campaign: &Campaign) -> String {
    line(&CampaignAnswer {
        id: campaign.id.0,
        name: &campaign.name,
        description: &campaign.description,
        state: campaign.state.name(),
        frontend_state: Standing::at(campaign.updated, campaign.state, &campaign.schedule).name(),
        start_time: campaign.schedule.start.map(|at| at.to_string()),
        end_time: campaign.schedule.end.map(|at| at.to_string()),
        evaluation_group_id: (campaign.group != BASE).then_some(campaign.group.0),
        reevaluate_on_return: campaign.reevaluate_on_return,
        limits: limit::all(&campaign.limits),
        position: campaign.position,
        revision: campaign.revision,
        created: campaign.created.to_string(),
        updated: campaign.updated.to_string(),
    })
}

#[derive(Serialize)]
struct CreatedCouponsAnswer {
    created: u32,
    coupons: Vec<String>,
}

/// Codes that were made, with the first of them by name.
pub fn created_coupons(made: CreatedCoupons) -> String {
    line(&CreatedCouponsAnswer { created: made.created, coupons: made.first })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ImportedCouponsAnswer {
    imported: u32,
    left_out: Vec<RowAnswer>,
    more_left_out: u32,
}

#[derive(Serialize)]
struct RowAnswer {
    line: u64,
    column: String,
    details: String,
}

/// Codes that were imported, and what was wrong with the rows that were not.
pub fn imported_coupons(done: ImportedCoupons) -> String {
    let row = |problem: RowProblem| RowAnswer {
        line: problem.line,
        column: problem.column,
        details: problem.details,
    };
    line(&ImportedCouponsAnswer {
        imported: done.imported,
        left_out: done.problems.into_iter().map(row).collect(),
        more_left_out: done.more_problems,
    })
}

#[derive(Serialize)]
struct ErrorAnswer {
    error: ErrorBody,
}

#[derive(Serialize)]
struct ErrorBody {
    message: String,
    errors: Vec<FieldAnswer>,
}

#[derive(Serialize)]
struct FieldAnswer {
    title: String,
    details: String,
    source: SourceAnswer,
}

#[derive(Serialize)]
struct SourceAnswer {
    pointer: String,
}

/// Why a request was not carried out, in the vendor's error shape.
pub fn refusal(refusal: &Refusal) -> String {
    let errors = refusal.problems().into_iter().map(|problem| FieldAnswer {
        title: problem.title,
        details: problem.message,
        source: SourceAnswer { pointer: problem.field },
    });
    line(&ErrorAnswer { error: ErrorBody { message: refusal.to_string(), errors: errors.collect() } })
}

fn line(answer: &impl Serialize) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}
