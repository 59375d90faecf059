//! Reservations: made and taken back outside of rules, limited, implicit, and never of a code for one customer.

use app::coupon_key::CouponKey;
use app::question::coupons::OneCoupon;
use app::view::coupon::CouponDetailView;
use serde_json::{Value, json};

use crate::world::{World, campaign, item, update};

/// A campaign that gives 5 off with a code, and a code with these terms.
fn world(terms: Value) -> World {
    let off = json!({"type": "awardDiscount", "name": "Five off", "value": 5, "partial": false, "target": {"type": "cart"}});
    let rule = json!([{"type": "checkCoupon", "redeem": true}, off]);
    let mut body = terms;
    body["value"] = json!("VIP");
    World::after(&[
        campaign("Guests", "Five off", rule),
        json!({"op": "createCoupons", "id": 1, "body": body}),
    ])
}

fn reserve(customers: Value) -> Value {
    json!({"op": "createCouponReservation", "id": "VIP", "body": {"integrationIDs": customers}})
}

fn release(customers: Value) -> Value {
    json!({"op": "deleteCouponReservation", "id": "VIP", "body": {"integrationIDs": customers}})
}

/// What becomes of the code in a cart of that customer: `acceptCoupon`, or why not.
fn fate(world: &World, profile: &str) -> String {
    let cart = json!({"profileId": profile, "couponCodes": ["VIP"], "cartItems": [item("tee", 1, 20.0)]});
    let answer = world.rehearsed(&update("try", cart)).unwrap();
    let first = &answer["effects"][0];
    first["props"]["rejectionReason"].as_str().or(first["effectType"].as_str()).unwrap().to_owned()
}

fn vip(world: &World) -> CouponDetailView {
    world.workspace.ask_now(&OneCoupon { code: CouponKey::Value("VIP".to_owned()) }).unwrap()
}

fn details(refusal: &Value) -> &str {
    refusal["error"]["errors"][0]["details"].as_str().unwrap_or_default()
}

#[test]
fn a_soft_reservation_is_a_note_and_anybody_may_redeem() {
    let world = world(json!({"usageLimit": 0}));
    let reserved = world.done(&reserve(json!(["ana", "bob", "ana"])));
    assert_eq!(reserved["reservationCounter"], 2);
    assert_eq!(vip(&world).coupon.status_text, "reserved");
    assert_eq!(
        (fate(&world, "ana").as_str(), fate(&world, "eve").as_str()),
        ("acceptCoupon", "acceptCoupon")
    );
    let customers: Vec<_> = vip(&world).customers.into_iter().map(|one| one.profile).collect();
    assert_eq!(customers, ["ana", "bob"]);
}

#[test]
fn a_mandatory_one_lets_only_those_redeem_for_whom_it_is_reserved() {
    let world = world(json!({"usageLimit": 0, "isReservationMandatory": true}));
    assert_eq!(fate(&world, "ana"), "CouponReservationRequired");
    world.done(&reserve(json!(["ana"])));
    assert_eq!(
        (fate(&world, "ana").as_str(), fate(&world, "bob").as_str()),
        ("acceptCoupon", "CouponReservationRequired")
    );
    assert_eq!(world.done(&release(json!(["ana", "nobody"])))["reservationCounter"], 0);
    assert_eq!(fate(&world, "ana"), "CouponReservationRequired");
    assert!(vip(&world).customers.is_empty());
}

#[test]
fn an_implicit_one_holds_for_everybody() {
    let world = world(json!({"usageLimit": 0, "isReservationMandatory": true, "implicitlyReserved": true}));
    assert_eq!(fate(&world, "anybody"), "acceptCoupon");
}

#[test]
fn more_customers_than_the_limit_are_refused_together() {
    let world = world(json!({"reservationLimit": 2}));
    world.done(&reserve(json!(["ana"])));
    let refusal = world.ask(&reserve(json!(["bob", "eve"]))).unwrap_err();
    assert_eq!(
        details(&refusal),
        "The code \"VIP\" cannot be reserved: it can be reserved for at most 2 customers, and is for 1."
    );
    assert_eq!(vip(&world).coupon.reserved, 1, "nobody was let in by half");
    assert_eq!(world.done(&reserve(json!(["bob", "ana"])))["reservationCounter"], 2, "ana counts once");
    assert!(vip(&world).not_reservable.unwrap().contains("at most 2"));
}

/// Source: the vendor's *Using coupon wallets*: personal coupons are not reservable.
#[test]
fn a_code_for_one_customer_is_not_reservable() {
    let personal = world(json!({"recipientIntegrationId": "ana"}));
    let refusal = personal.ask(&reserve(json!(["bob"]))).unwrap_err();
    assert!(details(&refusal).contains("for the customer ana only"), "{refusal:#}");
    for terms in [
        json!({"implicitlyReserved": true}),
        json!({"reservationLimit": 1}),
        json!({"isReservationMandatory": true}),
    ] {
        let mut body = terms;
        body["value"] = json!("X");
        body["recipientIntegrationId"] = json!("ana");
        assert!(personal.ask(&json!({"op": "createCoupons", "id": 1, "body": body})).is_err());
    }
}

#[test]
fn a_rule_reserves_no_more_than_the_limit_either() {
    let rule = json!([{"type": "checkCoupon", "redeem": false}, {"type": "reserveCoupon"}]);
    let world = World::after(&[
        campaign("Wallet", "Set aside", rule),
        json!({"op": "createCoupons", "id": 1, "body": {"value": "VIP", "usageLimit": 0, "reservationLimit": 1}}),
    ]);
    let closed = |id: &str, profile: &str| {
        let cart = json!({"profileId": profile, "couponCodes": ["VIP"], "cartItems": [item("tee", 1, 20.0)], "state": "closed"});
        world.done(&update(id, cart))["effects"]
            .as_array()
            .unwrap()
            .iter()
            .map(|effect| effect["effectType"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(closed("s1", "ana"), ["reserveCoupon"]);
    assert_eq!(closed("s2", "ana"), ["reserveCoupon"], "it stays reserved for her");
    let refused = closed("s3", "bob");
    assert!(!refused.contains(&"reserveCoupon".to_owned()), "{refused:?}");
    assert_eq!(vip(&world).coupon.reserved, 1);
}

#[test]
fn requests_without_sense_are_refused_by_field() {
    let world = world(json!({}));
    for (body, pointer) in [
        (json!({"integrationIDs": []}), "/integrationIDs"),
        (json!({"integrationIDs": ["ana", ""]}), "/integrationIDs/1"),
        (json!({}), "/integrationIDs"),
        (json!({"customers": ["ana"]}), "/customers"),
    ] {
        let refusal =
            world.ask(&json!({"op": "createCouponReservation", "id": "VIP", "body": body})).unwrap_err();
        assert_eq!(refusal["error"]["errors"][0]["source"]["pointer"], pointer, "{body}");
    }
    let nobody = world
        .ask(&json!({"op": "createCouponReservation", "id": "NONE", "body": {"integrationIDs": ["ana"]}}));
    assert!(nobody.unwrap_err()["error"]["message"].as_str().unwrap().contains("code \"NONE\""));
}
