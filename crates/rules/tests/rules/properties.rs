//! What holds for every input: nothing panics or runs away, and the same input gives the same output.

use crate::common::{World, check, discount, notice, rule};
use proptest::prelude::*;
use rules::document::{parse, to_json};
use rules::facts::Limits;
use rules::operator::Operator;
use serde_json::{Value as Json, json};

/// Words of the expression language in any order: mostly wrong, sometimes right.
fn babble() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("{{"),
        Just("}}"),
        Just("("),
        Just(")"),
        Just("["),
        Just("]"),
        Just(","),
        Just("+"),
        Just("-"),
        Just("*"),
        Just("/"),
        Just("%"),
        Just("="),
        Just("<"),
        Just("not "),
        Just(" and "),
        Just(" or "),
        Just("'"),
        Just("\""),
        Just("\\"),
        Just("1"),
        Just("0"),
        Just("99999999999999999999999999999"),
        Just("0.1"),
        Just("'a'"),
        Just("true"),
        Just("$Session.Total"),
        Just("$Session.CartItems"),
        Just("$Profile.Attributes.tier"),
        Just("$Item.Price"),
        Just("$Now"),
        Just("@2026-11-30T00:00:00Z"),
        Just("min("),
        Just("sum("),
        Just("coalesce("),
        Just("if("),
        Just("addDays("),
        Just("round("),
        Just("ä"),
        Just("\u{0}"),
        Just(" ")
    ];
    prop::collection::vec(word, 0..30).prop_map(|words| words.concat())
}

/// Expressions that are right, of numbers.
fn number() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("$Session.Total".to_owned()),
        Just("$Profile.TotalSales".to_owned()),
        Just("$Profile.Attributes.visits".to_owned()),
        Just("count($Session.CartItems)".to_owned()),
        (-1_000_000_i64..1_000_000).prop_map(|number| format!("{number}")),
        Just("79228162514264337593543950335".to_owned()),
    ];
    leaf.prop_recursive(6, 40, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} + {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} - {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} * {b}")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} / {b}")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("min({a}, {b})")),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("if({a} < {b}, {b}, {c})")),
            inner.clone().prop_map(|a| format!("round({a}, 2)")),
            inner.clone().prop_map(|a| format!("coalesce({a}, 0)")),
            inner.prop_map(|a| format!("hour(addDays($Now, {a}))")),
        ]
    })
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        babble().prop_map(Json::from),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::btree_map("[a-z]{1,6}", inner, 0..4).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

fn any_operator() -> impl Strategy<Value = Operator> {
    prop::sample::select(Operator::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_more_than_refused(text in ".{0,200}") {
        let _ = parse(&text);
    }

    #[test]
    fn no_expression_is_more_than_refused(text in babble()) {
        let document = rule(json!([notice(&text), check(&text, "equals", json!(text))]));
        if let Err(problems) = World::new().compile(&document) {
            let length = text.chars().count();
            for problem in problems {
                let span = problem.span.unwrap_or(0..0);
                prop_assert!(span.start <= span.end && span.end <= length.max(1), "{span:?} of {length}: {text}");
            }
        }
    }

    #[test]
    fn no_block_is_more_than_refused(
        operator in any_operator(),
        attribute in prop::sample::select(vec!["$Session.Total", "$Session.State", "$Session.CouponCodes", "$Now", "$Session.CartItems"]),
        operands in prop::collection::btree_map(
            prop::sample::select(vec!["value", "min", "max", "start", "end", "values", "count", "onFailure", "tags"]),
            any_json(),
            0..4,
        ),
    ) {
        let mut block = json!({"type": "checkAttribute", "attribute": attribute, "operator": operator.name()});
        for (name, operand) in operands {
            block[name] = operand;
        }
        let world = World::new();
        if let Ok(plan) = world.compile(&rule(json!([block]))) {
            world.evaluate(&plan);
        }
    }

    #[test]
    fn the_same_input_gives_the_same_output(expression in number()) {
        let world = World::new();
        let document = rule(json!([
            check(&expression, "greaterThan", json!(0)),
            discount(json!(format!("{{{{{expression}}}}}"))),
        ]));
        if let Ok(plan) = world.compile(&document) {
            let first = world.evaluate(&plan);
            prop_assert_eq!(&first, &world.evaluate(&plan));
            let again = world.compile(&document).unwrap();
            prop_assert_eq!(&first, &world.evaluate(&again));
        }
    }

    #[test]
    fn every_limit_ends_the_evaluation(
        expression in number(), steps in 0_u64..50, depth in 0_u32..10, effects in 0_usize..5, length in 0_usize..5,
    ) {
        let mut world = World::new();
        world.limits = Limits { steps, depth, effects, list_length: length, text_length: 10 };
        let each = json!({"type": "awardDiscount", "name": "Off", "value": format!("{{{{{expression}}}}}"),
            "partial": false, "target": {"type": "allItems"}});
        if let Ok(plan) = world.compile(&rule(json!([notice(&format!("{{{{{expression}}}}}!")), each]))) {
            let given = world.evaluate(&plan).effects;
            prop_assert!(given.len() <= effects + 1, "at most the limit and one error effect");
        }
    }

    #[test]
    fn what_is_written_is_what_was_read(operand in any_json(), operator in any_operator()) {
        let mut block = json!({"type": "checkAttribute", "attribute": "$Session.Total", "operator": operator.name()});
        block["value"] = operand;
        if let Ok(document) = parse(&rule(json!([block])).to_string()) {
            prop_assert_eq!(parse(&to_json(&document)).unwrap(), document);
        }
    }
}
