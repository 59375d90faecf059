//! Why a rule fired, asked long after: renamed, rewritten and copied, the answer is the one that was given then.

use app::clock::Clock;
use app::question::event::OneEvent;
use app::workspace::Workspace;
use serde_json::{Value, json};

use crate::world::{World, attribute, campaign, item, to_state, update};

fn blocks() -> Value {
    json!([
        {"type": "checkAttribute", "attribute": "$Session.Total", "operator": "greaterThan", "value": 50},
        {"type": "group", "operator": "atLeastOne", "blocks": [
            {"type": "checkAttribute", "attribute": "$Profile.Attributes.tier", "operator": "equals", "value": "gold"},
            {"type": "checkAttribute", "attribute": "$Session.Total", "operator": "lessThan",
             "value": "{{$Profile.TotalSales + 100}}"},
        ]},
        {"type": "awardDiscount", "name": "Five off", "value": 5, "partial": false, "target": {"type": "cart"}},
    ])
}

/// The trace of an event, as the window is told.
fn trace(workspace: &Workspace, seq: &Value) -> Value {
    let event = workspace.ask_now(&OneEvent { seq: seq.to_string() }).unwrap();
    serde_json::to_value(event.campaigns).unwrap()
}

#[test]
fn the_journal_tells_what_the_answer_told_whatever_becomes_of_the_campaign() {
    let world =
        World::after(&[attribute("CustomerProfile", "tier", "string"), campaign("Winter", "Much", blocks())]);
    let cart = |price| json!({"profileId": "ana", "cartItems": [item("tee", 1, price)]});
    let requests = [
        update("a", cart(20.0)),
        update("a", cart(80.0)),
        to_state("a", "closed"),
        to_state("a", "cancelled"),
    ];
    let answers: Vec<Value> = requests.iter().map(|request| world.done(request)).collect();
    let told = |workspace: &Workspace| {
        for answer in &answers {
            assert_eq!(trace(workspace, &answer["event"]["id"]), answer["trace"]);
        }
    };
    told(&world.workspace);

    let mut rewritten = campaign(
        "Spring",
        "Little",
        json!([{"type": "checkEvent", "eventType": "sessionClosed", "matchers": []}]),
    );
    rewritten["id"] = json!(1);
    world.done(&rewritten);
    world.done(&attribute("CartItem", "tier", "number"));
    told(&world.workspace);

    let copy = world.place("copy.sqlite");
    world.workspace.copy_to(&copy).unwrap();
    told(&Workspace::open(&copy, Clock::Wall).unwrap());

    let words = answers[0]["trace"].to_string();
    for part in [
        "Winter",
        "Much",
        "Session total is more than 50",
        "value differs",
        "less than 100",
        "attribute not set",
    ] {
        assert!(words.contains(part), "{part} is not in {words}");
    }
}
