//! Every operation as a dry run: the same answer, and no trace left.

use serde_json::{Value, json};

use crate::world::{
    World, attribute, campaign, event_attribute, give_back, item, profile, reopen, to_state, track, update,
};

fn always() -> Value {
    json!([{"type": "awardDiscount", "name": "One off", "value": 1, "partial": false, "target": {"type": "cart"}}])
}

fn cart() -> Value {
    json!({"profileId": "ana", "cartItems": [item("tee", 3, 20.0)]})
}

fn history() -> Vec<Value> {
    vec![
        attribute("CustomerProfile", "tier", "string"),
        event_attribute("pageview", "url", "string"),
        campaign("Always", "One off", always()),
        update("open", cart()),
        update("closed", cart()),
        to_state("closed", "closed"),
    ]
}

/// Every operation, some in several ways, each possible after the history.
fn requests() -> Vec<Value> {
    let saved = |id: Value| {
        let mut request = campaign("Again", "Two off", always());
        request["id"] = id;
        request
    };
    vec![
        attribute("CartItem", "colour", "string"),
        event_attribute("scroll", "depth", "number"),
        saved(Value::Null),
        saved(json!(1)),
        update("new", cart()),
        update("open", json!({"cartItems": []})),
        to_state("open", "closed"),
        to_state("open", "cancelled"),
        to_state("closed", "cancelled"),
        give_back("closed", json!([{"position": 0, "quantity": 2}])),
        reopen("closed"),
        track("ana", "pageview", json!({"url": "/sale"})),
        track("newcomer", "pageview", json!({"url": "/sale"})),
        json!({"op": "saveEvaluationGroups", "body": {"groups": [{"name": "Deals", "mode": "listOrder", "campaigns": [1]}]}}),
        json!({"op": "setClock", "body": {"mode": "held", "advance": "P1D"}}),
        profile("ana", json!({"tier": "gold"})),
        profile("newcomer", json!({})),
        json!({"op": "updateProfile", "id": "ana", "body": {"attributes": {"tier": "gold"}}}),
    ]
}

/// The answer without what a rehearsal cannot know: that it is one, and its place in the journal.
pub fn comparable(mut answer: Value) -> Value {
    if answer.get("dry").is_some() {
        answer["dry"] = Value::Null;
        let events = answer["events"].as_array().cloned().unwrap_or_default();
        answer["events"] = events.into_iter().map(without_place).collect();
        if answer.get("event").is_some() {
            answer["event"] = without_place(answer["event"].take());
        }
    }
    answer
}

fn without_place(mut event: Value) -> Value {
    event["id"] = Value::Null;
    event
}

#[test]
fn a_rehearsal_answers_the_same_and_leaves_no_trace() {
    for request in requests() {
        let world = World::after(&history());
        let before = world.bytes();
        let by_flag = world.rehearsed(&request).unwrap();
        let mut asked = request.clone();
        asked["query"]["dry"] = json!(true);
        let by_query = world.done(&asked);
        assert!(world.bytes() == before, "a rehearsal left a trace: {request}");
        assert_eq!(by_flag, by_query, "{request}");
        let kept = world.done(&request);
        assert_eq!(comparable(by_flag), comparable(kept), "{request}");
        assert!(world.bytes() != before, "nothing was kept: {request}");
    }
}

#[test]
fn a_refused_rehearsal_is_refused_as_the_request_is() {
    let world = World::after(&history());
    let requests = [
        event_attribute("pageview", "url", "string"),
        campaign("Always", "One off", always()),
        to_state("closed", "open"),
        give_back("open", json!([{"position": 0}])),
        reopen("open"),
        track("ana", "unheard", json!({})),
        profile("ana", json!({"unheard": 1})),
    ];
    let before = world.bytes();
    for request in requests {
        assert_eq!(world.rehearsed(&request).unwrap_err(), world.ask(&request).unwrap_err(), "{request}");
    }
    assert!(world.bytes() == before);
}
