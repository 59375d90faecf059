//! What each effect block gives, and what selectors choose.

use crate::common::{World, check, discount, money, notice};
use domain::session::{Phase, Receipt, Returns};
use domain::value::Value;
use serde_json::{Value as Json, json};

fn off(value: Json, target: Json) -> Json {
    json!({"type": "awardDiscount", "name": "Off", "value": value, "partial": true, "target": target})
}

fn update(operator: &str, entity: &str, name: &str, value: Json, target: &str) -> Json {
    let mut block = json!({"type": "updateAttributeValue", "operator": operator,
        "attribute": {"entity": entity, "name": name}, "target": {"type": target}});
    if !value.is_null() {
        block["value"] = value;
    }
    block
}

#[test]
fn discounts() {
    let table = [
        (discount(json!(10)), vec!["10 off"]),
        (discount(json!("10.50")), vec!["10.5 off"]),
        (discount(json!("{{$Session.Total * 10%}}")), vec!["10.099 off"]),
        (discount(json!(0)), vec!["0 off"]),
        (
            off(json!(5), json!({"type": "allItems"})),
            vec!["5 off 0.0", "5 off 1.0", "5 off 1.1", "5 off 2.0"],
        ),
        (
            off(json!("{{$Item.Price / 2}}"), json!({"type": "allItems"})),
            vec!["30 off 0.0", "10 off 1.0", "10 off 1.1", "0.495 off 2.0"],
        ),
        (
            off(json!(10), json!({"type": "allItems", "prorated": true})),
            vec!["5.94 off 0.0 of 10", "1.98 off 1.0 of 10", "1.98 off 1.1 of 10", "0.1 off 2.0 of 10"],
        ),
    ];
    for (block, expected) in table {
        assert_eq!(World::new().run(json!([block])).words(), expected, "{block}");
    }
}

#[test]
fn a_computed_discount_below_zero_fails_the_rule() {
    let words = World::new().run(json!([discount(json!("{{$Session.Total - 200}}"))])).words();
    assert_eq!(
        words,
        [
            "error: The rule \"The rule\" failed at block 1: the discount came out as -99.01, it must be 0 or more."
        ]
    );
}

#[test]
fn returned_units_are_no_units_any_more() {
    let mut world = World::new();
    let cart = world.cart().clone();
    let totals = domain::cart::totals(&cart);
    let receipt = Receipt { cart, totals, closed_at: crate::common::noon() };
    let returns = Returns([(1, 1)].into_iter().collect());
    world.session.as_mut().unwrap().phase = Phase::PartiallyReturned(receipt, returns);
    let words = world.run(json!([off(json!(1), json!({"type": "allItems"}))])).words();
    assert_eq!(words, ["1 off 0.0", "1 off 1.1", "1 off 2.0"]);
}

#[test]
fn notifications_free_items_and_custom_effects() {
    let free =
        |quantity: &str| json!({"type": "awardItem", "sku": "sock", "name": "A sock", "quantity": quantity});
    let custom = |target: Json| {
        json!({"type": "triggerCustomEffect", "customEffect": {"id": 3, "name": "print", "title": "Print"},
            "params": {"price": "{{$Session.Total}}"}, "target": target})
    };
    let table = [
        (notice("{{$Session.Total}} spent"), vec!["notice: 100.99 spent"]),
        (free("2"), vec!["free sock", "free sock"]),
        (free("{{$Session.UpdateCount - 3}}"), vec![]),
        (custom(json!({"type": "cart"})), vec!["custom print price=100.99"]),
    ];
    for (block, expected) in table {
        assert_eq!(World::new().run(json!([block])).words(), expected, "{block}");
    }
    assert_eq!(World::new().run(json!([custom(json!({"type": "allItems"}))])).effects.len(), 4);
    let words = World::new().run(json!([free("{{$Session.UpdateCount / 2}}")])).words();
    assert!(
        words[0].ends_with("the quantity came out as 1.5, it must be a whole number from 0 to 1000."),
        "{words:?}"
    );
}

#[test]
fn attribute_updates() {
    let since = "2026-11-01T00:00:00Z";
    let profile =
        |operator: &str, name: &str, value: Json| update(operator, "CustomerProfile", name, value, "profile");
    let table = [
        (profile("setTo", "tier", json!("gold")), "Profile.Attributes.tier = gold"),
        (
            profile("setTo", "tier", json!("{{$Event.Type}}")),
            "Profile.Attributes.tier = talon_session_updated",
        ),
        (profile("increaseBy", "visits", json!(1)), "Profile.Attributes.visits = 5"),
        (profile("decreaseBy", "visits", json!("{{1 + 1}}")), "Profile.Attributes.visits = 2"),
        (profile("multiplyBy", "visits", json!(3)), "Profile.Attributes.visits = 12"),
        (profile("divideBy", "visits", json!(8)), "Profile.Attributes.visits = 0.5"),
        (profile("toggle", "vip", Json::Null), "Profile.Attributes.vip = true"),
        (profile("laterBy", "since", json!(1.5)), "Profile.Attributes.since = 2026-11-02T12:00:00Z"),
        (profile("laterBy", "since", json!("2 hours")), "Profile.Attributes.since = 2026-11-01T02:00:00Z"),
        (profile("earlierBy", "since", json!("1 week")), "Profile.Attributes.since = 2026-10-25T00:00:00Z"),
        (
            update("setTo", "CustomerSession", "channel", json!("web"), "session"),
            "Session.Attributes.channel = web",
        ),
    ];
    for (block, expected) in table {
        let mut world = World::new();
        let attributes = &mut world.profile.as_mut().unwrap().attributes;
        attributes.insert("visits".to_owned(), Value::Number(money("4")));
        attributes.insert("since".to_owned(), Value::Time(since.parse().unwrap()));
        assert_eq!(world.run(json!([block])).words(), [expected], "{block}");
    }
}

#[test]
fn counting_starts_from_zero_and_lines_are_updated_once() {
    let profile =
        |operator: &str, name: &str, value: Json| update(operator, "CustomerProfile", name, value, "profile");
    let first = World::new().run(json!([profile("increaseBy", "visits", json!(1))])).words();
    assert_eq!(first, ["Profile.Attributes.visits = 1"], "a number that is not set counts as 0");
    let lines = World::new()
        .run(json!([update("setTo", "CartItem", "colour", json!("{{$Item.Sku}}"), "allItems")]))
        .words();
    assert_eq!(
        lines,
        [
            "Item.Attributes.colour of line 0 = shoes",
            "Item.Attributes.colour of line 1 = shirt",
            "Item.Attributes.colour of line 2 = sock"
        ]
    );
}

#[test]
fn a_later_rule_does_not_see_the_update_of_an_earlier_one() {
    let document = json!({"promotionRules": [
        {"title": "Set", "blocks": [update("setTo", "CustomerSession", "channel", json!("web"), "session")]},
        {"title": "Read", "blocks": [check("$Session.Attributes.channel", "equals", json!("web")), notice("seen")]},
    ]});
    assert_eq!(World::new().run_document(&document).words(), ["Session.Attributes.channel = web"]);
}

/// What a selector of these steps yields, shown by `count`, by a discount on its units, or as it is.
fn select(steps: Json, show: Json) -> Vec<String> {
    let document = json!({
        "promotionRules": [{"title": "The rule", "blocks": [show]}],
        "selectors": [{"type": "selector", "name": "chosen", "source": "$Session.CartItems", "steps": steps}],
    });
    World::new().run_document(&document).words()
}

#[test]
fn selectors_choose_units() {
    let units = || off(json!(1), json!({"type": "selector", "name": "chosen"}));
    let clothes =
        || json!({"type": "filter", "predicate": check("$Item.Category", "equals", json!("clothes"))});
    let by_price = || json!({"type": "sort", "fields": [{"expression": "$Item.Price", "direction": "asc"}]});
    let table = [
        (json!([]), "0.0 1.0 1.1 2.0"),
        (json!([clothes()]), "1.0 1.1 2.0"),
        (json!([by_price()]), "2.0 1.0 1.1 0.0"),
        (json!([{"type": "reverse"}]), "2.0 1.1 1.0 0.0"),
        (json!([by_price(), {"type": "select", "operator": "many", "from": "start", "count": 2}]), "2.0 1.0"),
        (json!([by_price(), {"type": "select", "operator": "many", "from": "end", "count": 1}]), "0.0"),
        (json!([{"type": "select", "operator": "many", "from": "start", "count": 99}]), "0.0 1.0 1.1 2.0"),
        (json!([{"type": "select", "operator": "between", "from": 1, "to": 3}]), "1.0 1.1"),
        (json!([{"type": "select", "operator": "between", "from": 3, "to": 9}]), "2.0"),
        (json!([{"type": "select", "operator": "between", "from": 3, "to": 1}]), ""),
        (json!([clothes(), by_price(), {"type": "select", "operator": "one", "index": 0}]), "2.0"),
    ];
    for (steps, expected) in table {
        let words = select(steps.clone(), units());
        let found: Vec<_> = words.iter().map(|word| word.trim_start_matches("1 off ")).collect();
        assert_eq!(found.join(" "), expected, "{steps}");
    }
    let words = select(json!([{"type": "select", "operator": "one", "index": 9}]), units());
    assert!(words[0].ends_with("item number 10 is selected, but there are only 4."), "{words:?}");
}

#[test]
fn a_filter_by_one_text_keeps_what_the_same_filter_inside_a_group_keeps() {
    let wanted = [
        ("equals", json!("clothes")),
        ("not(equals)", json!("clothes")),
        ("oneOf", json!(["clothes", "shoes"])),
        ("not(oneOf)", json!(["shoes", "hats"])),
        ("equals", json!("{{$Profile.IntegrationId}}")),
        ("startsWith", json!("s")),
    ];
    for attribute in ["$Item.Category", "$Item.Sku", "$Item.Name", "$Item.Product"] {
        for (operator, value) in &wanted {
            let alone = check(attribute, operator, value.clone());
            let grouped = json!({"type": "group", "operator": "all", "blocks": [alone]});
            let kept = |predicate: &Json| {
                let units = off(json!(1), json!({"type": "selector", "name": "chosen"}));
                select(json!([{"type": "filter", "predicate": predicate}]), units)
            };
            assert_eq!(kept(&alone), kept(&grouped), "{alone}");
        }
    }
}

#[test]
fn selectors_compute_values() {
    let prices = || json!({"type": "map", "expression": "$Item.Price"});
    let reduce = |operator: &str| json!({"type": "reduce", "operator": operator});
    let none = || json!({"type": "filter", "predicate": check("$Item.Price", "greaterThan", json!(1000))});
    let table = [
        (json!([prices()]), "60, 20, 20, 0.99"),
        (json!([prices(), reduce("sum")]), "100.99"),
        (json!([prices(), reduce("max")]), "60"),
        (json!([prices(), reduce("min")]), "0.99"),
        (json!([reduce("count")]), "4"),
        (json!([reduce("empty")]), "false"),
        (json!([none(), reduce("empty")]), "true"),
        (json!([none(), prices(), reduce("sum")]), "0"),
        (json!([prices(), {"type": "reverse"}]), "0.99, 20, 20, 60"),
    ];
    for (steps, expected) in table {
        for name in ["$chosen", "$Selectors.chosen"] {
            let words = select(steps.clone(), notice(&format!("{{{{{name}}}}}")));
            assert_eq!(words, [format!("notice: {expected}")], "{steps}");
        }
    }
    let words = select(json!([none(), prices(), reduce("max")]), notice("{{$chosen}}"));
    assert!(words[0].ends_with("the list has no values to choose from."), "{words:?}");
}

#[test]
fn a_selector_may_name_those_above_it_only() {
    let selector = |name: &str, expression: &str| {
        json!({"type": "selector", "name": name, "source": "$Session.CartItems",
            "steps": [{"type": "map", "expression": expression}]})
    };
    let document = |first: &str, second: &str| {
        json!({"promotionRules": [{"title": "The rule", "blocks": [notice("{{sum($b)}}")]}],
            "selectors": [selector("a", first), selector("b", second)]})
    };
    let world = World::new();
    assert_eq!(
        world.run_document(&document("$Item.Price", "$Item.Price + count($a)")).words(),
        ["notice: 116.99"]
    );
    let problems = world.compile(&document("count($Selectors.b)", "1")).unwrap_err();
    assert_eq!(problems[0].pointer, "/selectors/0/steps/0/expression");
    assert_eq!(problems[0].span, Some(6..18));
}
