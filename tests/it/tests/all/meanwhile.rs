//! What changes elsewhere while a cart is open: each is decided when the cart closes, said by the preview just before, and
//! shown with its reason.

use serde_json::{Value, json};

use crate::rehearsals::comparable;
use crate::world::{World, campaign, item, reopen, to_state, update};

/// Seven off with a code.
fn with_code() -> Value {
    let discount = json!({"type": "awardDiscount", "name": "Coded", "value": 7, "partial": false, "target": {"type": "cart"}});
    campaign("With a code", "Code", json!([{"type": "checkCoupon", "redeem": true}, discount]))
}

fn code(terms: Value) -> Value {
    let mut body = terms;
    body["value"] = json!("ONCE");
    json!({"op": "createCoupons", "id": 1, "body": body})
}

fn cart(id: &str, profile: &str, codes: Value) -> Value {
    update(id, json!({"profileId": profile, "couponCodes": codes, "cartItems": [item("tee", 1, 50.0)]}))
}

/// Closes as it was rehearsed just before, and tells the effects with their reasons.
fn closed(world: &World, id: &str) -> Vec<String> {
    let close = to_state(id, "closed");
    let rehearsed = world.rehearsed(&close).unwrap();
    let done = world.done(&close);
    assert_eq!(comparable(rehearsed), comparable(done.clone()), "the preview said so");
    assert_eq!(done["customerSession"]["state"], "closed", "a close is never refused for it");
    let told = |effect: &Value| {
        let reason = effect["props"]["rejectionReason"].as_str().map(|why| format!(": {why}"));
        format!("{}{}", effect["effectType"].as_str().unwrap(), reason.unwrap_or_default())
    };
    done["effects"].as_array().unwrap().iter().map(told).collect()
}

#[test]
fn a_code_used_up_elsewhere_while_its_session_was_reopened_is_rejected_at_the_second_closing() {
    let world = World::after(&[with_code(), code(json!({"usageLimit": 1}))]);
    world.done(&cart("first", "ana", json!(["ONCE"])));
    assert_eq!(closed(&world, "first"), ["acceptCoupon", "setDiscount"]);
    world.done(&reopen("first"));
    world.done(&cart("second", "ben", json!(["ONCE"])));
    assert_eq!(closed(&world, "second"), ["acceptCoupon", "setDiscount"]);
    assert_eq!(closed(&world, "first"), ["rejectCoupon: CouponLimitReached"]);
}

#[test]
fn of_two_carts_that_were_promised_the_last_of_a_budget_the_first_to_close_gets_it() {
    let discount = json!({"type": "awardDiscount", "name": "Ten", "value": 10, "partial": false, "target": {"type": "cart"}});
    let mut limited = campaign("Last ten", "Ten off", json!([discount]));
    limited["body"]["limits"] = json!([{"action": "setDiscount", "limit": 10}]);
    let world = World::after(&[limited]);
    for (id, profile) in [("first", "ana"), ("second", "ben")] {
        let shown = world.done(&cart(id, profile, json!([])));
        assert_eq!(shown["effects"][0]["effectType"], "setDiscount", "{id} is shown the discount");
    }
    assert_eq!(closed(&world, "first"), ["setDiscount"]);
    assert_eq!(closed(&world, "second"), Vec::<String>::new());
    world.done(&to_state("first", "cancelled"));
    world.done(&reopen("second"));
    assert_eq!(closed(&world, "second"), ["setDiscount"], "it was given back");
}

#[test]
fn a_code_that_expires_while_the_cart_is_open_is_rejected_at_closing() {
    let world = World::after(&[with_code(), code(json!({"expiryDate": "2026-03-01T12:00:00Z"}))]);
    let open = world.done(&cart("cart", "ana", json!(["ONCE"])));
    assert_eq!(open["effects"][0]["effectType"], "acceptCoupon");
    let noon = json!({"op": "setClock", "body": {"mode": "held", "to": "nextLandmark"}});
    let clock = world.done(&noon);
    assert!(clock.to_string().contains("2026-03-01T12:00:00Z"), "its expiry is a landmark: {clock}");
    assert_eq!(closed(&world, "cart"), ["rejectCoupon: CouponExpired"]);
}
