//! A workspace in a folder of its own, and one of everything to put into it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use domain::budget::{Action, Budget, Entity, Period};
use domain::cart::{Cart, CartItem, Totals};
use domain::effect::{Effect, EffectKind, Unit};
use domain::event::{Event, EventType};
use domain::id::{CampaignId, GroupId, ProfileId, SessionId};
use domain::profile::Profile;
use domain::schedule::{CampaignState, Schedule};
use domain::session::{Phase, Receipt, Returns, Session};
use domain::value::{Attributes, Location, Value};
use jiff::Timestamp;
use rust_decimal::Decimal;
use store::{Campaign, Entry, NewWorkspace, Store, StoreError, Writer};
use tempfile::TempDir;

/// Two budgets, other ones for every campaign.
pub fn budgets(id: u32) -> Vec<Budget> {
    let each = BTreeSet::from([Entity::Profile, Entity::Store]);
    vec![
        Budget {
            action: Action::SetDiscount,
            limit: Decimal::new(i64::from(id) * 1_050, 2),
            period: Some(Period::Monthly),
            entities: each,
        },
        Budget { action: Action::CustomEffect, limit: id.into(), period: None, entities: BTreeSet::new() },
    ]
}

/// A workspace that goes away with its folder.
pub struct World {
    pub store: Store,
    pub writer: Writer,
    pub folder: TempDir,
}

impl World {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("shop.tillroll");
        let store = Store::create(&path, &NewWorkspace { name: "Shop".to_owned(), created: at(0) }).unwrap();
        let writer = store.writer().unwrap();
        Self { store, writer, folder }
    }

    pub fn path(&self) -> PathBuf {
        self.store.path().to_owned()
    }

    /// Closes every connection and answers where the file is.
    pub fn close(self) -> (PathBuf, TempDir) {
        (self.path(), self.folder)
    }

    /// Logs an event that has nothing but itself.
    pub fn log(&mut self, event: &Event) -> u64 {
        self.writer.write(|tx| tx.append(&entry(event))).unwrap().0
    }
}

pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).unwrap()
}

pub fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub fn session_id(text: &str) -> SessionId {
    SessionId::parse(text, "").unwrap()
}

pub fn profile_id(text: &str) -> ProfileId {
    ProfileId::parse(text, "").unwrap()
}

/// One value of every type, with the awkward ones among them.
pub fn attributes() -> Attributes {
    let place = Location { latitude: number("52.520"), longitude: number("-13.405") };
    let list = |values: Vec<Value>| Value::List(values);
    BTreeMap::from([
        ("text".to_owned(), Value::Text("it's \"50 %\" — ünï\n'; DROP TABLE journal; --".to_owned())),
        ("empty".to_owned(), Value::Text(String::new())),
        ("number".to_owned(), Value::Number(number("-1234567890.1234500"))),
        ("large".to_owned(), Value::Number(Decimal::MAX)),
        ("yes".to_owned(), Value::Bool(true)),
        ("time".to_owned(), Value::Time(Timestamp::new(1_700_000_000, 123_456_789).unwrap())),
        ("place".to_owned(), Value::Location(place)),
        ("texts".to_owned(), list(vec![Value::Text("a".to_owned()), Value::Text("b".to_owned())])),
        ("numbers".to_owned(), list(vec![Value::Number(number("1")), Value::Number(number("1.0"))])),
        ("times".to_owned(), list(vec![Value::Time(at(5))])),
        ("places".to_owned(), list(vec![Value::Location(place)])),
        ("nothing".to_owned(), list(Vec::new())),
    ])
}

pub fn cart() -> Cart {
    let plain = CartItem {
        sku: "SKU-1".to_owned(),
        name: None,
        quantity: 3,
        price: number("9.90"),
        category: None,
        product: None,
        weight: None,
        height: None,
        width: None,
        length: None,
        attributes: Attributes::new(),
        additional_costs: BTreeMap::new(),
    };
    let full = CartItem {
        name: Some("Tea".to_owned()),
        category: Some("drinks".to_owned()),
        product: Some("tea".to_owned()),
        weight: Some(number("250.5")),
        height: Some(number("1")),
        width: Some(number("2")),
        length: Some(number("3.00")),
        attributes: attributes(),
        additional_costs: BTreeMap::from([("gift".to_owned(), number("1.50"))]),
        ..plain.clone()
    };
    Cart {
        items: vec![plain, full],
        coupon_codes: vec!["WELCOME".to_owned()],
        referral_code: "FRIEND".to_owned(),
        identifiers: vec!["device".to_owned()],
        loyalty_cards: vec!["card".to_owned()],
        store: Some("berlin".to_owned()),
        additional_costs: BTreeMap::from([("shipping".to_owned(), number("4.99"))]),
        attributes: attributes(),
    }
}

pub fn session(id: &str, profile: Option<&str>, phase: Phase) -> Session {
    Session {
        id: session_id(id),
        profile: profile.map(profile_id),
        first_session: true,
        created: at(1),
        updated: at(2),
        update_count: 7,
        phase,
    }
}

pub fn open_session(id: &str, profile: &str) -> Session {
    session(id, Some(profile), Phase::Open(Cart::default()))
}

/// One phase of every kind.
pub fn phases() -> Vec<Phase> {
    let totals = Totals { cart_item_total: number("59.40"), total: number("65.89"), ..Totals::default() };
    let receipt = Receipt { cart: cart(), totals, closed_at: Timestamp::new(1_700_000_009, 1).unwrap() };
    let returns = Returns(BTreeMap::from([(0, 1), (1, 3)]));
    vec![
        Phase::Open(Cart::default()),
        Phase::Open(cart()),
        Phase::Closed(receipt.clone()),
        Phase::PartiallyReturned(receipt, returns.clone()),
        Phase::Cancelled(cart(), Returns::default()),
        Phase::Cancelled(cart(), returns),
    ]
}

pub fn profile(id: &str) -> Profile {
    Profile {
        id: profile_id(id),
        created: at(1),
        last_activity: Timestamp::new(1_700_000_001, 999_999_999).unwrap(),
        closed_sessions: 2,
        total_sales: number("120.00"),
        attributes: attributes(),
    }
}

pub fn campaign(id: u32, position: u32) -> Campaign {
    Campaign {
        id: CampaignId(id),
        position,
        name: format!("Campaign {id}"),
        description: "10 % off".to_owned(),
        state: if id % 2 == 1 { CampaignState::Enabled } else { CampaignState::Archived },
        schedule: Schedule { start: Some(at(5)), end: (id > 1).then(|| at(9)) },
        group: GroupId(id),
        reevaluate_on_return: true,
        limits: budgets(id),
        ruleset: r#"{"rules": [ ]}"#.to_owned(),
        revision: 1,
        created: at(1),
        updated: at(2),
    }
}

pub fn effect(campaign: u32, kind: EffectKind) -> Effect {
    let rule_name = "A \"rule\"".to_owned();
    Effect {
        campaign: CampaignId(campaign),
        rule_index: 4,
        rule_name,
        condition_index: None,
        coupon: None,
        kind,
    }
}

pub fn discount(campaign: u32) -> Effect {
    effect(
        campaign,
        EffectKind::SetDiscount {
            name: "10 %".to_owned(),
            value: number("5.940"),
            desired: Some(number("6")),
        },
    )
}

pub fn notification(campaign: u32) -> Effect {
    let (notification_type, title, body) = ("Info".to_owned(), "Hello".to_owned(), "You\nthere".to_owned());
    effect(campaign, EffectKind::ShowNotification { notification_type, title, body })
}

/// One effect of every kind, with and without its optional parts.
pub fn effects() -> Vec<Effect> {
    let mut all = vec![discount(1), notification(1), Effect { condition_index: Some(0), ..notification(6) }];
    all.extend(discounts_on_units());
    for unit in [None, Some(UNIT)] {
        all.extend(attributes().into_values().map(|value| {
            effect(4, EffectKind::UpdateAttribute { path: "Session.Attributes.x".to_owned(), unit, value })
        }));
        let payload = attributes();
        all.push(effect(
            5,
            EffectKind::CustomEffect { effect_id: 9, name: "ping".to_owned(), unit, payload },
        ));
    }
    all.push(effect(
        2,
        EffectKind::AddFreeItem {
            sku: "GIFT".to_owned(),
            name: "Gift".to_owned(),
            desired_quantity: Some(3),
        },
    ));
    all.push(effect(3, EffectKind::Error { message: "no such place".to_owned() }));
    all
}

const UNIT: Unit = Unit { position: 1, sub_position: 2 };

fn discounts_on_units() -> Vec<Effect> {
    let (name, value) = (|| "10 %".to_owned(), number("0.333"));
    let given = |total_discount| EffectKind::SetDiscountPerItem {
        name: name(),
        value,
        unit: UNIT,
        total_discount,
        desired: Some(value),
        desired_total: total_discount,
    };
    let taken = |unit| EffectKind::RollbackDiscount { name: name(), value, unit };
    let kinds = [given(None), given(Some(number("1.00"))), taken(None), taken(Some(UNIT))];
    kinds.into_iter().map(|kind| effect(2, kind)).collect()
}

/// An event of the session and customer, if named.
pub fn event(kind: &str, second: i64, session: Option<&str>, profile: Option<&str>) -> Event {
    Event {
        seq: None,
        at: at(second),
        event_type: EventType::from_name(kind),
        profile: profile.map(profile_id),
        session: session.map(session_id),
        attributes: Attributes::new(),
    }
}

pub fn entry(event: &Event) -> Entry<'_> {
    Entry {
        event,
        op: "trackEvent",
        source: "window",
        request: "{}",
        session: None,
        profile: None,
        total: None,
        discount: Decimal::ZERO,
        rejections: 0,
        effects: &[],
        trace: "[]",
    }
}

/// The error's sentence, without the path of a file.
pub fn kind_of(error: &StoreError) -> &'static str {
    match error {
        StoreError::Missing { .. } => "missing",
        StoreError::Exists { .. } => "exists",
        StoreError::NotADatabase => "not a database",
        StoreError::NotOurs => "not ours",
        StoreError::FromTheFuture { .. } => "from the future",
        StoreError::Damaged { .. } => "damaged",
        StoreError::ReadOnly { .. } => "read-only",
        StoreError::Locked { .. } => "locked",
        StoreError::DiskFull { .. } => "disk full",
        StoreError::Io { .. } => "io",
        StoreError::Conflict { .. } => "conflict",
        StoreError::Defect { .. } => "defect",
    }
}
