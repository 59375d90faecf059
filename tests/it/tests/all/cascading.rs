//! Cascading discounts: rules may look at what the campaigns before theirs leave.
//! Source: the vendor's *Using cascading discounts*; order and competition are our decision *What a cascade sees*.

use app::operation::save_settings::SaveSettings;
use app::question::workspace::AboutWorkspace;
use app::view::workspace::SettingsView;
use serde_json::{Value, json};

use crate::world::{World, campaign, item, update};

fn off(name: &str, value: &str, target: Value) -> Value {
    json!({"type": "awardDiscount", "name": name, "value": value, "partial": false, "target": target})
}

/// *Save campaign* with a discount of that much, in a group.
fn deal(name: &str, value: &str, target: Value, group: &str) -> Value {
    let mut request = campaign(name, "Always", json!([off(name, value, target)]));
    request["body"]["evaluationGroup"] = json!(group);
    request
}

fn cart() -> Value {
    json!({"type": "cart"})
}

fn each() -> Value {
    json!({"type": "allItems", "prorated": false})
}

fn world(cascading: bool, requests: &[Value]) -> World {
    let world = World::after(requests);
    let settings = world.workspace.ask_now(&AboutWorkspace).unwrap().settings;
    let settings = SettingsView { cascading_discounts: cascading, ..settings };
    world.workspace.perform_now(SaveSettings { settings }, "test", false).unwrap();
    world
}

/// Names and amounts of the discounts on two tees of 50.00.
fn given(world: &World) -> Vec<String> {
    let answer =
        world.done(&update("cart", json!({"profileId": "ana", "cartItems": [item("tee", 2, 50.0)]})));
    assert_eq!(answer["customerSession"]["total"], 100, "ordinary totals never change");
    let effects = answer["effects"].as_array().unwrap().iter();
    effects
        .map(|effect| format!("{} {}", effect["props"]["name"].as_str().unwrap(), effect["props"]["value"]))
        .collect()
}

#[test]
fn later_campaigns_see_what_earlier_ones_leave_when_it_is_switched_on() {
    let requests = [
        deal("Ten", "10", cart(), ""),
        deal("Two each", "2", each(), ""),
        deal("Of the rest", "{{$Session.DiscountedTotal * 10%}}", cart(), ""),
        deal("Of the items", "{{$Session.DiscountedCartItemTotal * 10%}}", cart(), ""),
        deal("Of the price", "{{$Item.DiscountedPrice * 50%}}", each(), ""),
    ];
    let same = ["Ten 10", "Two each 2", "Two each 2"];
    let on = ["Of the rest 8.6", "Of the items 9.6", "Of the price 24", "Of the price 24"];
    let plain = ["Of the rest 10", "Of the items 10", "Of the price 25", "Of the price 25"];
    assert_eq!(given(&world(true, &requests)), [&same[..], &on].concat());
    assert_eq!(given(&world(false, &requests)), [&same[..], &plain].concat());
}

#[test]
fn a_campaign_does_not_see_its_own_discounts_nor_those_of_later_ones() {
    let twice = campaign(
        "Twice",
        "Always",
        json!([off("First", "10", cart()), off("Second", "{{$Session.DiscountedTotal * 10%}}", cart()),]),
    );
    let world = world(true, &[twice, deal("Later", "50", cart(), "")]);
    assert_eq!(given(&world), ["First 10", "Second 10", "Later 50"]);
}

#[test]
fn what_competes_sees_nothing_of_its_rivals_and_what_lost_counts_for_nobody() {
    let groups = json!([{"name": "Deals", "mode": "highestDiscount"}, {"name": "Last", "mode": "stackable"}]);
    let world = world(
        true,
        &[
            json!({"op": "saveEvaluationGroups", "body": {"groups": groups}}),
            deal("Loose", "20", cart(), ""),
            deal("Five", "5", cart(), "Deals"),
            deal("A tenth", "{{$Session.DiscountedTotal * 10%}}", cart(), "Deals"),
            deal("The rest", "{{$Session.DiscountedTotal * 10%}}", cart(), "Last"),
        ],
    );
    assert_eq!(given(&world), ["Loose 20", "A tenth 8", "The rest 7.2"]);
}

#[test]
fn a_condition_on_the_discounted_total_says_what_it_found() {
    let from_95 = json!({"type": "checkAttribute", "attribute": "$Session.DiscountedTotal", "operator": "greaterThanOrEqual", "value": 95});
    let big = campaign("Big carts", "From 95", json!([from_95, off("Big", "5", cart())]));
    let world = world(true, &[deal("Ten", "10", cart(), ""), big]);
    assert_eq!(given(&world), ["Ten 10"]);
    let told = world.done(&update("cart", json!({})));
    let rule = told["trace"][1]["rules"][0].to_string();
    assert!(rule.contains("90"), "{rule}");
}
