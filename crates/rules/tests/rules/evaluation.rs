//! Verdicts, reasons, failure effects and traces.

use crate::common::{World, check, discount, event, notice, rule};
use domain::value::Value;
use rules::evaluate::Evaluation;
use rules::facts::Limits;
use rules::trace::{Outcome, Verdict};
use serde_json::{Value as Json, json};

fn holds() -> Json {
    check("$Session.Total", "greaterThan", json!(50))
}
fn fails() -> Json {
    check("$Session.Total", "greaterThan", json!(500))
}
fn missing() -> Json {
    check("$Profile.Attributes.tier", "equals", json!("gold"))
}
fn errs() -> Json {
    check("1 / ($Session.Total - 100.99)", "equals", json!(1))
}
fn group(operator: &str, blocks: Vec<Json>) -> Json {
    json!({"type": "group", "operator": operator, "blocks": blocks})
}
fn with_failure(mut block: Json, title: &str) -> Json {
    block["onFailure"] = json!([notice(title)]);
    block
}
fn on_event(event_type: &str, matchers: Vec<Json>) -> Json {
    json!({"type": "checkEvent", "eventType": event_type, "matchers": matchers})
}

fn verdict(world: &World, blocks: Vec<Json>) -> &'static str {
    match world.run(Json::Array(blocks)).rule().verdict {
        Verdict::Fired => "fired",
        Verdict::NotMet => "not met",
        Verdict::Failed { .. } => "failed",
        Verdict::Excluded { .. } => "excluded",
    }
}

#[test]
fn groups_combine_their_conditions() {
    let table = [
        ("all", vec![holds(), holds()], "fired"),
        ("all", vec![holds(), fails()], "not met"),
        ("all", vec![], "fired"),
        ("atLeastOne", vec![fails(), holds()], "fired"),
        ("atLeastOne", vec![fails(), missing()], "not met"),
        ("atLeastOne", vec![], "not met"),
        ("none", vec![fails(), missing()], "fired"),
        ("none", vec![fails(), holds()], "not met"),
        ("none", vec![], "fired"),
        ("all", vec![holds(), missing()], "not met"),
        ("atLeastOne", vec![holds(), errs()], "failed"),
        ("none", vec![fails(), errs()], "failed"),
        ("all", vec![group("none", vec![fails()]), group("atLeastOne", vec![holds(), fails()])], "fired"),
        ("none", vec![group("all", vec![holds(), fails()])], "fired"),
    ];
    for (operator, blocks, expected) in table {
        let case = format!("{operator} {blocks:?}");
        assert_eq!(verdict(&World::new(), vec![group(operator, blocks)]), expected, "{case}");
    }
}

#[test]
fn top_level_conditions_combine_with_all() {
    let table = [
        (vec![], "fired"),
        (vec![holds(), discount(json!(1))], "fired"),
        (vec![holds(), fails()], "not met"),
        (vec![missing()], "not met"),
        (vec![fails(), errs()], "failed"),
        (vec![discount(json!(1)), fails()], "not met"),
    ];
    for (blocks, expected) in table {
        let case = format!("{blocks:?}");
        assert_eq!(verdict(&World::new(), blocks), expected, "{case}");
    }
}

#[test]
fn event_conditions_choose_the_event_and_its_values() {
    let url = |url: &str| check("$Event.Attributes.url", "contains", json!(url));
    let seconds = || check("$Event.Attributes.seconds", "greaterThan", json!(5));
    let table = [
        ("talon_session_closed", on_event("talon_session_closed", vec![]), "fired"),
        ("talon_session_closed", on_event("sessionClosed", vec![]), "fired"),
        ("talon_session_partially_returned", on_event("sessionPartiallyReturned", vec![]), "fired"),
        ("talon_profile_updated", on_event("profileUpdated", vec![]), "fired"),
        ("talon_session_updated", on_event("sessionClosed", vec![]), "not met"),
        ("talon_session_updated", on_event("pageview", vec![url("/sale")]), "not met"),
        ("talon_session_updated", on_event("pageview", vec![errs()]), "not met"),
        ("pageview", on_event("pageview", vec![]), "fired"),
        ("pageview", on_event("pageview", vec![url("/sale")]), "fired"),
        ("pageview", on_event("pageview", vec![url("/home")]), "not met"),
        ("pageview", on_event("pageview", vec![url("/sale"), seconds()]), "not met"),
        ("pageview", on_event("pageview", vec![group("atLeastOne", vec![url("/sale"), seconds()])]), "fired"),
    ];
    for (happened, block, expected) in table {
        let mut world = World::new();
        world.event = event(happened);
        if happened == "pageview" {
            world.event.attributes.insert("url".to_owned(), Value::Text("/sale/shoes".to_owned()));
        }
        let case = format!("{happened} {block}");
        assert_eq!(verdict(&world, vec![block]), expected, "{case}");
    }
}

#[test]
fn without_a_session_nothing_that_reads_it_fires() {
    let mut world = World::new().viewing("/sale");
    world.session = None;
    let not_exists = json!({"type": "checkAttribute", "attribute": "$Session.Attributes.channel", "operator": "not(exists)"});
    let table = [
        (vec![holds()], "not met"),
        (vec![not_exists], "not met"),
        (vec![group("none", vec![holds()])], "not met"),
        (
            vec![group("atLeastOne", vec![holds(), check("$Profile.ClosedSessions", "equals", json!(2))])],
            "fired",
        ),
        (vec![notice("hello")], "fired"),
        (vec![discount(json!(5))], "failed"),
    ];
    for (blocks, expected) in table {
        let case = format!("{blocks:?}");
        assert_eq!(verdict(&world, blocks), expected, "{case}");
    }
    let outcome = world.run(json!([holds()]));
    assert_eq!(outcome.rule().blocks[0].reason().unwrap(), "no session");
    assert!(outcome.effects.is_empty(), "a session that is not there is no error of the condition");
    assert_eq!(
        world.run(json!([discount(json!(5))])).words(),
        ["error: The rule \"The rule\" failed at block 1: there is no session."]
    );
}

#[test]
fn failure_effects_come_from_the_first_block_that_does_not_hold() {
    let inner = || with_failure(fails(), "inner");
    let table = [
        (vec![with_failure(fails(), "a"), with_failure(fails(), "b")], vec!["notice: a"]),
        (vec![with_failure(holds(), "a"), with_failure(fails(), "b"), discount(json!(1))], vec!["notice: b"]),
        (
            vec![with_failure(group("all", vec![holds(), inner()]), "group")],
            vec!["notice: inner", "notice: group"],
        ),
        (vec![with_failure(group("atLeastOne", vec![inner()]), "group")], vec!["notice: group"]),
        (vec![with_failure(holds(), "a"), discount(json!(1))], vec!["1 off"]),
        (vec![with_failure(on_event("pageview", vec![]), "another event")], vec![]),
        (vec![with_failure(fails(), "a"), on_event("pageview", vec![])], vec![]),
        (
            vec![with_failure(on_event("sessionUpdated", vec![inner()]), "event")],
            vec!["notice: inner", "notice: event"],
        ),
    ];
    for (blocks, expected) in table {
        let case = format!("{blocks:?}");
        assert_eq!(World::new().run(Json::Array(blocks)).words(), expected, "{case}");
    }
}

#[test]
fn failure_effects_name_the_block_that_failed() {
    let world = World::new();
    let plan = world.compile(&rule(json!([holds(), with_failure(fails(), "more")]))).unwrap();
    let effects = world.evaluate(&plan).effects;
    assert_eq!(effects[0].condition_index, Some(1));
    assert_eq!(effects[0].rule_name, "The rule");
}

#[test]
fn a_rule_gives_all_its_effects_or_none() {
    let bad = discount(json!("{{1 / ($Session.Total - 100.99)}}"));
    let document = json!({"promotionRules": [
        {"title": "First", "blocks": [discount(json!(1))]},
        {"title": "Second", "blocks": [discount(json!(2)), notice("two"), bad]},
        {"title": "Third", "blocks": [discount(json!(3))]},
    ]});
    let outcome = World::new().run_document(&document);
    let error = "error: The rule \"Second\" failed at block 3: a number is divided by zero.";
    assert_eq!(outcome.words(), ["1 off", error, "3 off"]);
    let blocks: Vec<_> = outcome.rules[1].blocks.iter().map(|block| block.reason().unwrap()).collect();
    assert_eq!(blocks, ["rule did not fire", "rule did not fire", "a number is divided by zero"]);
    assert!(
        matches!(&outcome.rules[1].verdict, Verdict::Failed { at, .. } if &**at == "/promotionRules/1/blocks/2")
    );
}

#[test]
fn what_is_missing_in_an_effect_fails_the_rule() {
    let outcome = World::new().run(json!([discount(json!("{{$Profile.Attributes.visits}}"))]));
    let error = "error: The rule \"The rule\" failed at block 1: $Profile.Attributes.visits is not set.";
    assert_eq!(outcome.words(), [error]);
}

/// One line a block: outcome, sentence, expected, actual, reason.
fn lines(blocks: &[rules::trace::BlockTrace], indent: usize, out: &mut Vec<String>) {
    for block in blocks {
        let sign = match block.outcome {
            Outcome::Passed => "yes",
            Outcome::NotPassed(_) => "no",
            Outcome::Error(_) => "error",
        };
        let expected = block.expected().map(|text| format!(" | expected {text}")).unwrap_or_default();
        let actual = block.actual().map(|text| format!(" | actual {text}")).unwrap_or_default();
        let reason = block.reason().map(|text| format!(" | {text}")).unwrap_or_default();
        out.push(format!("{}{sign}: {}{expected}{actual}{reason}", "  ".repeat(indent), block.sentence()));
        lines(&block.children, indent + 1, out);
    }
}

#[test]
fn the_trace_tells_every_condition_also_after_the_first_that_fails() {
    let outcome = World::new().run(json!([
        check("$Session.Total", "greaterThanOrEqual", json!(500)),
        check("$Session.Total", "greaterThan", json!("{{$Profile.TotalSales / 5}}")),
        {"type": "checkAttribute", "attribute": "$Session.UpdateCount", "operator": "between", "min": 1, "max": 5},
        group("atLeastOne", vec![missing(), check("$Session.CouponCodes", "contains", json!("SALE"))]),
        on_event("sessionClosed", vec![]),
        {"type": "checkAttribute", "attribute": "$Session.CartItems", "operator": "not(empty)"},
        check("$Now", "before", json!("2026-12-24T00:00:00Z")),
        {"type": "checkAttribute", "attribute": "$Session.FirstSession", "operator": "isFalse"},
        discount(json!("{{$Session.Total * 10%}}")),
    ]));
    let mut found = Vec::new();
    lines(&outcome.rule().blocks, 0, &mut found);
    let expected = [
        "no: Session total is at least 500 | expected at least 500 | actual 100.99 | value differs",
        "yes: Session total is more than $Profile.TotalSales / 5 | expected more than 50 | actual 100.99",
        "yes: Session update count is between 1 and 5 | expected between 1 and 5 | actual 3",
        "no: At least one of these holds | expected at least 1 holds | actual 0 of 2 hold | conditions not met",
        "  no: tier is \"gold\" | expected \"gold\" | attribute not set: $Profile.Attributes.tier",
        "  no: Coupon codes contains \"SALE\" | expected contains \"SALE\" | actual (empty list) | value differs",
        "no: Event is Customer Session Closing | expected talon_session_closed | actual talon_session_updated | another event",
        "yes: Cart items is not empty | expected not empty | actual 4 cart items",
        "yes: Current time is before 2026-12-24T00:00:00Z | expected before 2026-12-24T00:00:00Z | actual 2026-11-30T12:00:00Z",
        "no: First session is false | expected false | actual true | value differs",
        "no: Discount \"Off\": $Session.Total * 10% off the session | rule did not fire",
    ];
    assert_eq!(found, expected);
}

#[test]
fn limits_fail_the_rule_that_reaches_them_and_evaluation_ends() {
    let all_items = json!({"type": "awardDiscount", "name": "Off", "value": "{{$Item.Price * 10%}}", "partial": false,
        "target": {"type": "allItems"}});
    let limited = |limits: Limits| {
        let mut world = World::new();
        world.cart().items[0].quantity = 5_000;
        world.limits = limits;
        world.run(json!([all_items.clone()])).words()
    };
    let failed = |why: &str| vec![format!("error: The rule \"The rule\" failed at block 1: {why}.")];
    let usual = Limits::default();
    assert_eq!(limited(usual).len(), 5_003);
    assert_eq!(limited(Limits { steps: 1_000, ..usual }), failed("the evaluation took more than 1000 steps"));
    assert_eq!(
        limited(Limits { effects: 100, ..usual }),
        failed("the evaluation gave more than 100 effects")
    );
    assert_eq!(
        limited(Limits { list_length: 100, ..usual }),
        failed("a list became longer than 100 elements")
    );
    assert_eq!(limited(Limits { depth: 0, ..usual }), failed("expressions are nested deeper than 0 levels"));

    let mut world = World::new();
    world.limits.text_length = 3;
    let title = notice("{{$Profile.IntegrationId + $Profile.IntegrationId}}");
    assert_eq!(world.run(json!([title])).words(), failed("a text became longer than 3 characters"));
}

#[test]
fn campaigns_keep_their_order_and_a_campaign_without_rules_has_an_empty_trace() {
    let world = World::new();
    let plan = rules::plan::Plan::default();
    let Evaluation { effects, traces } = world.evaluate(&plan);
    assert!(effects.is_empty());
    assert_eq!(traces.len(), 1);
    assert!(traces[0].rules.is_empty());
}
