//! Codes get other terms, and are deleted; what they gave stands, and counters never go to another code.

use app::coupon_key::CouponKey;
use app::question::clock::WorkspaceClock;
use app::question::coupons::{Coupons, OneCoupon};
use app::view::clock::LandmarkKind;
use app::view::coupon::{CouponFilterView, CouponView};
use serde_json::{Value, json};

use crate::world::{World, attribute, campaign, item, to_state, update};

fn create(value: &str, terms: Value) -> Value {
    let mut body = terms;
    body["value"] = json!(value);
    json!({"op": "createCoupons", "id": 1, "body": body})
}

fn change(value: &str, body: Value) -> Value {
    json!({"op": "updateCoupon", "id": value, "body": body})
}

fn delete(value: &str) -> Value {
    json!({"op": "deleteCoupon", "id": value})
}

fn world() -> World {
    let off = json!({"type": "awardDiscount", "name": "Five off", "value": 5, "partial": false, "target": {"type": "cart"}});
    World::after(&[
        attribute("Coupon", "channel", "string"),
        campaign("Summer", "Five off", json!([{"type": "checkCoupon", "redeem": true}, off])),
    ])
}

fn cart(id: &str, code: &str, state: &str) -> Value {
    update(
        id,
        json!({"profileId": "ana", "couponCodes": [code], "cartItems": [item("tee", 1, 20.0)], "state": state}),
    )
}

fn row(world: &World, value: &str) -> CouponView {
    world.workspace.ask_now(&OneCoupon { code: CouponKey::Value(value.to_owned()) }).unwrap().coupon
}

#[test]
fn what_is_left_out_stays_and_what_is_empty_is_cleared() {
    let world = world();
    let full = json!({"usageLimit": 3, "discountLimit": 50, "recipientIntegrationId": "ana", "startDate": "2026-02-01T00:00:00Z",
        "expiryDate": "2026-04-01T00:00:00Z", "attributes": {"channel": "mail"}});
    world.done(&create("A", full));
    let before = row(&world, "A");
    let same = world.done(&change("A", json!({})));
    assert_eq!(row(&world, "A"), before);
    assert_eq!(same["attributes"], json!({"channel": "mail"}));
    world.done(&change("A", json!({"usageLimit": 7})));
    assert_eq!(row(&world, "A"), CouponView { usage_limit: 7, ..before });
    world.done(&change("A", json!({"discountLimit": 0, "recipientIntegrationId": "", "startDate": "", "expiryDate": "", "attributes": {"channel": null}})));
    let bare = row(&world, "A");
    assert_eq!((bare.discount_limit, bare.recipient, bare.starts, bare.expires), (None, None, None, None));
    assert!(bare.attributes.is_empty());
}

#[test]
fn changes_are_checked_as_a_new_code_is() {
    let world = world();
    world.done(&create("A", json!({"recipientIntegrationId": "ana", "startDate": "2026-03-05T00:00:00Z"})));
    for (body, pointer) in [
        (json!({"expiryDate": "2026-03-01T00:00:00Z"}), "/expiryDate"),
        (json!({"isReservationMandatory": true}), "/isReservationMandatory"),
        (json!({"usageLimit": 1_000_000}), "/usageLimit"),
        (json!({"attributes": {"colour": "red"}}), "/attributes/colour"),
        (json!({"value": "B"}), "/value"),
    ] {
        let refusal = world.ask(&change("A", body.clone())).unwrap_err();
        assert_eq!(refusal["error"]["errors"][0]["source"]["pointer"], pointer, "{body}");
    }
    assert!(world.ask(&change("NONE", json!({}))).is_err());
    assert!(world.rehearsed(&change("A", json!({"usageLimit": 9}))).is_ok());
    assert_eq!(row(&world, "A").usage_limit, 1, "a rehearsal changes nothing");
}

#[test]
fn a_longer_life_lets_a_code_be_used_again() {
    let world = world();
    world.done(&create("A", json!({"usageLimit": 1})));
    world.done(&cart("s1", "A", "closed"));
    let reason = |world: &World| {
        world.done(&cart("s2", "A", "open"))["effects"][0]["props"]["rejectionReason"].clone()
    };
    assert_eq!(reason(&world), "CouponLimitReached");
    world.done(&change("A", json!({"usageLimit": 2})));
    assert_eq!(reason(&world), Value::Null);
    assert_eq!(row(&world, "A").used, 1);
}

#[test]
fn a_deleted_code_leaves_its_story_and_its_successor_alone() {
    let world = world();
    world.done(&create("A", json!({"usageLimit": 1})));
    let closed = world.done(&cart("s1", "A", "closed"));
    world.done(&json!({"op": "createCouponReservation", "id": "A", "body": {"integrationIDs": ["bob"]}}));
    let deleted = world.done(&delete("A"));
    assert_eq!((&deleted["value"], &deleted["usageCounter"]), (&json!("A"), &json!(1)));
    assert!(world.ask(&delete("A")).is_err(), "it is gone");
    let all =
        world.workspace.ask_now(&Coupons { filter: CouponFilterView::default(), after: None, limit: 10 });
    assert_eq!(all.unwrap().total, 0);
    assert_eq!(world.journal().last().unwrap().discount, "5.00", "what it gave stands");

    let again = world.done(&create("A", json!({"usageLimit": 1})));
    assert_eq!(again["created"], 1);
    world.done(&cart("s2", "A", "closed"));
    let successor = world.workspace.ask_now(&OneCoupon { code: CouponKey::Value("A".to_owned()) }).unwrap();
    assert_ne!(json!(successor.coupon.id.parse::<u64>().unwrap()), closed["effects"][0]["triggeredByCoupon"]);
    assert!(successor.customers.iter().all(|customer| customer.profile == "ana" && !customer.reserved));

    let cancelled = world.done(&to_state("s1", "cancelled"));
    let kinds: Vec<_> = cancelled["effects"]
        .as_array()
        .unwrap()
        .iter()
        .map(|effect| effect["effectType"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["rollbackCoupon", "rollbackDiscount"], "the order is taken back as ever");
    assert_eq!(row(&world, "A").used, 1, "and the new code keeps what it was used for");
}

#[test]
fn a_code_can_be_named_by_its_number() {
    let world = world();
    world.done(&create("A", json!({})));
    let changed = world.done(&json!({"op": "updateCoupon", "id": 1, "body": {"usageLimit": 4}}));
    assert_eq!((&changed["value"], &changed["usageLimit"]), (&json!("A"), &json!(4)));
}

#[test]
fn the_dates_of_codes_are_landmarks_of_the_clock() {
    let world = world();
    world.done(&create(
        "EARLY",
        json!({"startDate": "2026-03-05T00:00:00Z", "expiryDate": "2026-03-20T00:00:00Z"}),
    ));
    world.done(&create("PAST", json!({"expiryDate": "2026-02-01T00:00:00Z"})));
    world.done(&create("FOREVER", json!({})));
    world.done(&json!({"op": "createCoupons", "id": 1, "body": {"couponPattern": "S-####", "numberOfCoupons": 50, "expiryDate": "2026-03-10T00:00:00Z"}}));
    let clock = world.workspace.ask_now(&WorkspaceClock).unwrap();
    let told = |side: &[app::view::clock::LandmarkView]| -> Vec<String> {
        side.iter().map(|landmark| format!("{} {}", landmark.at, landmark.title)).collect()
    };
    assert_eq!(told(&clock.past), ["2026-02-01T00:00:00Z The code PAST of “Summer” expires"]);
    assert_eq!(
        told(&clock.coming),
        [
            "2026-03-05T00:00:00Z The code EARLY of “Summer” starts",
            "2026-03-10T00:00:00Z Codes of “Summer” expire",
            "2026-03-20T00:00:00Z The code EARLY of “Summer” expires",
        ]
    );
    assert_eq!(clock.coming.first().unwrap().kind, LandmarkKind::CouponStart);
    world.done(&json!({"op": "setClock", "body": {"mode": "held", "at": "2026-03-20T00:00:00Z"}}));
    let rejected = world.done(&cart("s1", "EARLY", "open"));
    assert_eq!(rejected["effects"][0]["props"]["rejectionReason"], "CouponExpired");
    let clock = world.workspace.ask_now(&WorkspaceClock).unwrap();
    assert!(clock.coming.is_empty(), "what happens now has happened");
    assert_eq!(clock.past.len(), 4);
}
