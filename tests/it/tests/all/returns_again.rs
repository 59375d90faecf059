//! Returning with `runRuleEngine`: the campaigns that are marked for it are asked again what they give for what is kept.
//! Source: the vendor's *Return cart items*, `runRuleEngine` and `reevaluateOnReturn`; where it is silent, our decision
//! *A return asks again and gives nothing new*.

use serde_json::{Value, json};

use crate::world::{World, campaign, give_back, item, update};

/// A discount on the cart from 100.00 on.
fn from_100(value: &str) -> Value {
    json!([
        {"type": "checkAttribute", "attribute": "$Session.Total", "operator": "greaterThanOrEqual", "value": 100},
        {"type": "awardDiscount", "name": "Off", "value": value, "partial": false, "target": {"type": "cart"}},
    ])
}

/// A tenth off the cart, whatever it costs.
fn tenth() -> Value {
    json!([{"type": "awardDiscount", "name": "A tenth", "value": "{{$Session.Total * 10%}}", "partial": false, "target": {"type": "cart"}}])
}

fn marked(mut saved: Value) -> Value {
    saved["body"]["reevaluateOnReturn"] = json!(true);
    saved
}

fn with_budget(mut saved: Value, limits: Value) -> Value {
    saved["body"]["limits"] = limits;
    saved
}

/// Two tees of 60.00 and a cap of 15.00, paid for.
fn bought(codes: Value) -> Value {
    let items = json!([item("tee", 2, 60.0), item("cap", 1, 15.0)]);
    update("order", json!({"profileId": "ana", "state": "closed", "couponCodes": codes, "cartItems": items}))
}

/// One tee, with the rule engine or without.
fn a_tee(again: bool) -> Value {
    let mut request = give_back("order", json!([{"position": 0, "quantity": 1}]));
    if again {
        request["query"] = json!({"runRuleEngine": true});
    }
    request
}

/// Rollbacks of an answer: name and amount.
fn taken_back(answer: &Value) -> Vec<(String, String)> {
    let effects = answer["effects"].as_array().unwrap().iter();
    effects
        .filter(|effect| effect["effectType"] == "rollbackDiscount")
        .map(|effect| {
            let props = &effect["props"];
            (props["name"].as_str().unwrap().to_owned(), props["value"].to_string())
        })
        .collect()
}

fn off(name: &str, amount: &str) -> Vec<(String, String)> {
    vec![(name.to_owned(), amount.to_owned())]
}

#[test]
fn returning_below_a_threshold_loses_the_discount_only_when_asked_again_and_marked() {
    let loose = campaign("From 100", "Threshold", from_100("20"));
    let cases = [
        (marked(loose.clone()), true, off("Off", "20")),
        (marked(loose.clone()), false, vec![]),
        (loose, true, vec![]),
    ];
    for (saved, again, expected) in cases {
        let world = World::after(&[saved, bought(json!([]))]);
        let rehearsed = world.rehearsed(&a_tee(again)).unwrap();
        let answer = world.done(&a_tee(again));
        assert_eq!(taken_back(&answer), expected, "asked again: {again}");
        assert_eq!(answer["effects"], rehearsed["effects"], "what is rehearsed is what happens");
    }
}

#[test]
fn what_is_kept_decides_how_much_stands_and_nothing_new_is_given() {
    let world = World::after(&[
        marked(campaign("A tenth", "Always", tenth())),
        marked(campaign(
            "Small carts",
            "Below",
            json!([
                {"type": "checkAttribute", "attribute": "$Session.Total", "operator": "lessThan", "value": 100},
                {"type": "awardDiscount", "name": "Small", "value": "3", "partial": false, "target": {"type": "cart"}},
            ]),
        )),
        bought(json!([])),
    ]);
    let answer = world.done(&a_tee(true));
    assert_eq!(
        taken_back(&answer),
        off("A tenth", "6"),
        "13.50 for 135.00, 7.50 for the 75.00 that are kept"
    );
    assert_eq!(answer["effects"].as_array().unwrap().len(), 1, "a cart that became small gets nothing new");
    let why: Vec<&str> = answer["notEvaluated"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| one["reason"].as_str())
        .collect();
    let told: Vec<&str> =
        answer["trace"].as_array().unwrap().iter().filter_map(|one| one["campaignName"].as_str()).collect();
    assert_eq!(told, ["A tenth"], "Small carts gave nothing at closing: {why:?}");
    let again = world.done(&a_tee(true));
    assert_eq!(taken_back(&again), off("A tenth", "6"));
    let rest = world.done(&crate::world::to_state("order", "cancelled"));
    assert_eq!(taken_back(&rest), off("A tenth", "1.5"), "cancelling takes back what is left");
}

#[test]
fn the_discounts_of_returned_units_go_back_as_ever_and_those_of_kept_ones_are_asked_about() {
    let each = json!([
        {"type": "checkAttribute", "attribute": "$Session.Total", "operator": "greaterThanOrEqual", "value": 100},
        {"type": "awardDiscount", "name": "Each", "value": "5", "partial": false, "target": {"type": "allItems", "prorated": false}},
    ]);
    let world = World::after(&[marked(campaign("From 100, each", "Units", each)), bought(json!([]))]);
    let answer = world.done(&a_tee(true));
    let units: Vec<String> = answer["effects"]
        .as_array()
        .unwrap()
        .iter()
        .map(|effect| {
            let props = &effect["props"];
            format!("{} {}.{}", props["value"], props["cartItemPosition"], props["cartItemSubPosition"])
        })
        .collect();
    assert_eq!(units, ["5 0.0", "5 0.1", "5 1.0"]);
}

#[test]
fn a_redeemed_code_still_holds_when_its_campaign_is_asked_again() {
    let mut codes = vec![json!({"type": "checkCoupon", "redeem": true})];
    codes.extend(tenth().as_array().unwrap().iter().cloned());
    let world = World::after(&[
        marked(campaign("With a code", "Code", json!(codes))),
        json!({"op": "createCoupons", "id": 1, "body": {"value": "TEN", "usageLimit": 1}}),
        bought(json!(["TEN"])),
    ]);
    let answer = world.done(&a_tee(true));
    assert_eq!(taken_back(&answer), off("A tenth", "6"), "its one use was this session's: {answer:#}");
    assert_eq!(answer["effects"].as_array().unwrap().len(), 1, "the code is neither rejected nor given back");
}

#[test]
fn budgets_get_back_what_is_cut_and_a_discount_that_is_left_still_counts_as_one() {
    let limits = json!([
        {"action": "setDiscount", "limit": 20},
        {"action": "setDiscountEffect", "limit": 1, "period": "daily"},
    ]);
    let world = World::after(&[
        with_budget(marked(campaign("A tenth", "Always", tenth())), limits),
        bought(json!([])),
    ]);
    let used = || -> Vec<String> {
        let counters = world.budgets(1);
        counters.iter().flat_map(|budget| budget.counters.iter().map(|one| one.used.clone())).collect()
    };
    assert_eq!(used(), ["13.50", "1"]);
    world.done(&a_tee(true));
    assert_eq!(used(), ["7.50", "1"], "a used-up budget does not stand in the way of what it paid for");
    world.done(&crate::world::to_state("order", "cancelled"));
    assert_eq!(used(), Vec::<String>::new());
}
