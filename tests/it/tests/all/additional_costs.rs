//! Discounts on additional costs, from the rule to the statement.

use app::question::statement::Statement;
use app::question::vocabulary::Vocabulary;
use serde_json::{Value, json};

use crate::world::{World, campaign, give_back, item, reopen, to_state, update};

fn off(name: &str, value: Value, cost: &str, target: Value) -> Value {
    json!({"type": "awardDiscount", "name": name, "value": value, "partial": false,
        "target": {"type": "additionalCost", "additionalCost": {"id": 3, "name": cost}, "target": target}})
}

/// Free shipping for the cart, half the wrapping off every line.
fn world() -> World {
    let shipping = off(
        "Free shipping",
        json!("{{$Session.AdditionalCosts.shipping}}"),
        "shipping",
        json!({"type": "cart"}),
    );
    let wrapping = off(
        "Half the wrapping",
        json!("{{$Item.AdditionalCosts.wrapping / 2}}"),
        "wrapping",
        json!({"type": "allItems"}),
    );
    World::after(&[
        campaign("Shipping", "Free", json!([shipping])),
        campaign("Wrapping", "Half", json!([wrapping])),
    ])
}

fn wrapped(sku: &str, quantity: u32, price: f64) -> Value {
    let mut line = item(sku, quantity, price);
    line["additionalCosts"] = json!({"wrapping": {"price": 4}});
    line
}

fn cart(state: &str) -> Value {
    json!({"profileId": "ada", "state": state, "additionalCosts": {"shipping": {"price": 4.9}},
        "cartItems": [wrapped("tee", 2, 20.0), wrapped("cap", 1, 9.5)]})
}

/// Kind and props of each effect, one a line.
fn effects(answer: &Value) -> Vec<String> {
    let effects = answer["effects"].as_array().unwrap();
    effects
        .iter()
        .map(|effect| format!("{} {}", effect["effectType"].as_str().unwrap(), effect["props"]))
        .collect()
}

/// Source of names and props: the vendor's effect models.
#[test]
fn the_effects_have_the_vendor_s_names_and_props() {
    let answer = world().done(&update("order-1", cart("open")));
    assert_eq!(
        answer["effects"]
            .as_array()
            .unwrap()
            .iter()
            .map(|effect| effect["props"].clone())
            .collect::<Vec<_>>(),
        [
            json!({"name": "Free shipping", "additionalCostId": 3, "additionalCost": "shipping", "value": 4.9}),
            json!({"name": "Half the wrapping", "additionalCostId": 3, "additionalCost": "wrapping", "value": 2,
                "position": 0, "subPosition": 1}),
            json!({"name": "Half the wrapping", "additionalCostId": 3, "additionalCost": "wrapping", "value": 2,
                "position": 1, "subPosition": 0}),
        ]
    );
    let kinds: Vec<_> =
        effects(&answer).iter().map(|line| line.split(' ').next().unwrap().to_owned()).collect();
    assert_eq!(
        kinds,
        [
            "setDiscountPerAdditionalCost",
            "setDiscountPerAdditionalCostPerItem",
            "setDiscountPerAdditionalCostPerItem"
        ]
    );
}

/// Source: our decisions, *Rolling back*, and the vendor's props of `rollbackDiscount`.
#[test]
fn what_is_taken_back_of_them() {
    let world = world();
    world.done(&update("order-1", cart("closed")));
    let one_tee = world.done(&give_back("order-1", json!([{"sku": "tee", "quantity": 1}])));
    assert_eq!(
        effects(&one_tee),
        Vec::<String>::new(),
        "the line is wrapped as long as a piece of it is kept"
    );
    let rollback = |answer: &Value| -> Vec<Value> {
        let effects = answer["effects"].as_array().unwrap();
        effects
            .iter()
            .filter(|effect| effect["effectType"] == "rollbackDiscount")
            .map(|effect| effect["props"].clone())
            .collect()
    };
    let last_tee = world.done(&give_back("order-1", json!([{"sku": "tee"}])));
    assert_eq!(
        rollback(&last_tee),
        [json!({"name": "Half the wrapping", "value": 2, "cartItemPosition": 0, "cartItemSubPosition": 1,
            "additionalCostId": 3, "additionalCost": "wrapping"})]
    );
    let cancelled = world.done(&to_state("order-1", "cancelled"));
    assert_eq!(
        rollback(&cancelled),
        [
            json!({"name": "Free shipping", "value": 4.9, "additionalCostId": 3, "additionalCost": "shipping"}),
            json!({"name": "Half the wrapping", "value": 2, "cartItemPosition": 1, "cartItemSubPosition": 0,
                "additionalCostId": 3, "additionalCost": "wrapping"}),
        ]
    );
    let statement =
        world.workspace.ask_now(&Statement { id: "order-1".to_owned(), most: None }).unwrap().unwrap();
    let rows: Vec<_> = statement.rows.iter().map(|row| format!("{} = {}", row.what, row.balance)).collect();
    assert_eq!(
        rows,
        [
            "4.90 off shipping: Free shipping = 4.90",
            "2.00 off wrapping of tee: Half the wrapping = 6.90",
            "2.00 off wrapping of cap: Half the wrapping = 8.90",
            "Takes back 2.00 off wrapping of tee: Half the wrapping = 6.90",
            "Takes back 4.90 off shipping: Free shipping = 2.00",
            "Takes back 2.00 off wrapping of cap: Half the wrapping = 0.00",
        ]
    );
}

#[test]
fn the_totals_of_the_session_go_down_and_the_price_of_the_line_does_not() {
    let world = world();
    world.done(&update("order-1", cart("open")));
    let session = world.session("order-1");
    let totals = &session.totals;
    assert_eq!((&*totals.total, &*totals.discount, &*totals.payable), ("62.40", "8.90", "53.50"));
    assert!(
        session.items.iter().all(|line| line.discount == "0.00"),
        "a line's own discount is off its price"
    );
}

#[test]
fn reopening_takes_all_of_them_back() {
    let world = world();
    world.done(&update("order-1", cart("closed")));
    let reopened = world.done(&reopen("order-1"));
    let taken = reopened["effects"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|effect| effect["effectType"] == "rollbackDiscount");
    assert_eq!(taken.count(), 3, "{reopened:#}");
}

#[test]
fn a_cart_without_the_cost_gets_nothing_and_the_other_campaign_stands() {
    let answer =
        world().done(&update("order-1", json!({"profileId": "ada", "cartItems": [wrapped("tee", 1, 20.0)]})));
    assert_eq!(effects(&answer).len(), 1, "{answer:#}");
    assert_eq!(answer["effects"][0]["props"]["name"], "Half the wrapping");
}

#[test]
fn the_editor_knows_the_costs_that_sessions_carry() {
    let world = world();
    assert_eq!(world.workspace.ask_now(&Vocabulary).unwrap().additional_costs, Vec::<String>::new());
    world.done(&update("order-1", cart("closed")));
    world.done(&update("order-2", json!({"additionalCosts": {"customs": {"price": 1}}})));
    let known = world.workspace.ask_now(&Vocabulary).unwrap().additional_costs;
    assert_eq!(known, ["customs", "shipping", "wrapping"]);
}
