//! A small shop to test with.

use domain::cart::{Cart, CartItem};
use domain::effect::{Effect, EffectKind, Unit};
use domain::event::{BuiltIn, EventType, SessionState};
use domain::id::{CampaignId, ProfileId, Seq, SessionId};
use domain::ledger::{Ledger, SessionEvent};
use domain::money::Money;
use domain::profile::Profile;
use domain::refusal::Refusal;
use domain::session::{CartChanges, Command, ReturnedItem, Session};
use domain::settlement::{Rollback, roll_back};
use domain::transition::{Given, Transition, transition};
use jiff::Timestamp;

pub fn money(text: &str) -> Money {
    text.parse().unwrap()
}

pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap()
}

pub fn session_id() -> SessionId {
    SessionId::parse("order-1", "/id").unwrap()
}

pub fn profile_id(name: &str) -> ProfileId {
    ProfileId::parse(name, "/profileId").unwrap()
}

pub fn profile(name: &str) -> Profile {
    Profile {
        id: profile_id(name),
        created: at(0),
        last_activity: at(0),
        closed_sessions: 0,
        total_sales: Money::ZERO,
        attributes: Default::default(),
    }
}

pub fn item(sku: &str, quantity: u32, price: &str) -> CartItem {
    CartItem {
        sku: sku.to_owned(),
        name: None,
        quantity,
        price: money(price),
        category: None,
        product: None,
        weight: None,
        height: None,
        width: None,
        length: None,
        attributes: Default::default(),
        additional_costs: Default::default(),
    }
}

pub fn cart(items: Vec<CartItem>) -> Cart {
    Cart { items, ..Cart::default() }
}

/// Two lamps at 10, one mug at 5, shipping 3: 28 in all.
pub fn shopping() -> CartChanges {
    CartChanges {
        profile: Some(Some(profile_id("ada"))),
        items: Some(vec![item("lamp", 2, "10"), item("mug", 1, "5")]),
        additional_costs: Some([("shipping".to_owned(), money("3"))].into()),
        ..CartChanges::default()
    }
}

pub fn update(to: SessionState, changes: CartChanges) -> Command {
    Command::Update { to, changes: Box::new(changes) }
}

pub fn returned(position: Option<u32>, sku: Option<&str>, quantity: Option<u32>) -> ReturnedItem {
    ReturnedItem { position, sku: sku.map(str::to_owned), quantity }
}

pub fn step(session: Option<Session>, command: Command) -> Result<Transition, Refusal> {
    transition(session, &session_id(), command, &Given { now: at(60), first_session: true })
}

/// The session after commands that are all expected to be accepted.
pub fn after(commands: Vec<Command>) -> Option<Session> {
    commands.into_iter().fold(None, |session, command| Some(step(session, command).unwrap().session))
}

pub fn effect(kind: EffectKind) -> Effect {
    Effect {
        campaign: CampaignId(7),
        rule_index: 0,
        rule_name: "Rule".into(),
        condition_index: None,
        coupon: None,
        kind,
    }
}

pub fn session_discount(value: &str) -> Effect {
    effect(EffectKind::SetDiscount { name: "off".into(), value: money(value), desired: None })
}

pub fn unit_discount(unit: Unit, value: Money) -> Effect {
    effect(EffectKind::SetDiscountPerItem {
        name: "off each".into(),
        value,
        unit,
        total_discount: None,
        desired: None,
        desired_total: None,
    })
}

pub fn unit(position: u32, sub_position: u32) -> Unit {
    Unit { position, sub_position }
}

/// The pointers of a refusal that names fields.
pub fn pointers(refusal: &Refusal) -> Vec<&str> {
    match refusal {
        Refusal::Invalid(problems) => problems.iter().map(|problem| problem.pointer.as_str()).collect(),
        Refusal::Move { .. } | Refusal::NotFound { .. } => panic!("no fields are named by: {refusal}"),
    }
}

/// An event of a session that has these effects; rollbacks come first and are paired with what they take back.
pub fn event(seq: u64, built_in: BuiltIn, state: SessionState, effects: Vec<Effect>) -> SessionEvent {
    SessionEvent {
        seq: Seq(seq),
        at: at(0),
        event_type: EventType::BuiltIn(built_in),
        state: Some(state),
        effects,
        reverses: Default::default(),
    }
}

/// Enters what `done` takes back, then what it `granted`, and answers the rollbacks.
pub fn enter(ledger: &mut Ledger, seq: u64, done: &Transition, granted: Vec<Effect>) -> Vec<Rollback> {
    let rollbacks = roll_back(&done.settlement, ledger, None);
    let effects = rollbacks.iter().map(|rollback| rollback.effect.clone()).chain(granted).collect();
    let mut event = event(seq, done.event, done.session.state(), effects);
    event.reverses = (0..).zip(&rollbacks).map(|(place, rollback)| (place, rollback.of)).collect();
    ledger.enter(event);
    rollbacks
}
