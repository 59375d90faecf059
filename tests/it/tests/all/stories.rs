//! The vendor's *Event entity* page, acted out, and carts through their whole life.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::world::{
    World, attribute, campaign, event_attribute, give_back, item, profile, reopen, to_state, track, update,
};

/// The rule of the page: *Check for event types*, the event, one attribute, *And…* another, then an effect.
fn page_rule() -> Value {
    let is = |name: &str, value: &str| json!({"type": "checkAttribute", "attribute": format!("$Event.Attributes.{name}"), "operator": "contains", "value": value});
    campaign(
        "Sale page",
        "Greet whoever looks at the sale",
        json!([
            {"type": "checkEvent", "eventType": "pageview", "matchers": [is("url", "/sale"), is("referrer", "news")]},
            {"type": "showNotification", "notificationType": "Info", "title": "Welcome to the sale", "body": "from {{$Event.Attributes.referrer}}"},
        ]),
    )
}

/// A tenth off every item, shared out, for carts above 50.
fn tenth_off() -> Value {
    campaign(
        "A tenth off",
        "Carts above 50",
        json!([
            {"type": "checkAttribute", "attribute": "$Session.Total", "operator": "greaterThan", "value": 50},
            {"type": "awardDiscount", "name": "A tenth off", "value": "{{$Session.Total * 10%}}", "partial": false, "target": {"type": "allItems", "prorated": true}},
        ]),
    )
}

fn cart() -> Value {
    json!({"profileId": "ana", "cartItems": [item("tee", 3, 20.0), item("cap", 1, 9.5)]})
}

#[test]
fn the_event_is_created_by_its_attribute_and_checked_in_a_rule() {
    let world = World::new();
    let told = world.told(&[
        track("ana", "pageview", json!({"url": "/sale"})),
        event_attribute("pageview", "url", "string"),
        event_attribute("pageview", "referrer", "string"),
        event_attribute("pageview", "url", "string"),
        event_attribute("talon_pageview", "url", "string"),
        page_rule(),
        track("ana", "pageview", json!({"url": "/sale/tee", "referrer": "newsletter"})),
        track("ana", "pageview", json!({"url": "/sale/tee"})),
        track("ana", "pageview", json!({"url": "/sale", "colour": "red"})),
        track("ana", "talon_session_closed", json!({})),
        update("cart-1", cart()),
        track("ana", "pageview", json!({"url": "/sale/tee", "referrer": "newsletter"})),
        to_state("cart-1", "closed"),
        track("ana", "pageview", json!({"url": "/sale/cap", "referrer": "newsletter"})),
    ]);
    assert_snapshot!(told);
}

#[test]
fn one_cart_is_created_updated_closed_and_partially_returned() {
    let world = World::after(&[tenth_off()]);
    let told = world.told(&[
        update("cart-1", json!({"profileId": "ana", "cartItems": [item("tee", 1, 20.0)]})),
        update("cart-1", cart()),
        give_back("cart-1", json!([{"position": 0}])),
        to_state("cart-1", "closed"),
        to_state("cart-1", "open"),
        give_back("cart-1", json!([{"position": 0, "quantity": 1}])),
        give_back("cart-1", json!([{"position": 0, "quantity": 9}])),
        give_back("cart-1", json!([{"sku": "cap"}])),
        reopen("cart-1"),
        to_state("cart-1", "cancelled"),
        to_state("cart-1", "open"),
    ]);
    assert_snapshot!(told + &world.journal_text());
}

#[test]
fn another_is_closed_reopened_closed_and_revoked() {
    let world = World::after(&[tenth_off()]);
    let told = world.told(&[
        update("cart-2", cart()),
        to_state("cart-2", "closed"),
        reopen("cart-2"),
        reopen("cart-2"),
        update("cart-2", json!({"cartItems": [item("tee", 4, 20.0)]})),
        to_state("cart-2", "closed"),
        to_state("cart-2", "cancelled"),
        reopen("cart-2"),
    ]);
    assert_snapshot!(told + &world.journal_text());
}

#[test]
fn a_third_is_cancelled_and_a_fourth_created_as_closed() {
    let world = World::after(&[tenth_off()]);
    let told = world.told(&[
        update("cart-3", cart()),
        to_state("cart-3", "cancelled"),
        update("cart-4", json!({"state": "closed", "cartItems": [item("tee", 3, 20.0)]})),
        update("cart-5", json!({"state": "cancelled"})),
        update("cart-5", json!({"state": "partially_returned"})),
        give_back("cart-5", json!([{"position": 0}])),
        reopen("cart-5"),
    ]);
    assert_snapshot!(told + &world.journal_text());
}

#[test]
fn a_customer_is_registered_and_changed() {
    let world = World::after(&[attribute("CustomerProfile", "tier", "string")]);
    let told = world.told(&[
        profile("ana", json!({"tier": "gold"})),
        profile("ana", json!({"tier": null})),
        json!({"op": "updateProfile", "id": "ana", "body": {"attributes": {"tier": "silver"}}}),
        profile("ana", json!({"tier": 5})),
        profile("ana", json!({"height": 5})),
    ]);
    assert_snapshot!(told + &world.journal_text());
}

#[test]
fn every_built_in_event_happens() {
    let world = World::new();
    let requests = [
        profile("ana", json!({})),
        profile("ana", json!({})),
        update("a", cart()),
        update("a", json!({})),
        to_state("a", "closed"),
        reopen("a"),
        to_state("a", "closed"),
        give_back("a", json!([{"sku": "cap"}])),
        to_state("a", "cancelled"),
        update("b", json!({})),
        to_state("b", "cancelled"),
    ];
    for request in &requests {
        world.done(request);
    }
    let seen: std::collections::BTreeSet<String> =
        world.journal().into_iter().map(|row| row.event_type).collect();
    let all = [
        "talon_profile_created",
        "talon_profile_updated",
        "talon_session_cancelled",
        "talon_session_closed",
        "talon_session_created",
        "talon_session_partially_returned",
        "talon_session_reopened",
        "talon_session_revoked",
        "talon_session_updated",
    ];
    assert_eq!(seen.iter().map(String::as_str).collect::<Vec<_>>(), all);
}
