//! Reading, writing and checking documents: what is refused, and where.

use crate::common::{World, check, discount, notice, rule};
use rules::document::{parse, to_json};
use serde_json::{Value as Json, json};

fn everything() -> Json {
    json!({
        "id": 12, "created": "2026-01-01T00:00:00Z", "userId": 3,
        "promotionRules": [{
            "id": "r1", "title": "Everything", "description": "All blocks",
            "blocks": [
                {"id": "b1", "type": "checkEvent", "eventType": "pageview", "tags": ["web"],
                 "matchers": [check("$Event.Attributes.url", "startsWith", json!("/sale"))],
                 "onFailure": [notice("No")]},
                {"type": "group", "operator": "atLeastOne", "blocks": [
                    {"type": "checkAttribute", "attribute": "$Session.Total", "operator": "between", "min": 1, "max": 2.5},
                    {"type": "checkAttribute", "attribute": "$Session.Created", "operator": "within",
                     "start": "2026-01-01T00:00:00Z", "end": "2026-02-01T00:00:00Z", "startInclusive": true,
                     "endInclusive": false, "timezoneInsensitive": false},
                    {"type": "checkAttribute", "attribute": "$Session.Attributes.members", "operator": "containsAtLeast",
                     "values": ["a"], "count": 1},
                    {"type": "group", "operator": "none", "blocks": [check("$Profile.Attributes.tier", "not(equals)", json!("gold"))]}]},
                discount(json!("{{$Session.Total * 10%}}")),
                {"type": "awardDiscount", "name": "Off", "value": 1, "partial": true, "target": {"type": "selector", "name": "cheap", "prorated": true}},
                {"type": "awardItem", "sku": "sock", "name": "Sock", "quantity": "1", "partial": false},
                {"type": "updateAttributeValue", "operator": "setTo", "target": {"type": "profile"}, "value": "gold",
                 "attribute": {"id": 4, "entity": "CustomerProfile", "name": "tier", "title": "Tier", "type": "string"}},
                {"type": "triggerCustomEffect", "customEffect": {"id": 1, "name": "x", "title": "X"},
                 "params": {"z": 1, "a": "{{$Item.Price}}"}, "target": {"type": "allItems"}},
                {"type": "checkCoupon", "redeem": true, "onFailure": [notice("No code")]},
                {"type": "createCoupon", "campaignId": 0, "recipientId": "{{$Profile.IntegrationId}}",
                 "storeInSession": false, "usageLimit": "{{1 + 1}}", "discountLimit": 5, "startDate": "$Now",
                 "expiryDate": "2027-01-01T00:00:00Z", "validCharacters": "AB", "pattern": "T-##"},
                {"type": "reserveCoupon"}
            ]
        }],
        "selectors": [{"type": "selector", "name": "cheap", "source": "$Session.CartItems", "steps": [
            {"type": "filter", "predicate": check("$Item.Price", "lessThan", json!(10))},
            {"type": "sort", "fields": [{"expression": "$Item.Price", "direction": "desc"}]},
            {"type": "select", "operator": "many", "from": "start", "count": 2},
            {"type": "reverse"}]}],
        "strikethroughRules": [], "bundles": [], "parameters": []
    })
}

#[test]
fn what_is_written_is_what_was_read() {
    let document = parse(&everything().to_string()).unwrap();
    let printed = to_json(&document);
    assert_eq!(parse(&printed).unwrap(), document);
    assert_eq!(to_json(&parse(&printed).unwrap()), printed);
    assert!(World::new().compile(&everything()).is_ok());

    let mut shown: Json = serde_json::from_str(&printed).unwrap();
    for empty in ["strikethroughRules", "bundles", "parameters"] {
        shown[empty] = json!([]);
    }
    assert_eq!(shown, everything(), "nothing typed is lost");
}

#[test]
fn texts_that_are_no_document_are_refused() {
    let deep = format!("{}1{}", "[".repeat(1_000), "]".repeat(1_000));
    let long = format!("{{\"promotionRules\": [], \"x\": \"{}\"}}", "x".repeat(1_100_000));
    let table = [
        ("", "EOF"),
        ("[]", "an object was expected"),
        ("{", "EOF"),
        ("{} {}", "trailing"),
        ("{\"promotionRules\": [], \"promotionRules\": []}", "occurs twice"),
        ("{\"promotionRules\": [1e999]}", "number out of range"),
        ("{\"promotionRules\": NaN}", "expected"),
        (deep.as_str(), "at most 32 levels"),
        (long.as_str(), "at most 1048576 bytes"),
        ("{}", "The field \"promotionRules\" is needed"),
    ];
    for (text, expected) in table {
        let problems = parse(text).unwrap_err();
        assert!(
            problems[0].details.contains(expected),
            "{}: {problems:?}",
            text.chars().take(50).collect::<String>()
        );
    }
}

/// Puts `value` at `pointer` of a document in which all else is right.
fn with(pointer: &str, value: Json) -> Json {
    let mut document = everything();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap();
    match parent.as_array_mut() {
        Some(items) => items[name.parse::<usize>().unwrap()] = value,
        None => parent[name] = value,
    }
    document
}

#[test]
fn mistakes_are_refused_at_their_place() {
    let file = include_str!("../../cases/mistakes.csv");
    for row in csv::Reader::from_reader(file.as_bytes()).records() {
        let row = row.unwrap();
        let (pointer, expected) = (&row[0], &row[2]);
        let value: Json = serde_json::from_str(&row[1]).unwrap();
        let problems = World::new().compile(&with(pointer, value.clone())).expect_err(pointer);
        assert!(
            problems.iter().any(|problem| problem.pointer == expected),
            "{pointer} = {value}: {problems:#?}"
        );
        assert!(problems.iter().all(|problem| problem.details.ends_with(['.', '?'])), "{problems:#?}");
    }
}

#[test]
fn patterns_are_bounded() {
    for pattern in ["(", "(?=a)", r"(a)\1", "(a{1000}){1000}", &"a".repeat(1_001), "{{$Session.State}}"] {
        let problems = World::new()
            .compile(&rule(json!([check("$Session.State", "matchesRegexp", json!(pattern))])))
            .unwrap_err();
        assert_eq!(problems[0].pointer, "/promotionRules/0/blocks/0/value", "{pattern}");
    }
}

#[test]
fn sizes_are_bounded() {
    let rules = |count: usize| {
        json!({"promotionRules": vec![json!({"title": "x", "blocks": []}); count]}).to_string()
    };
    assert!(parse(&rules(100)).is_ok());
    assert_eq!(parse(&rules(101)).unwrap_err()[0].pointer, "/promotionRules");
    assert!(parse(&rule(json!(vec![notice("x"); 200])).to_string()).is_ok());
    assert_eq!(
        parse(&rule(json!(vec![notice("x"); 201])).to_string()).unwrap_err()[0].pointer,
        "/promotionRules/0/blocks"
    );
    let nested = json!([{"type": "group", "operator": "all", "blocks": vec![check("$Session.Total", "equals", json!(1)); 200]}]);
    assert!(parse(&rule(nested).to_string()).is_err(), "blocks in groups count");
}

#[test]
fn all_mistakes_are_told_at_once_with_the_characters() {
    let problems = World::new()
        .compile(&rule(json!([
            check("$Session.Totl", "equals", json!(1)),
            notice("Hi {{1 +}}"),
            discount(json!(-2))
        ])))
        .unwrap_err();
    let places: Vec<_> =
        problems.iter().map(|problem| (problem.pointer.as_str(), problem.span.clone())).collect();
    assert_eq!(
        places,
        [
            ("/promotionRules/0/blocks/0/attribute", Some(0..13)),
            ("/promotionRules/0/blocks/1/title", Some(8..8)),
            ("/promotionRules/0/blocks/2/value", None),
        ]
    );
    let told: domain::refusal::Problem = problems[0].clone().into();
    assert!(
        told.details.ends_with("did you mean \"$Session.Total\"? (At characters 1 to 13.)"),
        "{}",
        told.details
    );
}
