//! After every story of four moves the books balance: what was granted and not taken back is what stands, and the
//! customer's counters say what the session says.

use serde_json::{Value, json};

use crate::world::{World, campaign, give_back, item, reopen, to_state, update};

/// How many moves a story has after its beginning.
const MOVES: u32 = 4;

/// The moves a story is made of, for the session `id`.
fn moves(id: &str) -> [Value; 5] {
    [
        update(id, json!({"cartItems": [item("tee", 3, 20.0), item("cap", 1, 9.5)]})),
        to_state(id, "closed"),
        to_state(id, "cancelled"),
        give_back(id, json!([{"sku": "tee", "quantity": 1}])),
        reopen(id),
    ]
}

/// An amount in hundredths.
fn cents(amount: f64) -> i64 {
    format!("{:.0}", amount * 100.0).parse().unwrap()
}

/// The discounts of `answer`'s effects of the given type, in hundredths.
fn sum(answer: &Value, effect_type: &str) -> i64 {
    let effects = answer["effects"].as_array().unwrap().iter();
    let wanted = effects.filter(|effect| effect["effectType"] == effect_type);
    wanted.map(|effect| cents(effect["props"]["value"].as_f64().unwrap())).sum()
}

/// What must stand after `answer`, when `stood` stood before.
fn standing_after(answer: &Value, stood: i64) -> i64 {
    match answer["event"]["type"].as_str().unwrap() {
        "talon_session_created" | "talon_session_updated" | "talon_session_closed" => {
            sum(answer, "setDiscountPerItem")
        }
        "talon_session_cancelled" => 0,
        _taken_back => stood - sum(answer, "rollbackDiscount"),
    }
}

/// Whether the session counts as closed, and what it sold, in hundredths.
fn sold(session: &Value) -> (u64, i64) {
    match session["state"].as_str().unwrap() {
        "closed" | "partially_returned" => {
            let kept = session["cartItems"].as_array().unwrap().iter().map(|line| {
                cents(line["price"].as_f64().unwrap()) * line["remainingQuantity"].as_i64().unwrap()
            });
            (1, kept.sum())
        }
        _not_paid => (0, 0),
    }
}

fn assert_books(world: &World, id: &str, answer: &Value, standing: i64) {
    let shown: f64 = world.session(id).totals.discount.parse().unwrap();
    assert_eq!(cents(shown), standing, "{id}: {answer:#}");
    let profile = &answer["customerProfile"];
    let counters =
        (profile["closedSessions"].as_u64().unwrap(), cents(profile["totalSales"].as_f64().unwrap()));
    assert_eq!(counters, sold(&answer["customerSession"]), "{id}: {answer:#}");
    let state = answer["customerSession"]["state"].as_str().unwrap();
    assert!(state != "cancelled" || standing == 0, "{id}: {standing} stands after the end");
}

#[test]
fn the_books_balance_after_every_story() {
    let tenth = json!([
        {"type": "checkAttribute", "attribute": "$Session.Total", "operator": "greaterThan", "value": 50},
        {"type": "awardDiscount", "name": "A tenth off", "value": "{{$Session.Total * 10%}}", "partial": false, "target": {"type": "allItems", "prorated": true}},
    ]);
    let world = World::after(&[campaign("A tenth off", "Carts above 50", tenth)]);
    for number in 0..5_usize.pow(MOVES) {
        let id = format!("story-{number}");
        let begun = world.done(&update(&id, json!({"profileId": id, "cartItems": [item("tee", 3, 20.0)]})));
        let mut standing = standing_after(&begun, 0);
        assert_books(&world, &id, &begun, standing);
        for place in 0..MOVES {
            let chosen = number / 5_usize.pow(place) % 5;
            if let Ok(answer) = world.ask(&moves(&id)[chosen]) {
                standing = standing_after(&answer, standing);
                assert_books(&world, &id, &answer, standing);
            }
        }
    }
}
