//! A small world for the tests: one session, one customer, some attributes.

use std::collections::BTreeMap;

use domain::attribute::Entity;
use domain::budget::purse::Purse;
use domain::cart::{Cart, CartItem};
use domain::effect::EffectKind;
use domain::event::{Event, EventType};
use domain::id::{CampaignId, ProfileId, SessionId};
use domain::profile::Profile;
use domain::session::{Phase, Session};
use domain::value::{AttributeType, Value};
use jiff::Timestamp;
use rules::check::compile;
use rules::document::parse;
use rules::evaluate::{Evaluation, RunningCampaign, evaluate};
use rules::facts::{Code, Facts, Limits};
use rules::names::Names;
use rules::plan::Plan;
use rules::problem::Problem;
use rules::trace::RuleTrace;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

/// Noon of the thirtieth of November 2026, a Monday.
pub fn noon() -> Timestamp {
    "2026-11-30T12:00:00Z".parse().unwrap()
}

pub fn money(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub fn item(sku: &str, quantity: u32, price: &str, category: &str) -> CartItem {
    CartItem {
        sku: sku.to_owned(),
        name: None,
        quantity,
        price: money(price),
        category: Some(category.to_owned()),
        product: None,
        weight: None,
        height: None,
        width: None,
        length: None,
        attributes: BTreeMap::new(),
        additional_costs: BTreeMap::new(),
    }
}

/// What a rule is evaluated over; change what a test is about.
#[derive(Clone)]
pub struct World {
    pub names: Names,
    pub event: Event,
    pub also: Option<EventType>,
    pub session: Option<Session>,
    pub profile: Option<Profile>,
    pub limits: Limits,
    /// What the campaign may still give.
    pub purse: Purse,
    pub codes: Vec<Code<'static>>,
}

impl World {
    /// Shoes 1 × 60, shirts 2 × 20, a sock 1 × 0.99: a total of 100.99, updated just now by `ada`.
    pub fn new() -> Self {
        let session_id = SessionId::parse("cart-1", "").unwrap();
        let profile_id = ProfileId::parse("ada", "").unwrap();
        let items = vec![
            item("shoes", 1, "60", "shoes"),
            item("shirt", 2, "20", "clothes"),
            item("sock", 1, "0.99", "clothes"),
        ];
        let mut world = Self {
            names: Names::new(),
            event: event("talon_session_updated"),
            also: None,
            session: Some(Session {
                id: session_id,
                profile: Some(profile_id.clone()),
                first_session: true,
                created: noon(),
                updated: noon(),
                update_count: 3,
                phase: Phase::Open(Cart { items, ..Cart::default() }),
            }),
            profile: Some(Profile {
                id: profile_id,
                created: noon(),
                last_activity: noon(),
                closed_sessions: 2,
                total_sales: money("250"),
                attributes: BTreeMap::new(),
            }),
            limits: Limits::default(),
            purse: Purse::new(),
            codes: Vec::new(),
        };
        world.names.add(Entity::Event, Some("pageview"), "url", AttributeType::String);
        world.names.add(Entity::Event, Some("pageview"), "seconds", AttributeType::Number);
        world.names.add(Entity::CustomerSession, None, "channel", AttributeType::String);
        world.names.add(Entity::CustomerSession, None, "members", AttributeType::ListString);
        world.names.add(Entity::CustomerProfile, None, "tier", AttributeType::String);
        world.names.add(Entity::CustomerProfile, None, "visits", AttributeType::Number);
        world.names.add(Entity::CustomerProfile, None, "vip", AttributeType::Boolean);
        world.names.add(Entity::CustomerProfile, None, "since", AttributeType::Time);
        world.names.add(Entity::CartItem, None, "colour", AttributeType::String);
        world
    }

    pub fn cart(&mut self) -> &mut Cart {
        match &mut self.session.as_mut().unwrap().phase {
            Phase::Open(cart) | Phase::Cancelled(cart, _) => cart,
            Phase::Closed(receipt) | Phase::PartiallyReturned(receipt, _) => &mut receipt.cart,
        }
    }

    pub fn viewing(mut self, url: &str) -> Self {
        self.event = event("pageview");
        self.event.attributes.insert("url".to_owned(), Value::Text(url.to_owned()));
        self
    }

    pub fn compile(&self, document: &Json) -> Result<Plan, Vec<Problem>> {
        compile(&parse(&document.to_string())?, &self.names)
    }

    pub fn evaluate<'a>(&'a self, plan: &'a Plan) -> Evaluation<'a> {
        let facts = Facts {
            event: &self.event,
            also: self.also.as_ref(),
            session: self.session.as_ref(),
            profile: self.profile.as_ref(),
            now: noon(),
            time_zone: None,
            purse: Some(&self.purse),
            currency_digits: 2,
            codes: &self.codes,
        };
        evaluate(&[RunningCampaign { id: CampaignId(7), name: "Winter", plan }], &facts, &self.limits)
    }

    /// Evaluates one rule of these blocks.
    pub fn run(&self, blocks: Json) -> Outcome {
        self.run_document(&rule(blocks))
    }

    pub fn run_document(&self, document: &Json) -> Outcome {
        let plan = self.compile(document).unwrap_or_else(|problems| panic!("{document}\n{problems:#?}"));
        // A trace borrows from plan and facts; both may stay until the tests are over.
        let (world, plan): (&'static Self, &'static Plan) =
            (Box::leak(Box::new(self.clone())), Box::leak(Box::new(plan)));
        let evaluation = world.evaluate(plan);
        Outcome {
            effects: evaluation.effects.into_iter().map(|effect| effect.kind).collect(),
            rules: evaluation.traces.into_iter().next().unwrap().rules,
        }
    }
}

pub struct Outcome {
    pub effects: Vec<EffectKind>,
    pub rules: Vec<RuleTrace<'static>>,
}

impl Outcome {
    pub fn rule(&self) -> &RuleTrace<'static> {
        self.rules.first().unwrap()
    }

    /// The effects in short: `10 off`, `5 off 1.0 of 10`, `notice: title`, `free sock`, …
    pub fn words(&self) -> Vec<String> {
        self.effects.iter().map(words).collect()
    }
}

fn words(effect: &EffectKind) -> String {
    match effect {
        EffectKind::SetDiscount { value, desired, .. } => {
            format!("{} off{}", value.normalize(), instead_of(*desired))
        }
        EffectKind::SetDiscountPerItem { value, unit, total_discount, desired, desired_total, .. } => {
            let total = |total: Decimal| format!(" of {}{}", total.normalize(), instead_of(*desired_total));
            let (of, instead) = (total_discount.map(total).unwrap_or_default(), instead_of(*desired));
            format!("{} off {}.{}{instead}{of}", value.normalize(), unit.position, unit.sub_position)
        }
        EffectKind::SetDiscountPerAdditionalCost { value, cost, desired, .. } => {
            format!("{} off {}{}", value.normalize(), cost.name, instead_of(*desired))
        }
        EffectKind::SetDiscountPerAdditionalCostPerItem { value, cost, unit, desired, .. } => {
            let at = format!("{}.{}", unit.position, unit.sub_position);
            format!("{} off {} of {at}{}", value.normalize(), cost.name, instead_of(*desired))
        }
        EffectKind::AddFreeItem { sku, desired_quantity, .. } => {
            format!("free {sku}{}", instead_of(desired_quantity.map(Decimal::from)))
        }
        EffectKind::AcceptCoupon { value } => format!("accept {value}"),
        EffectKind::RejectCoupon(rejection) => format!("reject {}", rejection.value),
        EffectKind::CouponCreated { value, profile, .. } => format!("create {value} for {profile}"),
        EffectKind::ReserveCoupon { value, profile, is_new: true } => {
            format!("reserve {value} for {profile}")
        }
        EffectKind::ReserveCoupon { value, .. } => format!("keep {value} reserved"),
        EffectKind::RollbackCoupon { value } => format!("give {value} back"),
        EffectKind::ShowNotification { title, .. } => format!("notice: {title}"),
        EffectKind::UpdateAttribute { path, unit, value } => {
            let unit = unit.map(|unit| format!(" of line {}", unit.position)).unwrap_or_default();
            format!("{path}{unit} = {value}")
        }
        EffectKind::CustomEffect { name, unit, payload, .. } => {
            let unit =
                unit.map(|unit| format!(" {}.{}", unit.position, unit.sub_position)).unwrap_or_default();
            let payload: Vec<_> = payload.iter().map(|(key, value)| format!("{key}={value}")).collect();
            format!("custom {name}{unit} {}", payload.join(" "))
        }
        EffectKind::Error { message } => format!("error: {message}"),
        EffectKind::RollbackDiscount { name, .. } => format!("rollback {name}"),
    }
}

fn instead_of(desired: Option<Decimal>) -> String {
    desired.map(|desired| format!(" instead of {}", desired.normalize())).unwrap_or_default()
}

pub fn event(name: &str) -> Event {
    Event {
        seq: None,
        at: noon(),
        event_type: EventType::from_name(name),
        profile: None,
        session: None,
        attributes: BTreeMap::new(),
    }
}

pub fn rule(blocks: Json) -> Json {
    json!({"promotionRules": [{"title": "The rule", "blocks": blocks}]})
}

pub fn check(attribute: &str, operator: &str, value: Json) -> Json {
    json!({"type": "checkAttribute", "attribute": attribute, "operator": operator, "value": value})
}

pub fn discount(value: Json) -> Json {
    json!({"type": "awardDiscount", "name": "Off", "value": value, "partial": false, "target": {"type": "cart"}})
}

pub fn notice(title: &str) -> Json {
    json!({"type": "showNotification", "notificationType": "Info", "title": title, "body": ""})
}
