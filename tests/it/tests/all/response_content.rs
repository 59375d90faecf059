//! `responseContent`: why rules did not apply, in the vendor's shape, when a client asks for it.

use serde_json::{Value, json};

use crate::world::{World, campaign, item, track, update};

fn discount(name: &str, value: Value) -> Value {
    json!({"type": "awardDiscount", "name": name, "value": value, "partial": false, "target": {"type": "cart"}})
}

fn at_least(amount: u32) -> Value {
    json!({"type": "checkAttribute", "attribute": "$Session.Total", "operator": "greaterThanOrEqual", "value": amount})
}

fn in_group(mut request: Value, group: &str) -> Value {
    request["body"]["evaluationGroup"] = json!(group);
    request
}

fn shop() -> World {
    let mut resting = campaign("Resting", "Rests", json!([discount("Rest", json!(1))]));
    resting["body"]["state"] = json!("disabled");
    World::after(&[
        json!({"op": "saveEvaluationGroups", "body": {"groups": [{"name": "Deals", "mode": "highestDiscount"}]}}),
        campaign("Big carts", "From 50", json!([at_least(10), at_least(50), discount("Big", json!(5))])),
        campaign(
            "Broken",
            "Divides",
            json!([at_least(1), discount("Zero", json!("{{ 1 / ($Session.Total - 20) }}"))]),
        ),
        in_group(campaign("Three", "Three", json!([discount("Three", json!(3))])), "Deals"),
        in_group(campaign("Four", "Four", json!([discount("Four", json!(4))])), "Deals"),
        resting,
    ])
}

fn buy(parts: Value) -> Value {
    let mut request = update("cart", json!({"cartItems": [item("tee", 1, 20.0)]}));
    request["body"]["responseContent"] = parts;
    request
}

#[test]
fn every_rule_that_did_not_apply_says_at_which_block() {
    let answer = shop().done(&buy(json!(["ruleFailureReasons"])));
    let reasons = answer["ruleFailureReasons"].as_array().unwrap();
    let named = |index: usize, field: &str| reasons[index][field].clone();
    assert_eq!(reasons.len(), 3);
    assert_eq!(named(0, "campaignName"), "Big carts");
    assert_eq!(
        (named(0, "campaignID"), named(0, "rulesetID"), named(0, "ruleIndex")),
        (json!(1), json!(1), json!(0))
    );
    assert_eq!((named(0, "conditionIndex"), named(0, "effectIndex")), (json!(1), Value::Null));
    assert!(named(0, "details").as_str().unwrap().contains("found 20"), "{}", named(0, "details"));
    assert_eq!(
        (named(1, "ruleName"), named(1, "conditionIndex"), named(1, "effectIndex")),
        (json!("Divides"), Value::Null, json!(1))
    );
    assert_eq!(
        (named(2, "campaignName"), named(2, "conditionIndex"), named(2, "effectIndex")),
        (json!("Three"), Value::Null, Value::Null)
    );
    assert_eq!(
        (named(2, "evaluationGroupID"), named(2, "evaluationGroupMode")),
        (json!(1), json!("highestDiscount"))
    );
    assert!(named(2, "details").as_str().unwrap().contains("“Four” gives 4.00"));
}

#[test]
fn a_rehearsal_says_which_campaigns_would_apply() {
    let answer = shop().rehearsed(&buy(json!(["campaignEligibility"]))).unwrap();
    let told = |one: &Value| {
        let eligibility = &one["eligibility"][0];
        let code = eligibility["details"]["failureCode"].as_str().unwrap_or("passed");
        format!("{} {code}", one["campaignName"].as_str().or(one["ruleName"].as_str()).unwrap())
    };
    let campaigns = answer["campaignEligibility"].as_array().unwrap();
    let all: Vec<String> = campaigns.iter().map(told).collect();
    assert_eq!(
        all,
        [
            "Big carts ALL_RULES_FAILED",
            "Broken ALL_RULES_FAILED",
            "Three SKIPPED",
            "Four passed",
            "Resting SKIPPED"
        ]
    );
    let rules = campaigns.iter().flat_map(|campaign| campaign["rules"].as_array().unwrap());
    let rules: Vec<String> = rules.map(told).collect();
    assert_eq!(rules, ["From 50 CONDITION_NOT_MET", "Divides EFFECT_FAILED", "Three SKIPPED", "Four passed"]);
}

#[test]
fn parts_are_there_only_when_asked_for_and_eligibility_only_for_rehearsals() {
    let answer = shop().done(&buy(json!(["customerSession", "campaignEligibility"])));
    assert_eq!((answer.get("ruleFailureReasons"), answer.get("campaignEligibility")), (None, None));
}

#[test]
fn a_part_that_does_not_exist_is_refused_by_name() {
    let world = shop();
    let mut event = track("ana", "pageview", json!({}));
    event["body"]["responseContent"] = json!(["everything"]);
    for (request, pointer) in
        [(buy(json!(["event", "weather"])), "/responseContent/1"), (event, "/responseContent/0")]
    {
        let refusal = world.ask(&request).unwrap_err();
        let problem = &refusal["error"]["errors"][0];
        assert_eq!(problem["source"]["pointer"], pointer, "{refusal:#}");
        assert!(problem["details"].as_str().unwrap().contains("ruleFailureReasons"));
    }
    assert!(world.journal().is_empty());
}
