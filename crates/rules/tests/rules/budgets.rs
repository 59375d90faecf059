//! What budgets allow: whole effects, parts of them, or a rule that fails.

use domain::budget::{Budget, Entity, Written, read};
use domain::id::CampaignId;
use rules::trace::Verdict;
use serde_json::{Value as Json, json};

use crate::common::{Outcome, World, check, discount, money, notice, rule};

fn budget(action: &str, limit: &str) -> Budget {
    let written = Written { action: action.to_owned(), limit: money(limit), ..Written::default() };
    read(&[written]).unwrap().remove(0)
}

/// The world with budgets of these actions and limits, of which nothing is used.
fn world(budgets: &[(&str, &str)]) -> World {
    let mut world = World::new();
    for (action, limit) in budgets {
        world.purse.add(CampaignId(7), budget(action, limit), Ok(money("0")));
    }
    world
}

fn partly(value: Json, target: Json) -> Json {
    json!({"type": "awardDiscount", "name": "Off", "value": value, "partial": true, "target": target})
}

fn free(quantity: &str, partial: bool) -> Json {
    json!({"type": "awardItem", "sku": "sock", "name": "A sock", "quantity": quantity, "partial": partial})
}

fn why(outcome: &Outcome) -> String {
    match &outcome.rule().verdict {
        Verdict::Failed { at, why } => format!("{at}: {why}"),
        other => format!("{other:?}"),
    }
}

#[test]
fn a_rule_that_cannot_be_afforded_fails_as_a_whole() {
    let table = [
        (
            discount(json!(20.01)),
            "/promotionRules/0/blocks/1: the budget of 20.00 in discounts overall has 20.00 left, and the rule asks for 20.01",
        ),
        (
            json!({"type": "awardDiscount", "name": "Off", "value": 6, "partial": false, "target": {"type": "allItems"}}),
            "/promotionRules/0/blocks/1: the budget of 20.00 in discounts overall has 20.00 left, and the rule asks for 24.00",
        ),
        (
            json!({"type": "awardDiscount", "name": "Off", "value": 30, "partial": false, "target": {"type": "allItems", "prorated": true}}),
            "/promotionRules/0/blocks/1: the budget of 20.00 in discounts overall has 20.00 left, and the rule asks for 30.00",
        ),
        (
            json!({"type": "awardDiscount", "name": "Off", "value": 21, "partial": false, "target":
                {"type": "additionalCost", "additionalCost": {"name": "shipping"}, "target": {"type": "cart"}}}),
            "/promotionRules/0/blocks/1: the budget of 20.00 in discounts overall has 20.00 left, and the rule asks for 21.00",
        ),
        (
            free("2", false),
            "/promotionRules/0/blocks/1: the budget of 1 free item overall has 1 left, and the rule asks for 2",
        ),
    ];
    let mut world = world(&[("setDiscount", "20"), ("addFreeItemEffect", "1")]);
    world.cart().additional_costs.insert("shipping".to_owned(), money("25"));
    for (block, expected) in table {
        let outcome = world.run(json!([notice("Hello"), block.clone()]));
        assert_eq!(outcome.words(), Vec::<String>::new(), "no notice, and no error effect: {block}");
        assert_eq!(why(&outcome), expected);
    }
}

#[test]
fn with_partial_on_what_remains_is_given() {
    let table = [
        (partly(json!(20), json!({"type": "cart"})), vec!["20 off"]),
        (partly(json!(30), json!({"type": "cart"})), vec!["20 off instead of 30"]),
        (
            partly(json!(8), json!({"type": "allItems"})),
            vec!["8 off 0.0", "8 off 1.0", "4 off 1.1 instead of 8"],
        ),
        (partly(json!(10), json!({"type": "allItems"})), vec!["10 off 0.0", "10 off 1.0"]),
        (
            partly(json!(30), json!({"type": "allItems", "prorated": true})),
            vec![
                "11.88 off 0.0 instead of 17.82 of 20 instead of 30",
                "3.96 off 1.0 instead of 5.94 of 20 instead of 30",
                "3.96 off 1.1 instead of 5.94 of 20 instead of 30",
                "0.2 off 2.0 instead of 0.3 of 20 instead of 30",
            ],
        ),
        (free("5", true), vec!["free sock instead of 5", "free sock instead of 5"]),
    ];
    let world = world(&[("setDiscount", "20"), ("addFreeItemEffect", "2")]);
    for (block, expected) in table {
        assert_eq!(world.run(json!([block])).words(), expected, "{block}");
    }
}

#[test]
fn with_nothing_left_a_partial_discount_fails_too() {
    let mut world = World::new();
    world.purse.add(CampaignId(7), budget("setDiscount", "20"), Ok(money("20")));
    let outcome = world.run(json!([partly(json!(5), json!({"type": "cart"}))]));
    let expected = "/promotionRules/0/blocks/0: the budget of 20.00 in discounts overall has 0.00 left, and the rule asks for 5.00";
    assert_eq!((why(&outcome).as_str(), outcome.words().len()), (expected, 0));
}

#[test]
fn the_number_of_discounts_is_limited_whatever_they_amount_to() {
    let world = world(&[("setDiscountEffect", "3")]);
    let outcome = world.run(json!([partly(json!(1), json!({"type": "allItems"}))]));
    let expected =
        "/promotionRules/0/blocks/0: the budget of 3 discounts overall has 0 left, and the rule asks for 1";
    assert_eq!((why(&outcome).as_str(), outcome.words().len()), (expected, 0));
}

#[test]
fn rules_take_one_after_the_other_and_a_failed_rule_takes_nothing() {
    let rules = |blocks: [Json; 3]| {
        let rules = blocks.map(|blocks| json!({"title": "A rule", "blocks": blocks}));
        json!({"promotionRules": rules})
    };
    let world = world(&[("setDiscount", "20"), ("addFreeItemEffect", "1")]);
    let document = rules([
        json!([discount(json!(15)), free("2", false)]),
        json!([discount(json!(15)), free("1", false)]),
        json!([discount(json!(5.5))]),
    ]);
    assert_eq!(world.run_document(&document).words(), ["15 off", "free sock"]);
}

#[test]
fn a_budget_without_somebody_to_count_by_gives_nothing() {
    let mut world = World::new();
    world.purse.add(CampaignId(7), budget("setDiscount", "20"), Err(Entity::Identifier));
    let outcome = world.run(json!([discount(json!(1))]));
    let expected = "/promotionRules/0/blocks/0: the budget of 20.00 in discounts overall cannot be counted, because there is no identifier here";
    assert_eq!(why(&outcome), expected);
}

fn check_budget(operator: &str, action: &str, value: Json) -> Json {
    let mut block = json!({"type": "checkBudget", "operator": operator, "action": action});
    if !value.is_null() {
        block["value"] = value;
    }
    block
}

#[test]
fn conditions_look_at_what_is_left() {
    let mut world = world(&[("setDiscount", "20"), ("setDiscount", "12")]);
    world.purse.add(CampaignId(7), budget("customEffect", "1"), Ok(money("1")));
    // sentence, expected, actual, holds
    let table = [
        (
            check_budget("available", "setDiscount", Json::Null),
            ("Budget for the sum of discounts is available", "more than 0", Some("12"), true),
        ),
        (
            check_budget("enoughFor", "setDiscount", json!(12)),
            ("Budget for the sum of discounts is enough for 12", "at least 12", Some("12"), true),
        ),
        (
            check_budget("enoughFor", "setDiscount", json!(12.01)),
            ("Budget for the sum of discounts is enough for 12.01", "at least 12.01", Some("12"), false),
        ),
        (
            check_budget("enoughFor", "setDiscount", json!("{{$Session.Total * 10%}}")),
            (
                "Budget for the sum of discounts is enough for $Session.Total * 10%",
                "at least 10.099",
                Some("12"),
                true,
            ),
        ),
        (
            check_budget("available", "customEffect", Json::Null),
            ("Budget for the custom effects is available", "more than 0", Some("0"), false),
        ),
        (
            check_budget("available", "addFreeItemEffect", Json::Null),
            ("Budget for the free items is available", "more than 0", None, true),
        ),
    ];
    for (block, expected) in table {
        let outcome = world.run(json!([block, notice("Yes")]));
        let condition = outcome.rule().blocks.first().unwrap();
        let (wanted, actual) = (condition.expected().unwrap(), condition.actual());
        let holds = outcome.words() == ["notice: Yes"];
        assert_eq!((condition.sentence(), &*wanted, actual.as_deref(), holds), expected);
        assert_eq!(condition.reason().as_deref(), (!holds).then_some("budget used up"));
    }
}

#[test]
fn a_condition_sees_what_rules_before_it_took() {
    let world = world(&[("setDiscount", "20")]);
    let document = json!({"promotionRules": [
        {"title": "First", "blocks": [check_budget("enoughFor", "setDiscount", json!(15)), discount(json!(15))]},
        {"title": "Second", "blocks": [check_budget("enoughFor", "setDiscount", json!(15)), discount(json!(15))]},
    ]});
    assert_eq!(world.run_document(&document).words(), ["15 off"]);
}

#[test]
fn mistakes_in_a_condition_on_budgets_are_named() {
    let within = |block: Json| {
        json!({
            "promotionRules": [],
            "selectors": [{"type": "selector", "name": "some", "source": "$Session.CartItems", "steps": [{"type": "filter", "predicate": block}]}],
        })
    };
    let table = [
        (
            rule(json!([check_budget("half", "setDiscount", Json::Null)])),
            "/promotionRules/0/blocks/0/operator",
        ),
        (
            rule(json!([check_budget("available", "awardGiveaway", Json::Null)])),
            "/promotionRules/0/blocks/0/action",
        ),
        (
            rule(json!([check_budget("available", "setDiscount", json!(5))])),
            "/promotionRules/0/blocks/0/value",
        ),
        (
            rule(json!([check_budget("enoughFor", "setDiscount", Json::Null)])),
            "/promotionRules/0/blocks/0/value",
        ),
        (
            rule(json!([check_budget("enoughFor", "setDiscount", json!(-5))])),
            "/promotionRules/0/blocks/0/value",
        ),
        (
            rule(json!([check_budget("enoughFor", "setDiscount", json!("five"))])),
            "/promotionRules/0/blocks/0/value",
        ),
        (
            rule(
                json!([{"type": "checkBudget", "operator": "available", "action": "setDiscount", "colour": 1}]),
            ),
            "/promotionRules/0/blocks/0/colour",
        ),
    ];
    let world = World::new();
    for (document, pointer) in table {
        let problems = world.compile(&document).unwrap_err();
        assert_eq!(problems.first().unwrap().pointer, pointer, "{document}\n{problems:#?}");
    }
    let group = json!({"type": "group", "operator": "all", "blocks": [check_budget("available", "setDiscount", Json::Null)]});
    let problems = world.compile(&within(group)).unwrap_err();
    assert!(
        problems.iter().any(|problem| problem.details.contains("check the budget in a rule")),
        "{problems:#?}"
    );
    assert!(world.compile(&rule(json!([check("$Session.Total", "greaterThan", json!(1))]))).is_ok());
}
