//! Random stories of sessions, customers, codes, budgets and the clock. After every step: what was rehearsed is what
//! happened, every ledger balances, and no counter is below zero or above its limit. At the end the journal is done again
//! in a new workspace and leaves the same bytes.

use app::question::coupons::Coupons;
use app::question::event::OneEvent;
use app::question::statement::Statement;
use app::view::coupon::{CouponFilterView, CouponView};
use proptest::prelude::*;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::{Value, json};

use crate::fates::told;
use crate::rehearsals::comparable;
use crate::world::{World, campaign, event_attribute, give_back, item, reopen, to_state, track, update};

const SESSIONS: [&str; 3] = ["s1", "s2", "s3"];
const PROFILES: [&str; 2] = ["ada", "bob"];
const CODES: [&str; 5] = ["ONCE", "TWICE", "EACH", "SHORT", "GIFT"];

/// One step of a story, by the places of what it is about.
#[derive(Debug, Clone)]
enum Step {
    /// The session's customer, its lines by SKU and quantity, and its codes.
    Fill(usize, usize, Vec<(usize, u32)>, Vec<usize>),
    Move(usize, &'static str),
    /// Units of a line, with the campaigns asked again or not.
    Return(usize, u32, u32, bool),
    Reopen(usize),
    View(usize),
    Wait(&'static str),
}

fn any_step() -> impl Strategy<Value = Step> {
    let lines = prop::collection::vec((0_usize..3, 1_u32..4), 0..4);
    let codes = prop::collection::vec(0..CODES.len(), 0..3);
    prop_oneof![
        4 => (0..3_usize, 0..2_usize, lines, codes).prop_map(|(id, who, lines, codes)| Step::Fill(id, who, lines, codes)),
        5 => (0..3_usize, prop::sample::select(vec!["closed", "closed", "cancelled"])).prop_map(|(id, state)| Step::Move(id, state)),
        3 => (0..3_usize, 0..3_u32, 1..3_u32, any::<bool>()).prop_map(|(id, line, units, again)| Step::Return(id, line, units, again)),
        2 => (0..3_usize).prop_map(Step::Reopen),
        1 => (0..2_usize).prop_map(Step::View),
        2 => prop::sample::select(vec!["PT1H", "P1D", "P10D", "P1M"]).prop_map(Step::Wait),
    ]
}

impl Step {
    fn request(&self) -> Value {
        match self {
            Self::Fill(id, who, lines, codes) => {
                let skus = [("tee", 20.0), ("cap", 9.5), ("shoes", 60.0)];
                let lines: Vec<Value> =
                    lines.iter().map(|(sku, units)| item(skus[*sku].0, *units, skus[*sku].1)).collect();
                let codes: Vec<&str> = codes.iter().map(|code| CODES[*code]).collect();
                let cart = json!({"profileId": PROFILES[*who], "cartItems": lines, "couponCodes": codes});
                update(SESSIONS[*id], cart)
            }
            Self::Move(id, state) => to_state(SESSIONS[*id], state),
            Self::Return(id, line, units, again) => {
                let items = json!([{"position": line, "quantity": units}]);
                let mut request = give_back(SESSIONS[*id], items);
                request["query"] = json!({"runRuleEngine": again});
                request
            }
            Self::Reopen(id) => reopen(SESSIONS[*id]),
            Self::View(who) => track(PROFILES[*who], "pageview", json!({"url": "/"})),
            Self::Wait(span) => json!({"op": "setClock", "body": {"mode": "held", "advance": span}}),
        }
    }
}

/// Campaigns that share out, run short, ask again, wait for codes and make some.
fn beginning() -> Vec<Value> {
    let tenth = json!({"type": "awardDiscount", "name": "A tenth", "value": "{{$Session.Total * 10%}}", "partial": true, "target": {"type": "cart"}});
    let from_80 = json!({"type": "checkAttribute", "attribute": "$Session.Total", "operator": "greaterThanOrEqual", "value": 80});
    let each = json!({"type": "awardDiscount", "name": "Each", "value": "1.5", "partial": false, "target": {"type": "allItems", "prorated": false}});
    let with_code = json!([
        {"type": "checkCoupon", "redeem": true},
        {"type": "awardDiscount", "name": "Coded", "value": 7, "partial": true, "target": {"type": "cart"}},
        {"type": "createCoupon", "campaignId": 0, "recipientId": "{{$Profile.IntegrationId}}", "storeInSession": false, "pattern": "THANKS-####"},
    ]);
    let mut shared = campaign("A tenth", "From 80", json!([from_80, tenth]));
    shared["body"]["limits"] = json!([
        {"action": "setDiscount", "limit": 25, "period": "monthly", "entities": ["Profile"]},
        {"action": "setDiscountEffect", "limit": 3},
    ]);
    shared["body"]["reevaluateOnReturn"] = json!(true);
    let mut units = campaign("Each", "Always", json!([each]));
    units["body"]["limits"] = json!([{"action": "setDiscount", "limit": 30, "period": "weekly"}]);
    let mut coded = campaign("With a code", "Codes", with_code);
    coded["body"]["limits"] = json!([{"action": "redeemCoupon", "limit": 3, "period": "yearly"}, {"action": "createCoupon", "limit": 4}]);
    coded["body"]["reevaluateOnReturn"] = json!(true);
    let code = |value: &str, mut terms: Value| {
        terms["value"] = json!(value);
        json!({"op": "createCoupons", "id": 3, "body": terms})
    };
    vec![
        event_attribute("pageview", "url", "string"),
        shared,
        units,
        coded,
        code("ONCE", json!({"usageLimit": 1})),
        code("TWICE", json!({"usageLimit": 2, "profileLimit": 1})),
        code("EACH", json!({"usageLimit": 0, "profileLimit": 1})),
        code("SHORT", json!({"usageLimit": 0, "expiryDate": "2026-03-05T00:00:00Z"})),
        code("GIFT", json!({"usageLimit": 0, "discountLimit": 10})),
        json!({"op": "setClock", "body": {"mode": "held", "at": "2026-03-01T10:00:00Z"}}),
    ]
}

/// A decimal as an exact whole number of millionths.
fn exact(amount: &str) -> i128 {
    let (whole, part) = amount.split_once('.').unwrap_or((amount, ""));
    format!("{whole}{part:0<6}").parse().unwrap()
}

fn codes(world: &World) -> Vec<CouponView> {
    let question = Coupons { filter: CouponFilterView::default(), after: None, limit: 500 };
    world.workspace.ask_now(&question).unwrap().rows
}

fn assert_counters(world: &World, step: &Value) {
    for number in 1..=3 {
        for budget in world.budgets(number) {
            let limit = exact(budget.limit.split(' ').next().unwrap());
            for counter in &budget.counters {
                let used = exact(&counter.used);
                assert!((0..=limit).contains(&used), "{}: {} after {step}", budget.sentence, counter.used);
            }
        }
    }
    for code in codes(world) {
        let is_within = code.usage_limit == 0 || code.used <= code.usage_limit;
        assert!(is_within, "{} was used {} times after {step}", code.value, code.used);
        let discounted = exact(&code.discounted);
        let limit = code.discount_limit.as_deref().map_or(i128::MAX, exact);
        assert!((0..=limit).contains(&discounted), "{} gave {} after {step}", code.value, code.discounted);
    }
}

fn assert_ledgers(world: &World, step: &Value) {
    for id in SESSIONS {
        let question = Statement { id: id.to_owned(), most: None };
        let Ok(Some(statement)) = world.workspace.ask_now(&question) else { continue };
        for account in &statement.accounts {
            let [granted, taken, stands] =
                [&account.granted, &account.taken_back, &account.standing].map(|sum| exact(sum));
            assert_eq!(granted - taken, stands, "{} of {id} after {step}", account.name);
        }
    }
}

/// What the dialog says beforehand, of budgets and all else, is what the answer says afterwards.
fn assert_fate(world: &World, step: &Value) {
    let rehearsed = told(world, step, true);
    let done = told(world, step, false);
    let fate = |outcome: &Option<app::view::event::OutcomeView>| {
        outcome.as_ref().map(|one| {
            (one.fate.clone(), one.effects.clone(), one.session.as_ref().map(|it| it.totals.clone()))
        })
    };
    assert_eq!(fate(&rehearsed), fate(&done), "{step}");
}

fn take(world: &World, step: &Step) {
    let request = step.request();
    let rehearsed = world.rehearsed(&request).map(comparable);
    match step {
        Step::Wait(_) => {
            world.done(&request);
            return;
        }
        Step::Fill(..) | Step::View(_) => {
            assert_eq!(world.ask(&request).map(comparable), rehearsed, "{request}");
        }
        Step::Move(..) | Step::Return(..) | Step::Reopen(_) => assert_fate(world, &request),
    }
    assert_counters(world, &request);
    assert_ledgers(world, &request);
}

/// Does everything in the journal again, each request at its time, in a new workspace with the same beginning.
fn replayed(world: &World) -> World {
    let again = World::after(&beginning());
    let mut place = 0;
    for row in world.journal() {
        let event = world.workspace.ask_now(&OneEvent { seq: row.seq }).unwrap();
        again.done(&json!({"op": "setClock", "body": {"mode": "held", "at": row.at}}));
        again.done(&serde_json::from_str(&event.request).unwrap());
        place += 1;
        assert_eq!(again.journal().len(), place);
    }
    again
}

/// Every row of every table but the clock's and the file's own, as text.
fn dump(world: &World) -> Vec<String> {
    let file = Connection::open(world.place("world.sqlite")).unwrap();
    let list = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('setting', 'meta', 'call') \
                AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'event_text%' ORDER BY name";
    let mut tables = file.prepare(list).unwrap();
    let names: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    names.iter().flat_map(|name| rows(&file, name)).collect()
}

fn rows(file: &Connection, table: &str) -> Vec<String> {
    let mut all = file.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let width = all.column_count();
    let mut found: Vec<String> = all
        .query_map([], |row| {
            let cells = (0..width).map(|place| match row.get_ref(place).unwrap() {
                ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                other => format!("{other:?}"),
            });
            Ok(format!("{table}: {}", cells.collect::<Vec<_>>().join(" | ")))
        })
        .unwrap()
        .map(Result::unwrap)
        .collect();
    found.sort();
    found
}

/// Such stories really go through everything: this one does, by hand.
#[test]
fn one_story_goes_through_every_move_and_is_replayed() {
    let shoes = |units| vec![(2, units)];
    let steps = [
        Step::View(0),
        Step::Fill(0, 0, shoes(2), vec![0, 4]),
        Step::Move(0, "closed"),
        Step::Fill(1, 1, shoes(3), vec![0]),
        Step::Move(1, "closed"),
        Step::Return(0, 0, 1, true),
        Step::Wait("P1M"),
        Step::Reopen(1),
        Step::Move(1, "closed"),
        Step::Move(0, "cancelled"),
        Step::Fill(2, 0, shoes(1), vec![3]),
        Step::Move(2, "cancelled"),
    ];
    let world = World::after(&beginning());
    steps.iter().for_each(|step| take(&world, step));
    let happened: Vec<String> = world
        .journal()
        .into_iter()
        .map(|row| {
            format!(
                "{} {} {}",
                row.event_type.trim_start_matches("talon_session_"),
                row.discount,
                row.rejections
            )
        })
        .collect();
    let expected = [
        "pageview 0.00 0",
        "created 29.00 0",
        "closed 29.00 0",
        "created 22.50 1",
        "closed 22.50 1",
        "partially_returned -13.50 0",
        "reopened -22.50 0",
        "closed 22.50 1",
        "revoked -15.50 0",
        "created 1.50 1",
        "cancelled 0.00 0",
    ];
    assert_eq!(happened, expected);
    assert_eq!(dump(&world), dump(&replayed(&world)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn in_every_story_the_preview_is_the_outcome_the_books_balance_and_a_replay_leaves_the_same_bytes(
        steps in prop::collection::vec(any_step(), 1..20)
    ) {
        let world = World::after(&beginning());
        for step in &steps {
            take(&world, step);
        }
        let (first, second) = (dump(&world), dump(&replayed(&world)));
        let differs = first.iter().zip(&second).find(|(one, other)| one != other);
        prop_assert_eq!(differs, None);
        prop_assert_eq!(first.len(), second.len());
    }
}
