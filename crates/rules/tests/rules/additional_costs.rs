//! Discounts on additional costs: of the session, and of cart lines.

use domain::budget::{Written, read};
use domain::id::CampaignId;
use rules::trace::Verdict;
use serde_json::{Value as Json, json};

use crate::common::{World, check, money, notice, rule};

/// The world with 4.90 shipping on the session, and 3 and 2 for gift wrapping on the lines of shoes and shirts.
fn world() -> World {
    let mut world = World::new();
    let cart = world.cart();
    cart.additional_costs.insert("shipping".to_owned(), money("4.90"));
    for (line, price) in [(0, "3"), (1, "2")] {
        cart.items[line].additional_costs.insert("gift wrap".to_owned(), money(price));
    }
    world
}

/// A cart item filter for everything but socks.
fn without_socks(blocks: Json) -> Json {
    let mut document = rule(blocks);
    document["selectors"] = json!([{"type": "selector", "name": "wrapped", "source": "$Session.CartItems", "steps": [
        {"type": "filter", "predicate": {"type": "checkAttribute", "attribute": "$Item.Sku", "operator": "not(equals)", "value": "sock"}}
    ]}]);
    document
}

fn off(value: Json, cost: &str, target: Json) -> Json {
    json!({"type": "awardDiscount", "name": "Off", "value": value, "partial": true,
        "target": {"type": "additionalCost", "additionalCost": {"id": 7, "name": cost, "title": "A cost"}, "target": target}})
}

fn wrapped() -> Json {
    json!({"type": "selector", "name": "wrapped"})
}

#[test]
fn a_cost_of_the_session_or_of_every_line() {
    let table = [
        (off(json!(2), "shipping", json!({"type": "cart"})), vec!["2 off shipping"]),
        (
            off(json!("{{$Session.AdditionalCosts.shipping * 50%}}"), "shipping", json!({"type": "cart"})),
            vec!["2.45 off shipping"],
        ),
        // A line's cost counts once; the discount is with the line's last unit, which is the last to come back.
        (off(json!(1), "gift wrap", wrapped()), vec!["1 off gift wrap of 0.0", "1 off gift wrap of 1.1"]),
        (
            off(json!("{{$Item.Price * 5%}}"), "gift wrap", wrapped()),
            vec!["3 off gift wrap of 0.0", "1 off gift wrap of 1.1"],
        ),
    ];
    for (block, expected) in table {
        let outcome = world().run_document(&without_socks(json!([block.clone()])));
        assert_eq!(outcome.words(), expected, "{block}");
    }
}

/// Source: the vendor's *Discount additional cost per item*, which fails when any item lacks the cost; and our decisions:
/// a rule's effects are atomic.
#[test]
fn a_cost_that_is_not_there_fails_the_rule_as_a_whole() {
    let table = [
        (off(json!(2), "toll", json!({"type": "cart"})), "the cart has no additional cost \"toll\""),
        (
            off(json!(2), "gift wrap", json!({"type": "cart"})),
            "the cart has no additional cost \"gift wrap\"",
        ),
        (
            off(json!(2), "gift wrap", json!({"type": "allItems"})),
            "the item \"sock\" has no additional cost \"gift wrap\"",
        ),
    ];
    for (block, expected) in table {
        let outcome = world().run(json!([notice("Hello"), block.clone()]));
        assert_eq!(outcome.words(), Vec::<String>::new(), "no notice, and no error effect: {block}");
        let Verdict::Failed { at, why } = &outcome.rule().verdict else { panic!("{block} was given") };
        assert_eq!((&**at, why.to_string().as_str()), ("/promotionRules/0/blocks/1", expected));
    }
}

#[test]
fn a_budget_that_runs_short_gives_a_part() {
    let table = [
        (off(json!(9), "shipping", json!({"type": "cart"})), vec!["4 off shipping instead of 9"]),
        (
            off(json!(3), "gift wrap", wrapped()),
            vec!["3 off gift wrap of 0.0", "1 off gift wrap of 1.1 instead of 3"],
        ),
    ];
    for (block, expected) in table {
        let mut world = world();
        let limit = Written { action: "setDiscount".to_owned(), limit: money("4"), ..Written::default() };
        world.purse.add(CampaignId(7), read(&[limit]).unwrap().remove(0), Ok(money("0")));
        assert_eq!(world.run_document(&without_socks(json!([block.clone()]))).words(), expected, "{block}");
    }
}

#[test]
fn mistakes_are_refused_where_they_are() {
    let shipping = || json!({"name": "shipping"});
    let at = |place: &str| format!("/promotionRules/0/blocks/0/target/{place}");
    let table = [
        (json!({"target": {"type": "cart"}}), at("additionalCost")),
        (json!({"additionalCost": {}, "target": {"type": "cart"}}), at("additionalCost/name")),
        (json!({"additionalCost": {"name": " "}, "target": {"type": "cart"}}), at("additionalCost/name")),
        (
            json!({"additionalCost": {"name": "x".repeat(101)}, "target": {"type": "cart"}}),
            at("additionalCost/name"),
        ),
        (json!({"additionalCost": shipping()}), at("target")),
        (
            json!({"additionalCost": shipping(), "target": {"type": "additionalCost", "additionalCost": shipping(), "target": {"type": "cart"}}}),
            at("target/type"),
        ),
        (
            json!({"additionalCost": shipping(), "target": {"type": "allItems", "prorated": true}}),
            at("target/prorated"),
        ),
        (
            json!({"additionalCost": shipping(), "target": {"type": "selector", "name": "dear"}}),
            at("target/name"),
        ),
    ];
    for (mut target, expected) in table {
        target["type"] = json!("additionalCost");
        let block =
            json!({"type": "awardDiscount", "name": "Off", "value": 1, "partial": false, "target": target});
        let problems = World::new().compile(&rule(json!([block.clone()]))).unwrap_err();
        let pointers: Vec<_> = problems.into_iter().map(|problem| problem.pointer).collect();
        assert_eq!(pointers, [expected], "{block}");
    }
}

#[test]
fn the_sentence_says_whose_cost() {
    let on_each = check("$Session.Total", "greaterThan", json!(1));
    let outcome =
        world().run_document(&without_socks(json!([on_each, off(json!(1), "gift wrap", wrapped())])));
    let label = &outcome.rule().blocks[1].label().sentence;
    assert_eq!(
        label,
        "Discount \"Off\": 1 off the additional cost \"gift wrap\" of each item of \"wrapped\""
    );
}
